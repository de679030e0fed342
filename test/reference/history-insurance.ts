/** Pension insurance in a random history: joining, paying, leaving, drawing. */
import {
  addDays,
  addMonths,
  addYears,
  civilOf,
  firstOfMonth,
  firstOfNextMonth,
  formatDay,
  type Day,
} from '@ledger/time';
import {
  after,
  personOf,
  pick,
  trackOf,
  type HistoryBuilder,
  type PersonState,
  type Step,
} from './history-builder.js';

const BALANCES = ['0.00', '102.00', '612.00', '1390.00', '69.50', '208.49'];
const DAYS_TO_THE_NEXT_PAYMENT = 340;
const ENROLLING_AGE = 16;
const PENSION_AGE = 60;
const EARLY_RETIREMENT_AGE = 50;

function schemeOf(step: Step): string {
  return step.c % 3 === 0 ? 'EMP_PENSION' : 'RES_PENSION';
}

export function enrolment(builder: HistoryBuilder, step: Step): void {
  const person = builder.living(step.a);
  if (person === undefined) return;
  const scheme = schemeOf(step);
  const enrolled = trackOf(person.enrolments, scheme, addYears(person.birth, ENROLLING_AGE));
  const on = builder.dayFor(step, after(enrolled.last, step), person);
  if (on === undefined || on < addYears(person.birth, ENROLLING_AGE)) return;
  if (enrolled.open !== undefined) {
    // Most stay: only now and then does somebody leave a scheme.
    if (step.b % 3 !== 0) return contribution(builder, step);
    builder.record('InsuranceParticipationEnded', personOf(person), on, 'HRSS', {
      scheme,
      reason: 'SWITCHED_SCHEME',
    });
    enrolled.open = undefined;
    enrolled.last = on;
    return;
  }
  if (scheme === 'RES_PENSION' && (person.school.open || isDrawing(person, 'EMP_PENSION'))) return;
  const division =
    step.b % 4 === 0 ? (person.residence.open?.division ?? person.hukou.division) : person.hukou.division;
  const category = scheme === 'RES_PENSION' ? 'RESIDENT' : 'FLEXIBLE';
  builder.record('InsuranceEnrolled', personOf(person), on, 'HRSS', { scheme, division, category });
  enrolled.open = { division, since: on };
  enrolled.last = on;
}

function isDrawing(person: PersonState, scheme: string): boolean {
  return person.pensions.get(scheme)?.open === true;
}

export function contribution(builder: HistoryBuilder, step: Step): void {
  const person = builder.living(step.a);
  const scheme = schemeOf(step);
  const enrolled = person?.enrolments.get(scheme);
  if (person === undefined || enrolled?.open === undefined) return;
  const on = builder.dayFor(step, enrolled.open.since, person);
  if (on === undefined) return;
  const { year } = civilOf(on);
  const data =
    scheme === 'EMP_PENSION'
      ? employeesShare(enrolled.open.since, on, step)
      : residentsShare(person, year, step);
  if (data === undefined) return;
  builder.record('InsuranceContributionPaid', personOf(person), on, 'HRSS', {
    scheme,
    ...data,
    paidOn: formatDay(on),
  });
  if (on > enrolled.last) enrolled.last = on;
}

/** One record a year; the balance is not always told. */
function residentsShare(person: PersonState, year: number, step: Step) {
  if (person.paidYears.has(year)) return undefined;
  person.paidYears.add(year);
  const balance = step.b % 7 === 0 ? {} : { accountBalance: pick(BALANCES, step.b) ?? '0.00' };
  const isPaidByTheState = step.b % 3 === 0;
  const paid = isPaidByTheState
    ? { personal: '0.00', governmentSubsidy: '100.00', governmentSubsidyKind: 'PREMIUM_SUBSIDY' }
    : { personal: '100.00' };
  return { period: { year }, ...paid, ...balance };
}

function employeesShare(since: Day, on: Day, step: Step) {
  const to = firstOfMonth(on);
  const wished = addMonths(to, -(step.b % 14));
  const from = wished < firstOfMonth(since) ? firstOfMonth(since) : wished;
  return { period: { fromMonth: monthText(from), toMonth: monthText(to) }, personal: '800.00' };
}

export function monthText(first: Day): string {
  return formatDay(first).slice(0, 7);
}

/** A pension begins on the first of a month, and ends after the last day of one. */
export function pension(builder: HistoryBuilder, step: Step): void {
  const person = builder.living(step.a);
  if (person === undefined) return;
  const scheme = schemeOf(step);
  const drawn = trackOf(person.pensions, scheme, person.birth);
  const age = scheme === 'RES_PENSION' ? PENSION_AGE : EARLY_RETIREMENT_AGE;
  const floor = Math.max(addDays(addYears(person.birth, age), 1), addDays(drawn.last, 1)) as Day;
  const wished = builder.dayFor(step, floor, person);
  if (wished === undefined || wished < floor) return;
  const first = firstOfMonth(wished) < floor ? firstOfNextMonth(wished) : firstOfMonth(wished);
  if (first > builder.now) return;
  const subject = personOf(person);
  if (drawn.open === true) {
    const lastMonth = monthText(addMonths(first, -1));
    builder.record('PensionBenefitEnded', subject, first, 'HRSS', {
      scheme,
      reason: 'CERTIFICATION_FAILED',
      lastMonth,
    });
    drawn.open = undefined;
  } else {
    const others = [...person.pensions].some(([other, each]) => other !== scheme && each.open === true);
    // A second pension only ever comes in by import, and not often.
    if (others && step.b % 4 !== 0) return;
    const data = { scheme, payerDivision: person.hukou.division, firstMonth: monthText(first) };
    builder.record(
      'PensionBenefitStarted',
      subject,
      first,
      'HRSS',
      data,
      others ? { confidence: 'imported' } : {},
    );
    drawn.open = true;
  }
  drawn.last = first;
}

/** Some years in the residents' scheme, one payment after the other. */
export function payingYears(builder: HistoryBuilder, step: Step): void {
  const years = 1 + (step.b % 3);
  enrolment(builder, { ...step, c: 1 });
  for (let each = 0; each < years; each++) {
    builder.pass(DAYS_TO_THE_NEXT_PAYMENT);
    contribution(builder, { ...step, c: 1, b: step.b + each, late: 0 });
  }
}
