/** Every finding about one case, over its whole life, as known. */
import type { Case, HouseholdCase, PersonCase } from '@ledger/case';
import type { Finding } from './finding.js';
import { unlawfulTakeback } from './household.findings.js';
import {
  afterDeath,
  doubleMedical,
  doublePension,
  idMismatch,
  landCondition,
  latePermit,
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

export function findingsOf(subject: Case): readonly Finding[] {
  return subject.kind === 'person'
    ? OF_A_PERSON.flatMap((question) => question(subject))
    : OF_A_HOUSEHOLD.flatMap((question) => question(subject));
}
