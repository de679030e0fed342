/** 居住: living in town, since when and where; residence permit. */
import {
  addDays,
  day,
  END,
  flatMap,
  map,
  TimelineBuilder,
  UNKNOWN,
  type Day,
  type Ground,
  type Timeline,
} from '@ledger/time';
import { isTownClass } from '@ledger/vocabulary';
import type { KnownStream } from './as-known.js';
import { DIVISIONS } from './divisions.js';
import { statedFact } from './fact.js';
import { stateOver, type Stretch } from './intervals.js';
import { isOf } from './membership.js';

/** Where somebody lives from a day on. */
interface Stay {
  readonly division: string | null;
  /** Urban-rural class begins with 1 (统计用城乡分类). */
  readonly inTown: boolean;
  readonly basis: string | null;
}

const STAY_EVENTS = ['UrbanArrivalRecorded', 'ResidenceChanged', 'UrbanResidenceEnded'] as const;
const NOWHERE: Stay = { division: null, inTown: false, basis: null };

/** A second arrival while one is open is a change of residence (`events.md`, 20). */
function stays(stream: KnownStream): Timeline<Stay> {
  return stream.once('stays', () => {
    const stretches: Stretch<Stay>[] = [];
    for (const known of stream.ofTypes(...STAY_EVENTS)) {
      const { from, until, because } = known;
      if (isOf(known, 'UrbanArrivalRecorded')) {
        const { division, basis } = known.data;
        stretches.push({ from, until, because, value: { division, inTown: true, basis } });
      } else if (isOf(known, 'ResidenceChanged')) {
        const { division, urbanRuralClass } = known.data.to;
        stretches.push({
          from,
          until,
          because,
          value: { division, inTown: isTownClass(urbanRuralClass), basis: null },
        });
      } else stretches.push({ from, because, value: NOWHERE });
    }
    return stateOver(NOWHERE, stretches);
  });
}

export const livesInTown = statedFact({
  name: 'livesInTown',
  title: { zh: '在城镇居住', en: 'Lives in a town' },
  scope: 'person',
  unit: 'flag',
  silent: false,
  department: 'PSB',
  from: [...STAY_EVENTS],
  fold: (stream) => map(stays(stream), (stay) => stay.inTown),
});

export const residenceDivision = statedFact({
  name: 'residenceDivision',
  title: { zh: '居住地', en: 'Place of residence' },
  scope: 'person',
  unit: 'code',
  silent: UNKNOWN,
  department: 'PSB',
  from: [...STAY_EVENTS],
  fold: (stream) => map(stays(stream), (stay) => stay.division ?? UNKNOWN),
});

/** How the present stay in town was proved; LEASE is a stable home (居住证暂行条例 art. 2). */
export const arrivalBasis = statedFact({
  name: 'arrivalBasis',
  title: { zh: '居住登记依据', en: 'Ground of the residence registration' },
  scope: 'person',
  unit: 'code',
  silent: 'none',
  department: 'PSB',
  from: [...STAY_EVENTS],
  fold: (stream) => map(stays(stream), (stay) => stay.basis ?? 'none'),
});

/** First day of the unbroken chain of stays in town, which a move keeps where `keeps` says so; END out of town. */
function chainStart(
  stream: KnownStream,
  keeps: (before: Stay, after: Stay, on: Day) => boolean,
): Timeline<Day> {
  const builder = new TimelineBuilder<Day>();
  const timeline = stays(stream);
  let start: Day = END;
  let startBecause: Ground = null;
  timeline.values.forEach((stay, index) => {
    const from = timeline.from[index] as Day;
    const before = timeline.values[index - 1] ?? NOWHERE;
    if (!stay.inTown) start = END;
    else if (start === END || !keeps(before, stay, from)) {
      start = from;
      startBecause = timeline.because[index] ?? null;
    }
    builder.then(from, start, stay.inTown ? startBecause : (timeline.because[index] ?? null));
  });
  return builder.build();
}

/** 居住证: the division that issued the one in force, or `none`. Its printed end is the last day. */
export const residencePermit = statedFact({
  name: 'residencePermit',
  title: { zh: '居住证', en: 'Residence permit' },
  scope: 'person',
  unit: 'code',
  silent: 'none',
  department: 'PSB',
  from: ['ResidencePermitIssued'],
  fold: (stream) =>
    stateOver(
      'none',
      stream.ofType('ResidencePermitIssued').map((known): Stretch<string> => {
        const until = addDays(day(known.data.endorsedUntil), 1);
        return { from: known.from, until, value: known.data.division, because: known.because };
      }),
    ),
});

/** The city whose permit is in force. */
export const residencePermitCity = statedFact({
  name: 'residencePermitCity',
  title: { zh: '居住证签发城市', en: 'City of the residence permit' },
  scope: 'person',
  unit: 'code',
  silent: 'none',
  department: 'PSB',
  from: ['ResidencePermitIssued'],
  fold: (stream) =>
    flatMap(residencePermit.fold(stream), (piece) => [
      {
        ...piece,
        value:
          typeof piece.value === 'string' && piece.value !== 'none'
            ? (DIVISIONS.prefectureOf(piece.value, piece.from) ?? 'none')
            : 'none',
      },
    ]),
});

const cityOf = (stay: Stay, on: Day): string | null =>
  stay.division === null ? null : (DIVISIONS.prefectureOf(stay.division, on) ?? null);

/** The city (市州, prefecture) somebody lives in. */
export const residenceCity = statedFact({
  name: 'residenceCity',
  title: { zh: '居住城市', en: 'City of residence' },
  scope: 'person',
  unit: 'code',
  silent: UNKNOWN,
  department: 'PSB',
  from: [...STAY_EVENTS],
  fold: (stream) =>
    flatMap(stays(stream), (piece) => [{ ...piece, value: cityOf(piece.value, piece.from) ?? UNKNOWN }]),
});

/** First day of the unbroken stay in the present city; moves within it keep the half-year's clock running. */
export const inCitySince = statedFact({
  name: 'inCitySince',
  title: { zh: '在本城市居住起始日', en: 'In this city since' },
  scope: 'person',
  unit: 'date',
  silent: END,
  department: 'PSB',
  from: [...STAY_EVENTS],
  fold: (stream) => chainStart(stream, (before, after, on) => cityOf(before, on) === cityOf(after, on)),
});
