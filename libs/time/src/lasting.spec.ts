import fc from 'fast-check';
import {
  add,
  BEGINNING,
  day,
  END,
  formatDay,
  formatOpenDay,
  type CalendarUnit,
  type Day,
} from './calendar.js';
import { hasLasted, lastingSince } from './lasting.js';
import {
  A_WINTER,
  eachDay,
  isWellFormed,
  namesIn,
  split,
  splits,
  timelines,
  told,
  truths,
  valuesByDay,
} from './testing/index.js';
import { constant, pieceAt, stepwise, valueAt, type Timeline } from './timeline.js';
import { UNKNOWN, type Truth, type TruthTimeline, type Unknown } from './truth.js';

type Amounts = Timeline<number | Unknown>;
const FLOOR = (A_WINTER.first - 1) as Day;
const orUnknown = (most: number): fc.Arbitrary<number | Unknown> =>
  fc.oneof({ weight: 3, arbitrary: fc.nat(most) }, fc.constant<number | Unknown>(UNKNOWN));
const limits = timelines(orUnknown(12));
const amounts = timelines(orUnknown(20));
const units = fc.constantFrom<CalendarUnit>('day', 'month');

/** Walks back one day at a time, as somebody with a calendar on the wall would. */
function sinceByHand(holds: (on: Day) => boolean, limit: number, on: Day): Day {
  if (!holds(on)) return END;
  let start = on;
  let gap = 0;
  for (let earlier = (on - 1) as Day; ; earlier = (earlier - 1) as Day) {
    if (earlier <= FLOOR) return holds(FLOOR) && gap <= limit ? BEGINNING : start;
    gap = holds(earlier) ? 0 : gap + 1;
    if (gap === 0) start = earlier;
    if (gap > limit) return start;
  }
}

/** Since when, if all that nobody has said went against, and in favour. */
function bothSince(state: TruthTimeline, tolerated: Amounts, on: Day): readonly [Day, Day] {
  const limit = valueAt(tolerated, on);
  return [
    sinceByHand((at) => valueAt(state, at) === true, limit === UNKNOWN ? 0 : limit, on),
    sinceByHand((at) => valueAt(state, at) !== false, limit === UNKNOWN ? Infinity : limit, on),
  ];
}

describe('since when a state has lasted', () => {
  it('is what walking back day by day finds, where it is the same however the silence is filled', () => {
    fc.assert(
      fc.property(truths(), limits, (state, tolerated) => {
        const since = lastingSince(state, tolerated);
        expect(isWellFormed(since)).toBe(true);
        const expected = eachDay(A_WINTER, (on) => {
          const [surely, perhaps] = bothSince(state, tolerated, on);
          return { value: surely === perhaps ? surely : UNKNOWN };
        });
        expect(valuesByDay(since, A_WINTER)).toBe(expected);
      }),
      { numRuns: 300 },
    );
  });
});

describe('whether a state has lasted', () => {
  it('is known where it is the same however the silence is filled, and only there', () => {
    fc.assert(
      fc.property(truths(), amounts, units, limits, (state, amount, unit, tolerated) => {
        const lasted = hasLasted(state, amount, unit, tolerated);
        expect(isWellFormed(lasted)).toBe(true);
        const expected = eachDay(A_WINTER, (on) => {
          const many = valueAt(amount, on);
          if (many === UNKNOWN) return { value: UNKNOWN };
          const [sure, maybe] = bothSince(state, tolerated, on).map((since) => add(since, many, unit) <= on);
          return { value: sure === maybe ? sure : UNKNOWN };
        });
        expect(valuesByDay(lasted, A_WINTER)).toBe(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('does not care in how many pieces anything is', () => {
    fc.assert(
      fc.property(
        truths(),
        amounts,
        limits,
        splits(),
        splits(),
        splits(),
        (state, amount, limit, a, b, c) => {
          const whole = hasLasted(state, amount, 'day', limit);
          expect(told(hasLasted(split(state, a), split(amount, b), 'day', split(limit, c)))).toEqual(
            told(whole),
          );
        },
      ),
    );
  });
});

/** Two stays in a town, and nothing said of any before. */
describe('a year in town', () => {
  const event = (key: string) => ({ kind: 'event', key });
  const THRESHOLD = constant<number | Unknown>(1, { kind: 'parameter', key: 'threshold' });
  const SILENT = constant<number | Unknown>(UNKNOWN, { kind: 'missing', key: 'interruption-days' });
  const allowing = (days: number): Amounts =>
    constant<number | Unknown>(days, { kind: 'parameter', key: 'interruption' });
  const twoStays = (left: string, back: string): TruthTimeline =>
    stepwise<Truth>(false, [
      { from: day('2018-03-01'), value: true, because: event('arrived') },
      { from: day('2018-06-01'), value: true, because: event('moved') },
      { from: day(left), value: false, because: event('left') },
      { from: day(back), value: true, because: event('returned') },
    ]);
  const answer = (on: string, left: string, back: string, tolerated: Amounts) => {
    const { value, because } = pieceAt(
      hasLasted(twoStays(left, back), THRESHOLD, 'year', tolerated),
      day(on),
    );
    return { value, because: namesIn(because) };
  };
  const since = (on: string, left: string, back: string, tolerated: Amounts) => {
    const { value, because } = pieceAt(lastingSince(twoStays(left, back), tolerated), day(on));
    const text = value === UNKNOWN ? 'unknown' : (formatOpenDay(value) ?? 'never');
    return { value: text, because: namesIn(because) };
  };

  it.each`
    left            | back            | days  | since
    ${'2018-09-01'} | ${'2018-09-02'} | ${0}  | ${'2018-09-02'}
    ${'2018-09-01'} | ${'2018-09-02'} | ${1}  | ${'2018-03-01'}
    ${'2018-09-01'} | ${'2018-10-01'} | ${29} | ${'2018-10-01'}
    ${'2018-09-01'} | ${'2018-10-01'} | ${30} | ${'2018-03-01'}
    ${'2018-09-01'} | ${'2018-09-01'} | ${0}  | ${'2018-03-01'}
  `(
    'away from $left until $back, $days days tolerated: since $since',
    ({ left, back, days, since: expected }: { left: string; back: string; days: number; since: string }) => {
      expect(since('2019-05-01', left, back, allowing(days)).value).toBe(expected);
    },
  );

  it('is a gap’s to break on the day asked: the tolerance of that day counts', () => {
    const relaxed = stepwise<number | Unknown>(0, [{ from: day('2019-01-01'), value: 30, because: null }]);
    const over = lastingSince(twoStays('2018-09-01', '2018-10-01'), relaxed);
    expect(['2018-12-31', '2019-01-01'].map((on) => formatDay(valueAt(over, day(on)) as Day))).toEqual([
      '2018-10-01',
      '2018-03-01',
    ]);
  });

  it.each`
    on              | value      | why
    ${'2018-10-01'} | ${false}   | ${'not over even since the first arrival'}
    ${'2019-02-28'} | ${false}   | ${'not over even since the first arrival'}
    ${'2019-03-01'} | ${UNKNOWN} | ${'over if the gap is tolerated'}
    ${'2019-09-30'} | ${UNKNOWN} | ${'over if the gap is tolerated'}
    ${'2019-10-01'} | ${true}    | ${'over even since the return'}
  `('with a gap that nobody has judged, on $on: $why', ({ on, value }: { on: string; value: Truth }) => {
    expect(answer(on, '2018-09-01', '2018-10-01', SILENT).value).toBe(value);
  });

  describe('rests on', () => {
    const [LEFT, BACK] = ['2018-09-01', '2018-10-01'];
    const FIRST_STAY = ['event:arrived', 'event:moved'];

    it('the stay, where there was no other before', () => {
      expect(answer('2018-08-01', LEFT, BACK, allowing(0)).because).toEqual([
        ...FIRST_STAY,
        'parameter:threshold',
      ]);
      expect(since('2018-08-01', LEFT, BACK, allowing(0))).toEqual({
        value: '2018-03-01',
        because: FIRST_STAY,
      });
    });

    it('both stays, the gap and what tolerates it, where the clock has run on', () => {
      const chain = [
        'event:arrived',
        'event:left',
        'event:moved',
        'event:returned',
        'parameter:interruption',
      ];
      expect(since('2019-05-01', LEFT, BACK, allowing(30))).toEqual({ value: '2018-03-01', because: chain });
      expect(answer('2019-05-01', LEFT, BACK, allowing(30))).toEqual({
        value: true,
        because: [...chain, 'parameter:threshold'],
      });
    });

    it('the stay, the gap and what does not tolerate it, where the clock began anew', () => {
      const chain = ['event:left', 'event:returned', 'parameter:interruption'];
      expect(since('2019-05-01', LEFT, BACK, allowing(29))).toEqual({ value: '2018-10-01', because: chain });
      expect(answer('2019-05-01', LEFT, BACK, allowing(29))).toEqual({
        value: false,
        because: [...chain, 'parameter:threshold'],
      });
    });

    it('the last stay alone, where that is long enough whatever is tolerated', () => {
      expect(answer('2019-10-01', LEFT, BACK, SILENT).because).toEqual([
        'event:returned',
        'parameter:threshold',
      ]);
    });

    it('everything but the tolerance, where all of it is too short whatever is tolerated', () => {
      expect(answer('2019-02-28', LEFT, BACK, SILENT).because).toEqual([
        'event:arrived',
        'event:left',
        'event:moved',
        'event:returned',
        'parameter:threshold',
      ]);
    });

    it('what nobody has said, among the rest, where that leaves it open', () => {
      expect(answer('2019-05-01', LEFT, BACK, SILENT).because).toContain('missing:interruption-days');
      expect(since('2019-05-01', LEFT, BACK, SILENT)).toMatchObject({ value: 'unknown' });
      expect(since('2019-05-01', LEFT, BACK, SILENT).because).toContain('missing:interruption-days');
    });

    it('what ended it, where it does not hold', () => {
      expect(since('2018-09-15', LEFT, BACK, allowing(30))).toEqual({
        value: 'never',
        because: ['event:left'],
      });
    });
  });
});
