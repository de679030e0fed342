/** Who belongs where on a day. */
import { HOUSEHOLD_KINDS, type HouseholdKind, type StreamName } from '@ledger/vocabulary';
import type { MembershipInterval } from '@ledger/read-models';
import { contains, type Day } from '@ledger/time';

export interface HouseholdIn {
  readonly stream: StreamName;
  readonly kind: HouseholdKind;
  /** Every stretch of the person's membership in it, whenever. */
  readonly memberDuring: readonly MembershipInterval[];
}

export function onDay(memberships: readonly MembershipInterval[], day: Day): readonly MembershipInterval[] {
  return memberships.filter((membership) => contains(membership, day));
}

/** The households of a person on a day, the one joined last first. */
export function householdsOn(memberships: readonly MembershipInterval[], day: Day): readonly HouseholdIn[] {
  return [...onDay(memberships, day)]
    .sort((a, b) => b.from - a.from)
    .map(({ household, kind }) => ({
      stream: household,
      kind: asHouseholdKind(kind),
      memberDuring: memberships.filter((one) => one.household === household),
    }));
}

export function asHouseholdKind(kind: string | undefined): HouseholdKind {
  const known = HOUSEHOLD_KINDS.find((one) => one === kind);
  if (!known) throw new Error(`not a kind of household: ${String(kind)}`);
  return known;
}
