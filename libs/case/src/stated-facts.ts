/** Every stated fact of this build, by its contract name (`domain/README.md`, Facts). */
import { disabilityLevel } from './disability.facts.js';
import { employment, employmentCity, employmentDivision } from './employment.facts.js';
import type { StatedFact } from './fact.js';
import {
  assetsWithinLimit,
  headOfHousehold,
  householdIncomePerHead,
  housingAreaPerHead,
  housingTenure,
  ownsHome,
  publicRental,
} from './household.facts.js';
import { hukouCity, hukouDivision, hukouKind, settledInTown } from './hukou.facts.js';
import { insuranceFacts } from './insurance.facts.js';
import {
  collectiveMembership,
  contractLandRight,
  homesteadRight,
  landHouseholdEstablished,
} from './land.facts.js';
import { alive, birthDate, sex } from './person.facts.js';
import { povertyPolicyRetained, povertyRegistry } from './poverty.facts.js';
import {
  arrivalBasis,
  inCitySince,
  livesInTown,
  residenceCity,
  residenceDivision,
  residencePermit,
  residencePermitCity,
} from './residence.facts.js';
import { school, schoolCity, student } from './school.facts.js';
import { dibao, lowIncome, personalStatuses, tekun } from './status.facts.js';

const FACTS: readonly StatedFact[] = [
  birthDate,
  sex,
  alive,
  povertyRegistry,
  povertyPolicyRetained,
  dibao,
  tekun,
  lowIncome,
  ...personalStatuses,
  livesInTown,
  residenceDivision,
  residenceCity,
  inCitySince,
  arrivalBasis,
  residencePermit,
  residencePermitCity,
  hukouDivision,
  hukouCity,
  hukouKind,
  settledInTown,
  employment,
  employmentDivision,
  employmentCity,
  school,
  student,
  schoolCity,
  disabilityLevel,
  ...insuranceFacts,
  householdIncomePerHead,
  assetsWithinLimit,
  ownsHome,
  housingAreaPerHead,
  housingTenure,
  publicRental,
  headOfHousehold,
  contractLandRight,
  homesteadRight,
  collectiveMembership,
  landHouseholdEstablished,
];

export const STATED_FACTS: ReadonlyMap<string, StatedFact> = new Map(FACTS.map((fact) => [fact.name, fact]));

export function getStatedFact(name: string): StatedFact {
  const fact = STATED_FACTS.get(name);
  if (!fact) throw new Error(`no such fact: ${name}`);
  return fact;
}
