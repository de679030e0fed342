/**
 * What judging costs: events applied by the projector against writing the same rows in the same batches without judging,
 * and a rebuild against reading the log and copying the final rows in.
 */
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { Pool, type PoolClient } from 'pg';
import copyStreams from 'pg-copy-streams';
import { ORIGIN, PostgresEventStore } from '@ledger/event-store';
import { EVENTS_A_BATCH, makeSchema, Projector } from '@ledger/read-models';
import { filledLog } from './filled-log.js';
import { median, ratioOf, type Measurement } from './measurement.js';

const PERSONS = 3_000;
const ROUNDS = 3;
const EVENTS_A_REBUILD_BATCH = 4_000;
const TABLES = ['subject', 'entitlement', 'membership', 'finding'] as const;

type Row = readonly (string | null)[];

interface Content {
  readonly table: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly Row[];
}

export async function benchProjection(serverUrl: string): Promise<readonly Measurement[]> {
  const log = await filledLog(serverUrl, PERSONS);
  const pool = new Pool({ connectionString: log.url, max: 3 });
  const store = new PostgresEventStore(log.url);
  try {
    await project(pool, store, 'warm', EVENTS_A_BATCH);
    const contents = await Promise.all(TABLES.map((table) => contentOf(pool, 'warm', table)));
    const [ours, written, rebuilt, copied]: number[][] = [[], [], [], []];
    for (let round = 0; round < ROUNDS; round++) {
      ours?.push(log.events / (await project(pool, store, 'ours', EVENTS_A_BATCH)));
      written?.push(log.events / (await writeOnly(pool, contents, log.events)));
      rebuilt?.push(log.events / (await project(pool, store, 'ours', EVENTS_A_REBUILD_BATCH)));
      copied?.push(log.events / (await readAndCopy(pool, store, contents)));
    }
    const line = (
      name: string,
      figures: readonly number[] = [],
      peers: readonly number[] = [],
      least: number,
    ): Measurement => ({
      name,
      figure: Math.round(median(figures)),
      unit: 'events/s',
      floor: Math.round(median(peers)),
      ratio: ratioOf(figures, peers),
      least,
    });
    return [
      line(
        `projection of ${String(log.events)} events, by writing the same rows in the same batches`,
        ours,
        written,
        0.3,
      ),
      line('rebuild, by reading the log and copying the final rows in', rebuilt, copied, 0.05),
    ];
  } finally {
    await store.close();
    await pool.end();
    await log.drop();
  }
}

/** Seconds. */
async function project(
  pool: Pool,
  store: PostgresEventStore,
  schema: string,
  batch: number,
): Promise<number> {
  await makeSchema(pool as never, schema);
  const start = performance.now();
  const projector = new Projector(pool, store, schema);
  while ((await projector.applyNext(batch)) > 0);
  while (await projector.stepCampaign());
  return (performance.now() - start) / 1_000;
}

async function contentOf(pool: Pool, schema: string, table: string): Promise<Content> {
  const columns = await pool.query<{ name: string; type: string }>(
    `SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
    [`${schema}.${table}`],
  );
  const picked = columns.rows.map(({ name }) => `${name}::text`).join(', ');
  const { rows } = await pool.query<string[]>({
    text: `SELECT ${picked} FROM ${schema}.${table} ORDER BY known_from`,
    rowMode: 'array',
  });
  return { table, columns: columns.rows, rows };
}

/** The same inserts and closings in the same transactions, known beforehand. Seconds. */
async function writeOnly(pool: Pool, contents: readonly Content[], events: number): Promise<number> {
  await makeSchema(pool as never, 'peer');
  const plans = contents.map((content) => batchesOf(content, events));
  const client = await pool.connect();
  const start = performance.now();
  for (let batch = 0; batch * EVENTS_A_BATCH < events; batch++) {
    await client.query('BEGIN');
    await client.query('SELECT position FROM peer.checkpoint FOR UPDATE');
    for (const plan of plans) {
      await close(client, plan.content, plan.closed[batch] ?? []);
      await insert(client, plan.content, plan.added[batch] ?? []);
    }
    await client.query('UPDATE peer.checkpoint SET position = $1', [
      Math.min((batch + 1) * EVENTS_A_BATCH, events),
    ]);
    await client.query('COMMIT');
  }
  const seconds = (performance.now() - start) / 1_000;
  client.release();
  return seconds;
}

interface Batches {
  readonly content: Content;
  readonly added: readonly (readonly Row[])[];
  readonly closed: readonly (readonly Row[])[];
}

function batchesOf(content: Content, events: number): Batches {
  const count = Math.ceil(events / EVENTS_A_BATCH);
  const added: Row[][] = Array.from({ length: count }, () => []);
  const closed: Row[][] = Array.from({ length: count }, () => []);
  const from = content.columns.findIndex(({ name }) => name === 'known_from');
  const until = content.columns.findIndex(({ name }) => name === 'known_until');
  const batchOf = (position: string): number => Math.floor((Number(position) - 1) / EVENTS_A_BATCH);
  for (const row of content.rows) {
    const begun = batchOf(row[from] ?? '1');
    const ended = until < 0 || row[until] == null ? undefined : batchOf(row[until]);
    const opensOnly = ended !== undefined && ended > begun;
    added[begun]?.push(opensOnly ? row.map((value, index) => (index === until ? null : value)) : row);
    if (opensOnly) closed[ended]?.push(row);
  }
  return { content, added, closed };
}

async function insert(client: PoolClient, { table, columns }: Content, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const names = columns.map(({ name }) => name).join(', ');
  const cast = columns.map(({ name, type }) => `n.${name}::${type}`).join(', ');
  const arrays = columns.map((_, index) => `$${String(index + 1)}::text[]`).join(', ');
  await client.query({
    name: `peer ${table}`,
    text: `INSERT INTO peer.${table} (${names}) SELECT ${cast} FROM unnest(${arrays}) AS n (${names})`,
    values: columns.map((_, index) => rows.map((row) => row[index])),
  });
}

async function close(client: PoolClient, { table, columns }: Content, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const values = ['subject', 'id', 'known_until'].map((name) => {
    const index = columns.findIndex((column) => column.name === name);
    return rows.map((row) => row[index]);
  });
  await client.query(
    `UPDATE peer.${table} t SET known_until = c.until FROM unnest($1::text[], $2::text[], $3::bigint[]) AS c (subject, id, until)
     WHERE t.subject = c.subject AND t.id = c.id`,
    values,
  );
}

/** Seconds. */
async function readAndCopy(
  pool: Pool,
  store: PostgresEventStore,
  contents: readonly Content[],
): Promise<number> {
  await makeSchema(pool as never, 'peer');
  const start = performance.now();
  for (let after = ORIGIN; ;) {
    const { events, checkpoint } = await store.readAll({ after, limit: EVENTS_A_REBUILD_BATCH });
    if (events.length === 0) break;
    after = checkpoint;
  }
  const client = await pool.connect();
  for (const { table, rows } of contents) {
    const lines = rows.map(
      (row) =>
        `${row.map((value) => (value ?? '\\N').replaceAll('\\', value === null ? '\\' : '\\\\')).join('\t')}\n`,
    );
    await pipeline(Readable.from(lines), client.query(copyStreams.from(`COPY peer.${table} FROM STDIN`)));
  }
  client.release();
  return (performance.now() - start) / 1_000;
}
