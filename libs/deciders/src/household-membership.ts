/** Who belongs to which household of a kind: a person is in one of each kind at a time. */
import { membershipsOf } from '@ledger/case';
import { day, END, piecesOf, valueAt, type Day } from '@ledger/time';
import { partsOf, type HouseholdKind, type StreamName } from '@ledger/vocabulary';
import type { Knowledge } from './knowledge.js';
import { refuse, type Proposal, type Refusal } from './proposal.js';

/** The relation to the head on a day, or null where the person does not belong. */
export function relationOn(known: Knowledge, household: StreamName, person: string, on: Day): string | null {
  const membership = membershipsOf(known.known(household)).get(person);
  return membership ? valueAt(membership.relation, on) : null;
}

export function membersOn(known: Knowledge, household: StreamName, on: Day): readonly string[] {
  const memberships = [...membershipsOf(known.known(household)).values()];
  return memberships.filter(({ relation }) => valueAt(relation, on) !== null).map(({ person }) => person);
}

/**
 * Whether a person who joins would belong to two households of a kind on any day: on the first, or later, until he or
 * she is known to leave again.
 */
export function isMemberElsewhere(known: Knowledge, joining: Proposal, person: string): boolean {
  const kind = known.householdKindOf(joining.stream);
  const from = day(joining.effectiveOn);
  const until =
    joining.effectiveUntil === undefined
      ? nextLeaving(known, joining.stream, person, from)
      : day(joining.effectiveUntil);
  return known.world
    .person(person)
    .households(kind ?? 'HUKOU')
    .filter(({ household }) => household.id !== partsOf(joining.stream).id)
    .some(({ membership }) =>
      piecesOf(membership.relation).some(
        (piece) => piece.value !== null && piece.from < until && from < piece.until,
      ),
    );
}

function nextLeaving(known: Knowledge, household: StreamName, person: string, after: Day): Day {
  const leavings = known.known(household).ofType('HouseholdMemberLeft');
  return leavings.find(({ from, data }) => data.personId === person && from > after)?.from ?? END;
}

/** Some events are about households of one kind only. */
export function householdKindObjection(
  known: Knowledge,
  { stream }: Proposal,
  kind: HouseholdKind,
): Refusal | undefined {
  return known.householdKindOf(stream) === kind
    ? undefined
    : refuse('INVALID_FIELD', 'household', 'householdKind');
}
