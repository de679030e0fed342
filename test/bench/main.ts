/** `npm run bench -- [area] [--json]`: every figure beside a floor or peer of the same run; never with durability off. */
import { mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '@ledger/embedded-postgres';
import { benchAppend } from './append.bench.js';
import { benchEvaluation } from './evaluation.bench.js';
import { holds, type Measurement } from './measurement.js';
import { benchProjection } from './projection.bench.js';
import { benchQuery } from './query.bench.js';

/** Each with a server of its own run, durability on. */
const AREAS: Readonly<Record<string, (serverUrl: string) => Promise<readonly Measurement[]>>> = {
  append: benchAppend,
  evaluation: () => benchEvaluation(),
  projection: benchProjection,
  query: benchQuery,
};

const [wanted, ...options] = process.argv
  .slice(2)
  .sort((a, b) => Number(a.startsWith('-')) - Number(b.startsWith('-')));
const area = wanted?.startsWith('-') === false ? wanted : undefined;
const isJson = [wanted, ...options].includes('--json');
if (area !== undefined && !(area in AREAS)) {
  process.stderr.write(`no such area: ${area}; there are ${Object.keys(AREAS).join(', ')}\n`);
  process.exit(1);
}

const folder = mkdtempSync(path.join(tmpdir(), 'ledger-bench-'));
chmodSync(folder, 0o755); // PostgreSQL never runs as root and keeps its data in it
const postgres = await startEmbeddedPostgres({ dataDir: path.join(folder, 'postgres') });
try {
  const settings = await settingsOf(postgres.url());
  if (!isJson)
    process.stdout.write(
      `${Object.entries(settings)
        .map((pair) => pair.join(' '))
        .join(', ')}\n`,
    );
  const results: Measurement[] = [];
  for (const [name, measure] of Object.entries(AREAS)) {
    if (area !== undefined && name !== area) continue;
    for (const measurement of await measure(postgres.url())) {
      results.push(measurement);
      if (!isJson) process.stdout.write(`${sentence(measurement)}\n`);
    }
  }
  if (isJson) process.stdout.write(`${JSON.stringify({ settings, results })}\n`);
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function settingsOf(url: string): Promise<Readonly<Record<string, string>>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string; setting: string }>(
    `SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes', 'server_version', 'shared_buffers')`,
  );
  await client.end();
  for (const { name, setting } of rows) {
    if (setting === 'off') throw new Error(`not measured: ${name} is off`);
  }
  const machine = {
    cores: String(cpus().length),
    node: process.version,
    load: loadavg()[0]?.toFixed(2) ?? '',
  };
  return { ...machine, ...Object.fromEntries(rows.map(({ name, setting }) => [name, setting])) };
}

function sentence(measurement: Measurement): string {
  const { name, figure, unit, floor, ratio, least, most } = measurement;
  const met = holds(measurement);
  return [
    name,
    `${String(figure)} ${unit}`,
    ...(floor === undefined ? [] : [`floor ${String(floor)}`]),
    ...(ratio === undefined ? [] : [`ratio ${String(ratio)}`]),
    ...(least === undefined ? [] : [`at least ${String(least)}`]),
    ...(most === undefined ? [] : [`at most ${String(most)}`]),
    ...(met === undefined ? [] : [met ? 'ok' : 'SHORT']),
  ].join(' | ');
}
