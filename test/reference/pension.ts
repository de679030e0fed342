/** Art. 8: the residents' pension and the premium that the state pays for the hard-up. */
import { addYears, day, firstOfMonth, type Day } from '@ledger/time';
import {
  accountBalanceOf,
  contributedYears,
  hasContributedInYearOf,
  isEnrolled,
  pensionDivisionOf,
  schemesDrawn,
} from './insurance.js';
import { inMoney, NOT_ENTITLED, provenWithoutDeclarations, type Amount, type Rule } from './outcome.js';
import { birthOf, hasTurned, isAlive, isAliveForMonthOf, schoolOf } from './person.js';
import { isDibao, isHardUp, isRegistered, isTekun } from './poverty.js';
import { all, any, known, NO, unknown, type Verdict } from './verdict.js';
import { money, parameter, quantity, type World } from './world.js';

/** 国发〔2014〕8号 */
const MONTHLY_IN_FORCE = day('2014-02-21');
/** 人社部发〔2017〕59号 */
const HARD_UP_IN_FORCE = day('2017-08-01');
/** 城乡居民养老保险: 年满16周岁（不含在校学生） */
const AGE_OF_ENROLMENT = 16;
const PENSION_AGE = 'pension.resident.age';

/** 居民养老保险待遇按月发放, decided on the first of the month. */
export const residentPension: Rule = provenWithoutDeclarations((world, person, on) => {
  const first = firstOfMonth(on);
  if (first < MONTHLY_IN_FORCE) return NOT_ENTITLED;
  const verdict = all(
    known(isAliveForMonthOf(world, person, first)),
    hasReachedPensionMonth(world, person, first),
    known(!schemesDrawn(world, person, first).some((scheme) => scheme !== 'RES_PENSION')),
    any(hasEnoughYears(world, person, first), known(isTakenInWithoutYears(world, person, first))),
  );
  return inMoney(verdict, 'month', () => monthlyAmount(world, person, first));
});

function hasReachedPensionMonth(world: World, person: string, first: Day): Verdict {
  const division = pensionDivisionOf(world, person, first);
  const birth = birthOf(world, person);
  const age = quantity(world, PENSION_AGE, division, first);
  if (birth === undefined) return unknown('birthDate');
  if (age === undefined) return unknown(PENSION_AGE);
  const birthday = addYears(birth, age);
  if (first > birthday) return known(true);
  if (first < firstOfMonth(birthday)) return NO;
  // The month of the birthday itself: only the start rule can tell.
  const startRule = parameter(world, 'pension.resident.start-rule', division, first);
  return startRule === undefined ? unknown('pension.resident.start-rule') : known(startRule !== 'NEXT_MONTH');
}

function hasEnoughYears(world: World, person: string, first: Day): Verdict {
  const least = quantity(world, 'pension.resident.min-years', pensionDivisionOf(world, person, first), first);
  if (least === undefined) return unknown('pension.resident.min-years');
  return known(contributedYears(world, person, 'RES_PENSION', first) >= least);
}

function isTakenInWithoutYears(world: World, person: string, first: Day): boolean {
  if (first < HARD_UP_IN_FORCE) return false;
  return isRegistered(world, person, first) || isDibao(world, person, first) || isTekun(world, person, first);
}

function monthlyAmount(world: World, person: string, first: Day): Amount {
  const division = pensionDivisionOf(world, person, first);
  const base = money(world, 'pension.resident.base', division, first);
  const divisor = quantity(world, 'pension.resident.account-divisor', division, first);
  const account = accountBalanceOf(world, person, first);
  const missing: string[] = [];
  if (base === undefined) missing.push('pension.resident.base');
  if (account === undefined) missing.push('accountBalance');
  if (account !== 0 && divisor === undefined) missing.push('pension.resident.account-divisor');
  if (base === undefined || account === undefined) return { missing };
  if (account === 0) return { fen: base };
  if (divisor === undefined) return { missing };
  return { fen: base + Math.floor((2 * account + divisor) / (2 * divisor)) };
}

/** 代缴, on each day as if the batch were paid on it. */
export const premiumSubsidy: Rule = provenWithoutDeclarations((world, person, on) => {
  if (on < HARD_UP_IN_FORCE) return NOT_ENTITLED;
  const division = pensionDivisionOf(world, person, on);
  const verdict = all(
    known(isAlive(world, person, on)),
    known(isHardUp(world, person, on)),
    isOfContributingAge(world, person, division, on),
    known(schoolOf(world, person, on) === undefined),
    known(isEnrolled(world, person, 'RES_PENSION', on)),
    known(!hasContributedInYearOf(world, person, 'EMP_PENSION', on)),
    known(schemesDrawn(world, person, on).length === 0),
  );
  return inMoney(verdict, 'year', () => {
    const tier = money(world, 'pension.resident.lowest-tier', division, on);
    return tier === undefined ? { missing: ['pension.resident.lowest-tier'] } : { fen: tier };
  });
});

function isOfContributingAge(world: World, person: string, division: string | undefined, on: Day): Verdict {
  const isOldEnough = hasTurned(world, person, AGE_OF_ENROLMENT, on);
  if (isOldEnough === undefined) return unknown('birthDate');
  if (!isOldEnough) return NO;
  const pensionAge = quantity(world, PENSION_AGE, division, on);
  return pensionAge === undefined
    ? unknown(PENSION_AGE)
    : known(hasTurned(world, person, pensionAge, on) === false);
}
