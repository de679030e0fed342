/** Random timelines for properties that hold of every one. */
import fc from 'fast-check';
import { addDays, BEGINNING, day, type Day } from '../calendar.js';
import { join, NO_GROUND, type Atom, type Ground } from '../ground.js';
import { pieceAt, TimelineBuilder, type Timeline } from '../timeline.js';
import { UNKNOWN, type Truth } from '../truth.js';

export interface Window {
  readonly first: Day;
  readonly last: Day;
}

/** A leap day, a turn of the year, months of every length; short enough to walk it day by day. */
export const A_WINTER: Window = { first: day('2019-12-20'), last: day('2020-03-05') };
/** Leap years and common ones. */
export const SOME_YEARS: Window = { first: day('2015-11-01'), last: day('2021-03-01') };

const MOST_CUTS = 6;
const ATOMS: readonly Atom[] = ['a', 'b', 'c', 'd', 'e'].map((key) => ({ kind: 'event', key }));

export const daysIn = ({ first, last }: Window): fc.Arbitrary<Day> =>
  fc.integer({ min: first, max: last }).map((value) => value as Day);

/** Any shape of tree over a few atoms, with repetitions. */
export const grounds: fc.Arbitrary<Ground> = fc
  .array(fc.constantFrom(...ATOMS), { maxLength: 4 })
  .map((atoms) =>
    atoms.reduce<Ground>(
      (left, atom, index) => (index % 2 === 0 ? join(left, atom) : join(atom, left)),
      NO_GROUND,
    ),
  );

export function timelines<T>(values: fc.Arbitrary<T>, window: Window = A_WINTER): fc.Arbitrary<Timeline<T>> {
  const piece = fc.tuple(values, grounds);
  return fc
    .tuple(piece, fc.uniqueArray(daysIn(window), { maxLength: MOST_CUTS }), fc.infiniteStream(piece))
    .map(([[value, because], cuts, further]) => {
      const builder = new TimelineBuilder<T>().then(BEGINNING, value, because);
      for (const from of cuts.sort((a, b) => a - b)) {
        const [next, ground] = further.next().value as [T, Ground];
        builder.then(from, next, ground);
      }
      return builder.build();
    });
}

export const truthValues: fc.Arbitrary<Truth> = fc.constantFrom<Truth>(true, false, UNKNOWN);
export const truths = (window: Window = A_WINTER): fc.Arbitrary<Timeline<Truth>> =>
  timelines(truthValues, window);

/** The same function of time in more pieces than it needs. */
export function split<T>(timeline: Timeline<T>, at: readonly Day[]): Timeline<T> {
  const starts = [...new Set([...timeline.from, ...at])].sort((a, b) => a - b);
  const pieces = starts.map((from) => pieceAt(timeline, from));
  return {
    from: starts,
    values: pieces.map(({ value }) => value),
    because: pieces.map(({ because }) => because),
  };
}

/** Days at which to split a timeline. */
export const splits = (window: Window = A_WINTER): fc.Arbitrary<readonly Day[]> =>
  fc.array(daysIn({ first: addDays(window.first, -3), last: addDays(window.last, 3) }), { maxLength: 5 });

/** Whether it is what every operation promises: it begins at the beginning, and each piece later than the last. */
export function isWellFormed({ from, values, because }: Timeline<unknown>): boolean {
  return (
    from[0] === BEGINNING &&
    from.length === values.length &&
    from.length === because.length &&
    from.every((start, index) => index === 0 || start > (from[index - 1] as Day))
  );
}
