/** The event log of record in PostgreSQL (`migrations/0001_event_log.sql`). */
import { Pool, type ClientConfig, type QueryResultRow } from 'pg';
import type { Position, RecordedEvent, StreamName, Subject } from '@ledger/vocabulary';
import { canonicalId, isUuid, LAST_INSTANT, prepare, type PreparedAppend } from '../append-request.js';
import { Hints } from '../hints.js';
import { placeOf, positionOf } from '../position.js';
import {
  ORIGIN,
  type AppendRequest,
  type AppendResult,
  type EventStore,
  type LogBatch,
  type LogHead,
} from '../port.js';
import { checkedLimit, followOn, readOn, type Following, type ReadStretch } from '../reading.js';
import { instantText, recordedFrom } from '../stored-event.js';
import { AppendQueue } from './append-queue.js';
import { LogListener } from './log-listener.js';
import { LogWriter } from './log-writer.js';

/** Readers of one process; the writer and the listener have connections of their own. */
const READERS = 4;
/** A server that is there answers sooner; an append that cannot connect is answered "unknown". */
const CONNECT_WAIT_MS = 5_000;
/** Events a reader with a filter looks at before it says how far it is: some milliseconds' worth. */
const STRETCH = 2_000;

/** As text or whole number only: what pg would make of a timestamp or a date, a JavaScript Date, is never selected. */
const EVENT = `e.position, e.body, encode(e.digest, 'hex') AS digest`;

interface EventRow {
  readonly position: string;
  readonly body: string;
  readonly digest: string;
}

export class PostgresEventStore implements EventStore {
  readonly #pool: Pool;
  readonly #ownsPool: boolean;
  readonly #writer: LogWriter;
  readonly #listener: LogListener;
  readonly #queue: AppendQueue;
  readonly #hints = new Hints();
  #closed = false;

  /** A connection string, or the pool to read with; what a given pool connects to is also written to, and it is left open. */
  constructor(source: string | Pool) {
    this.#ownsPool = typeof source === 'string';
    this.#pool = typeof source === 'string' ? poolFor(source) : source;
    const config = connectionOf(this.#pool);
    this.#writer = new LogWriter(config);
    this.#listener = new LogListener(config, this.#hints);
    this.#queue = new AppendQueue((batch) => this.#write(batch));
  }

  async append(request: AppendRequest): Promise<AppendResult> {
    this.#insistOpen();
    return this.#queue.append(prepare(request));
  }

  async readStream(
    stream: StreamName,
    options: { fromRevision?: number; limit?: number; backwards?: boolean } = {},
  ): Promise<readonly RecordedEvent[]> {
    const { fromRevision = null, backwards = false } = options;
    const limit = options.limit === undefined ? null : checkedLimit(options.limit);
    return this.#events(backwards ? READ_BACKWARDS : READ_FORWARDS, [stream, fromRevision, limit]);
  }

  async readStreams(streams: readonly StreamName[], upTo?: Position): Promise<readonly RecordedEvent[]> {
    return this.#events(READ_STREAMS, [streams, upTo === undefined ? null : placeOf(upTo)]);
  }

  async readSubjects(subjects: readonly Subject[], upTo?: Position): Promise<readonly RecordedEvent[]> {
    return this.#events(READ_SUBJECTS, [subjects, upTo === undefined ? null : placeOf(upTo)]);
  }

  async readAll({ after, limit, filter }: Parameters<EventStore['readAll']>[0]): Promise<LogBatch> {
    return readOn(this.#readStretch, { after, limit: checkedLimit(limit), filter });
  }

  follow(options: Following): AsyncIterable<LogBatch> {
    this.#listener.start();
    return followOn(this.#readStretch, this.#hints, options);
  }

  async findEvents(ids: readonly string[]): Promise<readonly RecordedEvent[]> {
    return this.#events(FIND_EVENTS, [ids.map(canonicalId).filter(isUuid)]);
  }

  async fingerprintOf(id: string): Promise<string | undefined> {
    const canonical = canonicalId(id);
    if (!isUuid(canonical)) return undefined;
    const [row] = await this.#rows<{ fingerprint: string }>(FINGERPRINT, [canonical]);
    return row?.fingerprint;
  }

  async head(): Promise<LogHead> {
    const [row] = await this.#rows<{ position: string; recorded_at: string | null }>(HEAD, []);
    if (!row) throw new Error('log.head has no row');
    return {
      position: positionOf(row.position),
      recordedAt: row.recorded_at && instantText(Number(row.recorded_at)),
    };
  }

  async positionAt(instant: number): Promise<Position> {
    if (Number.isNaN(instant)) throw new TypeError('an instant is milliseconds since 1970');
    if (instant < 0) return ORIGIN;
    const at = instantText(Math.floor(Math.min(instant, LAST_INSTANT)));
    const [row] = await this.#rows<{ position: string }>(POSITION_AT, [at]);
    return row ? positionOf(row.position) : ORIGIN;
  }

  /** Waits for the appends under way. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#hints.raise();
    await this.#queue.drained();
    await Promise.all([this.#writer.close(), this.#listener.close()]);
    if (this.#ownsPool) await this.#pool.end();
  }

  readonly #readStretch: ReadStretch = async ({ after, limit, filter }) => {
    const most = Math.min(limit, STRETCH);
    if (!filter?.types && !filter?.streamKinds) {
      const events = await this.#events(READ_ALL, [placeOf(after), most]);
      return { events, checkpoint: events.at(-1)?.position ?? after };
    }
    const rows = await this.#rows<Partial<EventRow> & { seen: string | null }>(READ_MATCHING, [
      placeOf(after),
      most,
      STRETCH,
      filter.types ?? null,
      filter.streamKinds ?? null,
    ]);
    const events = rows.flatMap(({ position, body, digest }) =>
      position && body && digest ? recordedFrom(body, position, digest) : [],
    );
    const seen = events.length === most ? events.at(-1)?.position : rows[0]?.seen;
    return { events, checkpoint: seen ? positionOf(seen) : after };
  };

  async #write(batch: readonly PreparedAppend[]): Promise<readonly AppendResult[]> {
    const results = await this.#writer.write(batch);
    this.#hints.raise(); // sooner than the server's own word of it
    return results;
  }

  async #events(statement: Statement, values: readonly unknown[]): Promise<readonly RecordedEvent[]> {
    const rows = await this.#rows<EventRow>(statement, values);
    return rows.map(({ position, body, digest }) => recordedFrom(body, position, digest));
  }

  async #rows<Row extends QueryResultRow>(
    statement: Statement,
    values: readonly unknown[],
  ): Promise<readonly Row[]> {
    this.#insistOpen();
    const { rows } = await this.#pool.query<Row>({ ...statement, values: [...values] });
    return rows;
  }

  #insistOpen(): void {
    if (this.#closed) throw new Error('the event store is closed');
  }
}

interface Statement {
  /** Prepared once a connection. */
  readonly name: string;
  readonly text: string;
}

const READ_FORWARDS: Statement = {
  name: 'log.read-forwards',
  text: `SELECT ${EVENT} FROM log.event e WHERE stream = $1 AND revision >= coalesce($2::integer, 0) ORDER BY revision LIMIT $3`,
};

const READ_BACKWARDS: Statement = {
  name: 'log.read-backwards',
  text: `
    SELECT ${EVENT} FROM log.event e
    WHERE stream = $1 AND revision <= coalesce($2::integer, 2147483647) ORDER BY revision DESC LIMIT $3`,
};

/** `+ 0`: a table without statistics yet would else be searched through the index of positions too, end to end. */
const READ_STREAMS: Statement = {
  name: 'log.read-streams',
  text: `
    SELECT ${EVENT} FROM log.event e
    WHERE stream = ANY($1::text[]) AND position + 0 <= coalesce($2::bigint, 9223372036854775807) ORDER BY position`,
};

const READ_SUBJECTS: Statement = {
  name: 'log.read-subjects',
  text: `
    SELECT ${EVENT} FROM (
      SELECT DISTINCT position FROM log.event_subject
      WHERE subject = ANY($1::text[]) AND position <= coalesce($2::bigint, 9223372036854775807)
    ) about JOIN log.event e USING (position) ORDER BY position`,
};

const READ_ALL: Statement = {
  name: 'log.read-all',
  text: `SELECT ${EVENT} FROM log.event e WHERE position > $1 ORDER BY position LIMIT $2`,
};

/** At least one row, so that the end of the stretch is known where nothing in it matches. */
const READ_MATCHING: Statement = {
  name: 'log.read-matching',
  text: `
    WITH stretch AS MATERIALIZED (
      SELECT position, type, stream FROM log.event WHERE position > $1 ORDER BY position LIMIT $3
    ), matching AS (
      SELECT position FROM stretch
      WHERE ($4::text[] IS NULL OR type = ANY($4)) AND ($5::text[] IS NULL OR split_part(stream, '-', 1) = ANY($5))
      ORDER BY position LIMIT $2
    )
    SELECT seen.position AS seen, ${EVENT}
    FROM (SELECT max(position) AS position FROM stretch) seen
    LEFT JOIN (matching JOIN log.event e USING (position)) ON true
    ORDER BY e.position`,
};

const FIND_EVENTS: Statement = {
  name: 'log.find-events',
  text: `SELECT ${EVENT} FROM log.event e WHERE id = ANY($1::uuid[]) ORDER BY position`,
};

const FINGERPRINT: Statement = {
  name: 'log.fingerprint',
  text: 'SELECT fingerprint FROM log.event WHERE id = $1',
};

const HEAD: Statement = {
  name: 'log.head',
  text: 'SELECT position, (extract(epoch FROM recorded_at) * 1000)::bigint AS recorded_at FROM log.head',
};

const POSITION_AT: Statement = {
  name: 'log.position-at',
  text: 'SELECT position FROM log.event WHERE recorded_at <= $1::timestamptz ORDER BY recorded_at DESC, position DESC LIMIT 1',
};

function poolFor(connectionString: string): Pool {
  const pool = new Pool({
    connectionString,
    max: READERS,
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_WAIT_MS,
  });
  pool.on('error', () => undefined); // an idle connection was lost: the pool has dropped it, the next read opens another
  return pool;
}

/** The pool keeps its password out of what can be listed or logged, and so out of a spread. */
function connectionOf({ options }: Pool): ClientConfig {
  return {
    connectionTimeoutMillis: CONNECT_WAIT_MS,
    ...options,
    ...(options.password !== undefined && { password: options.password }),
  };
}
