import fc from 'fast-check';
import { addDays, BEGINNING, day, END, type Day } from './calendar.js';
import { NO_GROUND, type Atom, type Ground } from './ground.js';
import {
  A_WINTER,
  dayByDay,
  daysIn,
  eachDay,
  grounds,
  isWellFormed,
  namesIn,
  split,
  splits,
  timelines,
  told,
  toldValues,
} from './testing/index.js';
import {
  combine,
  constant,
  flatMap,
  map,
  merged,
  paint,
  pieceAt,
  piecesOf,
  sameValues,
  shiftDays,
  stepwise,
  TimelineBuilder,
  valueAt,
  zip,
  type Timeline,
} from './timeline.js';

const { first, last } = A_WINTER;
const ATOM: Atom = { kind: 'event', key: 'x' };
const values = fc.integer({ min: 0, max: 3 });
const numbers = timelines(values);
const bounds = fc.oneof({ weight: 6, arbitrary: daysIn(A_WINTER) }, fc.constantFrom(BEGINNING, END));
const steps = fc.array(fc.record({ from: daysIn(A_WINTER), value: values, because: grounds }), {
  maxLength: 8,
});
const union = (...all: readonly Ground[]): readonly string[] => [...new Set(all.flatMap(namesIn))].sort();

/** The value on a day, found by looking at every piece. */
function scanned<T>({ from, values: all }: Timeline<T>, on: Day): T | undefined {
  return all.filter((_, index) => (from[index] as Day) <= on).at(-1);
}

describe('a timeline', () => {
  it('has one value on every day', () => {
    fc.assert(
      fc.property(numbers, bounds, (timeline, on) => {
        const piece = pieceAt(timeline, on);
        expect(piece.value).toBe(scanned(timeline, on));
        expect(valueAt(timeline, on)).toBe(piece.value);
        expect(piece.from <= on && (on < piece.until || on === END)).toBe(true);
      }),
    );
  });

  it('is made of pieces that follow one another without a hole, from the beginning to the end', () => {
    fc.assert(
      fc.property(numbers, (timeline) => {
        const pieces = piecesOf(timeline);
        expect(pieces.map(({ from }) => from)).toEqual([
          BEGINNING,
          ...pieces.slice(0, -1).map(({ until }) => until),
        ]);
        expect(pieces.at(-1)?.until).toBe(END);
      }),
    );
  });

  it('of one value has it for ever', () => {
    expect(piecesOf(constant('x', ATOM))).toEqual([
      { from: BEGINNING, until: END, value: 'x', because: ATOM },
    ]);
  });

  it('begins at the beginning', () => {
    expect(() => new TimelineBuilder<number>().then(first, 1, null).build()).toThrow(
      'begins at the beginning',
    );
    expect(() => new TimelineBuilder<number>().build()).toThrow('begins at the beginning');
  });

  it('is built in its fewest pieces: of what is said for one day the last counts, neighbours that agree melt', () => {
    fc.assert(
      fc.property(values, grounds, steps, (value, because, said) => {
        const inOrder = said.toSorted((a, b) => a.from - b.from);
        const builder = new TimelineBuilder<number>().then(BEGINNING, value, because);
        for (const step of inOrder) builder.then(step.from, step.value, step.because);
        const timeline = builder.build();
        expect(isWellFormed(timeline)).toBe(true);
        for (const [index, piece] of piecesOf(timeline).entries()) {
          const before = timeline.values[index - 1];
          expect(index > 0 && before === piece.value && timeline.because[index - 1] === piece.because).toBe(
            false,
          );
        }
        const expected = eachDay(A_WINTER, (on) => {
          const step = inOrder.findLast(({ from }) => from <= on) ?? { value, because };
          return { value: step.value, because: namesIn(step.because) };
        });
        expect(dayByDay(timeline, A_WINTER)).toBe(expected);
      }),
    );
  });
});

describe('steps', () => {
  it('hold from their day on, in whatever order they come; of two on one day the later in the list wins', () => {
    fc.assert(
      fc.property(steps, values, grounds, (said, before, beforeBecause) => {
        const timeline = stepwise(before, said, beforeBecause);
        expect(isWellFormed(timeline)).toBe(true);
        const expected = eachDay(A_WINTER, (on) => {
          const latest = Math.max(...said.map(({ from }) => from).filter((from) => from <= on));
          const step = said.findLast(({ from }) => from === latest) ?? {
            value: before,
            because: beforeBecause,
          };
          return { value: step.value, because: namesIn(step.because) };
        });
        expect(dayByDay(timeline, A_WINTER)).toBe(expected);
      }),
    );
  });
});

describe('painting', () => {
  it('changes the days inside and leaves those outside', () => {
    fc.assert(
      fc.property(numbers, bounds, bounds, values, grounds, (timeline, from, until, value, because) => {
        const painted = paint(timeline, from, until, value, because);
        expect(isWellFormed(painted)).toBe(true);
        const expected = eachDay(A_WINTER, (on) => {
          const piece = from <= on && on < until ? { value, because } : pieceAt(timeline, on);
          return { value: piece.value, because: namesIn(piece.because) };
        });
        expect(dayByDay(painted, A_WINTER)).toBe(expected);
      }),
    );
  });

  it.each([
    ['2020-01-05', '2020-01-05'],
    ['2020-01-06', '2020-01-05'],
  ])('over no day, from %s until %s, changes nothing', (from, until) => {
    const timeline = constant(1);
    expect(paint(timeline, day(from), day(until), 2, null)).toBe(timeline);
  });

  it('twice over the same days is painting once; the later coat covers the earlier', () => {
    fc.assert(
      fc.property(numbers, bounds, bounds, (timeline, from, until) => {
        const once = paint(timeline, from, until, 7, ATOM);
        expect(told(paint(once, from, until, 7, ATOM))).toEqual(told(once));
        expect(told(paint(paint(timeline, from, until, 5, null), from, until, 7, ATOM))).toEqual(told(once));
      }),
    );
  });

  it('here and painting there come to the same in either order', () => {
    fc.assert(
      fc.property(numbers, fc.uniqueArray(bounds, { minLength: 4, maxLength: 4 }), (timeline, four) => {
        const [a, b, c, d] = four.sort((x, y) => x - y) as [Day, Day, Day, Day];
        const hereFirst = paint(paint(timeline, a, b, 7, ATOM), c, d, 8, null);
        const thereFirst = paint(paint(timeline, c, d, 8, null), a, b, 7, ATOM);
        expect(told(hereFirst)).toEqual(told(thereFirst));
      }),
    );
  });
});

describe('operations piece by piece', () => {
  const settle = (a: number, b: number): number => (a * 2 + b) % 4;

  it('map says on each day what the change makes of the value, on the same ground', () => {
    fc.assert(
      fc.property(numbers, (timeline) => {
        const changed = map(timeline, (value) => value % 2);
        expect(isWellFormed(changed)).toBe(true);
        const expected = eachDay(A_WINTER, (on) => {
          const { value, because } = pieceAt(timeline, on);
          return { value: value % 2, because: namesIn(because) };
        });
        expect(dayByDay(changed, A_WINTER)).toBe(expected);
      }),
    );
  });

  it('flatMap puts pieces in the place of a piece', () => {
    const middle = day('2020-01-01');
    fc.assert(
      fc.property(numbers, (timeline) => {
        const changed = flatMap(timeline, ({ from, until, value, because }) =>
          from < middle && middle < until
            ? [
                { from, value, because },
                { from: middle, value: value + 10, because: ATOM },
              ]
            : [
                {
                  from,
                  value: from >= middle ? value + 10 : value,
                  because: from >= middle ? ATOM : because,
                },
              ],
        );
        expect(isWellFormed(changed)).toBe(true);
        const expected = eachDay(A_WINTER, (on) => {
          const { value, because } = pieceAt(timeline, on);
          return on >= middle
            ? { value: value + 10, because: ['event:x'] }
            : { value, because: namesIn(because) };
        });
        expect(dayByDay(changed, A_WINTER)).toBe(expected);
      }),
    );
  });

  it('combine settles each day from both values and rests on both grounds', () => {
    fc.assert(
      fc.property(numbers, numbers, (left, right) => {
        const both = combine(left, right, settle);
        expect(isWellFormed(both)).toBe(true);
        const expected = eachDay(A_WINTER, (on) => {
          const [a, b] = [pieceAt(left, on), pieceAt(right, on)];
          return { value: settle(a.value, b.value), because: union(a.because, b.because) };
        });
        expect(dayByDay(both, A_WINTER)).toBe(expected);
      }),
    );
  });

  it('zip shows each pair of pieces once, and is the same from the other side', () => {
    fc.assert(
      fc.property(numbers, numbers, (left, right) => {
        let shown = 0;
        const there = zip<number, number, number>(left, right, (a, b, becauseA, _, emit) => {
          shown++;
          emit(settle(a, b), becauseA);
        });
        const back = zip<number, number, number>(right, left, (b, a, _, becauseA, emit) => {
          emit(settle(a, b), becauseA);
        });
        expect(shown).toBe(new Set([...left.from, ...right.from]).size);
        expect(told(there)).toEqual(told(back));
      }),
    );
  });

  it('shifting moves every day, and back again', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: -400, max: 400 }), (timeline, days) => {
        const moved = shiftDays(timeline, days);
        expect(isWellFormed(moved)).toBe(true);
        const expected = eachDay(A_WINTER, (on) => {
          const { value, because } = pieceAt(moved, addDays(on, days));
          return { value, because: namesIn(because) };
        });
        expect(dayByDay(timeline, A_WINTER)).toBe(expected);
        expect(shiftDays(moved, -days)).toEqual(timeline);
      }),
    );
  });

  it('merged melts neighbours of one value into a piece that rests on all their grounds', () => {
    fc.assert(
      fc.property(numbers, (timeline) => {
        const pieces = merged(timeline);
        pieces.forEach((piece, index) => {
          if (index > 0) expect(piece.value).not.toBe(pieces[index - 1]?.value);
          const covered = piecesOf(timeline).filter(({ from }) => piece.from <= from && from < piece.until);
          expect(new Set(covered.map(({ value }) => value))).toEqual(new Set([piece.value]));
          expect(namesIn(piece.because)).toEqual(union(...covered.map(({ because }) => because)));
          expect(piece.until).toBe(pieces[index + 1]?.from ?? END);
        });
      }),
    );
  });

  it('merged takes what it is told to be equal for equal', () => {
    const timeline = stepwise(1, [
      { from: first, value: 3, because: ATOM },
      { from: last, value: 4, because: NO_GROUND },
    ]);
    const pieces = merged(timeline, (a, b) => a % 2 === b % 2);
    expect(pieces.map(({ from, until, value }) => ({ from, until, value }))).toEqual([
      { from: BEGINNING, until: last, value: 1 },
      { from: last, until: END, value: 4 },
    ]);
  });
});

describe('splitting a timeline at any days and re-joining it', () => {
  const both = fc.tuple(numbers, splits());
  const same = <T>(name: string, operate: (timeline: Timeline<number>) => Timeline<T>) =>
    it(`changes nothing of ${name}`, () => {
      fc.assert(
        fc.property(both, ([timeline, at]) => {
          const pieces = split(timeline, at);
          expect(isWellFormed(pieces)).toBe(true);
          expect(told(operate(pieces))).toEqual(told(operate(timeline)));
        }),
      );
    });

  const other = stepwise(0, [
    { from: day('2019-12-24'), value: 1, because: ATOM },
    { from: day('2020-02-29'), value: 2, because: NO_GROUND },
  ]);
  const rejoin = (pieces: Timeline<number>): Ground[] => merged(pieces).map(({ because }) => because);

  same('what it says', (timeline) => timeline);
  same('map', (timeline) => map(timeline, (value) => value % 2));
  same('paint', (timeline) => paint(timeline, day('2019-12-24'), day('2020-01-06'), 9, ATOM));
  same('combine', (timeline) => combine(timeline, other, (a, b) => a - b));
  same('combine from the other side', (timeline) => combine(other, timeline, (a, b) => a - b));
  same('shiftDays', (timeline) => shiftDays(timeline, 40));
  it('changes nothing of merged', () => {
    fc.assert(
      fc.property(both, ([timeline, at]) => {
        expect(rejoin(split(timeline, at)).map(namesIn)).toEqual(rejoin(timeline).map(namesIn));
      }),
    );
  });
});

describe('having the same values', () => {
  const sayAlike = (left: Timeline<number>, right: Timeline<number>): boolean =>
    JSON.stringify(toldValues(left)) === JSON.stringify(toldValues(right));

  it('is to say the same on every day, in whatever pieces and on whatever ground', () => {
    fc.assert(
      fc.property(numbers, splits(), (timeline, at) => {
        const regrounded = { ...split(timeline, at), because: split(timeline, at).because.map(() => ATOM) };
        expect(sameValues(timeline, regrounded)).toBe(true);
      }),
    );
  });

  it('is denied where any day differs', () => {
    fc.assert(
      fc.property(numbers, numbers, (left, right) => {
        expect(sameValues(left, right)).toBe(sayAlike(left, right));
        expect(sameValues(left, paint(left, first, last, 9, ATOM))).toBe(false);
      }),
    );
  });
});
