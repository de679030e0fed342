/** The five entitlements of persons, each as straight-line code over a person's records. */
import { addMonths, addYears, civilOf, dayOf, firstOfMonth, firstOfNextMonth, type Day } from '@ledger/time';
import type { FigureValue, Figures } from './figures.js';
import type { Belonging, Employment, Household, Housing, Person, Stay } from './records.js';
import type { Judgement } from './outcomes.js';

/** Whether something holds; undefined where nobody can tell. */
export type Answer = boolean | undefined;

export const both = (a: Answer, b: Answer): Answer =>
  a === false || b === false ? false : a === undefined || b === undefined ? undefined : true;
const not = (a: Answer): Answer => (a === undefined ? undefined : !a);

const isAlive = ({ birth, died }: Person, on: number): boolean =>
  (birth === undefined || birth <= on) && on < died;

/** Of the households somebody belongs to on a day, the one joined last. */
export function householdOn(belongings: readonly Belonging[], on: number): Household | undefined {
  for (let index = belongings.length - 1; index >= 0; index--) {
    const { household, member } = belongings[index] as Belonging;
    if (member.at(on)) return household;
  }
  return undefined;
}

export const registryOf = (person: Person, on: number): Household['registry']['before'] =>
  householdOn(person.poor, on)?.registry.at(on) ?? 'none';

function receivesDibao(person: Person, id: string, on: number): boolean {
  const covered = householdOn(person.living, on)?.dibao.at(on) ?? false;
  return typeof covered === 'boolean' ? covered : covered.includes(id);
}

/** What a household's housing is, as verified last in a county or city. */
export function housingIn(household: Household, place: string, on: number): Housing | undefined {
  const verified = household.housing.findLast(
    ({ from, division, city }) => from <= on && (division === place || city === place),
  );
  return verified && on < verified.until ? verified : undefined;
}

const pensionPlace = (person: Person, on: number): string | undefined =>
  person.enrolledIn.at(on) ?? person.hukou.at(on)?.division;

/** The anniversary in years, by a figure that must be known. */
function reaches(birth: number | undefined, years: FigureValue | undefined, on: number): Answer {
  return birth === undefined || typeof years !== 'number' ? undefined : addYears(birth as Day, years) <= on;
}

export function premiumSubsidy(
  person: Person,
  id: string,
  figures: Figures,
  on: number,
): Judgement | undefined {
  if (!isAlive(person, on)) return undefined;
  const place = pensionPlace(person, on);
  const batch = figures.at('pension.subsidy.snapshot', place, on);
  if (batch !== 'PAYMENT_DAY')
    throw new Error(`written for batches by the day of payment, not ${String(batch)}`);
  const registry = registryOf(person, on);
  const inHardship =
    registry === 'not-exited' ||
    registry === 'returned' ||
    receivesDibao(person, id, on) ||
    person.tekun.at(on);
  if (!inHardship || person.school.at(on) !== null || person.enrolledIn.at(on) === null) return undefined;
  if (person.employeeYears.has(civilOf(on as Day).year)) return undefined;
  for (const drawn of person.pensions.values()) if (drawn.at(on)) return undefined;
  const old = not(reaches(person.birth, figures.at('pension.resident.age', place, on), on));
  const grown = reaches(person.birth, figures.at('pension.resident.enrolment-age', place, on), on);
  return answered(both(old, grown), figures.at('pension.resident.lowest-tier', place, on));
}

/** Asked on firsts of months. */
export function residentPension(
  person: Person,
  id: string,
  figures: Figures,
  on: number,
): Judgement | undefined {
  if (!isAlive(person, on - 1)) return undefined;
  const old = hasStarted(person, figures, on);
  if (old === false) return undefined;
  for (const [scheme, drawn] of person.pensions)
    if (scheme !== 'RES_PENSION' && drawn.at(on)) return undefined;
  const place = pensionPlace(person, on);
  const least = figures.at('pension.resident.min-years', place, on);
  const paid = typeof least === 'number' ? countUpTo(person.yearsPaid, on) >= least : undefined;
  const poor =
    on >= POOR_WITHOUT_YEARS &&
    (registryOf(person, on) !== 'none' || receivesDibao(person, id, on) || person.tekun.at(on));
  return answered(both(old, poor || paid), pensionAmount(person, figures, on));
}

const POOR_WITHOUT_YEARS = dayOf(2017, 8, 1);

/** From the month after the sixtieth birthday, or the month itself, as the start rule says. */
function hasStarted(person: Person, figures: Figures, on: number): Answer {
  const age = figures.at('pension.resident.age', pensionPlace(person, on), on);
  if (person.birth === undefined || typeof age !== 'number') return undefined;
  const reached = addYears(person.birth as Day, age);
  const month = firstOfMonth(reached);
  if (on >= firstOfNextMonth(reached)) return true;
  if (on < month) return false;
  const rule = figures.at('pension.resident.start-rule', pensionPlace(person, month), month);
  return rule === undefined ? undefined : rule !== 'NEXT_MONTH';
}

function countUpTo(days: readonly number[], on: number): number {
  let count = 0;
  for (const day of days) if (day <= on) count++;
  return count;
}

function pensionAmount(person: Person, figures: Figures, on: number): number | undefined {
  const place = pensionPlace(person, on);
  const base = figures.at('pension.resident.base', place, on);
  const account = person.account.at(on);
  if (typeof base !== 'number' || account === undefined) return undefined;
  if (account === 0) return base;
  const divisor = figures.at('pension.resident.account-divisor', place, on);
  return typeof divisor === 'number' ? base + Math.floor((2 * account + divisor) / (2 * divisor)) : undefined;
}

/** Asked on firsts of months. */
export function nursing(person: Person, figures: Figures, on: number): Judgement | undefined {
  if (!isAlive(person, on) || person.tekun.at(on)) return undefined;
  const since = severeSince(person, on);
  if (since === undefined) return undefined;
  const place = person.hukou.at(on)?.division;
  const rule = figures.at('disability.start-rule', place, on);
  if (rule !== 'MONTH_AFTER') throw new Error(`written for a start in the month after, not ${String(rule)}`);
  if (since === on) return undefined;
  const assessed = figures.at('disability.nursing.requires-assessment', place, on);
  const amount = figures.at(`disability.nursing.level${person.level.at(on)}`, place, on);
  return answered(assessed === 'false' ? true : undefined, amount);
}

/** The first day of the unbroken stretch of a severe level in which a day lies. */
function severeSince({ level }: Person, on: number): number | undefined {
  let since: number | undefined;
  for (const [index, from] of level.from.entries()) {
    if (from > on) break;
    const severe = level.values[index] === 1 || level.values[index] === 2;
    since = severe ? (since ?? from) : undefined;
  }
  return since;
}

export function residencePermit(person: Person, figures: Figures, on: number): Judgement | undefined {
  const stay = person.stays.at(on);
  if (!stay.inTown || !isAlive(person, on)) return undefined;
  const { city } = stay;
  const home = person.hukou.at(on)?.city;
  const elsewhere = city === undefined || home === undefined ? undefined : city !== home;
  const months = figures.at('residence-permit.min-stay', stay.division, on);
  const long = typeof months === 'number' ? addMonths(stay.since as Day, months) <= on : undefined;
  const settled = both(elsewhere, long);
  return settled === false ? undefined : answered(both(settled, hasGround(person, stay, on)), null);
}

/** A job, a home or a school in the city. */
function hasGround(person: Person, { city, lease }: Stay, on: number): Answer {
  if (lease) return true;
  if (city === undefined) return undefined;
  const works = person.employments.some((job) => isOpen(job, on) && job.city === city);
  if (works || person.school.at(on) === city) return true;
  const household = householdOn(person.living, on);
  return household !== undefined && housingIn(household, city, on)?.stable === true;
}

export const isOpen = ({ from, until }: Employment, on: number): boolean => from <= on && on < until;

export function noLandCondition(person: Person, on: number): Judgement | undefined {
  if (!isAlive(person, on)) return undefined;
  return answered(person.hukou.at(on)?.rural === true || person.settled.at(on), null);
}

function answered(answer: Answer, amount: FigureValue | null | undefined): Judgement | undefined {
  if (answer === false) return undefined;
  if (answer === undefined) return { status: 'undetermined', amount: null };
  return { status: 'entitled', amount: typeof amount === 'number' ? amount : null };
}
