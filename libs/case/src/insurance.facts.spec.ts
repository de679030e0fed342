import { monthsOf } from './insurance.facts.js';
import { corrected, factOn, her, personIn, valueOn, voided, type Said } from './testing/index.js';

type Scheme = 'RES_PENSION' | 'EMP_PENSION' | 'GOV_PENSION' | 'RES_MED' | 'EMP_MED';
const enrolled = (scheme: Scheme, on: string, division = '513437') =>
  her('InsuranceEnrolled', on, { scheme, division, category: 'RESIDENT' }, { id: `in ${scheme}` });
const ended = (scheme: Scheme, on: string) =>
  her('InsuranceParticipationEnded', on, { scheme, reason: 'SWITCHED_SCHEME' }, { id: `out ${scheme}` });
const paid = (
  id: string,
  on: string,
  period: { year: number } | { fromMonth: string; toMonth: string },
  { scheme = 'RES_PENSION', accountBalance }: { scheme?: Scheme; accountBalance?: string } = {},
) =>
  her(
    'InsuranceContributionPaid',
    on,
    { scheme, period, ...(accountBalance !== undefined && { accountBalance }) },
    { id },
  );
const drawn = (scheme: Scheme, month: string) =>
  her('PensionBenefitStarted', `${month}-01`, { scheme, firstMonth: month }, { id: `draws ${scheme}` });
const stopped = (scheme: Scheme, on: string) =>
  her('PensionBenefitEnded', on, { scheme, reason: 'SWITCHED' }, { id: `stops ${scheme}` });

describe('enrolment', () => {
  it.each<{
    name: string;
    given: readonly Said[];
    on: string;
    enrolled: boolean;
    division: string;
    because: readonly string[];
  }>([
    {
      name: 'silence is an answer',
      given: [],
      on: '2019-01-01',
      enrolled: false,
      division: 'unknown',
      because: [],
    },
    {
      name: 'the eve',
      given: [enrolled('RES_PENSION', '2018-01-01')],
      on: '2017-12-31',
      enrolled: false,
      division: 'unknown',
      because: [],
    },
    {
      name: 'enrolled',
      given: [enrolled('RES_PENSION', '2018-01-01')],
      on: '2018-01-01',
      enrolled: true,
      division: '513437',
      because: ['in RES_PENSION'],
    },
    {
      name: 'in another scheme',
      given: [enrolled('EMP_PENSION', '2018-01-01')],
      on: '2018-01-01',
      enrolled: false,
      division: 'unknown',
      because: [],
    },
    {
      name: 'ended',
      given: [enrolled('RES_PENSION', '2018-01-01'), ended('RES_PENSION', '2019-01-01')],
      on: '2019-01-01',
      enrolled: false,
      division: 'unknown',
      because: ['out RES_PENSION'],
    },
    {
      name: 'another ended',
      given: [enrolled('RES_PENSION', '2018-01-01'), ended('EMP_PENSION', '2019-01-01')],
      on: '2019-01-01',
      enrolled: true,
      division: '513437',
      because: ['in RES_PENSION'],
    },
  ])('$name: $enrolled', ({ given, on, enrolled: is, division, because }) => {
    const person = personIn(given);
    expect(factOn(person, 'insurance.RES_PENSION', on)).toEqual({ value: is, because });
    expect(valueOn(person, 'insuranceDivision.RES_PENSION', on)).toBe(division);
  });

  it.each(['RES_PENSION', 'EMP_PENSION', 'GOV_PENSION', 'RES_MED', 'EMP_MED'] as const)(
    'is a fact of its own in %s',
    (scheme) => {
      expect(valueOn(personIn([enrolled(scheme, '2018-01-01')]), `insurance.${scheme}`, '2018-01-01')).toBe(
        true,
      );
    },
  );
});

describe('what a contribution covers', () => {
  const january = (year: number): number => year * 12;
  it.each<{ period: { year?: number; fromMonth?: string; toMonth?: string }; first: number; months: number }>(
    [
      { period: { year: 2019 }, first: january(2019), months: 12 },
      { period: { fromMonth: '2019-03', toMonth: '2019-03' }, first: january(2019) + 2, months: 1 },
      { period: { fromMonth: '2019-11', toMonth: '2020-02' }, first: january(2019) + 10, months: 4 },
      { period: { fromMonth: '2019-03' }, first: january(2019) + 2, months: 1 },
      { period: { fromMonth: '2019-03', toMonth: '2019-02' }, first: NaN, months: 0 },
    ],
  )('$period: $months months', ({ period, first, months }) => {
    const covered = monthsOf(period);
    expect(covered).toHaveLength(months);
    if (months > 0) expect(covered[0]).toBe(first);
  });
});

describe('time contributed', () => {
  const year2018 = paid('2018', '2018-12-10', { year: 2018 });
  const months = paid('months', '2020-01-05', { fromMonth: '2018-11', toMonth: '2019-02' });

  it.each<{
    name: string;
    given: readonly Said[];
    on: string;
    months: number;
    years: number;
    because: readonly string[];
  }>([
    { name: 'nothing paid', given: [], on: '2020-01-01', months: 0, years: 0, because: [] },
    { name: 'the eve of the payment', given: [year2018], on: '2018-12-09', months: 0, years: 0, because: [] },
    {
      name: 'a year is twelve months',
      given: [year2018],
      on: '2018-12-10',
      months: 12,
      years: 1,
      because: ['2018'],
    },
    {
      name: 'a month paid twice counts once, and so does a year',
      given: [year2018, months],
      on: '2020-01-05',
      months: 14,
      years: 2,
      because: ['months'],
    },
    {
      name: 'paid twice over',
      given: [year2018, paid('again', '2019-12-10', { year: 2018 })],
      on: '2020-01-01',
      months: 12,
      years: 1,
      because: ['2018'],
    },
    {
      name: 'paid into another scheme',
      given: [paid('other', '2018-12-10', { year: 2018 }, { scheme: 'EMP_PENSION' })],
      on: '2020-01-01',
      months: 0,
      years: 0,
      because: [],
    },
    {
      name: 'never paid',
      given: [year2018, voided(year2018)],
      on: '2020-01-01',
      months: 0,
      years: 0,
      because: [],
    },
    {
      name: 'in advance',
      given: [paid('2021', '2020-12-10', { year: 2021 })],
      on: '2020-12-10',
      months: 12,
      years: 1,
      because: ['2021'],
    },
  ])('$name: $months months, $years years', ({ given, on, months: count, years, because }) => {
    const person = personIn(given);
    expect(factOn(person, 'contributedYears.RES_PENSION', on)).toEqual({ value: years, because });
    expect(valueOn(person, 'contributedMonths.RES_PENSION', on)).toBe(count);
  });

  it('is counted by the first payment that covers it, whichever was recorded first', () => {
    const late = paid('late', '2021-01-01', { year: 2018 });
    const person = personIn([late, year2018]);
    expect([
      valueOn(person, 'contributedYears.RES_PENSION', '2018-12-10'),
      valueOn(person, 'contributedYears.RES_PENSION', '2021-01-01'),
    ]).toEqual([1, 1]);
  });

  it.each`
    on              | takesTheYear
    ${'2017-12-31'} | ${false}
    ${'2018-01-01'} | ${true}
    ${'2019-12-31'} | ${true}
    ${'2020-01-01'} | ${false}
  `(
    'in the employee pension takes its whole calendar years: $on $takesTheYear',
    ({ on, takesTheYear }: { on: string; takesTheYear: boolean }) => {
      const person = personIn([
        paid('emp', '2020-01-05', { fromMonth: '2018-12', toMonth: '2019-01' }, { scheme: 'EMP_PENSION' }),
      ]);
      expect(valueOn(person, 'employeePensionThisYear', on)).toBe(takesTheYear);
    },
  );
});

describe('the personal account', () => {
  const first = paid('first', '2018-12-10', { year: 2018 }, { accountBalance: '139.00' });
  it.each<{
    name: string;
    given: readonly Said[];
    on: string;
    balance: number | string;
    because: readonly string[];
  }>([
    { name: 'nothing ever paid: nothing in it', given: [], on: '2020-01-01', balance: 0, because: [] },
    { name: 'after a payment', given: [first], on: '2018-12-10', balance: 13_900, because: ['first'] },
    {
      name: 'after the next',
      given: [first, paid('next', '2019-12-10', { year: 2019 }, { accountBalance: '250.5' })],
      on: '2019-12-10',
      balance: 25_050,
      because: ['next'],
    },
    {
      name: 'after one that does not say: nobody knows, an older balance is none',
      given: [first, paid('silent', '2019-12-10', { year: 2019 })],
      on: '2019-12-10',
      balance: 'unknown',
      because: ['missing accountBalance.RES_PENSION'],
    },
    {
      name: 'as corrected',
      given: [first, corrected(first, { accountBalance: '69.49' }, { id: 'c' })],
      on: '2019-01-01',
      balance: 6_949,
      because: ['c', 'first'],
    },
    {
      name: 'of the resident scheme alone',
      given: [
        first,
        paid('emp', '2019-12-10', { year: 2019 }, { scheme: 'EMP_PENSION', accountBalance: '9.00' }),
      ],
      on: '2020-01-01',
      balance: 13_900,
      because: ['first'],
    },
  ])('$name', ({ given, on, balance, because }) => {
    expect(factOn(personIn(given), 'accountBalance.RES_PENSION', on)).toEqual({ value: balance, because });
  });
});

describe('a pension drawn', () => {
  it.each<{
    name: string;
    given: readonly Said[];
    on: string;
    scheme: string;
    other: boolean;
    because: readonly string[];
  }>([
    { name: 'none', given: [], on: '2020-01-01', scheme: 'none', other: false, because: [] },
    {
      name: 'the resident pension is no other one',
      given: [drawn('RES_PENSION', '2020-05')],
      on: '2020-05-01',
      scheme: 'RES_PENSION',
      other: false,
      because: ['draws RES_PENSION'],
    },
    {
      name: 'the eve',
      given: [drawn('EMP_PENSION', '2020-05')],
      on: '2020-04-30',
      scheme: 'none',
      other: false,
      because: [],
    },
    {
      name: 'another',
      given: [drawn('EMP_PENSION', '2020-05')],
      on: '2020-05-01',
      scheme: 'EMP_PENSION',
      other: true,
      because: ['draws EMP_PENSION'],
    },
    {
      name: 'of two the one begun first',
      given: [drawn('RES_PENSION', '2020-05'), drawn('GOV_PENSION', '2020-08')],
      on: '2020-08-01',
      scheme: 'RES_PENSION',
      other: true,
      because: ['draws RES_PENSION'],
    },
    {
      name: 'the other, once the first has ended',
      given: [
        drawn('RES_PENSION', '2020-05'),
        drawn('GOV_PENSION', '2020-08'),
        stopped('RES_PENSION', '2021-01-01'),
      ],
      on: '2021-01-01',
      scheme: 'GOV_PENSION',
      other: true,
      because: ['draws GOV_PENSION'],
    },
  ])('$name: $scheme', ({ given, on, scheme, other, because }) => {
    const person = personIn(given);
    expect(factOn(person, 'drawsPension', on)).toEqual({ value: scheme, because });
    expect(valueOn(person, 'drawsOtherPension', on)).toBe(other);
  });

  it('that has ended is drawn no longer', () => {
    const person = personIn([drawn('EMP_PENSION', '2020-05'), stopped('EMP_PENSION', '2021-01-01')]);
    expect(['2020-12-31', '2021-01-01'].map((on) => valueOn(person, 'drawsPension', on))).toEqual([
      'EMP_PENSION',
      'none',
    ]);
  });
});
