/**
 * Rebuilds the read models beside the live ones and switches to them when they have caught up and agree (design §7).
 * Readers notice nothing. A live projector is superseded by the switch and starts again on the new tables.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { ClientBase, Pool, PoolClient } from 'pg';
import { SERVICE_ROLE, type EventStore } from '@ledger/event-store';
import type { Position } from '@ledger/vocabulary';
import { positionOf } from '../stored-position.js';
import { Projector, READING } from './projector.js';
import { switchTo } from './switch-over.js';

const BESIDE = 'reading_beside';
const TABLES = [
  'checkpoint',
  'subject',
  'campaign',
  'campaign_ahead',
  'entitlement',
  'membership',
  'finding',
] as const;
/** What readers see; the rest says how far the projector is. */
const ANSWERS = ['entitlement', 'membership', 'finding'] as const;
/** A rebuild shares its transactions among more events than a projector that must be prompt. */
const EVENTS_A_BATCH = 4_000;
/** One rebuild at a time. */
const REBUILD_LOCK = '7034127730043';
/** The live projector works through a campaign for so long at the most before a rebuild gives up on it. */
const MOST_ROUNDS = 600;
const BETWEEN_ROUNDS_MS = 1_000;

export interface RebuildReport {
  readonly events: number;
  /** Rows that only the live, or only the rebuilt, read models have. */
  readonly differences: readonly {
    readonly table: string;
    readonly onlyLive: number;
    readonly onlyRebuilt: number;
  }[];
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

/** @throws Error where another rebuild runs, or where the live projector stands still with a campaign unfinished */
export async function rebuild({
  pool,
  store,
  acceptDifferences = false,
  onProgress,
}: RebuildOptions): Promise<RebuildReport> {
  const holder = await pool.connect();
  try {
    const { rows } = await holder.query<{ free: boolean }>('SELECT pg_try_advisory_lock($1) AS free', [
      REBUILD_LOCK,
    ]);
    if (!rows[0]?.free) throw new Error('another rebuild is under way');
    await inTransaction(pool, (client) => makeSchema(client, BESIDE));
    const beside = new Beside(new Projector(pool, store, BESIDE), onProgress);
    for (let round = 1; round <= MOST_ROUNDS; round++) {
      await beside.catchUp(await liveCheckpoint(pool));
      const report = await inTransaction(pool, (client) => finish(client, beside, acceptDifferences));
      if (report) return report;
      await wait(BETWEEN_ROUNDS_MS);
    }
    throw new Error(
      'the live read models have an unfinished campaign and do not move: is the projector running?',
    );
  } finally {
    await holder.query('SELECT pg_advisory_unlock($1)', [REBUILD_LOCK]);
    holder.release();
  }
}

class Beside {
  events = 0;

  constructor(
    private readonly projector: Projector,
    private readonly onProgress: ((events: number) => void) | undefined,
  ) {}

  async catchUp(upTo: Position): Promise<void> {
    for (;;) {
      const applied = await this.projector.applyNext(EVENTS_A_BATCH, upTo);
      this.events += applied;
      this.onProgress?.(this.events);
      if (applied === 0) break;
    }
    while (await this.projector.stepCampaign());
  }
}

/** Holds the live projector where it stands, catches up to there, compares, and switches. Undefined: not yet. */
async function finish(
  client: ClientBase,
  beside: Beside,
  acceptDifferences: boolean,
): Promise<RebuildReport | undefined> {
  const { rows } = await client.query<{ position: string }>(
    `SELECT position::text FROM ${READING}.checkpoint FOR UPDATE`,
  );
  const running = await client.query(`SELECT FROM ${READING}.campaign WHERE NOT finished LIMIT 1`);
  if (running.rowCount !== 0) return undefined;
  await beside.catchUp(positionOf(rows[0]?.position ?? '0'));
  const differences = await differencesOf(client);
  const switched =
    acceptDifferences || differences.every(({ onlyLive, onlyRebuilt }) => onlyLive + onlyRebuilt === 0);
  if (switched) await switchTo(client, BESIDE, READING);
  return { events: beside.events, differences, switched };
}

async function liveCheckpoint(pool: Pool): Promise<Position> {
  const { rows } = await pool.query<{ position: string }>(`SELECT position::text FROM ${READING}.checkpoint`);
  return positionOf(rows[0]?.position ?? '0');
}

/** Empty tables like the live ones. */
export async function makeSchema(client: Pick<ClientBase, 'query'>, schema: string): Promise<void> {
  await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
  await client.query(`CREATE SCHEMA ${schema}`);
  for (const table of TABLES)
    await client.query(`CREATE TABLE ${schema}.${table} (LIKE ${READING}.${table} INCLUDING ALL)`);
  await client.query(`INSERT INTO ${schema}.checkpoint (position) VALUES (0)`);
  await client.query(`GRANT USAGE ON SCHEMA ${schema} TO ${SERVICE_ROLE}`);
  await client.query(
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${SERVICE_ROLE}`,
  );
}

async function differencesOf(client: ClientBase): Promise<RebuildReport['differences']> {
  const differences: { table: string; onlyLive: number; onlyRebuilt: number }[] = [];
  for (const table of ANSWERS) {
    const { rows } = await client.query<{ only_live: string; only_rebuilt: string }>(
      `SELECT (SELECT count(*) FROM (TABLE ${READING}.${table} EXCEPT ALL TABLE ${BESIDE}.${table}) l) AS only_live,
              (SELECT count(*) FROM (TABLE ${BESIDE}.${table} EXCEPT ALL TABLE ${READING}.${table}) r) AS only_rebuilt`,
    );
    differences.push({
      table,
      onlyLive: Number(rows[0]?.only_live),
      onlyRebuilt: Number(rows[0]?.only_rebuilt),
    });
  }
  return differences;
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
