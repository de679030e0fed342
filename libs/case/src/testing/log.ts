/** Logs written by hand: labels for ids, one line an event, in the order in which the ledger learned of them. */
import {
  partsOf,
  subjectsOf,
  type Confidence,
  type DataOf,
  type EventTypeName,
  type JsonObject,
  type Position,
  type RecordedEvent,
  type StreamName,
} from '@ledger/vocabulary';

/** An event that has no place in the log yet. */
export interface Said {
  readonly id: string;
  readonly stream: StreamName;
  readonly type: EventTypeName;
  readonly on: string;
  readonly data: object;
  readonly until?: string;
  readonly confidence?: Confidence;
}

type More = Partial<Pick<Said, 'id' | 'until' | 'confidence'>>;
type Say = <Type extends EventTypeName>(type: Type, on: string, data: DataOf<Type>, more?: More) => Said;

const POSITION_DIGITS = 6;

/** The place of the n-th event of a log, from 1. */
export const placeOf = (number: number): Position =>
  String(number).padStart(POSITION_DIGITS, '0') as Position;

/** What is said in one stream; an event without a label of its own is called by its type and day. */
export function sayingIn(stream: StreamName): Say {
  return (type, on, data, more) => ({ id: `${type}@${on}`, stream, type, on, data, ...more });
}

/** Of the person whom most specs are about. */
export const HER: StreamName = 'person-her';
export const her = sayingIn(HER);

export const corrected = (
  target: Said,
  data: object,
  {
    effectiveOn,
    id = `correction of ${target.id}`,
  }: { readonly effectiveOn?: string; readonly id?: string } = {},
): Said => ({
  id,
  stream: target.stream,
  type: 'EventCorrected',
  on: effectiveOn ?? target.on,
  data: {
    corrects: target.id,
    data,
    reason: 'found on review',
    ...(effectiveOn !== undefined && { effectiveOn }),
  },
});

export const voided = (target: Said, id = `voiding of ${target.id}`): Said => ({
  id,
  stream: target.stream,
  type: 'EventVoided',
  on: target.on,
  data: { voids: target.id, reason: 'never happened' },
});

export const reversed = (voiding: Said, id = `reversal of ${voiding.id}`): Said => ({
  id,
  stream: voiding.stream,
  type: 'VoidingReversed',
  on: voiding.on,
  data: { reverses: voiding.id, reason: 'voided in error' },
});

/** The events with their places in the log. */
export function logOf(said: readonly Said[]): readonly RecordedEvent[] {
  const revisions = new Map<StreamName, number>();
  return said.map(({ id, stream, type, on, data, until, confidence = 'verified' }, index) => {
    const revision = revisions.get(stream) ?? 0;
    revisions.set(stream, revision + 1);
    return {
      id,
      type,
      schemaVersion: 1,
      stream,
      revision,
      subjects: subjectsOf(type, stream, data as JsonObject),
      position: placeOf(index + 1),
      recordedAt: '2020-01-01T00:00:00.000Z',
      effectiveOn: on,
      ...(until !== undefined && { effectiveUntil: until }),
      source: { department: partsOf(stream).kind === 'division' ? 'NDRC' : 'PSB' },
      confidence,
      evidence: [],
      data: data as JsonObject,
      digest: '',
    };
  });
}
