import fs from 'node:fs';

export default async function globalTeardown() {
  const started = globalThis.__LEDGER_TEST_POSTGRES__;
  if (!started) return;
  await started.server.stop();
  fs.rmSync(started.folder, { recursive: true, force: true });
}
