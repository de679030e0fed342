import fc from 'fast-check';
import { BEGINNING, day, END, type Day } from './calendar.js';
import { contains, intersection, period } from './period.js';
import { A_WINTER, daysIn } from './testing/index.js';

const bounds = fc.oneof({ weight: 8, arbitrary: daysIn(A_WINTER) }, fc.constantFrom(BEGINNING, END));
const periods = fc
  .uniqueArray(bounds, { minLength: 2, maxLength: 2 })
  .map(([a = BEGINNING, b = END]) => period(Math.min(a, b) as Day, Math.max(a, b) as Day));

describe('a period', () => {
  it('holds its first day and not its end', () => {
    const march = period(day('2020-03-01'), day('2020-04-01'));
    expect(contains(march, day('2020-03-01'))).toBe(true);
    expect(contains(march, day('2020-03-31'))).toBe(true);
    expect(contains(march, day('2020-04-01'))).toBe(false);
    expect(contains(march, day('2020-02-29'))).toBe(false);
  });

  it('goes on where it has no end', () => {
    expect(contains(period(day('2020-03-01')), day('9999-12-31'))).toBe(true);
  });

  it.each([
    ['2020-03-01', '2020-03-01'],
    ['2020-03-02', '2020-03-01'],
  ])('does not begin on %s and end on %s', (from, until) => {
    expect(() => period(day(from), day(until))).toThrow('a period ends after it begins');
  });

  it('shares with another the days that both hold', () => {
    fc.assert(
      fc.property(periods, periods, daysIn(A_WINTER), (a, b, on) => {
        const shared = intersection(a, b);
        expect(shared !== undefined && contains(shared, on)).toBe(contains(a, on) && contains(b, on));
        expect(intersection(b, a)).toEqual(shared);
        expect(intersection(a, a)).toEqual(a);
      }),
    );
  });

  it('shares nothing with the one that follows it', () => {
    expect(
      intersection(period(day('2020-03-01'), day('2020-04-01')), period(day('2020-04-01'))),
    ).toBeUndefined();
  });
});
