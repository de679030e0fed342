import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  add,
  addDays,
  addMonths,
  addYears,
  BEGINNING,
  civilOf,
  day,
  dayInShanghai,
  dayOf,
  daysInMonth,
  END,
  firstOfMonth,
  firstOfMonthFrom,
  firstOfNextMonth,
  firstOfYear,
  formatDay,
  formatOpenDay,
  isLeapYear,
  parseDay,
  startInShanghai,
  type CalendarUnit,
  type Day,
} from './calendar.js';

const FIRST = day('0001-01-01');
const LAST = day('9999-12-31');
const anyDay = fc.integer({ min: FIRST, max: LAST }).map((value) => value as Day);
const lifetimes = fc.integer({ min: day('1900-01-01'), max: day('2150-12-31') }).map((value) => value as Day);
const monthEnds = fc
  .tuple(
    fc.integer({ min: 1900, max: 2150 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 0, max: 3 }),
  )
  .map(([year, month, early]) => dayOf(year, month, daysInMonth(year, month) - early));
const temporal = (value: Day): Temporal.PlainDate => Temporal.PlainDate.from(formatDay(value));

describe('a day', () => {
  it('is the number of days since 1970-01-01', () => {
    expect(day('1970-01-01')).toBe(0);
    expect(day('1969-12-31')).toBe(-1);
    expect(day('2000-03-01')).toBe(11_017);
  });

  it('is written and read as the calendar of the world has it', () => {
    fc.assert(
      fc.property(anyDay, (value) => {
        const text = formatDay(value);
        expect(text).toBe(Temporal.PlainDate.from('1970-01-01').add({ days: value }).toString());
        expect(parseDay(text)).toBe(value);
        const { year, month, dayOfMonth } = civilOf(value);
        expect(dayOf(year, month, dayOfMonth)).toBe(value);
      }),
      { numRuns: 500 },
    );
  });

  it.each`
    text                      | because
    ${'2023-02-29'}           | ${'2023 is no leap year'}
    ${'1900-02-29'}           | ${'a century is none'}
    ${'2021-04-31'}           | ${'April has thirty days'}
    ${'2021-13-01'}           | ${'there are twelve months'}
    ${'2021-00-10'}           | ${'there is no month 0'}
    ${'2021-01-00'}           | ${'there is no day 0'}
    ${'2021-01-32'}           | ${'there is no day 32'}
    ${'0000-01-01'}           | ${'there is no year 0'}
    ${'2021-1-1'}             | ${'digits are missing'}
    ${'2021/01/01'}           | ${'this is another notation'}
    ${'20210101'}             | ${'this is another notation'}
    ${' 2021-01-01'}          | ${'nothing stands before it'}
    ${'2021-01-01T00:00:00Z'} | ${'this is an instant'}
    ${'+002021-01-01'}        | ${'years have four digits'}
    ${'２０２１-01-01'}       | ${'full-width digits are other characters'}
    ${'2021-01-01\n'}         | ${'nothing stands after it'}
    ${''}                     | ${'nothing is no day'}
  `('is not read from "$text": $because', ({ text }: { text: string }) => {
    expect(parseDay(text)).toBeUndefined();
    expect(() => day(text)).toThrow(RangeError);
  });

  it('is read from text only where the calendar of the world knows that day', () => {
    const digits = (most: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: most });
    fc.assert(
      fc.property(digits(2200), digits(14), digits(33), (year, month, dayOfMonth) => {
        const pad = (part: number, width: number): string => String(part).padStart(width, '0');
        const exists =
          year > 0 &&
          month > 0 &&
          dayOfMonth > 0 &&
          month <= 12 &&
          dayOfMonth <= Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
        const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
        expect(parseDay(text) !== undefined).toBe(exists);
      }),
      { numRuns: 500 },
    );
  });

  it('has no text where the end is open', () => {
    expect(() => formatDay(END)).toThrow('an open end has no date');
    expect(() => formatDay(BEGINNING)).toThrow('an open end has no date');
    expect([formatOpenDay(END), formatOpenDay(BEGINNING), formatOpenDay(day('2020-03-01'))]).toEqual([
      null,
      null,
      '2020-03-01',
    ]);
  });
});

describe('years and months', () => {
  it.each`
    year    | leap
    ${2000} | ${true}
    ${1900} | ${false}
    ${2100} | ${false}
    ${2020} | ${true}
    ${2019} | ${false}
  `('$year is a leap year: $leap', ({ year, leap }: { year: number; leap: boolean }) => {
    expect(isLeapYear(year)).toBe(leap);
    expect(daysInMonth(year, 2)).toBe(leap ? 29 : 28);
  });

  it('have the lengths that the calendar of the world gives them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const there = Temporal.PlainYearMonth.from({ year, month });
        expect(daysInMonth(year, month)).toBe(there.daysInMonth);
        expect(isLeapYear(year)).toBe(there.inLeapYear);
      }),
    );
  });
});

/** Civil Code arts. 200–204. */
describe('a period of the law', () => {
  it.each`
    from            | amount | unit       | to
    ${'2019-03-01'} | ${1}   | ${'year'}  | ${'2020-03-01'}
    ${'2020-02-29'} | ${1}   | ${'year'}  | ${'2021-02-28'}
    ${'2020-02-29'} | ${4}   | ${'year'}  | ${'2024-02-29'}
    ${'1960-02-29'} | ${61}  | ${'year'}  | ${'2021-02-28'}
    ${'2019-02-28'} | ${1}   | ${'year'}  | ${'2020-02-28'}
    ${'2021-01-31'} | ${1}   | ${'month'} | ${'2021-02-28'}
    ${'2020-01-31'} | ${1}   | ${'month'} | ${'2020-02-29'}
    ${'2021-01-31'} | ${2}   | ${'month'} | ${'2021-03-31'}
    ${'2020-10-31'} | ${6}   | ${'month'} | ${'2021-04-30'}
    ${'2020-12-15'} | ${1}   | ${'month'} | ${'2021-01-15'}
    ${'2021-03-31'} | ${-1}  | ${'month'} | ${'2021-02-28'}
    ${'2021-02-28'} | ${1}   | ${'day'}   | ${'2021-03-01'}
  `(
    'of $amount $unit from $from is over on $to',
    ({ from, amount, unit, to }: { from: string; amount: number; unit: CalendarUnit; to: string }) => {
      expect(formatDay(add(day(from), amount, unit))).toBe(to);
    },
  );

  it('ends on the corresponding day, or on the last of the month where there is none', () => {
    fc.assert(
      fc.property(
        fc.oneof(lifetimes, monthEnds),
        fc.integer({ min: -1500, max: 1500 }),
        fc.integer({ min: -120, max: 120 }),
        (from, months, years) => {
          expect(formatDay(addMonths(from, months))).toBe(temporal(from).add({ months }).toString());
          expect(formatDay(addYears(from, years))).toBe(temporal(from).add({ years }).toString());
          expect(formatDay(addDays(from, months))).toBe(temporal(from).add({ days: months }).toString());
          expect(add(from, years, 'year')).toBe(addYears(from, years));
          expect(add(from, months, 'month')).toBe(addMonths(from, months));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('never ends earlier for having begun later', () => {
    fc.assert(
      fc.property(
        monthEnds,
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: 0, max: 400 }),
        (from, later, months) => {
          expect(addMonths(addDays(from, later), months)).toBeGreaterThanOrEqual(addMonths(from, months));
        },
      ),
    );
  });

  it('of an open date is open', () => {
    for (const open of [BEGINNING, END]) {
      expect([
        addMonths(open, 7),
        addYears(open, 1),
        addDays(open, 3),
        firstOfMonth(open),
        firstOfYear(open),
      ]).toEqual([open, open, open, open, open]);
      expect([firstOfNextMonth(open), firstOfMonthFrom(open)]).toEqual([open, open]);
    }
  });
});

describe('firsts', () => {
  it('are those of the month, of the next, of the year', () => {
    fc.assert(
      fc.property(fc.oneof(lifetimes, monthEnds), (value) => {
        const first = temporal(value).with({ day: 1 });
        expect(formatDay(firstOfMonth(value))).toBe(first.toString());
        expect(formatDay(firstOfNextMonth(value))).toBe(first.add({ months: 1 }).toString());
        expect(formatDay(firstOfYear(value))).toBe(first.with({ month: 1 }).toString());
        const from = first.equals(temporal(value)) ? first : first.add({ months: 1 });
        expect(formatDay(firstOfMonthFrom(value))).toBe(from.toString());
      }),
    );
  });
});

describe('Asia/Shanghai', () => {
  const instants = fc.integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2100, 0, 1) });
  const there = (instant: number): Temporal.ZonedDateTime =>
    Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO('Asia/Shanghai');

  it.each`
    instant                            | on
    ${'2020-06-30T15:59:59.999Z'}      | ${'2020-06-30'}
    ${'2020-06-30T16:00:00.000Z'}      | ${'2020-07-01'}
    ${'2020-07-01T00:00:00.000+08:00'} | ${'2020-07-01'}
  `('it is $on at $instant', ({ instant, on }: { instant: string; on: string }) => {
    expect(formatDay(dayInShanghai(Date.parse(instant)))).toBe(on);
  });

  it('has the day that its clocks show', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        expect(formatDay(dayInShanghai(instant))).toBe(there(instant).toPlainDate().toString());
      }),
      { numRuns: 200 },
    );
  });

  it('begins each day at the first instant that belongs to it', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const start = startInShanghai(dayInShanghai(instant));
        expect(start).toBe(there(instant).startOfDay().epochMilliseconds);
        expect(dayInShanghai(start - 1)).toBe(dayInShanghai(instant) - 1);
      }),
      { numRuns: 200 },
    );
  });
});
