/** A standing question with an unwelcome answer, on the days on which it is open (design §8). */
import type { Day } from '@ledger/time';

export const FINDING_KINDS = [
  'unserved',
  'ineligible-in-receipt',
  'underpaid',
  'overpaid',
  'decision-out-of-date',
  'undetermined',
  'conflicting-facts',
  'double-benefit',
  'breach',
  'overdue',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** Contradictions between facts (`events.md` §1.16) that this build looks for. */
export const CONFLICT_CODES = [
  'C-ID-MISMATCH',
  'C-AFTER-DEATH',
  'C-RESIDENCE-OVERLAP',
  'C-LATE-PERMIT',
  'C-DOUBLE-PENSION',
  'C-DOUBLE-MED',
  'C-POV-VS-MCA',
  'C-ART16-SUSPECT',
] as const;
export type ConflictCode = (typeof CONFLICT_CODES)[number];

/** Safeguards that do not hold: an unlawful demand that the ledger refused, and harm that was done all the same. */
export const BREACH_CODES = ['LAND_RIGHTS_CONDITION', 'UNLAWFUL_TAKEBACK'] as const;
export type BreachCode = (typeof BREACH_CODES)[number];

export interface Finding {
  readonly kind: FindingKind;
  /** The conflict's code (`events.md` §1.16) or the refusal's; null where the entitlement says it. */
  readonly code: ConflictCode | BreachCode | null;
  readonly entitlement: string | null;
  readonly from: Day;
  /** exclusive */
  readonly until: Day;
  /** What it rests on, by event id; in the same order whenever it is asked for. */
  readonly events: readonly string[];
}
