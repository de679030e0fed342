/** Art. 12: public rental housing at the place of work. */
import { day, type Day } from '@ledger/time';
import { incomePerHeadOf } from './assistance.js';
import { date, flag, text, type Statement } from './events.js';
import { livingMembersOf } from './household.js';
import { inKind, NOT_ENTITLED, type Rule } from './outcome.js';
import { employmentsOf } from './person.js';
import { isRegistered } from './poverty.js';
import { classOfHousehold, priorityOfHousehold } from './target-group.js';
import { all, any, known, unknown, type Verdict } from './verdict.js';
import {
  aboutHousehold,
  aboutPerson,
  fenOf,
  holdingOn,
  money,
  parameter,
  prefectureOf,
  quantity,
  type World,
} from './world.js';

/** The policy itself. */
const RENTAL_IN_FORCE = day('2019-12-05');

/** The last check of a household's housing, of those made in a place of some sort. */
export function housingCheckOf(
  world: World,
  household: string,
  on: Day,
  isThere: (division: string) => boolean = () => true,
): Statement | undefined {
  const checks = aboutHousehold(world, household, 'HousingConditionVerified');
  return holdingOn(
    checks.filter((check) => isThere(text(check.data, 'division') ?? '')),
    on,
  );
}

export function holdsPublicRental(world: World, household: string, on: Day): boolean {
  const held = holdingOn(
    aboutHousehold(world, household, 'PublicRentalAllocated', 'PublicRentalVacated'),
    on,
  );
  if (held?.type !== 'PublicRentalAllocated') return false;
  const to = date(held.data, 'to');
  return to === undefined || on < to;
}

/** Whether a residence permit of the city is open: issued there, and its last day not over. */
function holdsPermitOf(world: World, person: string, city: string, on: Day): boolean {
  return aboutPerson(world, person, 'ResidencePermitIssued').some((permit) => {
    const division = text(permit.data, 'division');
    const lastDay = date(permit.data, 'endorsedUntil');
    if (division === undefined || lastDay === undefined || permit.on > on || permit.until <= on) return false;
    return prefectureOf(world, division, on) === city && on <= lastDay;
  });
}

/** 公租房: any living member who is registered poor may apply where he or she works, for each such place on its own. */
export const publicRental: Rule = (world, household, on) => {
  if (on < RENTAL_IN_FORCE) return NOT_ENTITLED;
  const applications: Verdict[] = [];
  for (const member of livingMembersOf(world, household, on)) {
    if (!isRegistered(world, member, on)) continue;
    for (const employment of employmentsOf(world, member, on)) {
      const division = text(employment.data, 'division');
      if (division !== undefined) applications.push(mayApplyAt(world, household, member, division, on));
    }
  }
  const verdict = any(...applications);
  if (verdict.truth === false) return NOT_ENTITLED;
  return {
    ...inKind(verdict),
    priority: priorityOfHousehold(world, household, on),
    priorityClass: classOfHousehold(world, household, on),
  };
};

function mayApplyAt(world: World, household: string, applicant: string, division: string, on: Day): Verdict {
  const check = housingCheckOf(world, household, on, (place) => place === division);
  const needsPermit = parameter(world, 'housing.requires-permit', division, on) === 'true';
  const city = prefectureOf(world, division, on);
  return all(
    check === undefined ? unknown('ownsHome') : known(flag(check.data, 'ownHome') === false),
    isBelowAreaLimit(world, check, division, on),
    isWithinIncomeLimit(world, household, division, on),
    known(!needsPermit || holdsPermitOf(world, applicant, city, on)),
  );
}

function isBelowAreaLimit(world: World, check: Statement | undefined, division: string, on: Day): Verdict {
  const area = check && text(check.data, 'perCapitaAreaM2');
  const limit = quantity(world, 'housing.area-limit', division, on);
  if (area !== undefined && limit !== undefined) return known(Number(area) < limit);
  return unknown(
    ...(area === undefined ? ['housingAreaPerHead'] : []),
    ...(limit === undefined ? ['housing.area-limit'] : []),
  );
}

function isWithinIncomeLimit(world: World, household: string, division: string, on: Day): Verdict {
  const income = incomePerHeadOf(world, household, on);
  const limit = money(world, 'housing.income-limit', division, on);
  if (income !== undefined && limit !== undefined) return known(fenOf(income) <= limit);
  return unknown(
    ...(income === undefined ? ['householdIncomePerHead'] : []),
    ...(limit === undefined ? ['housing.income-limit'] : []),
  );
}
