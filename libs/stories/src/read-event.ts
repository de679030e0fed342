/** One entry of a story's `events`. */
import { parseDay } from '@ledger/time';
import {
  CONFIDENCES,
  DEPARTMENT_CODES,
  EVENT_TYPE_NAMES,
  inputFieldsOf,
  REFUSAL_CODES,
  STREAM_KINDS,
  type EventTypeName,
  type Evidence,
  type JsonObject,
  type Source,
} from '@ledger/vocabulary';
import { entriesOf, type Entries } from './entries.js';
import { noonOf, parseInstant } from './instant.js';
import type { Labels } from './labels.js';
import type { Located } from './located.js';
import type { Problems } from './problem.js';
import { idNamed, readFields, type PayloadReading } from './read-payload.js';
import type { Step, StoryEvent, StorySubject } from './story.js';

const EVENT_KEYS = [
  'id', 'type', ...STREAM_KINDS, 'on', 'until', 'known', 'by', 'office', 'system', 'officer', 'confidence', 'evidence',
  'data', 'refused', 'field',
] as const; // prettier-ignore
const REPEAT_KEYS = ['repeat', 'known'] as const;

/** An amendment says what it amends and why; the ledger keeps both in its payload. */
const AMENDS = { EventCorrected: 'corrects', EventVoided: 'voids', VoidingReversed: 'reverses' } as const;
type Amendment = keyof typeof AMENDS;

/** What the entries before one have settled. */
export interface Sofar {
  readonly labels: Labels;
  readonly problems: Problems;
  /** Types of events by label, of the whole story. */
  readonly types: ReadonlyMap<string, EventTypeName>;
  /** Events told so far, by label. */
  readonly told: Map<string, StoryEvent>;
  /** The clock. */
  known: number | undefined;
}

/** A step of the story; undefined where too much of it is wrong to send it. */
export function readStep(entry: Entries, index: number, sofar: Sofar): Step | undefined {
  return entry.has('repeat') ? readRepeat(entry, sofar) : readTelling(entry, index, sofar);
}

function readRepeat(entry: Entries, sofar: Sofar): Step | undefined {
  entry.allow(REPEAT_KEYS);
  const label = entry.text('repeat');
  const known = readKnown(entry, undefined, sofar);
  if (label === undefined) return undefined;
  const event = sofar.told.get(label);
  if (!event) sofar.problems.unknown(entry.lineOf('repeat'), 'earlier event', label, sofar.told.keys());
  return event && known !== undefined ? { line: entry.line, event, known, repeated: true } : undefined;
}

function readTelling(entry: Entries, index: number, sofar: Sofar): Step | undefined {
  const { problems } = sofar;
  const type = readType(entry, problems);
  const amends = type && isAmendment(type) ? [AMENDS[type], 'reason'] : [];
  entry.allow(
    type ? [...EVENT_KEYS, ...amends] : [...EVENT_KEYS, ...Object.values(AMENDS), 'reason', 'repeat'],
  );
  const refused = entry.word('refused', 'refusal code', REFUSAL_CODES);
  const field = entry.text('field');
  if (field !== undefined && !entry.has('refused'))
    problems.add(entry.lineOf('field'), 'field goes with refused');
  const reading: PayloadReading = { labels: sofar.labels, problems, strangers: entry.has('refused') };

  const on = entry.has('on') ? entry.date('on') : entry.required('on');
  const known = readKnown(entry, on, sofar);
  const subject = readSubject(entry, sofar.labels, problems);
  const envelope = readEnvelope(entry, problems);
  if (type === undefined || on === undefined || known === undefined || !subject || !envelope)
    return undefined;

  const label = eventLabel(entry, index);
  const event: StoryEvent = {
    id: sofar.labels.introduce('event', label),
    type,
    subject,
    effectiveOn: on,
    ...envelope,
    data: readData(entry, type, on, reading, sofar),
  };
  sofar.told.set(label, event);
  return {
    line: entry.line,
    event,
    known,
    repeated: false,
    ...(refused === undefined ? {} : { refused }),
    ...(field === undefined ? {} : { field }),
  };
}

/** The label of an event, or its number in the story. */
export function eventLabel(entry: Entries, index: number): string {
  const label = entry.scalar('id');
  return typeof label === 'string' ? label : `#${String(index + 1)}`;
}

function readType(entry: Entries, problems: Problems): EventTypeName | undefined {
  if (!entry.has('type')) problems.add(entry.line, 'an event has a type, or repeats an earlier one');
  return entry.word('type', 'event type', EVENT_TYPE_NAMES);
}

function isAmendment(type: EventTypeName): type is Amendment {
  return Object.hasOwn(AMENDS, type);
}

/** Noon of the day on which it took effect, or when the event before was known if that is later. */
function readKnown(entry: Entries, on: string | undefined, sofar: Sofar): number | undefined {
  const written = entry.text('known');
  const stated = written === undefined ? undefined : parseInstant(written);
  if (written !== undefined && stated === undefined) {
    sofar.problems.add(
      entry.lineOf('known'),
      `known: ${written} is no instant; one is written 2019-03-05T09:00:00+08:00`,
    );
  }
  const onDay = on === undefined ? undefined : parseDay(on);
  const noon = onDay === undefined ? -Infinity : noonOf(onDay);
  const known = stated ?? Math.max(noon, sofar.known ?? -Infinity);
  if (stated !== undefined && sofar.known !== undefined && stated < sofar.known) {
    sofar.problems.add(
      entry.lineOf('known'),
      'the ledger learned of the event before this one later: known never decreases',
    );
  }
  if (!Number.isFinite(known)) return undefined;
  sofar.known = known;
  return known;
}

/** Whom an event or an expectation is about: exactly one of the kinds of subject. */
export function readSubject(entry: Entries, labels: Labels, problems: Problems): StorySubject | undefined {
  const [kind, second] = STREAM_KINDS.filter((name) => entry.has(name));
  if (kind === undefined) problems.add(entry.line, `whom it is about is missing: ${STREAM_KINDS.join(', ')}`);
  if (second !== undefined) problems.add(entry.lineOf(second), 'it is about one subject, not two');
  const label = kind && entry.text(kind);
  if (kind === undefined || label === undefined) return undefined;
  if (kind === 'division') return { kind, id: label };
  return { kind, id: idNamed(kind, label, entry.lineOf(kind), { labels, problems, strangers: false }) };
}

function readEvidence(item: Located, problems: Problems): readonly Evidence[] {
  const document = entriesOf(item, 'a document', problems);
  document?.allow(['kind', 'reference', 'sha256']);
  const [kind, reference, sha256] = [
    document?.required('kind'),
    document?.required('reference'),
    document?.text('sha256'),
  ];
  if (kind === undefined || reference === undefined) return [];
  return [{ kind, reference, ...(sha256 === undefined ? {} : { sha256 }) }];
}

type SentEnvelope = Pick<StoryEvent, 'source' | 'effectiveUntil' | 'confidence' | 'evidence'>;

function readEnvelope(entry: Entries, problems: Problems): SentEnvelope | undefined {
  if (!entry.has('by')) problems.add(entry.line, 'by is missing: the department that says so');
  const department = entry.word('by', 'department', DEPARTMENT_CODES);
  const effectiveUntil = entry.date('until');
  const confidence = entry.word('confidence', 'confidence', CONFIDENCES);
  const evidence = entry.list('evidence')?.flatMap((item) => readEvidence(item, problems));
  const office = entry.text('office');
  const system = entry.text('system');
  const officer = entry.text('officer');
  if (department === undefined) return undefined;
  const source: Source = {
    department,
    ...(office === undefined ? {} : { division: office }),
    ...(system === undefined ? {} : { system }),
    ...(officer === undefined ? {} : { officer }),
  };
  return {
    source,
    ...(effectiveUntil === undefined ? {} : { effectiveUntil }),
    ...(confidence === undefined ? {} : { confidence }),
    ...(evidence === undefined ? {} : { evidence }),
  };
}

function readData(
  entry: Entries,
  type: EventTypeName,
  on: string,
  reading: PayloadReading,
  sofar: Sofar,
): JsonObject {
  const written = entry.located('data');
  if (!isAmendment(type)) return written ? readFields(written, inputFieldsOf(type), reading) : {};
  const target = entry.text(AMENDS[type]);
  if (target === undefined && !entry.has(AMENDS[type])) {
    sofar.problems.add(entry.line, `${AMENDS[type]} is missing: the event that it amends`);
  }
  const reason = entry.text('reason');
  const amended = target === undefined ? '' : idNamed('event', target, entry.lineOf(AMENDS[type]), reading);
  const shared = { [AMENDS[type]]: amended, ...(reason === undefined ? {} : { reason }) };
  if (type !== 'EventCorrected') {
    return { ...shared, ...(written ? readFields(written, inputFieldsOf(type), reading) : {}) };
  }
  const corrected = sofar.types.get(target ?? '');
  const data = written && corrected ? readFields(written, inputFieldsOf(corrected), reading) : {};
  return { ...shared, data, effectiveOn: on };
}
