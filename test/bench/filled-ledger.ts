/** A log in PostgreSQL that holds a population, appended by the event store itself. */
import { Pool } from 'pg';
import { migrate, NO_STREAM, PostgresEventStore, type AppendRequest } from '@ledger/event-store';
import type { StreamName } from '@ledger/vocabulary';
import type { Unplaced } from './law.js';
import { withDatabase } from './server.js';

export interface FilledLedger {
  readonly url: string;
  readonly pool: Pool;
  readonly store: PostgresEventStore;
  readonly filler: LogFiller;
  readonly events: number;
}

const CONNECTIONS = 4;
/** Appends under way: they keep their order, and share commits. */
const UNDER_WAY = 400;
const EVENTS_AN_APPEND = 100;

export async function withFilledLedger<T>(
  serverUrl: string,
  events: Iterable<Unplaced>,
  work: (ledger: FilledLedger) => Promise<T>,
): Promise<T> {
  return withDatabase(serverUrl, async (url) => {
    await migrate(url);
    const pool = new Pool({ connectionString: url, max: CONNECTIONS });
    pool.on('error', () => undefined); // the database is dropped while its last connections are closing
    const store = new PostgresEventStore(url);
    const filler = new LogFiller(store);
    try {
      const count = await filler.append(events);
      await pool.query('VACUUM ANALYZE');
      await pool.query('CHECKPOINT');
      return await work({ url, pool, store, filler, events: count });
    } finally {
      await store.close();
      await pool.end();
    }
  });
}

/** Appends events in their order; knows where each stream stands. */
export class LogFiller {
  private readonly revisions = new Map<StreamName, number>();

  constructor(private readonly store: PostgresEventStore) {}

  /** How many there were. */
  async append(events: Iterable<Unplaced>): Promise<number> {
    let count = 0;
    let underWay: Promise<void>[] = [];
    for (const request of this.requestsFor(events)) {
      count += request.events.length;
      underWay.push(this.send(request));
      if (underWay.length < UNDER_WAY) continue;
      await Promise.all(underWay);
      underWay = [];
    }
    await Promise.all(underWay);
    return count;
  }

  private async send(request: AppendRequest): Promise<void> {
    const result = await this.store.append(request);
    if (result.outcome !== 'appended') throw new Error(`not appended: ${result.outcome}`);
  }

  /** Events of one stream that follow one another go together. */
  private *requestsFor(events: Iterable<Unplaced>): Iterable<AppendRequest> {
    let open: { readonly stream: StreamName; readonly events: AppendRequest['events'][number][] } | undefined;
    for (const { stream, content } of events) {
      if (open && (open.stream !== stream || open.events.length === EVENTS_AN_APPEND)) {
        yield this.requestFor(open.stream, open.events);
        open = undefined;
      }
      open ??= { stream, events: [] };
      open.events.push({ content, fingerprint: content.id });
    }
    if (open) yield this.requestFor(open.stream, open.events);
  }

  private requestFor(stream: StreamName, events: AppendRequest['events']): AppendRequest {
    const count = this.revisions.get(stream) ?? 0;
    this.revisions.set(stream, count + events.length);
    return { stream, expected: count === 0 ? NO_STREAM : count - 1, events, now: Date.now() };
  }
}
