/** On which days what a rule looks at may change: the days on which it is asked. */
import { addMonths, addYears, dayOf, firstOfNextMonth, type Day } from '@ledger/time';
import type { Figures } from './figures.js';
import type { Belonging, Family, Household, Person } from './records.js';

const PENSION_FIGURES = [
  'pension.resident.base',
  'pension.resident.age',
  'pension.resident.min-years',
  'pension.resident.account-divisor',
  'pension.resident.start-rule',
];
const SUBSIDY_FIGURES = [
  'pension.subsidy.snapshot',
  'pension.resident.lowest-tier',
  'pension.resident.enrolment-age',
  'pension.resident.age',
];
const NURSING_FIGURES = [
  'disability.start-rule',
  'disability.nursing.requires-assessment',
  'disability.nursing.level1',
  'disability.nursing.level2',
];
const DIBAO_FIGURES = ['dibao.residence-based', 'dibao.std.urban', 'dibao.std.rural'];
const HOUSING_FIGURES = ['housing.area-limit', 'housing.income-limit', 'housing.requires-permit'];

function add(days: number[], from: readonly number[]): void {
  for (const day of from) days.push(day);
}

function addLife({ birth, died }: Person, days: number[]): void {
  if (birth !== undefined) days.push(birth);
  if (died < Infinity) days.push(died);
}

function addFigures(
  days: number[],
  figures: Figures,
  ids: readonly string[],
  divisions: Iterable<string>,
): void {
  for (const division of divisions) for (const id of ids) add(days, figures.in(id, division).from);
}

function pensionPlaces(person: Person): ReadonlySet<string> {
  const places = new Set<string>();
  for (const value of person.enrolledIn.values) if (value !== null) places.add(value);
  for (const value of person.hukou.values) if (value) places.add(value.division);
  return places;
}

function addBelongings(
  days: number[],
  belongings: readonly Belonging[],
  of: (household: Household) => readonly number[],
): void {
  for (const { member, household } of belongings) {
    add(days, member.from);
    add(days, of(household));
  }
}

/** What makes somebody poor in the eyes of the pension scheme, and where it is administered. */
function addPoverty(person: Person, days: number[]): void {
  addLife(person, days);
  add(days, person.hukou.from);
  add(days, person.enrolledIn.from);
  add(days, person.tekun.from);
  addBelongings(days, person.poor, ({ registry }) => registry.from);
  addBelongings(days, person.living, (household) => household.dibao.from);
  for (const drawn of person.pensions.values()) add(days, drawn.from);
}

export function daysOfSubsidy(person: Person, figures: Figures): number[] {
  const days: number[] = [];
  addPoverty(person, days);
  add(days, person.school.from);
  for (const year of person.employeeYears) days.push(dayOf(year, 1, 1), dayOf(year + 1, 1, 1));
  addAges(person, days, figures, 'pension.resident.enrolment-age');
  addAges(person, days, figures, 'pension.resident.age');
  addFigures(days, figures, SUBSIDY_FIGURES, pensionPlaces(person));
  return days;
}

export function daysOfPension(person: Person, figures: Figures): number[] {
  const days: number[] = [];
  addPoverty(person, days);
  if (person.died < Infinity) days.push(person.died + 1);
  add(days, person.yearsPaid);
  add(days, person.account.from);
  addAges(person, days, figures, 'pension.resident.age');
  addFigures(days, figures, PENSION_FIGURES, pensionPlaces(person));
  days.push(dayOf(2017, 8, 1));
  return days;
}

/** The birthdays by any figure for an age, and the first of the month after. */
function addAges(person: Person, days: number[], figures: Figures, id: string): void {
  if (person.birth === undefined) return;
  for (const place of pensionPlaces(person)) {
    for (const years of figures.in(id, place).values) {
      if (typeof years !== 'number') continue;
      const reached = addYears(person.birth as Day, years);
      days.push(reached, firstOfNextMonth(reached));
    }
  }
}

export function daysOfNursing(person: Person, figures: Figures): number[] {
  const days: number[] = [];
  addLife(person, days);
  add(days, person.level.from);
  for (const from of person.level.from) days.push(firstOfNextMonth(from as Day));
  add(days, person.tekun.from);
  add(days, person.hukou.from);
  const places = person.hukou.values.map((hukou) => hukou?.division ?? '');
  addFigures(days, figures, NURSING_FIGURES, new Set(places));
  return days;
}

export function daysOfPermit(person: Person, figures: Figures): number[] {
  const days: number[] = [];
  addLife(person, days);
  add(days, person.hukou.from);
  add(days, person.stays.from);
  add(days, person.school.from);
  for (const { from, until } of person.employments) days.push(from, until);
  for (const { division, since } of person.stays.values) {
    if (division === null) continue;
    const figure = figures.in('residence-permit.min-stay', division);
    add(days, figure.from);
    for (const months of figure.values)
      if (typeof months === 'number') days.push(addMonths(since as Day, months));
  }
  addBelongings(days, person.living, daysOfVerification);
  return days;
}

const daysOfVerification = ({ housing }: Household): readonly number[] =>
  housing.flatMap(({ from, until }) => [from, until]);

export function daysOfHukou(person: Person): number[] {
  const days: number[] = [];
  addLife(person, days);
  add(days, person.hukou.from);
  add(days, person.settled.from);
  return days;
}

export function daysOfLand({ established, land }: Household): number[] {
  return [established, ...land.from];
}

export function daysOfDibao(household: Household, { persons }: Family, figures: Figures): number[] {
  const days: number[] = [];
  add(days, household.economy.from);
  for (const [id, { member }] of household.members) {
    add(days, member.from);
    const person = persons.get(id);
    if (!person) continue;
    addLife(person, days);
    add(days, person.tekun.from);
  }
  const head = household.head === undefined ? undefined : persons.get(household.head);
  if (!head) return days;
  add(days, head.hukou.from);
  add(days, head.stays.from);
  const places = [
    ...head.hukou.values.map((hukou) => hukou?.division),
    ...head.stays.values.map(({ division }) => division),
  ];
  addFigures(days, figures, DIBAO_FIGURES, new Set(places.filter((place) => place != null)));
  return days;
}

/** Undefined where nobody in the household was ever poor and in work: nobody can apply. */
export function daysOfHousing(
  household: Household,
  { persons }: Family,
  figures: Figures,
): number[] | undefined {
  let days: number[] | undefined;
  for (const [id, { member }] of household.members) {
    const person = persons.get(id);
    if (!person || person.employments.length === 0 || person.poor.length === 0) continue;
    days ??= [];
    add(days, member.from);
    addLife(person, days);
    add(days, person.permitCity.from);
    addBelongings(days, person.poor, ({ registry }) => registry.from);
    addBelongings(days, person.living, ({ economy }) => economy.from);
    addBelongings(days, person.living, daysOfVerification);
    for (const { from, until } of person.employments) days.push(from, until);
    addFigures(days, figures, HOUSING_FIGURES, new Set(person.employments.map(({ division }) => division)));
  }
  return days;
}
