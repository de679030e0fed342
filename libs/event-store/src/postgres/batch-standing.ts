/** The log as the appends of one batch find it: what was read under the lock of its head, and what those before them add. */
import type { Client } from 'pg';
import type { KnownEvent, Standing } from '../admission.js';
import type { PreparedAppend } from '../append-request.js';
import { instantText, type StoredEvent } from '../stored-event.js';

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

export class BatchStanding implements Standing {
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
    for (const { position, recorded_at: recordedAt, ...event } of known) {
      const place = Number(position);
      this.#known.set(event.id, { ...event, place, recordedAt: instantText(Number(recordedAt)) });
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

/** Begins the transaction and takes the lock. One round trip: the statements are sent without waiting for each other. */
export async function lookUnderLock(
  client: Client,
  batch: readonly PreparedAppend[],
): Promise<BatchStanding> {
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
      : client.query<{ subject: string; position: string | null }>({
          ...FIND_LAST_ABOUT,
          values: [[...subjects]],
        }),
  ]);
  const at = asked(head.rows[0]);
  return new BatchStanding(
    Number(at.position),
    Number(at.recorded_at ?? 0),
    known.rows,
    revisions.rows,
    lastAbout.rows,
  );
}

/** What was asked for has been answered. */
function asked<T>(answer: T | undefined): T {
  if (answer === undefined) throw new Error('the log has not answered what it was asked');
  return answer;
}
