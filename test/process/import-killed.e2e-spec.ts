/**
 * kill -9 of the service in the middle of an import, start again, the same file again: the log is that of an import that
 * nobody disturbed — the same ids, the same order within each stream, the same opened content.
 */
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Pool } from 'pg';
import { PostgresEventStore, ORIGIN } from '@ledger/event-store';
import { openLocalFileKeys, openEvents, PostgresSubjectKeys } from '@ledger/sealing';
import { writePopulation } from '../../apps/cli/src/population/write-population.js';
import { createTestDatabase, type TestDatabase } from '../setup/database.js';
import { dataFolder, ledger, startService, type ServiceProcess } from './service-process.js';

/** More by request: 7,000 persons are a hundred thousand events. */
const PERSONS = Number(process.env['LEDGER_KILLED_PERSONS'] ?? 400);
const LONGEST_MS = 240_000 + PERSONS * 100;
/** Killed at these parts of the file: early, in the middle, late. */
const KILLS = [0.15, 0.5, 0.85];

const folders: string[] = [];
const databases: TestDatabase[] = [];
let file: string;
let lines: number;

async function ledgerOfItsOwn(): Promise<{ readonly data: string; readonly database: TestDatabase }> {
  const data = dataFolder();
  const database = await createTestDatabase();
  folders.push(data);
  databases.push(database);
  return { data, database };
}

beforeAll(async () => {
  const folder = dataFolder();
  folders.push(folder);
  file = path.join(folder, 'population.ndjson');
  ({ lines } = await writePopulation({ persons: PERSONS, seed: 'killed', out: file }));
});

afterAll(async () => {
  for (const database of databases) await database.drop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Each stream's events in order, opened; ids and content, without what transaction time gave. */
async function logOf(url: string, data: string): Promise<ReadonlyMap<string, readonly unknown[]>> {
  const store = new PostgresEventStore(url);
  const pool = new Pool({ connectionString: url, max: 2 });
  try {
    const keys = new PostgresSubjectKeys(pool, await openLocalFileKeys(data));
    const streams = new Map<string, unknown[]>();
    for (let after = ORIGIN; ;) {
      const { events, checkpoint } = await store.readAll({ after, limit: 2_000 });
      if (events.length === 0) return streams;
      for (const { position: _, recordedAt: __, digest: ___, ...event } of await openEvents(events, keys)) {
        const stream = streams.get(event.stream) ?? [];
        streams.set(event.stream, stream);
        stream.push(event);
      }
      after = checkpoint;
    }
  } finally {
    await store.close();
    await pool.end();
  }
}

async function recordedSoFar(url: string): Promise<number> {
  const pool = new Pool({ connectionString: url, max: 1 });
  try {
    const { rows } = await pool.query<{ position: string }>('SELECT position::text FROM log.head');
    return Number(rows[0]?.position ?? 0);
  } finally {
    await pool.end();
  }
}

async function importKilledAt(service: ServiceProcess, database: string, events: number): Promise<void> {
  const sending = ledger(service, 'import', file, '--json');
  while ((await recordedSoFar(database)) < events) await wait(5);
  await service.kill();
  const { status, output } = await sending;
  expect(output).toContain('the service went away');
  expect(status).toBe(1);
}

it(
  'leaves no event out, none twice, and every stream in its order',
  async () => {
    const undisturbed = await ledgerOfItsOwn();
    const calm = await startService(undisturbed.data, { LEDGER_DATABASE_URL: undisturbed.database.url });
    expect(await ledger(calm, 'import', file)).toMatchObject({ status: 0 });
    await calm.stop();

    const disturbed = await ledgerOfItsOwn();
    const environment = { LEDGER_DATABASE_URL: disturbed.database.url };
    for (const part of KILLS) {
      await importKilledAt(
        await startService(disturbed.data, environment),
        disturbed.database.url,
        Math.floor(lines * part),
      );
    }
    const again = await startService(disturbed.data, environment);
    const { status, output } = await ledger(again, 'import', file, '--json');
    expect(status).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ lines, refused: 0 });
    await again.stop();

    const [expected, found] = [
      await logOf(undisturbed.database.url, undisturbed.data),
      await logOf(disturbed.database.url, disturbed.data),
    ];
    expect([...found.keys()].sort()).toEqual([...expected.keys()].sort());
    for (const [stream, events] of expected) expect(found.get(stream)).toEqual(events);
    expect(readFileSync(file, 'utf8').split('\n').filter(Boolean)).toHaveLength(lines);
  },
  LONGEST_MS,
);
