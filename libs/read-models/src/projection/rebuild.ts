/**
 * Rebuilds the read models beside the live ones and switches to them when they have caught up and agree (design §7).
 * Readers notice nothing; a projector goes on where it was, because rows and ids are the same.
 */
import type { ClientBase, Pool, PoolClient } from 'pg';
import { SERVICE_ROLE, type EventStore } from '@ledger/event-store';
import { Projector, READING } from './projector.js';

const BESIDE = 'reading_beside';
const TABLES = ['checkpoint', 'subject', 'campaign', 'campaign_ahead', 'entitlement', 'membership', 'finding'] as const;
/** What readers see; the rest says how far the projector is. */
const ANSWERS = ['entitlement', 'membership', 'finding'] as const;
/** A rebuild shares its transactions among more events than a projector that must be prompt. */
const EVENTS_A_BATCH = 4_000;

export interface RebuildReport {
  readonly events: number;
  /** Rows that only the live, or only the rebuilt, read models have. */
  readonly differences: readonly { readonly table: string; readonly onlyLive: number; readonly onlyRebuilt: number }[];
  readonly switched: boolean;
}

export interface RebuildOptions {
  /** As the owner of the tables. */
  readonly pool: Pool;
  readonly store: EventStore;
  /** Switch although the answers differ: after a change of the projection's code. */
  readonly acceptDifferences?: boolean;
  readonly onProgress?: (events: number) => void;
}

export async function rebuild({ pool, store, acceptDifferences = false, onProgress }: RebuildOptions): Promise<RebuildReport> {
  await inTransaction(pool, (client) => makeSchema(client, BESIDE));
  const projector = new Projector(pool, store, BESIDE);
  let events = 0;
  const catchUp = async (): Promise<void> => {
    for (let applied = await projector.applyNext(EVENTS_A_BATCH); applied > 0; applied = await projector.applyNext(EVENTS_A_BATCH)) {
      events += applied;
      onProgress?.(events);
    }
    while (await projector.stepCampaign());
  };
  await catchUp();
  for (;;) {
    const report = await inTransaction(pool, async (client) => {
      if (!(await sameCheckpoint(client))) return undefined;
      const differences = await differencesOf(client);
      const switched = acceptDifferences || differences.every(({ onlyLive, onlyRebuilt }) => onlyLive + onlyRebuilt === 0);
      if (switched) await switchOver(client);
      return { events, differences, switched };
    });
    if (report) return report;
    await catchUp();
  }
}

/** Empty tables like the live ones. */
export async function makeSchema(client: ClientBase, schema: string): Promise<void> {
  await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
  await client.query(`CREATE SCHEMA ${schema}`);
  for (const table of TABLES) await client.query(`CREATE TABLE ${schema}.${table} (LIKE ${READING}.${table} INCLUDING ALL)`);
  await client.query(`INSERT INTO ${schema}.checkpoint (position) VALUES (0)`);
  await client.query(`GRANT USAGE ON SCHEMA ${schema} TO ${SERVICE_ROLE}`);
  await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${SERVICE_ROLE}`);
}

/** Holds the live projector at its checkpoint; both must stand there with no campaign running. */
async function sameCheckpoint(client: ClientBase): Promise<boolean> {
  await client.query(`LOCK TABLE ${READING}.checkpoint IN EXCLUSIVE MODE`);
  const { rows } = await client.query<{ same: boolean }>(
    `SELECT a.position = b.position AND NOT EXISTS (SELECT FROM ${READING}.campaign WHERE NOT finished) AS same
     FROM ${READING}.checkpoint a, ${BESIDE}.checkpoint b`,
  );
  return rows[0]?.same ?? false;
}

async function differencesOf(client: ClientBase): Promise<RebuildReport['differences']> {
  const differences: { table: string; onlyLive: number; onlyRebuilt: number }[] = [];
  for (const table of ANSWERS) {
    const { rows } = await client.query<{ only_live: string; only_rebuilt: string }>(
      `SELECT (SELECT count(*) FROM (TABLE ${READING}.${table} EXCEPT ALL TABLE ${BESIDE}.${table}) l) AS only_live,
              (SELECT count(*) FROM (TABLE ${BESIDE}.${table} EXCEPT ALL TABLE ${READING}.${table}) r) AS only_rebuilt`,
    );
    differences.push({ table, onlyLive: Number(rows[0]?.only_live), onlyRebuilt: Number(rows[0]?.only_rebuilt) });
  }
  return differences;
}

async function switchOver(client: ClientBase): Promise<void> {
  await client.query(`DROP SCHEMA ${READING} CASCADE`);
  await client.query(`ALTER SCHEMA ${BESIDE} RENAME TO ${READING}`);
}

async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
