import fc from 'fast-check';
import {
  add,
  BEGINNING,
  day,
  END,
  firstOfMonth,
  firstOfYear,
  type CalendarUnit,
  type Day,
} from './calendar.js';
import { hasCome, monthly, reached, since, yearly } from './calendar-shapes.js';
import {
  A_WINTER,
  dayByDay,
  daysIn,
  eachDay,
  isWellFormed,
  namesIn,
  SOME_YEARS,
  split,
  splits,
  timelines,
  told,
  truths,
  valuesByDay,
} from './testing/index.js';
import { constant, pieceAt, stepwise, valueAt, type Timeline } from './timeline.js';
import { UNKNOWN, type Truth, type Unknown } from './truth.js';

const EVENT = { kind: 'event', key: 'e' };
const FIGURE = { kind: 'parameter', key: 'p' };
const dates = timelines(
  fc.oneof(
    { weight: 6, arbitrary: daysIn(A_WINTER) },
    fc.constantFrom<Day | Unknown>(UNKNOWN, END, BEGINNING),
  ),
);
const amounts = timelines(
  fc.oneof({ weight: 4, arbitrary: fc.nat(3) }, fc.constant<number | Unknown>(UNKNOWN)),
);
const units = fc.constantFrom<CalendarUnit>('day', 'month', 'year');
const values = fc.nat(2);

describe('monthly', () => {
  it('has on each day the value and the ground of the first of its month', () => {
    fc.assert(
      fc.property(timelines(values), (timeline) => {
        const sampled = monthly(timeline);
        expect(isWellFormed(sampled)).toBe(true);
        const expected = eachDay(A_WINTER, (on) => {
          const { value, because } = pieceAt(timeline, firstOfMonth(on));
          return { value, because: namesIn(because) };
        });
        expect(dayByDay(sampled, A_WINTER)).toBe(expected);
      }),
    );
  });

  it.each`
    from            | heldFrom
    ${'2020-02-01'} | ${'2020-02-01'}
    ${'2020-02-02'} | ${'2020-03-01'}
    ${'2020-02-29'} | ${'2020-03-01'}
    ${'2019-12-15'} | ${'2020-01-01'}
  `(
    'what begins on $from is held from $heldFrom',
    ({ from, heldFrom }: Record<'from' | 'heldFrom', string>) => {
      const met = stepwise<Truth>(false, [{ from: day(from), value: true, because: EVENT }]);
      expect(told(monthly(met))).toEqual(['always: false []', `${heldFrom}: true [event:e]`]);
    },
  );

  it('does not see what came and went within a month', () => {
    const seen = stepwise<Truth>(false, [
      { from: day('2020-02-02'), value: true, because: EVENT },
      { from: day('2020-02-28'), value: false, because: null },
    ]);
    expect(told(monthly(seen))).toEqual(['always: false []']);
  });
});

describe('yearly', () => {
  it('has on each day the value and the ground of 1 January', () => {
    fc.assert(
      fc.property(timelines(values, SOME_YEARS), daysIn(SOME_YEARS), (timeline, on) => {
        const sampled = yearly(timeline);
        expect(isWellFormed(sampled)).toBe(true);
        expect(pieceAt(sampled, on)).toMatchObject({ value: valueAt(timeline, firstOfYear(on)) });
        expect(namesIn(pieceAt(sampled, on).because)).toEqual(
          namesIn(pieceAt(timeline, firstOfYear(on)).because),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('holds on 1 January what begins on it, and a year later what begins the day after', () => {
    const begins = (from: string) =>
      stepwise<Truth>(false, [{ from: day(from), value: true, because: null }]);
    expect(told(yearly(begins('2020-01-01')))).toEqual(['always: false []', '2020-01-01: true []']);
    expect(told(yearly(begins('2020-01-02')))).toEqual(['always: false []', '2021-01-01: true []']);
  });
});

describe('a day that is named', () => {
  it('has come on itself and after, never before', () => {
    fc.assert(
      fc.property(dates, (named) => {
        const come = hasCome(named);
        expect(isWellFormed(come)).toBe(true);
        const expected = eachDay(A_WINTER, (on) => {
          const { value, because } = pieceAt(named, on);
          return { value: value === UNKNOWN ? UNKNOWN : value <= on, because: namesIn(because) };
        });
        expect(dayByDay(come, A_WINTER)).toBe(expected);
      }),
    );
  });
});

describe('an anniversary', () => {
  it.each`
    since           | amount | unit       | eve             | reachedOn
    ${'2019-03-01'} | ${1}   | ${'year'}  | ${'2020-02-29'} | ${'2020-03-01'}
    ${'2020-02-29'} | ${1}   | ${'year'}  | ${'2021-02-27'} | ${'2021-02-28'}
    ${'1960-02-29'} | ${60}  | ${'year'}  | ${'2020-02-28'} | ${'2020-02-29'}
    ${'1959-12-06'} | ${60}  | ${'year'}  | ${'2019-12-05'} | ${'2019-12-06'}
    ${'2019-08-31'} | ${6}   | ${'month'} | ${'2020-02-28'} | ${'2020-02-29'}
    ${'2020-03-05'} | ${15}  | ${'day'}   | ${'2020-03-19'} | ${'2020-03-20'}
    ${'2020-03-05'} | ${0}   | ${'day'}   | ${'2020-03-04'} | ${'2020-03-05'}
  `(
    '$amount $unit from $since: not on $eve, but on $reachedOn',
    (row: Record<'since' | 'eve' | 'reachedOn', string> & { amount: number; unit: CalendarUnit }) => {
      const come = reached(
        constant<Day | Unknown>(day(row.since)),
        constant<number | Unknown>(row.amount),
        row.unit,
      );
      expect([valueAt(come, day(row.eve)), valueAt(come, day(row.reachedOn))]).toEqual([false, true]);
    },
  );

  it('is reckoned with the date and the amount of the day asked', () => {
    fc.assert(
      fc.property(dates, amounts, units, (from, amount, unit) => {
        const come = reached(from, amount, unit);
        expect(isWellFormed(come)).toBe(true);
        const expected = eachDay(A_WINTER, (on) => {
          const since = valueAt(from, on);
          const many = valueAt(amount, on);
          return { value: since === UNKNOWN || many === UNKNOWN ? UNKNOWN : add(since, many, unit) <= on };
        });
        expect(valuesByDay(come, A_WINTER)).toBe(expected);
      }),
    );
  });

  it('rests on the date and the amount; where it cannot be told, on what is unknown of them', () => {
    fc.assert(
      fc.property(dates, amounts, units, (from, amount, unit) => {
        const expected = eachDay(A_WINTER, (on) => {
          const pieces = [pieceAt(from, on), pieceAt(amount, on)];
          const silent = pieces.filter(({ value }) => value === UNKNOWN);
          const settling = silent.length > 0 ? silent : pieces;
          return {
            value: '',
            because: [...new Set(settling.flatMap(({ because }) => namesIn(because)))].sort(),
          };
        });
        const come = reached(from, amount, unit);
        expect(dayByDay({ ...come, values: come.values.map(() => '') }, A_WINTER)).toBe(expected);
      }),
    );
  });

  it('does not care in how many pieces date and amount are', () => {
    fc.assert(
      fc.property(dates, amounts, units, splits(), splits(), (from, amount, unit, here, there) => {
        expect(told(reached(split(from, here), split(amount, there), unit))).toEqual(
          told(reached(from, amount, unit)),
        );
      }),
    );
  });

  it('never comes for what has not begun, and has always come for what was always so', () => {
    const years = (from: Day): Timeline<Truth> =>
      reached(constant<Day | Unknown>(from), constant<number | Unknown>(1, FIGURE), 'year');
    expect(told(years(END))).toEqual(['always: false [parameter:p]']);
    expect(told(years(BEGINNING))).toEqual(['always: true [parameter:p]']);
  });
});

describe('since when a condition is met', () => {
  it('is the first day of the stretch, however many pieces it has', () => {
    fc.assert(
      fc.property(truths(), (condition) => {
        const expected = eachDay(A_WINTER, (on) => {
          let { from, value } = pieceAt(condition, on);
          if (value === UNKNOWN) return { value: UNKNOWN };
          if (!value) return { value: END };
          while (from !== BEGINNING && valueAt(condition, (from - 1) as Day) === true) {
            ({ from, value } = pieceAt(condition, (from - 1) as Day));
          }
          return { value: from };
        });
        expect(valuesByDay(since(condition), A_WINTER)).toBe(expected);
      }),
    );
  });
});
