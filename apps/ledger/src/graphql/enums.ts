/** The contract's enumerations: its names to the words that the libraries use. */
import { registerEnumType } from '@nestjs/graphql';

export const EntitlementStatus = {
  ENTITLED: 'entitled',
  NOT_ENTITLED: 'not-entitled',
  UNDETERMINED: 'undetermined',
} as const;
registerEnumType(EntitlementStatus, { name: 'EntitlementStatus' });

export const Verdict = { YES: 'yes', NO: 'no', UNKNOWN: 'unknown' } as const;
registerEnumType(Verdict, { name: 'Verdict' });

export const Per = { ONCE: 'once', DAY: 'day', MONTH: 'month', TERM: 'term', YEAR: 'year' } as const;
registerEnumType(Per, { name: 'Per' });

export const HouseholdKind = {
  HUKOU: 'HUKOU',
  LIVING: 'LIVING',
  POVERTY_REGISTER: 'POVERTY_REGISTER',
  LAND_CONTRACT: 'LAND_CONTRACT',
} as const;
registerEnumType(HouseholdKind, { name: 'HouseholdKind' });

export const FindingKind = {
  UNSERVED: 'unserved',
  INELIGIBLE_IN_RECEIPT: 'ineligible-in-receipt',
  UNDERPAID: 'underpaid',
  OVERPAID: 'overpaid',
  DECISION_OUT_OF_DATE: 'decision-out-of-date',
  UNDETERMINED: 'undetermined',
  CONFLICTING_FACTS: 'conflicting-facts',
  DOUBLE_BENEFIT: 'double-benefit',
  BREACH: 'breach',
  OVERDUE: 'overdue',
} as const;
registerEnumType(FindingKind, { name: 'FindingKind' });

export const Standing = { IN_FORCE: 'in-force', CORRECTED: 'corrected', VOIDED: 'voided' } as const;
export type Standing = (typeof Standing)[keyof typeof Standing];
registerEnumType(Standing, { name: 'Standing' });

export const RecordOutcome = {
  RECORDED: 'recorded',
  ALREADY_RECORDED: 'already-recorded',
  REFUSED: 'refused',
} as const;
export type RecordOutcome = (typeof RecordOutcome)[keyof typeof RecordOutcome];
registerEnumType(RecordOutcome, { name: 'RecordOutcome' });
