/**
 * The day-by-day reference evaluator of the first slice: the oracle against which the ledger's timelines, its
 * incremental projector and its rebuild are held. It knows one day and one position at a time and shares nothing with
 * the implementation but the calendar. What the sources leave open, it answers as READINGS.md says.
 */
import { day, formatDay, type Day } from '@ledger/time';
import { areAssetsWithinLimit, dibao, incomePerHeadOf, nursingSubsidy } from './assistance.js';
import { flag, text, type KnownEvent } from './events.js';
import { householdOf, kindOf } from './household.js';
import { holdsPublicRental, housingCheckOf, publicRental } from './housing.js';
import { contributedMonths, contributedYears, schemesDrawn } from './insurance.js';
import { NOT_ENTITLED, type Code, type Outcome } from './outcome.js';
import { premiumSubsidy, residentPension } from './pension.js';
import { birthOf, disabilityLevelOf, isAlive, sexOf } from './person.js';
import {
  isDibao,
  isPolicyRetained,
  isPolicyRetainedForHousehold,
  isTekun,
  registryOf,
  registryOfHousehold,
} from './poverty.js';
import {
  hasOneYearInTown,
  hukouDivisionOf,
  hukouKindOf,
  inTownSince,
  isSettledInTown,
  livesInTown,
  residenceDivisionOf,
} from './residence.js';
import {
  contractRightKeptByHousehold,
  contractRightKeptByPerson,
  noCondition,
  residencePermit,
  rightOf,
  rightOfHousehold,
} from './rights.js';
import { isInTargetGroup, priorityClassOf, priorityOf } from './target-group.js';
import { aboutPerson, worldAsKnown, type Ancestors, type World } from './world.js';

export interface Clocks {
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  /** Everything up to and with this position is known. */
  readonly position: number;
}

/** `unknown` for what nobody has said; null for a date that does not apply. */
export type FactValue = string | number | boolean | null;
export type Facts = Readonly<Record<string, FactValue>>;

export interface Evaluation {
  readonly facts: Facts;
  readonly entitlements: Readonly<Record<Code, Outcome>>;
}

/**
 * What holds for a person or household (`person-<uuid>`, `household-<uuid>`) on a day as known at a position; undefined
 * where its registration or establishment is not known or does not stand.
 */
export function evaluate(
  events: readonly KnownEvent[],
  ancestors: Ancestors,
  subject: string,
  clocks: Clocks,
): Evaluation | undefined {
  return evaluateIn(worldAsKnown(events, ancestors, clocks.position), subject, clocks.asOf);
}

/** As {@link evaluate}, for many subjects and days of one world. */
export function evaluateIn(world: World, subject: string, asOf: string): Evaluation | undefined {
  const dash = subject.indexOf('-');
  const id = subject.slice(dash + 1);
  const on = day(asOf);
  if (subject.startsWith('person-')) {
    if (aboutPerson(world, id, 'PersonRegistered').length === 0) return undefined;
    return { facts: factsOfPerson(world, id, on), entitlements: entitlementsOfPerson(world, id, on) };
  }
  const kind = kindOf(world, id);
  if (kind === undefined) return undefined;
  return {
    facts: factsOfHousehold(world, id, kind, on),
    entitlements: entitlementsOfHousehold(world, id, kind, on),
  };
}

function entitlementsOfPerson(world: World, person: string, on: Day): Evaluation['entitlements'] {
  const living = householdOf(world, person, 'LIVING', on);
  return {
    'pension.resident.premium-subsidy': premiumSubsidy(world, person, on),
    'pension.resident.monthly': residentPension(world, person, on),
    'assist.dibao': living === undefined ? NOT_ENTITLED : dibao(world, living, on),
    'welfare.disability.nursing': nursingSubsidy(world, person, on),
    'housing.public-rental': living === undefined ? NOT_ENTITLED : publicRental(world, living, on),
    'residence.permit': residencePermit(world, person, on),
    'land.contract-right-kept': contractRightKeptByPerson(world, person, on),
    'land.no-condition': noCondition(world, person, on),
  };
}

function entitlementsOfHousehold(
  world: World,
  household: string,
  kind: string,
  on: Day,
): Evaluation['entitlements'] {
  const isLiving = kind === 'LIVING';
  const isLandContract = kind === 'LAND_CONTRACT';
  return {
    'pension.resident.premium-subsidy': NOT_ENTITLED,
    'pension.resident.monthly': NOT_ENTITLED,
    'assist.dibao': isLiving ? dibao(world, household, on) : NOT_ENTITLED,
    'welfare.disability.nursing': NOT_ENTITLED,
    'housing.public-rental': isLiving ? publicRental(world, household, on) : NOT_ENTITLED,
    'residence.permit': NOT_ENTITLED,
    'land.contract-right-kept': isLandContract
      ? contractRightKeptByHousehold(world, household, on)
      : NOT_ENTITLED,
    'land.no-condition': NOT_ENTITLED,
  };
}

function factsOfPerson(world: World, person: string, on: Day): Facts {
  const living = householdOf(world, person, 'LIVING', on);
  const birth = birthOf(world, person);
  const since = inTownSince(world, person, on);
  return {
    birthDate: birth === undefined ? 'unknown' : formatDay(birth),
    sex: sexOf(world, person) ?? 'unknown',
    alive: isAlive(world, person, on),
    povertyRegistry: registryOf(world, person, on),
    povertyPolicyRetained: isPolicyRetained(world, person, on),
    dibao: isDibao(world, person, on),
    tekun: isTekun(world, person, on),
    livesInTown: livesInTown(world, person, on),
    inTownSince: since === undefined ? null : since === 'unknown' ? since : formatDay(since),
    oneYearInTown: hasOneYearInTown(world, person, on).truth,
    settledInTown: isSettledInTown(world, person, on),
    hukouDivision: hukouDivisionOf(world, person, on) ?? 'unknown',
    hukouKind: hukouKindOf(world, person, on) ?? 'unknown',
    residenceDivision: residenceDivisionOf(world, person, on) ?? 'unknown',
    disabilityLevel: disabilityLevelOf(world, person, on) ?? 'none',
    'contributedYears.RES_PENSION': contributedYears(world, person, 'RES_PENSION', on),
    'contributedMonths.EMP_PENSION': contributedMonths(world, person, 'EMP_PENSION', on),
    drawsPension: schemesDrawn(world, person, on)[0] ?? 'none',
    contractLandRight: rightOf(world, person, 'CONTRACT_LAND', on),
    homesteadRight: rightOf(world, person, 'HOMESTEAD', on),
    collectiveMembership: rightOf(world, person, 'COLLECTIVE_MEMBERSHIP', on),
    ...livingFacts(world, living, on),
    targetGroup: isInTargetGroup(world, person, on),
    priority: priorityOf(world, person, on).truth,
    priorityClass: priorityClassOf(world, person, on),
  };
}

/** What a household living together says of itself, and of its members. */
function livingFacts(world: World, living: string | undefined, on: Day): Facts {
  const housing = living === undefined ? undefined : housingCheckOf(world, living, on);
  return {
    publicRental: living !== undefined && holdsPublicRental(world, living, on),
    ownsHome: (housing && flag(housing.data, 'ownHome')) ?? 'unknown',
    housingAreaPerHead: (housing && text(housing.data, 'perCapitaAreaM2')) ?? 'unknown',
    householdIncomePerHead:
      (living === undefined ? undefined : incomePerHeadOf(world, living, on)) ?? 'unknown',
    assetsWithinLimit:
      (living === undefined ? undefined : areAssetsWithinLimit(world, living, on)) ?? 'unknown',
  };
}

function factsOfHousehold(world: World, household: string, kind: string, on: Day): Facts {
  switch (kind) {
    case 'LIVING':
      return livingFacts(world, household, on);
    case 'POVERTY_REGISTER':
      return {
        povertyRegistry: registryOfHousehold(world, household, on),
        povertyPolicyRetained: isPolicyRetainedForHousehold(world, household, on),
      };
    case 'LAND_CONTRACT':
      return {
        contractLandRight: rightOfHousehold(world, household, 'CONTRACT_LAND', on),
        homesteadRight: rightOfHousehold(world, household, 'HOMESTEAD', on),
        collectiveMembership: rightOfHousehold(world, household, 'COLLECTIVE_MEMBERSHIP', on),
      };
    default:
      return {};
  }
}
