/**
 * Whether an append may enter the log, given what stands in it. Pure, so that every adapter that counts its own positions
 * answers alike: the memory adapter asks its own maps, the PostgreSQL adapter what it has read under the lock.
 */
import type { StreamName, Subject } from '@ledger/vocabulary';
import type { PreparedAppend, PreparedEvent } from './append-request.js';
import { digestOf } from './canonical.js';
import { positionOf } from './position.js';
import {
  MOST_BYTES_AN_EVENT,
  MOST_EVENTS_AN_APPEND,
  type AppendRefusal,
  type AppendResult,
  type Place,
} from './port.js';
import { bodyOf, instantText, type StoredEvent } from './stored-event.js';

/** An event of the log as far as a retry of it is concerned. */
export type KnownEvent = Pick<
  StoredEvent,
  'place' | 'id' | 'stream' | 'revision' | 'recordedAt' | 'fingerprint'
>;

/** The log as an append finds it. */
export interface Standing {
  readonly head: number;
  /** Of the last event, milliseconds UTC; 0 while the log is empty. */
  readonly recordedAt: number;
  eventOf(id: string): KnownEvent | undefined;
  /** The revision of the last event of a stream; -1 if there is none. */
  revisionOf(stream: StreamName): number;
  /** The place of the last event about a subject; 0 if there is none. */
  lastAbout(subject: Subject): number;
}

export type Admission =
  | { readonly admitted: true; readonly events: readonly StoredEvent[] }
  | { readonly admitted: false; readonly result: AppendResult };

/** Repetition is looked for first: a writer whose answer was lost would else be told of a conflict with itself. */
export function admit(append: PreparedAppend, standing: Standing): Admission {
  const { stream, expected, events, condition } = append;
  if (events.length > MOST_EVENTS_AN_APPEND)
    return refuse('TOO_LARGE', `more than ${MOST_EVENTS_AN_APPEND} events`);

  const known = events.map(({ content }) => standing.eventOf(content.id));
  if (known.some((event) => event !== undefined)) return repetition(append, known);
  if (new Set(events.map(({ content }) => content.id)).size < events.length) {
    return refuse('IDEMPOTENCY_MISMATCH', 'one id stands for two events of the append');
  }

  const revision = standing.revisionOf(stream);
  if (revision !== expected)
    return refuse('WRONG_REVISION', `expected ${spoken(expected)}, ${stream} is at ${spoken(revision)}`);

  const changed = condition?.subjects.find((subject) => standing.lastAbout(subject) > condition.after);
  if (changed !== undefined) return refuse('CONCURRENT_CHANGE', `${changed} has changed since`);

  const recordedAt = instantText(Math.max(append.now, standing.recordedAt));
  const stored = events.map((event, index) =>
    seal(event, stream, standing.head + 1 + index, expected + 1 + index, recordedAt),
  );
  const tooLarge = stored.find(({ body }) => Buffer.byteLength(body) > MOST_BYTES_AN_EVENT);
  if (tooLarge) return refuse('TOO_LARGE', `event ${tooLarge.id} has more than ${MOST_BYTES_AN_EVENT} bytes`);
  return { admitted: true, events: stored };
}

export function placesOf(events: readonly KnownEvent[]): readonly Place[] {
  return events.map(({ id, revision, place, recordedAt }) => ({
    id,
    revision,
    position: positionOf(place),
    recordedAt,
  }));
}

/** All of them there, in this stream, in this order, nothing between, with these fingerprints: the command as it was. */
function repetition(
  { stream, events }: PreparedAppend,
  known: readonly (KnownEvent | undefined)[],
): Admission {
  const before: KnownEvent[] = [];
  for (const [index, event] of known.entries()) {
    const last = before.at(-1);
    if (!event) return refuse('IDEMPOTENCY_MISMATCH', 'some of the events stand in the log, some do not');
    if (event.stream !== stream)
      return refuse('IDEMPOTENCY_MISMATCH', `event ${event.id} stands in another stream`);
    if (event.fingerprint !== events[index]?.fingerprint)
      return refuse('IDEMPOTENCY_MISMATCH', `event ${event.id} was another command`);
    if (last && event.revision !== last.revision + 1)
      return refuse('IDEMPOTENCY_MISMATCH', 'the events stand in another order');
    before.push(event);
  }
  return { admitted: false, result: { outcome: 'already-appended', places: placesOf(before) } };
}

function seal(
  event: PreparedEvent,
  stream: StreamName,
  place: number,
  revision: number,
  recordedAt: string,
): StoredEvent {
  const { id, type, schemaVersion, effectiveOn, subjects } = event.content;
  const body = bodyOf(event.halves, recordedAt, revision);
  const { fingerprint } = event;
  return {
    place,
    id,
    stream,
    revision,
    type,
    schemaVersion,
    recordedAt,
    effectiveOn,
    subjects,
    body,
    digest: digestOf(body),
    fingerprint,
  };
}

function spoken(revision: number): string {
  return revision < 0 ? 'no stream' : `revision ${revision}`;
}

function refuse(code: AppendRefusal, detail: string): Admission {
  return { admitted: false, result: { outcome: 'refused', code, detail } };
}
