/**
 * The transaction of one batch, on a connection of its own. Two round trips: take the head's lock and look, then insert
 * and commit; statements of one trip are sent without waiting for each other (`pipeline`).
 */
import { Client, type ClientConfig } from 'pg';
import { admit, placesOf } from '../admission.js';
import type { PreparedAppend } from '../append-request.js';
import type { AppendResult } from '../port.js';
import type { StoredEvent } from '../stored-event.js';
import { lookUnderLock, type BatchStanding } from './batch-standing.js';
import { CHANNEL } from './log-listener.js';

/** How long an append may wait for other processes to let go of the head of the log. */
const LOCK_WAIT_MS = 10_000;
/** A writer that has stopped in the middle, a suspended process, must not stop the others for longer than they wait. */
const IDLE_IN_TRANSACTION_MS = 8_000;
/** When no answer has come by then, none is expected, and the outcome is unknown. Longer than the lock may take. */
const ANSWER_WAIT_MS = 15_000;

/**
 * Columns come as lines of one text: an array's literal would have to be quoted and unquoted, a sixth of the time of the
 * whole transaction. No value has a line break: canonical JSON escapes it, and the rest is checked to be printable.
 */
const column = (parameter: number, type: string): string =>
  `string_to_array($${parameter}, E'\\n')::${type}[]`;

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

export class LogWriter {
  #client: Client | undefined;

  constructor(private readonly config: ClientConfig) {}

  /** One result an append, in order. Rejects where it cannot be said whether the batch was written. One batch at a time. */
  async write(batch: readonly PreparedAppend[]): Promise<readonly AppendResult[]> {
    const client = this.#client ?? (await this.#connect());
    try {
      const standing = await lookUnderLock(client, batch);
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

function enter(append: PreparedAppend, standing: BatchStanding): AppendResult {
  const admission = admit(append, standing);
  if (!admission.admitted) return admission.result;
  standing.add(admission.events);
  return { outcome: 'appended', places: placesOf(admission.events) };
}

async function insert(client: Client, events: readonly StoredEvent[]): Promise<void> {
  const last = events.at(-1) as StoredEvent;
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
