/**
 * Who owns which fact: the write column of `domain/data-sharing.md` and the owners of `domain/events.md`, as one table
 * over every event type. Where a type is written by several departments, a word of its payload or the kind of the
 * household says which one owns this event.
 */
import {
  definitionOf,
  type DataOf,
  type Department,
  type EventTypeName,
  type HouseholdKind,
  type InsuranceScheme,
  type RuralRight,
  type StatusKind,
} from '@ledger/vocabulary';

type Owners = readonly Department[];

/** 户籍户、共同生活家庭、建档立卡户、承包农户 (`domain/README.md`) */
const HOUSEHOLDS: Readonly<Record<HouseholdKind, Owners>> = {
  HUKOU: ['PSB'],
  LIVING: ['MCA'],
  POVERTY_REGISTER: ['POV'],
  LAND_CONTRACT: ['AGRI'],
};

const STATUSES: Readonly<Record<StatusKind, Owners>> = {
  DIBAO: ['MCA'],
  TEKUN: ['MCA'],
  LOW_INCOME: ['MCA'],
  ORPHAN: ['MCA'],
  UNSUPPORTED_CHILD: ['MCA'],
  CHILD_IN_HARDSHIP: ['MCA'],
  LEFT_BEHIND_CHILD: ['MCA'],
  EMPLOYMENT_HARDSHIP: ['HRSS'],
  ZERO_EMPLOYMENT_FAMILY: ['HRSS'],
  SEVERE_MENTAL: ['HEALTH'],
};

/** Maternity insurance was merged into medical insurance in 2019 (国办发〔2019〕10号); before, it was HRSS's. */
const SCHEMES: Readonly<Record<InsuranceScheme, Owners>> = {
  RES_PENSION: ['HRSS'],
  EMP_PENSION: ['HRSS'],
  GOV_PENSION: ['HRSS'],
  RES_MED: ['HSA'],
  EMP_MED: ['HSA'],
  CRIT_ILL: ['HSA'],
  UNEMP: ['HRSS'],
  INJURY: ['HRSS'],
  MATERNITY: ['HSA', 'HRSS'],
};

const RURAL_RIGHT_REGISTERS: Readonly<Record<RuralRight, Owners>> = {
  CONTRACT_LAND: ['AGRI'],
  HOMESTEAD: ['LAND'],
  COLLECTIVE_MEMBERSHIP: ['AGRI'],
};

type OwnersOf<Type extends EventTypeName> = (
  data: DataOf<Type>,
  household: HouseholdKind | undefined,
) => Owners;

/** The catalogue's owners, whatever the event says. */
const catalogued =
  <Type extends EventTypeName>(type: Type): OwnersOf<Type> =>
  () =>
    definitionOf(type).owners;

const byHousehold =
  <Type extends EventTypeName>(type: Type): OwnersOf<Type> =>
  (_, household) =>
    household ? HOUSEHOLDS[household] : definitionOf(type).owners;

const OWNERS: { readonly [Type in EventTypeName]: OwnersOf<Type> } = {
  PersonRegistered: catalogued('PersonRegistered'),
  PersonDied: catalogued('PersonDied'),
  DisabilityCertified: catalogued('DisabilityCertified'),
  DisabilityCertificateEnded: catalogued('DisabilityCertificateEnded'),
  HouseholdEstablished: ({ kind }) => HOUSEHOLDS[kind],
  HouseholdMemberJoined: byHousehold('HouseholdMemberJoined'),
  HouseholdMemberLeft: byHousehold('HouseholdMemberLeft'),
  HouseholdEconomyVerified: catalogued('HouseholdEconomyVerified'),
  PovertyHouseholdRegistered: catalogued('PovertyHouseholdRegistered'),
  PovertyExitMarked: catalogued('PovertyExitMarked'),
  PovertyReturnMarked: catalogued('PovertyReturnMarked'),
  UrbanArrivalRecorded: catalogued('UrbanArrivalRecorded'),
  ResidenceChanged: catalogued('ResidenceChanged'),
  UrbanResidenceEnded: catalogued('UrbanResidenceEnded'),
  ResidencePermitIssued: catalogued('ResidencePermitIssued'),
  HukouTransferApplied: catalogued('HukouTransferApplied'),
  HukouTransferCompleted: catalogued('HukouTransferCompleted'),
  HukouTransferRejected: catalogued('HukouTransferRejected'),
  EmploymentStarted: catalogued('EmploymentStarted'),
  EmploymentEnded: catalogued('EmploymentEnded'),
  SchoolEnrolled: catalogued('SchoolEnrolled'),
  SchoolLeft: catalogued('SchoolLeft'),
  InsuranceEnrolled: ({ scheme }) => SCHEMES[scheme],
  InsuranceContributionPaid: ({ scheme }) => SCHEMES[scheme],
  InsuranceParticipationEnded: ({ scheme }) => SCHEMES[scheme],
  PensionBenefitStarted: catalogued('PensionBenefitStarted'),
  PensionBenefitEnded: catalogued('PensionBenefitEnded'),
  StatusRecognised: ({ kind }) => STATUSES[kind],
  StatusEnded: ({ kind }) => STATUSES[kind],
  HousingConditionVerified: catalogued('HousingConditionVerified'),
  PublicRentalAllocated: catalogued('PublicRentalAllocated'),
  PublicRentalVacated: catalogued('PublicRentalVacated'),
  RuralRightRegistered: ({ kind }) => RURAL_RIGHT_REGISTERS[kind],
  RuralRightEnded: ({ kind }) => RURAL_RIGHT_REGISTERS[kind],
  RuleSetActivated: catalogued('RuleSetActivated'),
  ParameterSet: catalogued('ParameterSet'),
  EventVoided: catalogued('EventVoided'),
  EventCorrected: catalogued('EventCorrected'),
  VoidingReversed: catalogued('VoidingReversed'),
  RefusalRecorded: catalogued('RefusalRecorded'),
};

/**
 * The departments that may record this event.
 * @param household kind of the household in whose stream it stands
 */
export function ownersOf<Type extends EventTypeName>(
  type: Type,
  data: DataOf<Type>,
  household?: HouseholdKind,
): Owners {
  return OWNERS[type](data, household);
}
