/** Arts. 14 and 16: the residence permit, the contract right that stays, and the hukou without a price in land. */
import { addMonths, day, type Day } from '@ledger/time';
import { text } from './events.js';
import { householdOf, isEstablished } from './household.js';
import { housingCheckOf } from './housing.js';
import { inKind, NOT_ENTITLED, type Rule } from './outcome.js';
import { employmentsOf, isAlive, schoolOf } from './person.js';
import {
  hukouDivisionOf,
  hukouKindOf,
  isSettledInTown,
  isTownClass,
  livesInTown,
  livesOnLease,
  residenceDivisionOf,
  staysAt,
} from './residence.js';
import { all, any, known, NO, unknown, YES, type Verdict } from './verdict.js';
import { holdingOn, prefectureOf, quantity, statementsOf, type World } from './world.js';

/** 居住证暂行条例 */
const PERMIT_IN_FORCE = day('2016-01-01');
/** 农村土地承包法 §27 as amended */
const LAND_IN_FORCE = day('2019-01-01');
const STABLE_TENURES = ['OWN', 'RENT'];

/** 居住证. */
export const residencePermit: Rule = (world, person, on) => {
  if (on < PERMIT_IN_FORCE || !isAlive(world, person, on) || !livesInTown(world, person, on))
    return NOT_ENTITLED;
  const residence = residenceDivisionOf(world, person, on);
  if (residence === undefined) return NOT_ENTITLED;
  const city = prefectureOf(world, residence, on);
  return inKind(
    all(
      hasLeftHukouPlaceFor(world, person, city, on),
      hasStayedLongEnough(world, person, city, residence, on),
      known(
        hasStableJobIn(world, person, city, on) ||
          hasStableHomeIn(world, person, city, on) ||
          attendsSchoolIn(world, person, city, on),
      ),
    ),
  );
};

function hasLeftHukouPlaceFor(world: World, person: string, city: string, on: Day): Verdict {
  const hukou = hukouDivisionOf(world, person, on);
  return hukou === undefined ? unknown('hukouDivision') : known(prefectureOf(world, hukou, on) !== city);
}

/** 半年以上, in the city without a break; moving within it is no break. */
function hasStayedLongEnough(
  world: World,
  person: string,
  city: string,
  residence: string,
  on: Day,
): Verdict {
  const months = quantity(world, 'residence-permit.min-stay', residence, on);
  if (months === undefined) return unknown('residence-permit.min-stay');
  const stays = staysAt(
    world,
    person,
    (place) => isTownClass(place.urbanRuralClass) && prefectureOf(world, place.division, on) === city,
  );
  const present = stays.find((stay) => stay.from <= on && on < stay.until);
  return known(present !== undefined && on >= addMonths(present.from, months));
}

function isIn(world: World, division: string | undefined, city: string, on: Day): boolean {
  return division !== undefined && prefectureOf(world, division, on) === city;
}

function hasStableJobIn(world: World, person: string, city: string, on: Day): boolean {
  return employmentsOf(world, person, on).some((employment) =>
    isIn(world, text(employment.data, 'division'), city, on),
  );
}

function hasStableHomeIn(world: World, person: string, city: string, on: Day): boolean {
  if (livesOnLease(world, person, on)) return true;
  const household = householdOf(world, person, 'LIVING', on);
  if (household === undefined) return false;
  const check = housingCheckOf(world, household, on, (division) => isIn(world, division, city, on));
  return check !== undefined && STABLE_TENURES.includes(text(check.data, 'tenure') ?? '');
}

function attendsSchoolIn(world: World, person: string, city: string, on: Day): boolean {
  const school = schoolOf(world, person, on);
  return school !== undefined && isIn(world, text(school.data, 'schoolDivision'), city, on);
}

export type RightKind = 'CONTRACT_LAND' | 'HOMESTEAD' | 'COLLECTIVE_MEMBERSHIP';
export type RightState = 'held' | 'ended' | 'unknown';

function rightIn(world: World, stream: string, kind: RightKind, on: Day): RightState {
  const statements = statementsOf(world, stream, 'RuralRightRegistered', 'RuralRightEnded');
  const held = holdingOn(
    statements.filter((statement) => text(statement.data, 'kind') === kind),
    on,
  );
  if (held === undefined) return 'unknown';
  return held.type === 'RuralRightRegistered' ? 'held' : 'ended';
}

export function rightOfHousehold(world: World, household: string, kind: RightKind, on: Day): RightState {
  return rightIn(world, `household-${household}`, kind, on);
}

/** One's own, or that of the land-contract household to which one belongs; held by either is held. */
export function rightOf(world: World, person: string, kind: RightKind, on: Day): RightState {
  const household = householdOf(world, person, 'LAND_CONTRACT', on);
  const states = [rightIn(world, `person-${person}`, kind, on)];
  if (household !== undefined) states.push(rightOfHousehold(world, household, kind, on));
  if (states.includes('held')) return 'held';
  return states.includes('ended') ? 'ended' : 'unknown';
}

/** 土地承包权保留, of a land-contract household. */
export const contractRightKeptByHousehold: Rule = (world, household, on) => {
  if (on < LAND_IN_FORCE || !isEstablished(world, household, on)) return NOT_ENTITLED;
  return inKind(isHeld(rightOfHousehold(world, household, 'CONTRACT_LAND', on)));
};

/** 土地承包权保留, of a person: that of the household, or a right registered in his or her own name. */
export const contractRightKeptByPerson: Rule = (world, person, on) => {
  if (on < LAND_IN_FORCE) return NOT_ENTITLED;
  const own = rightIn(world, `person-${person}`, 'CONTRACT_LAND', on);
  if (own === 'held' && isAlive(world, person, on)) return inKind(YES);
  const household = householdOf(world, person, 'LAND_CONTRACT', on);
  return household === undefined ? NOT_ENTITLED : contractRightKeptByHousehold(world, household, on);
};

function isHeld(right: RightState): Verdict {
  return right === 'unknown' ? unknown('contractLandRight') : right === 'held' ? YES : NO;
}

/** 不得以放弃三权作为落户条件. */
export const noCondition: Rule = (world, person, on) => {
  if (on < LAND_IN_FORCE || !isAlive(world, person, on)) return NOT_ENTITLED;
  const kind = hukouKindOf(world, person, on);
  const isRural = kind === undefined ? unknown('hukouKind') : known(kind === 'rural');
  return inKind(any(isRural, known(isSettledInTown(world, person, on))));
};
