/** A standing question with an unwelcome answer, on the days on which it is open (design §8). */
import type { Day } from '@ledger/time';

export type FindingKind =
  | 'unserved'
  | 'ineligible-in-receipt'
  | 'underpaid'
  | 'overpaid'
  | 'decision-out-of-date'
  | 'undetermined'
  | 'conflicting-facts'
  | 'double-benefit'
  | 'breach'
  | 'overdue';

export interface Finding {
  readonly kind: FindingKind;
  /** The conflict's code (`events.md` §1.16) or the refusal's; null where the entitlement says it. */
  readonly code: string | null;
  readonly entitlement: string | null;
  readonly from: Day;
  /** exclusive */
  readonly until: Day;
  /** What it rests on, by event id, in the order of the log. */
  readonly events: readonly string[];
}
