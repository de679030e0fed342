/**
 * The one shape that every door makes of an event: a line of an import file, a GraphQL input, a story. What is refused
 * here is refused for its form alone; what the ledger knows is not asked.
 */
import { validate as isUuid } from 'uuid';
import {
  definitionOf,
  EVENT_TYPE_NAMES,
  isEventType,
  message,
  nearestName,
  STREAM_KINDS,
  streamOf,
  validateEnvelope,
  type Confidence,
  type EventTypeName,
  type Evidence,
  type JsonObject,
  type SentEnvelope,
  type Source,
} from '@ledger/vocabulary';
import { eventIdOf, personIdOf } from './event-id.js';
import { EVENT_MESSAGES, unknownType } from './messages.js';
import { readPayload } from './payload.js';
import { refusalsOf, refused, refusedBy, type Read, type Refusal } from './refusal.js';
import { NEW_PERSON, readSubject, registersPerson, type CommandSubject } from './subject.js';

export interface Command {
  /** UUID: the idempotency key. */
  readonly id: string;
  readonly type: EventTypeName;
  readonly subject: CommandSubject;
  readonly effectiveOn: string;
  readonly effectiveUntil?: string;
  readonly source: Source;
  readonly confidence: Confidence;
  readonly evidence: readonly Evidence[];
  readonly causationId?: string;
  readonly correlationId?: string;
  readonly data: JsonObject;
}

export type CommandReading = { readonly command: Command } | { readonly refusals: readonly Refusal[] };

export interface IntakeOptions {
  /**
   * A keyed pseudonym of a checked national ID. From it the id of an event is derived that gives none and names its
   * person by number; unkeyed, the number could be found from the id by trying them all. Without it such an event must
   * bring its own id.
   */
  readonly pseudonymOf?: (nationalId: string) => string;
}

type Fields = Readonly<Record<string, unknown>>;

const ENVELOPE_FIELDS = [
  'id',
  'effectiveOn',
  'effectiveUntil',
  'source',
  'confidence',
  'evidence',
  'causationId',
  'correlationId',
] as const;
const LINE_FIELDS: readonly string[] = ['type', 'data', 'nationalId', ...STREAM_KINDS, ...ENVELOPE_FIELDS];

/** An event is five levels deep at the most; what is far deeper is an attack on whoever walks it. */
const DEEPEST = 32;
/** More reasons than these nobody reads at once. */
const MOST_REFUSALS = 20;
/** A key that looks like an identity number, or is no name at all, is not repeated. */
const SPEAKABLE_KEY = /^(?!.*\d{15})[\w.-]{1,64}$/;

/**
 * Reads what was sent as one event: `{ id?, type, person | household | decision | complaint | division, nationalId?,
 * effectiveOn, effectiveUntil?, source, confidence?, evidence?, causationId?, correlationId?, data }`; null counts as
 * absent. Either the command, or every reason why it is none.
 */
export function toCommand(raw: unknown, options: IntakeOptions = {}): CommandReading {
  const line = readLineObject(raw);
  if ('refusals' in line) return line;
  const reading = readCommand(line.value, options);
  if ('value' in reading) return { command: reading.value };
  const eventId = line.value['id'];
  const named = typeof eventId === 'string' && isUuid(eventId) ? { eventId: eventId.toLowerCase() } : {};
  return { refusals: reading.refusals.slice(0, MOST_REFUSALS).map((refusal) => ({ ...refusal, ...named })) };
}

function readCommand(line: Fields, options: IntakeOptions): Read<Command> {
  const unknown = unknownFields(line);
  const type = readType(line['type']);
  if ('refusals' in type) {
    const envelope = readEnvelope(line);
    return { refusals: refusalsOf(type, unknown, envelope) };
  }
  const definition = definitionOf(type.value);
  const subject = readSubject(line, definition);
  const id =
    line['id'] ?? ('value' in subject ? derivedId(line, type.value, subject.value, options) : undefined);
  const owns = (definition.owners as readonly unknown[]).includes(asFields(line['source'])['department']);
  const envelope = readEnvelope({ confidence: owns ? 'verified' : 'imported', ...line, id });
  const data = readData(type.value, line);
  if ('refusals' in subject || 'refusals' in envelope || 'refusals' in data || 'refusals' in unknown) {
    return { refusals: refusalsOf(unknown, subject, envelope, data) };
  }
  const about: CommandSubject =
    subject.value === NEW_PERSON ? { kind: 'person', id: personIdOf(envelope.value.id) } : subject.value;
  return { value: { ...envelope.value, type: type.value, subject: about, data: data.value } };
}

/** The object of a line, without what is written as null. */
function readLineObject(raw: unknown): Read<Fields> {
  if (!isFields(raw)) return refused('MALFORMED', EVENT_MESSAGES.notAnEvent);
  const fault = structureFault(raw, 0);
  if (fault) return refused('MALFORMED', EVENT_MESSAGES[fault]);
  const given = Object.entries(raw).filter(([, value]) => value !== null && value !== undefined);
  return { value: Object.fromEntries(given) };
}

function structureFault(value: unknown, depth: number): 'nestsTooDeep' | 'reservedKey' | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth === DEEPEST) return 'nestsTooDeep';
  if (Object.hasOwn(value, '__proto__')) return 'reservedKey';
  for (const item of Object.values(value) as readonly unknown[]) {
    const fault = structureFault(item, depth + 1);
    if (fault) return fault;
  }
  return undefined;
}

function unknownFields(line: Fields): Read<undefined> {
  const refusals = Object.keys(line)
    .filter((key) => !LINE_FIELDS.includes(key))
    .map((key): Refusal => {
      const field = SPEAKABLE_KEY.test(key) ? key : '?';
      const nearest = nearestName(key, LINE_FIELDS);
      const said = nearest
        ? message('field.unknownNear', { field, nearest })
        : message('field.unknown', { field });
      return { code: 'UNKNOWN_FIELD', field, message: said };
    });
  return refusals.length > 0 ? { refusals } : { value: undefined };
}

function readType(type: unknown): Read<EventTypeName> {
  if (type === undefined) return refused('MISSING_FIELD', EVENT_MESSAGES.typeMissing, 'type');
  if (typeof type !== 'string')
    return refused('INVALID_FIELD', message('field.notText', { field: 'type' }), 'type');
  if (isEventType(type)) return { value: type };
  return refused('UNKNOWN_TYPE', unknownType(nearestName(type, EVENT_TYPE_NAMES)), 'type');
}

function readEnvelope(line: Fields): Read<SentEnvelope> {
  const sent = Object.fromEntries(
    ENVELOPE_FIELDS.flatMap((field) => (line[field] === undefined ? [] : [[field, line[field]]])),
  );
  const judged = validateEnvelope(sent);
  if (judged.ok) return { value: judged.data };
  return refusedBy(
    judged.problems.map((problem) =>
      problem.code === 'MISSING_FIELD' && problem.field === 'id'
        ? { ...problem, message: EVENT_MESSAGES.idMissing }
        : problem,
    ),
  );
}

/** UUIDv5 of source system, record number, type and subject; undefined where the source gives no record number. */
function derivedId(
  line: Fields,
  type: EventTypeName,
  subject: CommandSubject | typeof NEW_PERSON,
  { pseudonymOf }: IntakeOptions,
): string | undefined {
  const { system, recordNumber } = asFields(line['source']);
  if (typeof system !== 'string' || typeof recordNumber !== 'string') return undefined;
  if (subject === NEW_PERSON) return eventIdOf({ system, recordNumber, type, subject: '' });
  if ('id' in subject)
    return eventIdOf({ system, recordNumber, type, subject: streamOf(subject.kind, subject.id) });
  return pseudonymOf && eventIdOf({ system, recordNumber, type, subject: pseudonymOf(subject.nationalId) });
}

/** The payload; the national ID of a registration may also stand beside it, as for every other event about a person. */
function readData(type: EventTypeName, line: Fields): Read<JsonObject> {
  const { data, nationalId } = line;
  if (data === undefined)
    return refused('MISSING_FIELD', message('field.missing', { field: 'data' }), 'data');
  const beside = registersPerson(type) && nationalId !== undefined;
  if (!beside) return readPayload(type, data);
  const within = asFields(data)['nationalId'] ?? undefined;
  if (within !== undefined && within !== nationalId) {
    return refused('INVALID_FIELD', EVENT_MESSAGES.nationalIdTwice, 'nationalId');
  }
  return readPayload(type, isFields(data) ? { ...data, nationalId } : data);
}

function asFields(value: unknown): Fields {
  return isFields(value) ? value : {};
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
