/** 户口: where and of which kind. */
import {
  BEGINNING,
  day,
  flatMap,
  map,
  stepwise,
  TimelineBuilder,
  UNKNOWN,
  type Timeline,
} from '@ledger/time';
import { isTownClass } from '@ledger/vocabulary';
import type { KnownStream } from './as-known.js';
import { DIVISIONS } from './divisions.js';
import { statedFact } from './fact.js';

interface Hukou {
  /** Of the county, six digits. */
  readonly division: string;
  /** Urban-rural class, 统计用城乡分类. */
  readonly class: string;
}

const HUKOU_EVENTS = ['PersonRegistered', 'HukouTransferCompleted'] as const;

/** Hukou is told by the county, also where the register names the village (统计用区划代码, twelve digits). */
const COUNTY_DIGITS = 6;
const countyOf = (division: string): string => division.slice(0, COUNTY_DIGITS);

/** From birth as registered, then where each completed transfer leads. */
function hukou(stream: KnownStream): Timeline<Hukou | null> {
  return stream.once('hukou', () => {
    const registrations = stream
      .ofType('PersonRegistered')
      .slice(-1)
      .map(({ data, because }) => ({
        from: day(data.birthDate),
        value: { division: countyOf(data.hukouDivision), class: data.hukouClass },
        because,
      }));
    const transfers = stream.ofType('HukouTransferCompleted').map(({ data, from, because }) => ({
      from,
      value: { division: countyOf(data.to.division), class: data.to.urbanRuralClass },
      because,
    }));
    // By day: an amended birth may come to lie after a transfer.
    return stepwise<Hukou | null>(null, [...registrations, ...transfers]);
  });
}

export const hukouDivision = statedFact({
  name: 'hukouDivision',
  title: { zh: '户籍地', en: 'Place of hukou' },
  scope: 'person',
  unit: 'code',
  silent: UNKNOWN,
  department: 'PSB',
  from: [...HUKOU_EVENTS],
  fold: (stream) => map(hukou(stream), (value) => value?.division ?? UNKNOWN),
});

export const hukouCity = statedFact({
  name: 'hukouCity',
  title: { zh: '户籍城市', en: 'City of hukou' },
  scope: 'person',
  unit: 'code',
  silent: UNKNOWN,
  department: 'PSB',
  from: [...HUKOU_EVENTS],
  fold: (stream) =>
    flatMap(hukou(stream), (piece) => [
      {
        ...piece,
        value: (piece.value && DIVISIONS.prefectureOf(piece.value.division, piece.from)) ?? UNKNOWN,
      },
    ]),
});

export const hukouKind = statedFact({
  name: 'hukouKind',
  title: { zh: '户口性质', en: 'Kind of hukou' },
  scope: 'person',
  unit: 'code',
  silent: UNKNOWN,
  department: 'PSB',
  from: [...HUKOU_EVENTS],
  fold: (stream) =>
    map(hukou(stream), (value) => (value ? (isTownClass(value.class) ? 'urban' : 'rural') : UNKNOWN)),
});

/** 进城落户: from a transfer from a rural class to a town's, until one back to a rural class. */
export const settledInTown = statedFact({
  name: 'settledInTown',
  title: { zh: '进城落户', en: 'Settled in town' },
  scope: 'person',
  unit: 'flag',
  silent: false,
  department: 'PSB',
  from: [...HUKOU_EVENTS],
  fold: (stream) => {
    const builder = new TimelineBuilder<boolean>().then(BEGINNING, false, null);
    let before = stream.ofType('PersonRegistered').at(-1)?.data.hukouClass;
    let settled = false;
    for (const { data, from, because } of stream.ofType('HukouTransferCompleted')) {
      const origin = data.from?.urbanRuralClass ?? before;
      before = data.to.urbanRuralClass;
      settled = isTownClass(before) && (settled || (origin !== undefined && !isTownClass(origin)));
      builder.then(from, settled, because);
    }
    return builder.build();
  },
});
