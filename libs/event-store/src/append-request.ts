/** What an append must be before a store looks at it, and what can be made ready before the head of the log is locked. */
import { parseDay } from '@ledger/time';
import type { EventContent, StreamName } from '@ledger/vocabulary';
import { placeOf } from './position.js';
import { NO_STREAM, type AppendRequest } from './port.js';
import { bodyHalves, type BodyHalves } from './stored-event.js';

export interface PreparedEvent {
  readonly content: EventContent;
  readonly fingerprint: string;
  readonly halves: BodyHalves;
}

export interface PreparedAppend {
  readonly stream: StreamName;
  /** The revision of the stream's last event that the writer has seen; -1 for none. */
  readonly expected: number;
  readonly events: readonly PreparedEvent[];
  readonly condition: { readonly subjects: readonly StreamName[]; readonly after: number } | undefined;
  readonly now: number;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Kind, dash, id; printable, so that every store can index it. */
const STREAM_NAME = /^[a-z]+-[!-~]{1,100}$/;
const TYPE_NAME = /^[A-Za-z][A-Za-z0-9]{0,99}$/;
/** Any printable encoding of a digest. */
const FINGERPRINT = /^[!-~]{1,200}$/;
/** A household of fifty and their divisions have room; a flood of index rows has not. */
const MOST_SUBJECTS_AN_EVENT = 500;
/** Schema versions and revisions are stored in four bytes. */
const GREATEST_VERSION = 2_147_483_647;
/** The last instant whose year has four digits. */
export const LAST_INSTANT = Date.UTC(10_000, 0) - 1;

/** UUIDs are one whatever the case of their letters (RFC 9562 section 4); the log holds the lower one. */
export function canonicalId(id: string): string {
  return id.toLowerCase();
}

export function isUuid(id: string): boolean {
  return UUID.test(id);
}

/** @throws TypeError where the caller has a bug: these are never the sender's doing, deciders have seen the event before. */
export function prepare(request: AppendRequest): PreparedAppend {
  const { stream, expected, events, condition, now } = request;
  insist(STREAM_NAME.test(stream), 'an append names its stream');
  insist(events.length > 0, 'an append has at least one event');
  insist(
    expected === NO_STREAM || (Number.isSafeInteger(expected) && expected >= 0),
    'the expected revision is a whole number from 0, or no-stream',
  );
  insist(
    Number.isSafeInteger(now) && now >= 0 && now <= LAST_INSTANT,
    'the clock gives milliseconds since 1970',
  );
  if (condition)
    insist(
      condition.subjects.every((subject) => STREAM_NAME.test(subject)),
      'a condition names subjects',
    );
  return {
    stream,
    expected: expected === NO_STREAM ? -1 : expected,
    events: events.map(({ content, fingerprint }) => prepareEvent(content, fingerprint, stream)),
    condition: condition && { subjects: condition.subjects, after: placeOf(condition.after) },
    now,
  };
}

function prepareEvent(given: EventContent, fingerprint: string, stream: StreamName): PreparedEvent {
  const content = { ...given, id: canonicalId(given.id) };
  const { id, type, schemaVersion, subjects, effectiveOn } = content;
  insist(isUuid(id), 'the id of an event is a UUID');
  insist(TYPE_NAME.test(type), 'the type of an event is a name');
  insist(
    Number.isSafeInteger(schemaVersion) && schemaVersion >= 1 && schemaVersion <= GREATEST_VERSION,
    'schema versions count from 1',
  );
  insist(parseDay(effectiveOn) !== undefined, 'effectiveOn is a calendar date');
  insist(
    subjects.length > 0 && subjects.length <= MOST_SUBJECTS_AN_EVENT,
    `an event has 1 to ${MOST_SUBJECTS_AN_EVENT} subjects`,
  );
  insist(
    subjects.every((subject) => STREAM_NAME.test(subject)),
    'subjects are named as streams are',
  );
  insist(new Set(subjects).size === subjects.length, 'an event names each subject once');
  insist(FINGERPRINT.test(fingerprint), 'an event has a fingerprint');
  return { content, fingerprint, halves: bodyHalves(content, stream) };
}

function insist(holds: boolean, law: string): asserts holds {
  if (!holds) throw new TypeError(law);
}
