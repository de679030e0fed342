/** Every finding about one case, over its whole life, as known. */
import type { Case, HouseholdCase, PersonCase } from '@ledger/case';
import type { EventTypeName } from '@ledger/vocabulary';
import type { Finding } from './finding.js';
import { unlawfulTakeback } from './household.findings.js';
import {
  afterDeath,
  doubleMedical,
  doublePension,
  idMismatch,
  landCondition,
  latePermit,
  LIFE_EVENTS,
  registerAgainstAssistance,
  residenceOverlap,
  suspectLoss,
} from './person.findings.js';

const OF_A_PERSON: readonly ((person: PersonCase) => readonly Finding[])[] = [
  idMismatch,
  afterDeath,
  residenceOverlap,
  latePermit,
  doublePension,
  doubleMedical,
  registerAgainstAssistance,
  suspectLoss,
  landCondition,
];

const OF_A_HOUSEHOLD: readonly ((household: HouseholdCase) => readonly Finding[])[] = [unlawfulTakeback];

/** Events of a person's stream that may open or close a finding about the person. */
export const FINDINGS_OF_PERSONS_FEED: readonly EventTypeName[] = [
  'PersonRegistered',
  'PersonDied',
  ...LIFE_EVENTS,
  'UrbanResidenceEnded',
  'InsuranceParticipationEnded',
  'PensionBenefitEnded',
  'StatusEnded',
  'RuralRightEnded',
  'RefusalRecorded',
];

/** Events of a household's stream that may open or close a finding about it or about its members. */
export const FINDINGS_OF_HOUSEHOLDS_FEED: readonly EventTypeName[] = [
  'PovertyHouseholdRegistered',
  'PovertyExitMarked',
  'PovertyReturnMarked',
  'StatusRecognised',
  'StatusEnded',
  'RuralRightEnded',
];

/** Households of whose statements a person's findings tell. */
export const KINDS_READ_BY_FINDINGS = ['POVERTY_REGISTER', 'LIVING', 'LAND_CONTRACT'] as const;

/** Figures that a finding turns on. */
export const FIGURES_OF_FINDINGS: ReadonlySet<string> = new Set([
  'residence-permit.issue-days',
  'land.suspect-days',
]);

export function findingsOf(subject: Case): readonly Finding[] {
  return subject.kind === 'person'
    ? OF_A_PERSON.flatMap((question) => question(subject))
    : OF_A_HOUSEHOLD.flatMap((question) => question(subject));
}
