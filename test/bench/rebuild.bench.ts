/** A rebuild of the read models, against the least that it must do: read the log, and copy the final rows in. */
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { Pool } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { ORIGIN, type PostgresEventStore } from '@ledger/event-store';
import { makeSchema, Projector, READING, rebuild } from '@ledger/read-models';
import { withFilledLedger, type FilledLedger } from './filled-ledger.js';
import { inTurns, median, medianRatio, type Measurement } from './measurement.js';
import { eventsOf } from './population.js';
import { secondsOf } from './projection.bench.js';

const PERSONS = 4_000;
const ROUNDS = 3;
const EVENTS_A_READ = 4_000;
const FLOOR = 'copied';
const TABLES = ['subject', 'entitlement', 'membership', 'finding'] as const;

export async function benchRebuild(serverUrl: string): Promise<readonly Measurement[]> {
  return withFilledLedger(serverUrl, eventsOf({ persons: PERSONS, seed: 1 }), async (ledger) => {
    await project(ledger);
    const rows = await copiedOut(ledger.pool);
    const paces = await inTurns(ROUNDS, {
      floor: async () => ledger.events / (await secondsOf(() => readAndCopy(ledger, rows))),
      rebuild: async () => ledger.events / (await secondsOf(() => rebuilt(ledger))),
    });
    return [
      {
        name: 'events, read models rebuilt and compared',
        figure: Math.round(median(paces.rebuild)),
        unit: 'events/s',
        peer: {
          name: 'reading the log and copying the final rows in',
          figure: Math.round(median(paces.floor)),
        },
        ratio: medianRatio(paces.rebuild, paces.floor),
        target: { of: 'ratio', is: 'at least', value: 0.05 },
      },
    ];
  });
}

async function project({ pool, store }: FilledLedger): Promise<void> {
  const projector = new Projector(pool, store);
  while ((await projector.applyNext()) > 0);
  while (await projector.stepCampaign());
}

async function rebuilt({ pool, store }: FilledLedger): Promise<void> {
  const { switched, differences } = await rebuild({ pool, store });
  if (!switched) throw new Error(`the rebuilt read models differ: ${JSON.stringify(differences)}`);
}

type CopiedRows = ReadonlyMap<string, readonly Buffer[]>;

/** The final rows in the server's own text, held in memory. */
async function copiedOut(pool: Pool): Promise<CopiedRows> {
  const copied = new Map<string, readonly Buffer[]>();
  const client = await pool.connect();
  try {
    for (const table of TABLES) {
      const chunks: Buffer[] = [];
      for await (const chunk of client.query(copyTo(`COPY ${READING}.${table} TO STDOUT`)))
        chunks.push(chunk as Buffer);
      copied.set(table, chunks);
    }
  } finally {
    client.release();
  }
  return copied;
}

async function readAndCopy({ pool, store }: FilledLedger, rows: CopiedRows): Promise<void> {
  await readLog(store);
  await makeSchema(pool, FLOOR);
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    for (const [table, chunks] of rows) {
      await pipeline(Readable.from(chunks), client.query(copyFrom(`COPY ${FLOOR}.${table} FROM STDIN`)));
    }
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

async function readLog(store: PostgresEventStore): Promise<void> {
  for (let after = ORIGIN; ;) {
    const { events, checkpoint } = await store.readAll({ after, limit: EVENTS_A_READ });
    if (events.length === 0) return;
    after = checkpoint;
  }
}
