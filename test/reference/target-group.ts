/** 进城农村贫困人口 and the order in which they are served. */
import type { Day } from '@ledger/time';
import { livingMembersOf } from './household.js';
import type { PriorityClass } from './outcome.js';
import { hasTurned, isAlive, isSeverelyDisabled } from './person.js';
import { dibaoHouseholdOf, isDibao, isHardUp, isRegistered, isTekun } from './poverty.js';
import { hasOneYearInTown, isSettledInTown, livesInTown, mayLiveInTown } from './residence.js';
import { all, any, known, unknown, type Truth3, type Verdict } from './verdict.js';
import type { World } from './world.js';

/** 民法典 §17 */
const MAJORITY = 18;
/** 老年人权益保障法 §2 */
const OLD_AGE = 60;

/** TG0: alive, registered poor, in a town or settled there. */
export function isInTargetGroup(world: World, person: string, on: Day): boolean {
  const isInTown = livesInTown(world, person, on) || isSettledInTown(world, person, on);
  return isAlive(world, person, on) && isRegistered(world, person, on) && isInTown;
}

/** TG1: in the target group for a year in town; unknown for one who settled and of whom nobody says where he lives. */
export function priorityOf(world: World, person: string, on: Day): Verdict {
  if (!isInTargetGroup(world, person, on)) return known(false);
  const lives = mayLiveInTown(world, person, on);
  return lives.truth === true ? hasOneYearInTown(world, person, on) : lives;
}

/** A tekun or dibao with a vulnerable member; B other hard-up and C others with a year in town; D without the year; E others. */
export function priorityClassOf(world: World, person: string, on: Day): PriorityClass | 'unknown' {
  const hasPriority = priorityOf(world, person, on);
  const classes: readonly (readonly [PriorityClass, Verdict])[] = [
    ['A', isMostVulnerable(world, person, on)],
    ['B', all(known(isHardUp(world, person, on)), hasPriority)],
    ['C', hasPriority],
    ['D', known(isInTargetGroup(world, person, on))],
  ];
  for (const [name, verdict] of classes) {
    if (verdict.truth === true) return name;
    if (verdict.truth === 'unknown') return 'unknown';
  }
  return 'E';
}

function isMostVulnerable(world: World, person: string, on: Day): Verdict {
  if (!isAlive(world, person, on)) return known(false);
  if (isTekun(world, person, on)) return known(true);
  const household = dibaoHouseholdOf(world, person, on);
  if (!isDibao(world, person, on) || household === undefined) return known(false);
  return any(...livingMembersOf(world, household, on).map((member) => isVulnerable(world, member, on)));
}

function isVulnerable(world: World, member: string, on: Day): Verdict {
  if (isSeverelyDisabled(world, member, on)) return known(true);
  const isAdult = hasTurned(world, member, MAJORITY, on);
  const isOld = hasTurned(world, member, OLD_AGE, on);
  return isAdult === undefined || isOld === undefined ? unknown('birthDate') : known(!isAdult || isOld);
}

export function priorityOfHousehold(world: World, household: string, on: Day): Truth3 {
  return any(...livingMembersOf(world, household, on).map((member) => priorityOf(world, member, on))).truth;
}

/** The best class of a member who lives in town. */
export function classOfHousehold(world: World, household: string, on: Day): PriorityClass | 'unknown' {
  const classes = livingMembersOf(world, household, on)
    .filter((member) => mayLiveInTown(world, member, on).truth !== false)
    .map((member) => priorityClassOf(world, member, on))
    .sort();
  const best = classes[0];
  if (best === undefined) return 'E';
  return best !== 'A' && classes.includes('unknown') ? 'unknown' : best;
}
