/** The employees' pension: months that come with a job, and the whole careers of a few of the old. */
import {
  addDays,
  addMonths,
  civilOf,
  day,
  END,
  firstOfMonth,
  firstOfMonthFrom,
  firstOfNextMonth,
  formatDay,
  type Day,
} from '@ledger/time';
import { monthText, tellPensionEnd } from './benefit.js';
import type { Entry } from './chronicle.js';
import { aliveOn, earliest, retirementDay, type Home, type Job, type Member } from './home.js';
import { LAST_DAY } from './horizon.js';
import { yuan } from './money.js';

/** 16 % of the base by the employer since 2019, 8 % by the worker. */
const EMPLOYER_PERCENT = 16;
const WORKER_PERCENT = 8;

/** Enrolled from the first full month of the job; contributions of at most two calendar years are told. */
export function tellEmployeePension(home: Home, member: Member, job: Job): void {
  const { random } = home;
  if (member.employeeYears.size > 0) return;
  const enrolledOn = firstOfNextMonth(job.from);
  const lastMonth = addMonths(firstOfMonth(earliest(job.until, member.died, LAST_DAY)), -1);
  if (lastMonth <= addMonths(enrolledOn, 6)) return;
  let told = enrol(home, member, enrolledOn, job.division);
  const baseFen = random.between(25, 50) * 10_000;
  for (let year = 0, from = enrolledOn; year < 2 && from <= lastMonth; year++) {
    const to = earliest(addMonths(firstOfYearAfter(from), -1), lastMonth);
    told = contribute(home, member, job.division, from, to, baseFen, told);
    member.employeeYears.add(civilOf(from).year);
    from = addMonths(to, 1);
  }
  if (job.until === END || job.until === member.died || !random.percent(60)) return;
  home.chronicle.add({
    of: { person: member.id },
    type: 'InsuranceParticipationEnded',
    on: firstOfMonthFrom(job.until),
    by: 'HRSS',
    office: job.division,
    data: { scheme: 'EMP_PENSION', reason: 'LEFT_EMPLOYER' },
    after: [told],
  });
}

function enrol(home: Home, member: Member, on: Day, division: string): Entry {
  return home.chronicle.add({
    of: { person: member.id },
    type: 'InsuranceEnrolled',
    on,
    by: 'HRSS',
    office: division,
    data: { scheme: 'EMP_PENSION', division, category: 'EMPLOYEE' },
  });
}

function contribute(
  home: Home,
  member: Member,
  division: string,
  from: Day,
  to: Day,
  baseFen: number,
  after: Entry,
): Entry {
  const months = monthsFrom(from, to);
  const paidOn = addDays(to, 19);
  return home.chronicle.add({
    of: { person: member.id },
    type: 'InsuranceContributionPaid',
    on: paidOn,
    by: 'HRSS',
    office: division,
    data: {
      scheme: 'EMP_PENSION',
      period: { fromMonth: monthText(from), toMonth: monthText(to) },
      months,
      base: yuan(baseFen),
      personal: yuan((baseFen / 100) * WORKER_PERCENT * months),
      employer: yuan((baseFen / 100) * EMPLOYER_PERCENT * months),
      paidOn: formatDay(paidOn),
    },
    after: [after],
  });
}

const CAREER_DIVISIONS = ['510104', '510105', '510106', '510107', '510108', '513401'];
const EARLIEST_CAREER_PENSION = day('2010-01-01');
const LATEST_CAREER_PENSION = day('2017-01-01');
const CAREER_BASE_FEN = 80_000;

/** A whole working life in the employees' pension, for a few of the old: they draw it and have no second one. */
export function tellEmployeeCareer(home: Home, member: Member): void {
  const { random } = home;
  const firstMonth = firstOfNextMonth(retirementDay(member));
  if (firstMonth < EARLIEST_CAREER_PENSION || firstMonth > LATEST_CAREER_PENSION) return;
  if (!aliveOn(member, firstMonth) || !random.percent(9)) return;
  member.drawsEmployeePension = true;
  const division = random.pick(CAREER_DIVISIONS);
  const enrolledOn = addMonths(firstMonth, -random.between(180, 204));
  const enrolled = enrol(home, member, enrolledOn, division);
  const paid = contribute(
    home,
    member,
    division,
    enrolledOn,
    addMonths(firstMonth, -1),
    CAREER_BASE_FEN,
    enrolled,
  );
  const started = home.chronicle.add({
    of: { person: member.id },
    type: 'PensionBenefitStarted',
    on: firstMonth,
    by: 'HRSS',
    office: division,
    data: {
      scheme: 'EMP_PENSION',
      payerDivision: division,
      firstMonth: monthText(firstMonth),
      components: {
        base: yuan(random.between(600, 1_900) * 100),
        account: yuan(random.between(5_000, 16_000)),
      },
    },
    after: [paid],
  });
  tellPensionEnd(home, member, 'EMP_PENSION', division, started);
}

function firstOfYearAfter(on: Day): Day {
  return addMonths(firstOfMonth(on), 13 - civilOf(on).month);
}

function monthsFrom(from: Day, to: Day): number {
  const [first, last] = [civilOf(from), civilOf(to)];
  return (last.year - first.year) * 12 + last.month - first.month + 1;
}
