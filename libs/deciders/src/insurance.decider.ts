/** 社会保险: enrolment, contributions, the end of participation. */
import { monthsOf } from '@ledger/case';
import { day, dayOf, firstOfNextMonth, type Day } from '@ledger/time';
import type { DataOf, InsuranceScheme, StreamName } from '@ledger/vocabulary';
import { isBelow } from './ages.js';
import type { Decider } from './decider.js';
import { usccObjection } from './employment.decider.js';
import type { Knowledge } from './knowledge.js';
import { mirrorObjection } from './mirrored-dates.js';
import { openDuring, openOn, openPeriods, type OpenPeriod } from './open.js';
import { openPensions } from './pension.decider.js';
import { refuse, type Refusal } from './proposal.js';

function enrolments(
  known: Knowledge,
  stream: StreamName,
  scheme: InsuranceScheme,
): readonly OpenPeriod<'InsuranceEnrolled'>[] {
  return openPeriods(
    known.known(stream),
    'InsuranceEnrolled',
    'InsuranceParticipationEnded',
    ({ data }) => data.scheme === scheme,
  );
}

/** 国发〔2014〕8号: 年满16周岁（不含在校学生）、未参加职工基本养老保险. */
export const insuranceEnrolled: Decider<'InsuranceEnrolled'> = {
  content: ({ data }) => usccObjection(data.employerUscc),
  standing: ({ stream, effectiveOn, data: { scheme, division } }, known) => {
    if (scheme !== 'RES_PENSION') return undefined;
    const on = day(effectiveOn);
    if (isBelow(known, stream, 'pension.resident.enrolment-age', on, division)) {
      return refuse('CONDITION_NOT_MET', 'effectiveOn', 'enrolmentAge');
    }
    if (known.fact(stream, 'student', on) === true)
      return refuse('ALREADY_IN_FORCE', 'scheme', 'studentEnrolment');
    const draws = openPensions(known, stream).some(
      (pension) => pension.opened.data.scheme !== 'RES_PENSION' && openOn([pension], on),
    );
    return draws ? refuse('ALREADY_IN_FORCE', 'scheme', 'pensionerEnrolment') : undefined;
  },
};

type Contribution = DataOf<'InsuranceContributionPaid'>;

export const insuranceContributionPaid: Decider<'InsuranceContributionPaid'> = {
  content: (event) => {
    const { fromMonth, toMonth } = event.data.period;
    const backwards = fromMonth !== undefined && toMonth !== undefined && toMonth < fromMonth;
    return backwards ? refuse('INVALID_PERIOD', 'period') : mirrorObjection(event);
  },
  standing: ({ stream, data }, known) =>
    coverageObjection(enrolments(known, stream, data.scheme), data) ??
    repeatedYearObjection(known, stream, data),
};

/** Enrolled on some day of the year, or of each of the months, that the contribution covers. */
function coverageObjection(
  enrolled: readonly OpenPeriod<'InsuranceEnrolled'>[],
  { period }: Contribution,
): Refusal | undefined {
  const covered =
    period.year === undefined
      ? monthsOf(period).every((month) => enrolledInMonth(enrolled, month))
      : openDuring(enrolled, dayOf(period.year, 1, 1), dayOf(period.year + 1, 1, 1));
  return covered ? undefined : refuse('NOT_IN_FORCE', 'period', 'notEnrolled');
}

/** @param month `year * 12 + month - 1` */
function enrolledInMonth(enrolled: readonly OpenPeriod<'InsuranceEnrolled'>[], month: number): boolean {
  const first: Day = dayOf(Math.floor(month / 12), (month % 12) + 1, 1);
  return openDuring(enrolled, first, firstOfNextMonth(first));
}

/** The residents' pension is paid by the year: once by each payer. */
function repeatedYearObjection(
  known: Knowledge,
  stream: StreamName,
  data: Contribution,
): Refusal | undefined {
  const { scheme, period } = data;
  if (scheme !== 'RES_PENSION' || period.year === undefined) return undefined;
  const payers = payersOf(data);
  const repeated = known
    .known(stream)
    .ofType('InsuranceContributionPaid')
    .filter((earlier) => earlier.data.scheme === scheme && earlier.data.period.year === period.year)
    .some((earlier) => payersOf(earlier.data).some((payer) => payers.includes(payer)));
  return repeated ? refuse('ALREADY_IN_FORCE', 'period', 'yearPaidAlready') : undefined;
}

/** Whoever paid something; the person, where nobody did: a contribution of nothing is still the person's. */
function payersOf(data: Contribution): readonly string[] {
  const amounts = {
    PERSONAL: data.personal,
    EMPLOYER: data.employer,
    COLLECTIVE: data.collective,
    [`GOVERNMENT:${data.governmentSubsidyKind ?? ''}`]: data.governmentSubsidy,
  };
  const paid = Object.entries(amounts).filter(([, amount]) => amount !== undefined && Number(amount) > 0);
  return paid.length > 0 ? paid.map(([payer]) => payer) : ['PERSONAL'];
}

/** 国办发〔2009〕66号 §3: the employees' pension is not paid out before the age of retirement. */
export const insuranceParticipationEnded: Decider<'InsuranceParticipationEnded'> = {
  standing: ({ stream, effectiveOn, data: { scheme, reason } }, known) => {
    const on = day(effectiveOn);
    if (!openOn(enrolments(known, stream, scheme), on))
      return refuse('NOT_IN_FORCE', 'scheme', 'noParticipation');
    if (scheme !== 'EMP_PENSION' || reason !== 'REFUND') return undefined;
    const age =
      known.fact(stream, 'sex', on) === '1' ? 'retirement.age.male' : 'retirement.age.female-worker';
    return isBelow(known, stream, age, on) ? refuse('CONDITION_NOT_MET', 'reason', 'surrender') : undefined;
  },
};
