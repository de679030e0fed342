/** Every event type with its preconditions (`domain/events.md`): a type that is forgotten does not compile. */
import type { EventTypeName } from '@ledger/vocabulary';
import { NOTHING_MORE, type Decider } from './decider.js';
import { disabilityCertificateEnded, disabilityCertified } from './disability.decider.js';
import { employmentEnded, employmentStarted } from './employment.decider.js';
import {
  householdEconomyVerified,
  householdEstablished,
  householdMemberJoined,
  householdMemberLeft,
} from './household.decider.js';
import { housingConditionVerified, publicRentalAllocated, publicRentalVacated } from './housing.decider.js';
import { hukouTransferApplied, hukouTransferCompleted, hukouTransferRejected } from './hukou.decider.js';
import {
  insuranceContributionPaid,
  insuranceEnrolled,
  insuranceParticipationEnded,
} from './insurance.decider.js';
import { ruralRightEnded, ruralRightRegistered } from './land.decider.js';
import { pensionBenefitEnded, pensionBenefitStarted } from './pension.decider.js';
import { personDied, personRegistered } from './person.decider.js';
import { parameterSet, ruleSetActivated } from './policy.decider.js';
import { povertyExitMarked, povertyHouseholdRegistered, povertyReturnMarked } from './poverty.decider.js';
import {
  residenceChanged,
  residencePermitIssued,
  urbanArrivalRecorded,
  urbanResidenceEnded,
} from './residence.decider.js';
import { schoolEnrolled, schoolLeft } from './school.decider.js';
import { statusEnded, statusRecognised } from './status.decider.js';

/** Amendments are decided with what they amend, in `amendment.decider.ts`; a refusal is the ledger's own. */
const DECIDERS = {
  PersonRegistered: personRegistered,
  PersonDied: personDied,
  DisabilityCertified: disabilityCertified,
  DisabilityCertificateEnded: disabilityCertificateEnded,
  HouseholdEstablished: householdEstablished,
  HouseholdMemberJoined: householdMemberJoined,
  HouseholdMemberLeft: householdMemberLeft,
  HouseholdEconomyVerified: householdEconomyVerified,
  PovertyHouseholdRegistered: povertyHouseholdRegistered,
  PovertyExitMarked: povertyExitMarked,
  PovertyReturnMarked: povertyReturnMarked,
  UrbanArrivalRecorded: urbanArrivalRecorded,
  ResidenceChanged: residenceChanged,
  UrbanResidenceEnded: urbanResidenceEnded,
  ResidencePermitIssued: residencePermitIssued,
  HukouTransferApplied: hukouTransferApplied,
  HukouTransferCompleted: hukouTransferCompleted,
  HukouTransferRejected: hukouTransferRejected,
  EmploymentStarted: employmentStarted,
  EmploymentEnded: employmentEnded,
  SchoolEnrolled: schoolEnrolled,
  SchoolLeft: schoolLeft,
  InsuranceEnrolled: insuranceEnrolled,
  InsuranceContributionPaid: insuranceContributionPaid,
  InsuranceParticipationEnded: insuranceParticipationEnded,
  PensionBenefitStarted: pensionBenefitStarted,
  PensionBenefitEnded: pensionBenefitEnded,
  StatusRecognised: statusRecognised,
  StatusEnded: statusEnded,
  HousingConditionVerified: housingConditionVerified,
  PublicRentalAllocated: publicRentalAllocated,
  PublicRentalVacated: publicRentalVacated,
  RuralRightRegistered: ruralRightRegistered,
  RuralRightEnded: ruralRightEnded,
  RuleSetActivated: ruleSetActivated,
  ParameterSet: parameterSet,
  EventVoided: NOTHING_MORE,
  EventCorrected: NOTHING_MORE,
  VoidingReversed: NOTHING_MORE,
  RefusalRecorded: NOTHING_MORE,
} satisfies { readonly [Type in EventTypeName]: Decider<Type> };

export function deciderOf(type: EventTypeName): Decider<EventTypeName> {
  return DECIDERS[type] as Decider<EventTypeName>;
}
