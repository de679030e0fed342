/** What somebody has paid into pension insurance, and what is drawn from it. */
import { civilOf, type Day } from '@ledger/time';
import { group, number, text, type Statement } from './events.js';
import { hukouDivisionOf } from './residence.js';
import { aboutPerson, fenOf, holdingOn, type World } from './world.js';

function enrolmentOf(world: World, person: string, scheme: string, on: Day): Statement | undefined {
  const statements = aboutPerson(world, person, 'InsuranceEnrolled', 'InsuranceParticipationEnded');
  const held = holdingOn(
    statements.filter((statement) => text(statement.data, 'scheme') === scheme),
    on,
  );
  return held?.type === 'InsuranceEnrolled' ? held : undefined;
}

export function isEnrolled(world: World, person: string, scheme: string, on: Day): boolean {
  return enrolmentOf(world, person, scheme, on) !== undefined;
}

/** The division whose figures are the person's in the residents' pension: of the enrolment, or else of the hukou. */
export function pensionDivisionOf(world: World, person: string, on: Day): string | undefined {
  const enrolment = enrolmentOf(world, person, 'RES_PENSION', on);
  return (enrolment && text(enrolment.data, 'division')) ?? hukouDivisionOf(world, person, on);
}

function contributionsTo(world: World, person: string, scheme: string): readonly Statement[] {
  return aboutPerson(world, person, 'InsuranceContributionPaid').filter(
    (paid) => text(paid.data, 'scheme') === scheme,
  );
}

/** The months that a contribution covers, each as a count from January of year 0. */
function monthsCovered(contribution: Statement): readonly number[] {
  const period = group(contribution.data, 'period');
  const year = number(period, 'year');
  const from = year === undefined ? monthCount(text(period, 'fromMonth')) : year * 12;
  const to = year === undefined ? monthCount(text(period, 'toMonth')) : year * 12 + 11;
  const months: number[] = [];
  if (from === undefined || to === undefined) return months;
  for (let month = from; month <= to; month++) months.push(month);
  return months;
}

function monthCount(month: string | undefined): number | undefined {
  if (month === undefined) return undefined;
  const [year, ofYear] = month.split('-');
  return Number(year) * 12 + Number(ofYear) - 1;
}

/** Distinct months covered by what had been paid by a day. */
export function contributedMonths(world: World, person: string, scheme: string, on: Day): number {
  const paid = contributionsTo(world, person, scheme).filter((contribution) => contribution.on <= on);
  return new Set(paid.flatMap(monthsCovered)).size;
}

/** Distinct years covered, wholly or in part, by what had been paid by a day. */
export function contributedYears(world: World, person: string, scheme: string, on: Day): number {
  const paid = contributionsTo(world, person, scheme).filter((contribution) => contribution.on <= on);
  return new Set(paid.flatMap(monthsCovered).map((month) => Math.floor(month / 12))).size;
}

/** Whether any month of the calendar year of a day is covered, whenever it was paid. */
export function hasContributedInYearOf(world: World, person: string, scheme: string, on: Day): boolean {
  const { year } = civilOf(on);
  return contributionsTo(world, person, scheme).some((contribution) =>
    monthsCovered(contribution).some((month) => Math.floor(month / 12) === year),
  );
}

/** Fen in the personal account after the last payment by a day: 0 where none was made, undefined where it does not say. */
export function accountBalanceOf(world: World, person: string, on: Day): number | undefined {
  const last = contributionsTo(world, person, 'RES_PENSION')
    .filter((contribution) => contribution.on <= on)
    .at(-1);
  if (last === undefined) return 0;
  const balance = text(last.data, 'accountBalance');
  return balance === undefined ? undefined : fenOf(balance);
}

/** The schemes of which a pension is drawn on a day, the one drawn longest first. */
export function schemesDrawn(world: World, person: string, on: Day): readonly string[] {
  const statements = aboutPerson(world, person, 'PensionBenefitStarted', 'PensionBenefitEnded');
  const open: Statement[] = [];
  for (const scheme of new Set(statements.map((statement) => text(statement.data, 'scheme')))) {
    const held = holdingOn(
      statements.filter((statement) => text(statement.data, 'scheme') === scheme),
      on,
    );
    if (held?.type === 'PensionBenefitStarted') open.push(held);
  }
  open.sort((a, b) => a.on - b.on || a.position - b.position);
  return open.map((started) => text(started.data, 'scheme') ?? '');
}
