/**
 * The preconditions that every event has (`events.md`, G1 to G6), in the order in which they are asked: the subject is
 * known, the department owns the fact, the divisions exist, the day is neither to come nor outside the person's life.
 */
import { mayRecord } from '@ledger/access';
import { DIVISIONS } from '@ledger/case';
import { day } from '@ledger/time';
import { definitionOf, partsOf, type EventTypeName, type StreamName } from '@ledger/vocabulary';
import type { Knowledge } from './knowledge.js';
import { namedIn, subjectOf } from './named.js';
import { isOfType, refuse, type Proposal, type Refusal } from './proposal.js';

export function generalObjection(event: Proposal, known: Knowledge): Refusal | undefined {
  return (
    streamObjection(event, known) ??
    namedSubjectObjection(event.type, event.data, known) ??
    ownerObjection(event, known) ??
    divisionObjection(event, event.data, known) ??
    periodObjection(event) ??
    futureObjection(event, known) ??
    lifetimeObjection(event, known)
  );
}

/** G1: nothing stands in a stream before its person is registered, its household established. */
function streamObjection({ type, stream }: Proposal, known: Knowledge): Refusal | undefined {
  const { kind, id } = partsOf(stream);
  if (!definitionOf(type).streams.includes(kind)) return refuse('INVALID_FIELD', kind, 'wrongStream');
  switch (kind) {
    case 'person':
    case 'household':
      if (type === 'PersonRegistered' || type === 'HouseholdEstablished') return undefined;
      return known.isRegistered(stream) ? undefined : refuse('UNKNOWN_SUBJECT', kind);
    case 'division':
      return DIVISIONS.ancestors(id).length > 0 ? undefined : refuse('UNKNOWN_DIVISION', kind);
    case 'decision':
    case 'complaint':
      return known.exists(stream) ? undefined : refuse('UNKNOWN_SUBJECT', kind);
  }
}

/** Whoever a payload names is known as well; a fact about nobody is no fact. */
export function namedSubjectObjection(
  type: EventTypeName,
  data: object,
  known: Knowledge,
): Refusal | undefined {
  for (const named of namedIn(type, data)) {
    if (named.kind !== 'person' && named.kind !== 'household') continue;
    if (known.isRegistered(subjectOf(named))) continue;
    return refuse(
      'UNKNOWN_SUBJECT',
      named.field,
      named.kind === 'person' ? 'personUnknown' : 'householdUnknown',
    );
  }
  return undefined;
}

/** G5. */
export function ownerObjection(
  { source, type, data, stream }: Proposal,
  known: Knowledge,
): Refusal | undefined {
  const verdict = mayRecord(source, type, data, known.householdKindOf(stream));
  return verdict === 'allowed' ? undefined : refuse(verdict, 'source.department');
}

/**
 * G6: codes are good on the day that the event speaks of. Those of a registration are asked of the day of recording,
 * because it takes effect at birth; a place that somebody leaves need only have been a place once.
 * @param data the payload, or the changed part of it
 */
export function divisionObjection(event: Proposal, data: object, known: Knowledge): Refusal | undefined {
  const { division } = event.source;
  const on = day(event.effectiveOn);
  const asked = event.type === 'PersonRegistered' ? known.today : on;
  for (const { kind, id, field } of namedIn(event.type, data)) {
    if (kind !== 'division') continue;
    const good = field === 'from.division' ? DIVISIONS.ancestors(id).length > 0 : DIVISIONS.exists(id, asked);
    if (!good) return refuse('UNKNOWN_DIVISION', field);
  }
  if (division === undefined || DIVISIONS.exists(division, known.today) || DIVISIONS.exists(division, on))
    return undefined;
  return refuse('UNKNOWN_DIVISION', 'source.division');
}

export function periodObjection({ effectiveOn, effectiveUntil }: Proposal): Refusal | undefined {
  if (effectiveUntil === undefined || effectiveUntil > effectiveOn) return undefined;
  return refuse('INVALID_PERIOD', 'effectiveUntil');
}

/** G4. */
export function futureObjection({ type, effectiveOn }: Proposal, known: Knowledge): Refusal | undefined {
  const inFuture = day(effectiveOn) > known.today && !definitionOf(type).mayBeFuture;
  return inFuture ? refuse('EFFECTIVE_IN_FUTURE', 'effectiveOn') : undefined;
}

/** What may take effect after a death: whatever ends or leaves (G2), and the ledger's own traces. */
const AFTER_DEATH = /(Ended|Left)$|^RefusalRecorded$/;

/** G2 and G3: a person's facts lie within the person's life. */
export function lifetimeObjection(event: Proposal, known: Knowledge): Refusal | undefined {
  const on = day(event.effectiveOn);
  for (const { person, field } of personsConcerned(event)) {
    if (on < known.birthOf(person)) return refuse('EFFECTIVE_BEFORE_BIRTH', field);
    if (AFTER_DEATH.test(event.type)) continue;
    if (on > (known.deathOf(person) ?? on)) return refuse('EFFECTIVE_AFTER_DEATH', field);
  }
  return undefined;
}

interface Concerned {
  readonly person: StreamName;
  /** What to correct, should the day not lie in this person's life. */
  readonly field: string;
}

/** The person of the stream, and those whom an event makes members of a household. */
function personsConcerned(event: Proposal): readonly Concerned[] {
  const { stream } = event;
  if (partsOf(stream).kind === 'person') {
    return event.type === 'PersonRegistered' ? [] : [{ person: stream, field: 'effectiveOn' }];
  }
  const joins =
    isOfType(event, 'HouseholdMemberJoined') ||
    isOfType(event, 'HouseholdEstablished') ||
    isOfType(event, 'PovertyHouseholdRegistered');
  if (!joins) return [];
  return namedIn(event.type, event.data)
    .filter(({ kind }) => kind === 'person')
    .map((named) => ({ person: subjectOf(named), field: named.field }));
}
