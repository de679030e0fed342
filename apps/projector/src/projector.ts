/** Follows the log and keeps the read models, until it is told to stop or meets what it cannot apply. */
import { Pool } from 'pg';
import { PostgresEventStore } from '@ledger/event-store';
import { EVENTS_A_BATCH, Projector } from '@ledger/read-models';

export interface ProjectorOptions {
  /** Of the service's role. */
  readonly url: string;
  readonly signal: AbortSignal;
}

/** One projector a ledger at a time: a second one waits here until the first is gone. */
const PROJECTOR_LOCK = 7034127730042n;
/** One for the rows, one that holds the lock. */
const CONNECTIONS = 2;

export async function runProjector({ url, signal }: ProjectorOptions): Promise<void> {
  const pool = new Pool({ connectionString: url, max: CONNECTIONS });
  const store = new PostgresEventStore(url);
  const holder = await pool.connect();
  try {
    await holder.query('SELECT pg_advisory_lock($1)', [String(PROJECTOR_LOCK)]);
    await follow(new Projector(pool, store), store, signal);
  } finally {
    holder.release(true); // the lock goes with its connection
    await store.close();
    await pool.end();
  }
}

async function follow(projector: Projector, store: PostgresEventStore, signal: AbortSignal): Promise<void> {
  const after = await projector.start();
  await runCampaigns(projector, store, signal);
  for await (const batch of store.follow({ after, batchSize: EVENTS_A_BATCH, signal })) {
    await projector.apply(batch.events);
    await runCampaigns(projector, store, signal);
  }
}

/** Steps through campaigns until there is none, or until events wait: they are not held up for longer than a step. */
async function runCampaigns(
  projector: Projector,
  store: PostgresEventStore,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted && (await projector.stepCampaign())) {
    if ((await store.head()).position > projector.reached) return;
  }
}
