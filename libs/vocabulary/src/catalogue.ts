/** The event catalogue (`domain/events.md`): every type the ledger knows, in the catalogue's order. */
import type { z } from 'zod';
import { eventCorrected, eventVoided, voidingReversed } from './amendment.events.js';
import { disabilityCertificateEnded, disabilityCertified } from './disability.events.js';
import { employmentEnded, employmentStarted } from './employment.events.js';
import type { EventTypeDefinition } from './event-type.js';
import {
  householdEconomyVerified,
  householdEstablished,
  householdMemberJoined,
  householdMemberLeft,
} from './household.events.js';
import { housingConditionVerified, publicRentalAllocated, publicRentalVacated } from './housing.events.js';
import { hukouTransferApplied, hukouTransferCompleted, hukouTransferRejected } from './hukou.events.js';
import {
  insuranceContributionPaid,
  insuranceEnrolled,
  insuranceParticipationEnded,
} from './insurance.events.js';
import { ruralRightEnded, ruralRightRegistered } from './land.events.js';
import { pensionBenefitEnded, pensionBenefitStarted } from './pension.events.js';
import { personDied, personRegistered } from './person.events.js';
import { parameterSet, ruleSetActivated } from './policy.events.js';
import { povertyExitMarked, povertyHouseholdRegistered, povertyReturnMarked } from './poverty.events.js';
import { refusalRecorded } from './refusal.events.js';
import {
  residenceChanged,
  residencePermitIssued,
  urbanArrivalRecorded,
  urbanResidenceEnded,
} from './residence.events.js';
import { schoolEnrolled, schoolLeft } from './school.events.js';
import { statusEnded, statusRecognised } from './status.events.js';

export const EVENT_TYPES = {
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
  EventVoided: eventVoided,
  EventCorrected: eventCorrected,
  VoidingReversed: voidingReversed,
  RefusalRecorded: refusalRecorded,
} as const satisfies Readonly<Record<string, EventTypeDefinition>>;

export type EventTypeName = keyof typeof EVENT_TYPES;

type Immutable<T> = T extends readonly (infer Item)[]
  ? readonly Immutable<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Immutable<T[Key]> }
    : T;

/** The payload of an event type, readonly throughout. */
export type DataOf<Type extends EventTypeName> = Immutable<z.output<(typeof EVENT_TYPES)[Type]['data']>>;

export const EVENT_TYPE_NAMES = Object.keys(EVENT_TYPES) as readonly EventTypeName[];

export function isEventType(name: string): name is EventTypeName {
  return Object.hasOwn(EVENT_TYPES, name);
}

export function definitionOf(type: EventTypeName): EventTypeDefinition<EventTypeName> {
  return EVENT_TYPES[type];
}
