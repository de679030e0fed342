/** From a person to the households he or she shares, and to what of them counts. */
import { constant, type Ground, type Timeline, type Unknown } from '@ledger/time';
import {
  HouseholdCase,
  overMembership,
  PersonCase,
  type Case,
  type FactTimeline,
  type HouseholdKind,
} from '@ledger/case';
import type { Evaluate } from './evaluate.js';
import { chosen } from './law-time.js';

/** What a person's households of a kind say, each on the days of membership. */
export function ofHouseholds<T>(
  person: PersonCase,
  kind: HouseholdKind,
  outside: T,
  evaluate: Evaluate<T>,
  because: Ground = null,
): Timeline<T> {
  let timeline = constant<T>(outside, because);
  for (const { household, membership } of person.households(kind)) {
    timeline = overMembership(timeline, evaluate(household), membership.relation);
  }
  return timeline;
}

/** What a household's housing, as verified in a place that may change over time, says. */
export function inPlace<T>(
  place: FactTimeline,
  household: Case,
  evaluate: Evaluate<T>,
): Timeline<T | Unknown> {
  return chosen(place, (where) => evaluate(householdOf(household).housingVerifiedIn(where)));
}

export function personOf(subject: Case): PersonCase {
  if (subject instanceof PersonCase) return subject;
  throw new Error('this condition is about a person');
}

export function householdOf(subject: Case): HouseholdCase {
  if (subject instanceof HouseholdCase) return subject;
  throw new Error('this condition is about a household');
}
