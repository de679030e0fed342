/** What an event changes: where it leaves every fact as it was, nobody need be judged anew. */
import { sameValues } from '@ledger/time';
import type { EventTypeName } from '@ledger/vocabulary';
import type { KnownStream } from './as-known.js';
import { foldedOf } from './case.js';
import type { StatedFact } from './fact.js';

/**
 * Rules also look at these one by one (`inEachEmployment`) or by place (`housingVerifiedIn`): the fact over all of them
 * may stay as it was while one of those looks changes.
 */
const SEEN_APART: ReadonlySet<string> = new Set<EventTypeName>([
  'EmploymentStarted',
  'EmploymentEnded',
  'HousingConditionVerified',
]);

/** Whether an event of a type may change an answer by way of a fact: how its stream stood before it, and after it. */
export function mayChange(fact: StatedFact, type: string, before: KnownStream, after: KnownStream): boolean {
  if (fact.perMember === true || SEEN_APART.has(type)) return true;
  return !sameValues(foldedOf(fact, before), foldedOf(fact, after));
}
