/** 社会保险: enrolment, contributed time, account, pensions drawn. */
import {
  addYears,
  BEGINNING,
  constant,
  dayOf,
  map,
  paint,
  piecesOf,
  TimelineBuilder,
  UNKNOWN,
  type Day,
  type Ground,
  type Timeline,
  type Unknown,
} from '@ledger/time';
import type { DataOf } from '@ledger/vocabulary';
import type { KnownStream } from './as-known.js';
import { statedFact, type FactTimeline, type FactValue, type StatedFact } from './fact.js';
import { stateOver, type Stretch } from './intervals.js';
import { isOf } from './membership.js';
import { fenOf } from './quantities.js';

const ENROLMENT_EVENTS = ['InsuranceEnrolled', 'InsuranceParticipationEnded'] as const;
const BENEFIT_EVENTS = ['PensionBenefitStarted', 'PensionBenefitEnded'] as const;
const NO_PENSION = 'none';
/** The scheme of 城乡居民基本养老保险; pensions of every other scheme exclude from it (entitlements.md, I-8). */
export const RESIDENT_PENSION = 'RES_PENSION';
const SCHEMES_OF_THE_SLICE = ['RES_PENSION', 'EMP_PENSION', 'GOV_PENSION', 'RES_MED', 'EMP_MED'] as const;

function enrolmentIn(stream: KnownStream, scheme: string): Timeline<string | null> {
  return stream.once(`enrolment:${scheme}`, () =>
    stateOver<string | null>(
      null,
      stream
        .ofTypes(...ENROLMENT_EVENTS)
        .filter((known) => known.data.scheme === scheme)
        .map((known): Stretch<string | null> => {
          const { from, until, because } = known;
          return isOf(known, 'InsuranceEnrolled')
            ? { from, until, because, value: known.data.division }
            : { from, because, value: null };
        }),
    ),
  );
}

interface ContributedMonth {
  /** `year * 12 + month - 1` */
  readonly month: number;
  readonly paid: Day;
  readonly because: Ground;
}

const monthIndex = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;

/** The months of a scheme that contributions cover, each once, with the day on which it was first paid. */
export function contributedMonths(stream: KnownStream, scheme: string): readonly ContributedMonth[] {
  return stream.once(`months:${scheme}`, () => {
    const months = new Map<number, ContributedMonth>();
    for (const { data, from, because } of stream.ofType('InsuranceContributionPaid')) {
      if (data.scheme !== scheme) continue;
      for (const month of monthsOf(data.period)) {
        if (!months.has(month)) months.set(month, { month, paid: from, because });
      }
    }
    return [...months.values()];
  });
}

export function monthsOf(period: DataOf<'InsuranceContributionPaid'>['period']): readonly number[] {
  const { first, last } = monthsIn(period);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset);
}

/** First and last month of a period of contributions; none where the last comes before the first. */
function monthsIn(period: DataOf<'InsuranceContributionPaid'>['period']): {
  readonly first: number;
  readonly last: number;
} {
  const { year, fromMonth, toMonth } = period;
  return year === undefined
    ? { first: monthIndex(fromMonth ?? toMonth ?? ''), last: monthIndex(toMonth ?? fromMonth ?? '') }
    : { first: year * 12, last: year * 12 + 11 };
}

/** Counts up by the day of payment. */
function countOver(counted: readonly { readonly paid: Day; readonly because: Ground }[]): FactTimeline {
  const builder = new TimelineBuilder<FactValue | Unknown>().then(BEGINNING, 0, null);
  [...counted]
    .sort((a, b) => a.paid - b.paid)
    .forEach(({ paid, because }, index) => builder.then(paid, index + 1, because));
  return builder.build();
}

function contributedMonthsFact(scheme: string): StatedFact {
  return statedFact({
    name: `contributedMonths.${scheme}`,
    title: { zh: '累计缴费月数', en: 'Months of contributions' },
    scope: 'person',
    unit: 'number',
    silent: 0,
    department: 'HRSS',
    from: ['InsuranceContributionPaid'],
    fold: (stream) => countOver(contributedMonths(stream, scheme)),
  });
}

/** 缴费年限: resident pension is paid by the year; each calendar year counts once. */
export const contributedYears = statedFact({
  name: `contributedYears.${RESIDENT_PENSION}`,
  title: { zh: '居民养老缴费年限', en: 'Years of resident pension contributions' },
  scope: 'person',
  unit: 'number',
  silent: 0,
  department: 'HRSS',
  from: ['InsuranceContributionPaid'],
  fold: (stream) => {
    const years = new Map<number, { readonly paid: Day; readonly because: Ground }>();
    for (const { data, from, because } of stream.ofType('InsuranceContributionPaid')) {
      if (data.scheme !== RESIDENT_PENSION) continue;
      const { first, last } = monthsIn(data.period);
      for (let year = Math.floor(first / 12); first <= last && year <= Math.floor(last / 12); year++) {
        if (!years.has(year)) years.set(year, { paid: from, because });
      }
    }
    return countOver([...years.values()]);
  },
});

/** One month of employee pension takes the premium subsidy of its whole calendar year (`domain/README.md`). */
export const employeePensionThisYear = statedFact({
  name: 'employeePensionThisYear',
  title: { zh: '本年度参加职工养老保险', en: 'Contributes to the employee pension this year' },
  scope: 'person',
  unit: 'flag',
  silent: false,
  department: 'HRSS',
  from: ['InsuranceContributionPaid'],
  fold: (stream) => {
    let timeline: FactTimeline = constant<FactValue | Unknown>(false);
    for (const { month, because } of contributedMonths(stream, 'EMP_PENSION')) {
      const first = dayOf(Math.floor(month / 12), 1, 1);
      timeline = paint<FactValue | Unknown>(timeline, first, addYears(first, 1), true, because);
    }
    return timeline;
  },
});

/** The personal account after the last payment; 0 where nothing was ever paid, unknown where a payment leaves it open. */
export const accountBalance = statedFact({
  name: `accountBalance.${RESIDENT_PENSION}`,
  title: { zh: '居民养老个人账户储存额', en: 'Resident pension account' },
  scope: 'person',
  unit: 'money',
  silent: 0,
  department: 'HRSS',
  from: ['InsuranceContributionPaid'],
  fold: (stream) =>
    stateOver<FactValue | Unknown>(
      0,
      stream
        .ofType('InsuranceContributionPaid')
        .filter(({ data }) => data.scheme === RESIDENT_PENSION)
        .map(({ from, because, data }) => ({
          from,
          because,
          value: data.accountBalance === undefined ? UNKNOWN : fenOf(data.accountBalance),
        })),
    ),
});

/** Open pensions of each scheme, as paid out. */
function pensionsOver(stream: KnownStream): ReadonlyMap<string, Timeline<boolean>> {
  return stream.once('pensions', () => {
    const schemes = new Map<string, Stretch<boolean>[]>();
    for (const known of stream.ofTypes(...BENEFIT_EVENTS)) {
      const { scheme } = known.data;
      const stretches = schemes.get(scheme) ?? [];
      if (stretches.length === 0) schemes.set(scheme, stretches);
      stretches.push({
        from: known.from,
        because: known.because,
        value: known.type === 'PensionBenefitStarted',
      });
    }
    return new Map([...schemes].map(([scheme, stretches]) => [scheme, stateOver(false, stretches)]));
  });
}

/** The scheme whose pension is drawn; with several open, the one begun first. */
function pensionDrawn(stream: KnownStream, counts: (scheme: string) => boolean): FactTimeline {
  const spells = [...pensionsOver(stream)]
    .filter(([scheme]) => counts(scheme))
    .flatMap(([scheme, drawn]) => piecesOf(drawn).map((piece) => ({ ...piece, scheme })));
  const latestFirst = spells.filter((spell) => spell.value).sort((a, b) => b.from - a.from);
  return latestFirst.reduce<FactTimeline>(
    (timeline, { from, until, scheme, because }) =>
      paint<FactValue | Unknown>(timeline, from, until, scheme, because),
    constant<FactValue | Unknown>(NO_PENSION),
  );
}

export const drawsPension = statedFact({
  name: 'drawsPension',
  title: { zh: '领取基本养老金', en: 'Draws a basic pension' },
  scope: 'person',
  unit: 'code',
  silent: NO_PENSION,
  department: 'HRSS',
  from: [...BENEFIT_EVENTS],
  fold: (stream) => pensionDrawn(stream, () => true),
});

/** A pension already drawn under the resident scheme never decides the right to it (design §6). */
export const drawsOtherPension = statedFact({
  name: 'drawsOtherPension',
  title: { zh: '领取其他基本养老保险待遇', en: 'Draws another basic pension' },
  scope: 'person',
  unit: 'flag',
  silent: false,
  department: 'HRSS',
  from: [...BENEFIT_EVENTS],
  fold: (stream) =>
    map(
      pensionDrawn(stream, (scheme) => scheme !== RESIDENT_PENSION),
      (scheme) => scheme !== NO_PENSION,
    ),
});

function enrolledFact(scheme: string): StatedFact {
  return statedFact({
    name: `insurance.${scheme}`,
    title: { zh: `参保（${scheme}）`, en: `Enrolled in ${scheme}` },
    scope: 'person',
    unit: 'flag',
    silent: false,
    department: scheme.endsWith('MED') ? 'HSA' : 'HRSS',
    from: [...ENROLMENT_EVENTS],
    fold: (stream) => map(enrolmentIn(stream, scheme), (division) => division !== null),
  });
}

/** Where the resident pension is administered: the place of enrolment (entitlements.md, I-7). */
export const residentPensionDivision = statedFact({
  name: `insuranceDivision.${RESIDENT_PENSION}`,
  title: { zh: '居民养老参保地', en: 'Place of resident pension enrolment' },
  scope: 'person',
  unit: 'code',
  silent: UNKNOWN,
  department: 'HRSS',
  from: [...ENROLMENT_EVENTS],
  fold: (stream) => map(enrolmentIn(stream, RESIDENT_PENSION), (division) => division ?? UNKNOWN),
});

export const insuranceFacts: readonly StatedFact[] = [
  ...SCHEMES_OF_THE_SLICE.map(enrolledFact),
  ...['EMP_PENSION', 'GOV_PENSION', 'RES_PENSION'].map(contributedMonthsFact),
  contributedYears,
  employeePensionThisYear,
  accountBalance,
  drawsPension,
  drawsOtherPension,
  residentPensionDivision,
];
