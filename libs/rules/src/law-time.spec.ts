import fc from 'fast-check';
import {
  BEGINNING,
  day,
  firstOfMonth,
  firstOfYear,
  pieceAt,
  UNKNOWN,
  valueAt,
  type Day,
  type Timeline,
  type Truth,
  type Unknown,
} from '@ledger/time';
import {
  A_WINTER,
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
} from '@ledger/time/testing';
import type { FactValue } from '@ledger/case';
import { chosen, fromMonthOf, orAllAgree, sometimeInYear, startsBy } from './law-time.js';

const startRules: fc.Arbitrary<Timeline<FactValue | Unknown>> = timelines(
  fc.constantFrom<FactValue | Unknown>('MONTH_OF', 'MONTH_AFTER', 'NEXT_MONTH', UNKNOWN),
);
const numbers = timelines(fc.nat(3));
const before = (on: Day): Day => (on - 1) as Day;
const after = (on: Day): Day => (on + 1) as Day;
const isMet = (condition: Timeline<Truth>, on: Day): boolean => valueAt(condition, on) === true;

/** The first day of the unbroken run of met days around one of them. */
function beginning(condition: Timeline<Truth>, on: Day): Day {
  const floor = before(A_WINTER.first);
  let first = on;
  while (first > floor && isMet(condition, before(first))) first = before(first);
  return first <= floor ? BEGINNING : first;
}

/** The first met day after this one in the same month. */
function laterInMonth(condition: Timeline<Truth>, on: Day): Day | undefined {
  for (let later = after(on); firstOfMonth(later) === firstOfMonth(on); later = after(later)) {
    if (isMet(condition, later)) return later;
  }
  return undefined;
}

describe('counting from the month of the beginning, or from the month after', () => {
  function expected(rule: Timeline<FactValue | Unknown>, condition: Timeline<Truth>, on: Day): Truth {
    const month = firstOfMonth(on);
    const word = valueAt(rule, month);
    const met = valueAt(condition, on);
    if (met === true) {
      const isFirstMonth = beginning(condition, on) >= month;
      if (!isFirstMonth) return true;
      return word === UNKNOWN ? UNKNOWN : word === 'MONTH_OF';
    }
    if (laterInMonth(condition, on) === undefined) return met;
    if (word === UNKNOWN) return UNKNOWN;
    return word === 'MONTH_OF' ? true : met;
  }

  it('is what looking at each month by itself finds', () => {
    fc.assert(
      fc.property(startRules, truths(), (rule, condition) => {
        const counted = startsBy(rule, condition);
        expect(isWellFormed(counted)).toBe(true);
        const lines = eachDay(A_WINTER, (on) => ({ value: expected(rule, condition, on) }));
        expect(valuesByDay(counted, A_WINTER)).toBe(lines);
      }),
      { numRuns: 200 },
    );
  });

  it('does not care in how many pieces rule and condition are', () => {
    fc.assert(
      fc.property(startRules, truths(), splits(), splits(), (rule, condition, here, there) => {
        const whole = startsBy(rule, condition);
        expect(toldValuesOf(startsBy(split(rule, here), split(condition, there)))).toEqual(
          toldValuesOf(whole),
        );
      }),
    );
  });

  const toldValuesOf = (timeline: Timeline<unknown>) =>
    told({ ...timeline, because: timeline.because.map(() => null) });
});

describe('the value of the day on which a condition is first met', () => {
  it('already holds from the first of that month', () => {
    fc.assert(
      fc.property(truths(), numbers, (condition, value) => {
        const moved = fromMonthOf(condition, value);
        expect(isWellFormed(moved)).toBe(true);
        const lines = eachDay(A_WINTER, (on) => {
          const source = isMet(condition, on) ? on : (laterInMonth(condition, on) ?? on);
          const { value: found, because } = pieceAt(value, source);
          return { value: found, because: namesIn(because) };
        });
        expect(
          eachDay(A_WINTER, (on) => {
            const { value: found, because } = pieceAt(moved, on);
            return { value: found, because: namesIn(because) };
          }),
        ).toBe(lines);
      }),
      { numRuns: 200 },
    );
  });
});

describe('met on some day of the year', () => {
  it('holds all the year; what may be met on some day and surely is on none cannot be told', () => {
    fc.assert(
      fc.property(truths(SOME_YEARS), daysIn(SOME_YEARS), (condition, on) => {
        const found = sometimeInYear(condition);
        expect(isWellFormed(found)).toBe(true);
        const year = new Set<Truth>();
        const first = firstOfYear(on);
        for (let each = first; firstOfYear(each) === first; each = after(each))
          year.add(valueAt(condition, each));
        expect(valueAt(found, on)).toBe(year.has(true) ? true : year.has(UNKNOWN) ? UNKNOWN : false);
      }),
      { numRuns: 200 },
    );
  });

  it.each`
    on              | met
    ${'2018-12-31'} | ${false}
    ${'2019-01-01'} | ${true}
    ${'2019-12-31'} | ${true}
    ${'2020-01-01'} | ${false}
  `('on 5 May 2019 alone: $on $met', ({ on, met }: { on: string; met: boolean }) => {
    const condition: Timeline<Truth> = {
      from: [BEGINNING, day('2019-05-05'), day('2019-05-06')],
      values: [false, true, false],
      because: [null, null, null],
    };
    expect(valueAt(sometimeInYear(condition), day(on))).toBe(met);
  });

  it('that the last day of a year meets does not reach into the next', () => {
    const condition: Timeline<Truth> = {
      from: [BEGINNING, day('2019-12-31'), day('2020-01-01')],
      values: [false, true, false],
      because: [null, null, null],
    };
    const lines = told(sometimeInYear(condition)).map((line) => line.split(' [')[0]);
    expect(lines).toEqual(['always: false', '2019-01-01: true', '2020-01-01: false']);
  });
});

describe('a choice', () => {
  const words = timelines(fc.constantFrom<FactValue | Unknown>('a', 'b', 'nothing', UNKNOWN));

  it('is what the word of the day chooses, unknown where the word is or names nothing; it rests on both', () => {
    fc.assert(
      fc.property(words, numbers, numbers, (selector, a, b) => {
        const among = new Map<string, Timeline<number>>([
          ['a', a],
          ['b', b],
        ]);
        const found = chosen<number>(selector, (word) => among.get(word));
        expect(isWellFormed(found)).toBe(true);
        const lines = eachDay(A_WINTER, (on) => {
          const by = pieceAt(selector, on);
          const choice = among.get(String(by.value));
          if (by.value === UNKNOWN || !choice) return { value: UNKNOWN, because: namesIn(by.because) };
          const piece = pieceAt(choice, on);
          return {
            value: piece.value,
            because: [...new Set([...namesIn(by.because), ...namesIn(piece.because)])].sort(),
          };
        });
        expect(
          eachDay(A_WINTER, (on) => ({
            value: pieceAt(found, on).value,
            because: namesIn(pieceAt(found, on).because),
          })),
        ).toBe(lines);
      }),
    );
  });

  it('that nobody can make is settled where all of it says the same', () => {
    fc.assert(
      fc.property(truths(), fc.array(truths(), { minLength: 1, maxLength: 3 }), (found, choices) => {
        const settled = orAllAgree(found, choices);
        expect(isWellFormed(settled)).toBe(true);
        const lines = eachDay(A_WINTER, (on) => {
          const own = valueAt(found, on);
          if (own !== UNKNOWN) return { value: own };
          const [first = UNKNOWN, ...others] = choices.map((choice) => valueAt(choice, on));
          return { value: others.every((other) => other === first) ? first : UNKNOWN };
        });
        expect(valuesByDay(settled, A_WINTER)).toBe(lines);
      }),
    );
  });

  it('is left as it is where there is nothing to choose from', () => {
    fc.assert(fc.property(truths(), (found) => expect(told(orAllAgree(found, []))).toEqual(told(found))));
  });
});
