/** The residents' pension: enrolment, yearly contributions with the running balance of the account, the benefit at 60. */
import {
  addDays,
  addYears,
  BEGINNING,
  civilOf,
  day,
  dayOf,
  END,
  firstOfNextMonth,
  formatDay,
  type Day,
} from '@ledger/time';
import { monthText, tellPensionEnd } from './benefit.js';
import type { Entry } from './chronicle.js';
import { aliveOn, earliest, latest, type Home, type Member } from './home.js';
import { LAST_DAY } from './horizon.js';
import { yuan } from './money.js';
import { membersOn, type Register } from './registers.js';

const ENROLMENT_AGE = 16;
const PENSION_AGE = 60;
/** The rural scheme reached the counties from 2010 on. */
const FIRST_SCHEME_YEAR = 2010;
const LAST_SCHEME_YEAR = 2013;
const MOST_CONTRIBUTIONS = 13;
/** 人社部发〔2017〕59号: from 2018 on the lowest tier was paid for the registered poor. */
const FIRST_SUBSIDY_YEAR = 2018;
const LOWEST_TIER_FEN = 10_000;
const INCENTIVE_FEN = 4_000;
/** Interest on the account, in hundredths of a percent; the centre's yearly figure was near this throughout. */
const INTEREST = 275;
const ACCOUNT_DIVISOR = 139;

/** Sichuan's basic pension in fen a month, from the day it was paid. */
const BASE: readonly (readonly [from: Day, fen: number])[] = [
  [day('2018-12-01'), 10_000],
  [day('2018-01-01'), 9_300],
  [day('2014-07-01'), 7_500],
  [BEGINNING, 5_500],
];

export function tellResidentPension(home: Home, member: Member, poverty: Register | undefined): void {
  const { random } = home;
  if (member.drawsEmployeePension || member.leftSchoolOn === END || !random.percent(84)) return;
  const schemeYear = random.between(FIRST_SCHEME_YEAR, LAST_SCHEME_YEAR);
  const year = Math.max(
    schemeYear,
    yearAfter(addYears(member.born, ENROLMENT_AGE)),
    yearAfter(member.leftSchoolOn),
  );
  const on = dayOf(year, 1, 1);
  if (on >= earliest(LAST_DAY, member.died)) return;
  const county = home.village.county;
  const enrolled = home.chronicle.add({
    of: { person: member.id },
    type: 'InsuranceEnrolled',
    on,
    by: 'HRSS',
    office: county,
    data: { scheme: 'RES_PENSION', division: county, category: 'RESIDENT' },
    after: member.lastSchoolLine ? [member.lastSchoolLine] : [],
  });
  const sixty = addYears(member.born, PENSION_AGE);
  const { balance, last } = tellContributions(home, member, year, sixty, enrolled, poverty);
  tellBenefit(home, member, latest(firstOfNextMonth(sixty), on), balance, last);
}

function yearAfter(on: Day): number {
  return Number.isFinite(on) ? civilOf(on).year + 1 : FIRST_SCHEME_YEAR;
}

interface Account {
  /** Fen. */
  readonly balance: number;
  readonly last: Entry;
}

function tellContributions(
  home: Home,
  member: Member,
  enrolledIn: number,
  sixty: Day,
  enrolled: Entry,
  poverty: Register | undefined,
): Account {
  const { random, chronicle } = home;
  const tier = random.weighted([
    [10_000, 60],
    [20_000, 20],
    [30_000, 10],
    [50_000, 10],
  ]);
  const first = enrolledIn + random.below(4);
  let account: Account = { balance: 0, last: enrolled };
  for (let year = first, paid = random.between(1, MOST_CONTRIBUTIONS); paid > 0; paid--, year++) {
    const paidOn = addDays(dayOf(year, 4, 1), random.below(200));
    if (paidOn >= earliest(member.died, sixty, LAST_DAY)) break;
    if (member.employeeYears.has(year)) continue;
    const poor = poverty && year >= FIRST_SUBSIDY_YEAR ? povertyLines(poverty, member, paidOn) : [];
    const subsidised = poor.length > 0 && random.percent(70);
    const personal = subsidised ? 0 : tier;
    const government = subsidised ? LOWEST_TIER_FEN : INCENTIVE_FEN;
    const balance =
      account.balance + Math.floor((account.balance * INTEREST) / 10_000) + personal + government;
    const last = chronicle.add({
      of: { person: member.id },
      type: 'InsuranceContributionPaid',
      on: paidOn,
      by: 'HRSS',
      office: home.village.county,
      data: {
        scheme: 'RES_PENSION',
        period: { year },
        ...(!subsidised && { tier: yuan(tier) }),
        personal: yuan(personal),
        governmentSubsidy: yuan(government),
        governmentSubsidyKind: subsidised ? 'PREMIUM_SUBSIDY' : 'INCENTIVE',
        paidOn: formatDay(paidOn),
        accountBalance: yuan(balance),
      },
      after: [account.last, ...poor],
    });
    account = { balance, last };
  }
  return account;
}

/** The lines by which somebody is in the poverty register on a day; none for those who are not. */
function povertyLines(poverty: Register, member: Member, on: Day): readonly Entry[] {
  return membersOn(poverty, on).members.includes(member) ? [poverty.established] : [];
}

/** From the month after the sixtieth birthday; some who have the right have never been told of it. */
function tellBenefit(home: Home, member: Member, firstMonth: Day, balance: number, after: Entry): void {
  const { random } = home;
  if (!aliveOn(member, firstMonth) || firstMonth >= LAST_DAY || !random.percent(80)) return;
  const [, base] = BASE.find(([from]) => from <= firstMonth) as (typeof BASE)[number];
  const county = home.village.county;
  const started = home.chronicle.add({
    of: { person: member.id },
    type: 'PensionBenefitStarted',
    on: firstMonth,
    by: 'HRSS',
    office: county,
    data: {
      scheme: 'RES_PENSION',
      payerDivision: county,
      firstMonth: monthText(firstMonth),
      components: {
        base: yuan(base),
        account: yuan(Math.floor((2 * balance + ACCOUNT_DIVISOR) / (2 * ACCOUNT_DIVISOR))),
      },
    },
    lag: random.percent(12) ? random.between(60, 300) : random.below(20),
    after: [after],
  });
  tellPensionEnd(home, member, 'RES_PENSION', county, started);
}
