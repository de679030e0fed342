/** Whom an event is about, as a line names it. */
import { validate as isUuid } from 'uuid';
import {
  readNationalId,
  refusalMessage,
  STREAM_KINDS,
  type EventTypeDefinition,
  type StreamKind,
} from '@ledger/vocabulary';
import { badSubjectId, EVENT_MESSAGES, onlyOneSubject, subjectMissing, wrongSubject } from './messages.js';
import { refused, type Read } from './refusal.js';

export type CommandSubject =
  | { readonly kind: StreamKind; readonly id: string }
  /** Eighteen characters, checked. The recording path finds the person; nobody logs it. */
  | { readonly kind: 'person'; readonly nationalId: string };

/** A person whom the event itself brings into the ledger; the id follows from the event's. */
export const NEW_PERSON = 'new-person';

const DIVISION_CODE = /^(\d{6}|\d{12})$/;

/** The one type of event that needs no subject: it makes one. */
export function registersPerson(type: string): boolean {
  return type === 'PersonRegistered';
}

/** The subject that a line names, or why it names none of the right kind. `nationalId` of a registration is payload. */
export function readSubject(
  line: Readonly<Record<string, unknown>>,
  { type, streams }: Pick<EventTypeDefinition, 'type' | 'streams'>,
): Read<CommandSubject | typeof NEW_PERSON> {
  const named = STREAM_KINDS.filter((kind) => line[kind] !== undefined);
  const wrong = named.find((kind) => !streams.includes(kind));
  if (wrong)
    return refused(
      'INVALID_FIELD',
      named.length > 1 ? onlyOneSubject(streams) : wrongSubject(streams),
      wrong,
    );
  const [kind, second] = named;
  if (second) return refused('INVALID_FIELD', onlyOneSubject(streams), second);
  const byNumber = line['nationalId'] !== undefined && !registersPerson(type);
  if (byNumber && kind) return refused('INVALID_FIELD', EVENT_MESSAGES.personTwice, 'nationalId');
  if (byNumber) return readNumber(line['nationalId'], streams);
  if (kind) return readId(kind, line[kind]);
  if (registersPerson(type)) return { value: NEW_PERSON };
  return refused('MISSING_FIELD', subjectMissing(streams), streams[0] ?? 'person');
}

function readId(kind: StreamKind, id: unknown): Read<CommandSubject> {
  const text = typeof id === 'string' ? id.toLowerCase() : '';
  const isRight = kind === 'division' ? DIVISION_CODE.test(text) : isUuid(text);
  return isRight ? { value: { kind, id: text } } : refused('INVALID_FIELD', badSubjectId(kind), kind);
}

function readNumber(number: unknown, streams: readonly StreamKind[]): Read<CommandSubject> {
  if (!streams.includes('person')) return refused('INVALID_FIELD', wrongSubject(streams), 'nationalId');
  const reading = typeof number === 'string' ? readNationalId(number) : undefined;
  if (!reading?.ok)
    return refused('INVALID_NATIONAL_ID', refusalMessage('INVALID_NATIONAL_ID'), 'nationalId');
  return { value: { kind: 'person', nationalId: reading.canonical } };
}
