/**
 * One PostgreSQL for the whole run; its address is LEDGER_TEST_POSTGRES_URL. Set that variable beforehand to use a
 * server of your own (the tests create and drop databases in it).
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureBuilt, root } from '../../scripts/setup.mjs';

const LAUNCHER = path.join(root, 'dist/libs/embedded-postgres/src/index.js');
/** Applies migrations/*.sql; while it is missing, there is no migrated template. */
const MIGRATE = path.join(root, 'dist/libs/event-store/src/migrate.js');
/** Cloned by createTestDatabase({ template: MIGRATED }). */
const TEMPLATE = 'ledger_migrated';

const FOLDER_PREFIX = 'ledger-test-';
/** A test that pulls the plug brings a server of its own; the others need not wait for a disk. */
const FAST_AND_FORGETFUL = {
  fsync: false,
  synchronous_commit: false,
  full_page_writes: false,
  wal_level: 'minimal',
  max_wal_senders: 0,
  max_connections: 200,
};

export default async function globalSetup() {
  if (process.env.LEDGER_TEST_POSTGRES_URL) return;
  if (!fs.existsSync(LAUNCHER)) await ensureBuilt();
  sweepFoldersOfDeadRuns();

  const { startEmbeddedPostgres } = await import(LAUNCHER);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `${FOLDER_PREFIX}${process.pid}-`));
  fs.chmodSync(folder, 0o755); // the server runs as another user and must pass through
  const server = await startEmbeddedPostgres({
    dataDir: path.join(folder, 'postgres'),
    settings: FAST_AND_FORGETFUL,
  });
  globalThis.__LEDGER_TEST_POSTGRES__ = { server, folder };
  process.env.LEDGER_TEST_POSTGRES_URL = server.url();
  if (fs.existsSync(MIGRATE)) await createMigratedTemplate(server);
}

async function createMigratedTemplate(server) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: server.url() });
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  const { migrate } = await import(MIGRATE);
  await migrate(server.url(TEMPLATE));
}

/** A run that was killed could not clean up. */
function sweepFoldersOfDeadRuns() {
  for (const name of fs.readdirSync(os.tmpdir())) {
    if (!name.startsWith(FOLDER_PREFIX)) continue;
    const pid = Number(name.slice(FOLDER_PREFIX.length).split('-')[0]);
    if (!Number.isInteger(pid) || isAlive(pid)) continue;
    fs.rmSync(path.join(os.tmpdir(), name), { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
