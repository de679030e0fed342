/**
 * The transaction of one batch, on a connection of its own. Two round trips: take the head's lock and look, then insert
 * and commit; statements of one trip are sent without waiting for each other (`pipeline`).
 */
import { Client, type ClientConfig } from 'pg';
import { admit, placesOf, type KnownEvent, type Standing } from '../admission.js';
import type { PreparedAppend } from '../append-request.js';
import type { AppendResult } from '../port.js';
import { instantText, type StoredEvent } from '../stored-event.js';
import { CHANNEL } from './log-listener.js';

/** How long an append may wait for other processes to let go of the head of the log. */
const LOCK_WAIT_MS = 10_000;
/** A writer that has stopped in the middle, a suspended process, must not stop the others for longer than they wait. */
const IDLE_IN_TRANSACTION_MS = 8_000;
/** When no answer has come by then, none is expected, and the outcome is unknown. Longer than the lock may take. */
const ANSWER_WAIT_MS = 15_000;

/** Below REPEATABLE READ each statement sees what was committed before it began: what was waited for is seen. */
const BEGIN = 'BEGIN ISOLATION LEVEL READ COMMITTED';

const LOCK_HEAD = {
  name: 'log.lock-head',
  text: `SELECT position, (extract(epoch FROM recorded_at) * 1000)::bigint AS recorded_at FROM log.head FOR UPDATE`,
};

const FIND_IDS = {
  name: 'log.find-ids',
  text: `
    SELECT position, id, stream, revision, (extract(epoch FROM recorded_at) * 1000)::bigint AS recorded_at, fingerprint
    FROM log.event WHERE id = ANY($1::uuid[])`,
};

const FIND_REVISIONS = {
  name: 'log.find-revisions',
  text: `
    SELECT asked.stream,
      (SELECT e.revision FROM log.event e WHERE e.stream = asked.stream ORDER BY e.revision DESC LIMIT 1) AS revision
    FROM unnest($1::text[]) AS asked (stream)`,
};

const FIND_LAST_ABOUT = {
  name: 'log.find-last-about',
  text: `
    SELECT asked.subject,
      (SELECT s.position FROM log.event_subject s WHERE s.subject = asked.subject ORDER BY s.position DESC LIMIT 1) AS position
    FROM unnest($1::text[]) AS asked (subject)`,
};

/**
 * Columns come as lines of one text: an array's literal would have to be quoted and unquoted, a sixth of the time of the
 * whole transaction. No value has a line break: canonical JSON escapes it, and the rest is checked to be printable.
 */
const column = (parameter: number, type: string): string => `string_to_array($${parameter}, E'\\n')::${type}[]`;

const INSERT = {
  name: 'log.insert',
  text: `
    WITH events AS (
      INSERT INTO log.event
        (position, id, stream, revision, type, schema_version, recorded_at, effective_on, body, digest, fingerprint)
      SELECT position, id, stream, revision, type, schema_version, recorded_at, effective_on, body, decode(digest, 'hex'), fingerprint
      FROM unnest(
        ${column(1, 'bigint')}, ${column(2, 'uuid')}, ${column(3, 'text')}, ${column(4, 'integer')}, ${column(5, 'text')},
        ${column(6, 'integer')}, ${column(7, 'timestamptz')}, ${column(8, 'date')}, ${column(9, 'text')},
        ${column(10, 'text')}, ${column(11, 'text')}
      ) AS new (position, id, stream, revision, type, schema_version, recorded_at, effective_on, body, digest, fingerprint)
    ), subjects AS (
      INSERT INTO log.event_subject (subject, position) SELECT * FROM unnest(${column(12, 'text')}, ${column(13, 'bigint')})
    ), head AS (
      UPDATE log.head SET position = $14, recorded_at = $15
    )
    SELECT pg_notify('${CHANNEL}', '')`,
};

interface HeadRow {
  readonly position: string;
  readonly recorded_at: string | null;
}

interface KnownRow {
  readonly position: string;
  readonly id: string;
  readonly stream: KnownEvent['stream'];
  readonly revision: number;
  readonly recorded_at: string;
  readonly fingerprint: string;
}

export class LogWriter {
  #client: Client | undefined;

  constructor(private readonly config: ClientConfig) {}

  /** One result an append, in order. Rejects where it cannot be said whether the batch was written. One batch at a time. */
  async write(batch: readonly PreparedAppend[]): Promise<readonly AppendResult[]> {
    const client = this.#client ?? (await this.#connect());
    try {
      const standing = await look(client, batch);
      const results = batch.map((append) => enter(append, standing));
      if (standing.added.length === 0) await client.query('ROLLBACK');
      else await insert(client, standing.added);
      return results;
    } catch (error) {
      this.#drop(client); // what the server has of the transaction ends with the connection
      throw error;
    }
  }

  async close(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    await client?.end();
  }

  async #connect(): Promise<Client> {
    const client = new Client({
      ...this.config,
      pipeline: true,
      keepAlive: true,
      lock_timeout: LOCK_WAIT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
      query_timeout: ANSWER_WAIT_MS,
    });
    client.on('error', () => this.#drop(client)); // lost while idle: the next batch opens another
    await client.connect();
    this.#client = client;
    return client;
  }

  #drop(client: Client): void {
    if (this.#client === client) this.#client = undefined;
    void client.end().catch(() => undefined);
  }
}

/** What was found under the lock, and on top of it what the appends of the batch before this one add. */
class BatchStanding implements Standing {
  readonly added: StoredEvent[] = [];
  readonly #known = new Map<string, KnownEvent>();
  readonly #revisions = new Map<string, number>();
  readonly #lastAbout = new Map<string, number>();

  constructor(
    public head: number,
    public recordedAt: number,
    known: readonly KnownRow[],
    revisions: readonly { readonly stream: string; readonly revision: number | null }[],
    lastAbout: readonly { readonly subject: string; readonly position: string | null }[],
  ) {
    for (const row of known) {
      this.#known.set(row.id, { ...row, place: Number(row.position), recordedAt: instantText(Number(row.recorded_at)) });
    }
    for (const { stream, revision } of revisions) this.#revisions.set(stream, revision ?? -1);
    for (const { subject, position } of lastAbout) this.#lastAbout.set(subject, Number(position ?? 0));
  }

  eventOf(id: string): KnownEvent | undefined {
    return this.#known.get(id);
  }

  revisionOf(stream: string): number {
    return asked(this.#revisions.get(stream));
  }

  lastAbout(subject: string): number {
    return asked(this.#lastAbout.get(subject));
  }

  add(events: readonly StoredEvent[]): void {
    for (const event of events) {
      this.added.push(event);
      this.#known.set(event.id, event);
      this.#revisions.set(event.stream, event.revision);
      for (const subject of event.subjects) this.#lastAbout.set(subject, event.place);
      this.head = event.place;
      this.recordedAt = Date.parse(event.recordedAt);
    }
  }
}

function enter(append: PreparedAppend, standing: BatchStanding): AppendResult {
  const admission = admit(append, standing);
  if (!admission.admitted) return admission.result;
  standing.add(admission.events);
  return { outcome: 'appended', places: placesOf(admission.events) };
}

async function look(client: Client, batch: readonly PreparedAppend[]): Promise<BatchStanding> {
  const ids = batch.flatMap(({ events }) => events.map(({ content }) => content.id));
  const streams = new Set(batch.map(({ stream }) => stream));
  const subjects = new Set(batch.flatMap(({ condition }) => condition?.subjects ?? []));
  const [, head, known, revisions, lastAbout] = await Promise.all([
    client.query(BEGIN),
    client.query<HeadRow>(LOCK_HEAD),
    client.query<KnownRow>({ ...FIND_IDS, values: [ids] }),
    client.query<{ stream: string; revision: number | null }>({ ...FIND_REVISIONS, values: [[...streams]] }),
    subjects.size === 0
      ? { rows: [] }
      : client.query<{ subject: string; position: string | null }>({ ...FIND_LAST_ABOUT, values: [[...subjects]] }),
  ]);
  const at = asked(head.rows[0]);
  return new BatchStanding(Number(at.position), Number(at.recorded_at ?? 0), known.rows, revisions.rows, lastAbout.rows);
}

async function insert(client: Client, events: readonly StoredEvent[]): Promise<void> {
  const last = asked(events.at(-1));
  const [, commit] = await Promise.all([
    client.query({ ...INSERT, values: [...columnsOf(events), last.place, last.recordedAt] }),
    client.query('COMMIT'),
  ]);
  // A COMMIT behind a failed statement is answered ROLLBACK; the statement has rejected by then.
  if (commit.command !== 'COMMIT') throw new Error(`COMMIT was answered ${commit.command}`);
}

function columnsOf(events: readonly StoredEvent[]): readonly string[] {
  const lines = (valueOf: (event: StoredEvent) => string | number): string => events.map(valueOf).join('\n');
  return [
    lines(({ place }) => place),
    lines(({ id }) => id),
    lines(({ stream }) => stream),
    lines(({ revision }) => revision),
    lines(({ type }) => type),
    lines(({ schemaVersion }) => schemaVersion),
    lines(({ recordedAt }) => recordedAt),
    lines(({ effectiveOn }) => effectiveOn),
    lines(({ body }) => body),
    lines(({ digest }) => digest),
    lines(({ fingerprint }) => fingerprint),
    lines(({ subjects }) => subjects.join('\n')),
    lines(({ subjects, place }) => subjects.map(() => place).join('\n')),
  ];
}

/** What was asked for has been answered. */
function asked<T>(answer: T | undefined): T {
  if (answer === undefined) throw new Error('the log has not answered what it was asked');
  return answer;
}
