/** Arts. 10 and 11: dibao (低保) of a household living together, and the nursing subsidy of the severely disabled. */
import { addDays, day, firstOfMonth, firstOfNextMonth, type Day } from '@ledger/time';
import { date, flag, text, type Statement } from './events.js';
import { headOf, livingMembersOf } from './household.js';
import { inMoney, NOT_ENTITLED, provenWithoutDeclarations, type Rule } from './outcome.js';
import { disabilityLevelOf, isAlive, isSeverelyDisabled } from './person.js';
import { isTekun } from './poverty.js';
import { hukouDivisionOf, hukouKindOf, residenceDivisionOf } from './residence.js';
import { all, known, unknown, type Verdict } from './verdict.js';
import { aboutHousehold, fenOf, holdingOn, money, parameter, type World } from './world.js';

/** 社会救助暂行办法 */
const DIBAO_IN_FORCE = day('2014-05-01');
/** 国发〔2015〕52号 */
const NURSING_IN_FORCE = day('2016-01-01');

/** The last economy check of a household, unless its validity has ended. */
function economyCheckOf(world: World, household: string, on: Day): Statement | undefined {
  const check = holdingOn(aboutHousehold(world, household, 'HouseholdEconomyVerified'), on);
  const validTo = check && date(check.data, 'validTo');
  return validTo !== undefined && validTo <= on ? undefined : check;
}

export function incomePerHeadOf(world: World, household: string, on: Day): string | undefined {
  const check = economyCheckOf(world, household, on);
  return check && text(check.data, 'perCapitaMonthlyIncome');
}

export function areAssetsWithinLimit(world: World, household: string, on: Day): boolean | undefined {
  const check = economyCheckOf(world, household, on);
  return check && flag(check.data, 'assetsWithinLimit');
}

interface DibaoStandard {
  readonly fen: number | undefined;
  readonly missing: readonly string[];
}

/** By the hukou of the head; by the residence of the head, at its urban standard, where the place has chosen so (I-10). */
function dibaoStandardFor(world: World, household: string, first: Day): DibaoStandard {
  const head = headOf(world, household);
  if (head === undefined) return { fen: undefined, missing: ['hukouDivision'] };
  const residence = residenceDivisionOf(world, head, first);
  if (parameter(world, 'dibao.residence-based', residence, first) === 'true') {
    return { fen: money(world, 'dibao.std.urban', residence, first), missing: ['dibao.std.urban'] };
  }
  const kind = hukouKindOf(world, head, first);
  if (kind === undefined) return { fen: undefined, missing: ['hukouDivision'] };
  const id = `dibao.std.${kind}`;
  return { fen: money(world, id, hukouDivisionOf(world, head, first), first), missing: [id] };
}

/** 最低生活保障, decided on the first of the month. */
export const dibao: Rule = provenWithoutDeclarations((world, household, on) => {
  const first = firstOfMonth(on);
  if (first < DIBAO_IN_FORCE) return NOT_ENTITLED;
  const heads = livingMembersOf(world, household, first).filter(
    (person) => !isTekun(world, person, first),
  ).length;
  const income = incomePerHeadOf(world, household, first);
  const assets = areAssetsWithinLimit(world, household, first);
  const standard = dibaoStandardFor(world, household, first);
  const verdict = all(
    known(heads > 0),
    assets === undefined ? unknown('assetsWithinLimit') : known(assets),
    isBelow(income, standard),
  );
  return inMoney(verdict, 'month', () => ({ fen: ((standard.fen ?? 0) - fenOf(income ?? '0')) * heads }));
});

function isBelow(income: string | undefined, standard: DibaoStandard): Verdict {
  if (income !== undefined && standard.fen !== undefined) return known(fenOf(income) < standard.fen);
  return unknown(
    ...(income === undefined ? ['householdIncomePerHead'] : []),
    ...(standard.fen === undefined ? standard.missing : []),
  );
}

/** 重度残疾人护理补贴, decided on the first of the month. */
export const nursingSubsidy: Rule = provenWithoutDeclarations((world, person, on) => {
  const first = firstOfMonth(on);
  if (first < NURSING_IN_FORCE) return NOT_ENTITLED;
  const division = hukouDivisionOf(world, person, first);
  const needsAssessment =
    parameter(world, 'disability.nursing.requires-assessment', division, first) === 'true';
  const verdict = all(
    known(isAlive(world, person, first)),
    hasReachedNursingMonth(world, person, first, division),
    needsAssessment ? unknown('selfCare') : known(true),
    known(!isTekun(world, person, first)),
  );
  return inMoney(verdict, 'month', () => {
    const id = `disability.nursing.level${levelInMonth(world, person, first)}`;
    const fen = money(world, id, division, first);
    return fen === undefined ? { missing: [id] } : { fen };
  });
});

/** Severe from before the month on: certain. Severe only from a day of this month on: the start rule tells. */
function hasReachedNursingMonth(
  world: World,
  person: string,
  first: Day,
  division: string | undefined,
): Verdict {
  if (isSeverelyDisabled(world, person, addDays(first, -1)) && isSeverelyDisabled(world, person, first))
    return known(true);
  if (levelInMonth(world, person, first) === undefined) return known(false);
  const startRule = parameter(world, 'disability.start-rule', division, first);
  return startRule === undefined ? unknown('disability.start-rule') : known(startRule === 'MONTH_OF');
}

/** The level on the first day of a month on which the person is severely disabled. */
function levelInMonth(world: World, person: string, first: Day): number | undefined {
  for (let each = first; each < firstOfNextMonth(first); each = addDays(each, 1)) {
    if (isSeverelyDisabled(world, person, each)) return disabilityLevelOf(world, person, each);
  }
  return undefined;
}
