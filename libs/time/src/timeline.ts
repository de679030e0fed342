/**
 * A timeline is a piecewise-constant function of valid time: on every day from the beginning of time to its end it has
 * exactly one value, and each piece carries the {@link Ground} it rests on. Facts over time, rules over time and what
 * follows from them are all timelines; nothing in the ledger is a list of intervals that may overlap or leave a hole.
 */
import { BEGINNING, END, type Day } from './calendar.js';
import { join, NO_GROUND, type Ground } from './ground.js';

export interface Piece<T> {
  readonly from: Day;
  /** exclusive */
  readonly until: Day;
  readonly value: T;
  readonly because: Ground;
}

/** Parallel arrays, one entry a piece; `from[0]` is {@link BEGINNING} and each later one is greater than the last. */
export interface Timeline<T> {
  readonly from: readonly Day[];
  readonly values: readonly T[];
  readonly because: readonly Ground[];
}

/** Collects pieces from left to right, melting a piece into the one before it where value and ground are the same. */
export class TimelineBuilder<T> {
  // Most timelines are one piece, and a literal has room for one where a push makes room for many.
  private from: Day[] | undefined;
  private values: T[] = [];
  private because: Ground[] = [];

  /** Says that from this day on the value is this one. Days must not decrease; the first is {@link BEGINNING}. */
  then(from: Day, value: T, because: Ground): this {
    const { from: days, values, because: grounds } = this;
    if (days === undefined) {
      this.from = [from];
      this.values = [value];
      this.because = [because];
      return this;
    }
    const last = days.length - 1;
    if (days[last] === from) {
      if (last > 0 && values[last - 1] === value && grounds[last - 1] === because) {
        days.length = values.length = grounds.length = last;
      } else {
        values[last] = value;
        grounds[last] = because;
      }
    } else if (values[last] !== value || grounds[last] !== because) {
      days.push(from);
      values.push(value);
      grounds.push(because);
    }
    return this;
  }

  build(): Timeline<T> {
    const { from, values, because } = this;
    if (from?.[0] !== BEGINNING) throw new Error('a timeline begins at the beginning');
    return { from, values, because };
  }
}

export function constant<T>(value: T, because: Ground = NO_GROUND): Timeline<T> {
  return { from: [BEGINNING], values: [value], because: [because] };
}

/** The index of the piece in which a day lies. */
function indexAt(timeline: Timeline<unknown>, day: Day): number {
  let low = 0;
  let high = timeline.from.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((timeline.from[middle] as Day) <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}

function pieceOf<T>(timeline: Timeline<T>, index: number): Piece<T> {
  return {
    from: timeline.from[index] as Day,
    until: timeline.from[index + 1] ?? END,
    value: timeline.values[index] as T,
    because: timeline.because[index] ?? NO_GROUND,
  };
}

export function pieceAt<T>(timeline: Timeline<T>, day: Day): Piece<T> {
  return pieceOf(timeline, indexAt(timeline, day));
}

export function valueAt<T>(timeline: Timeline<T>, day: Day): T {
  return timeline.values[indexAt(timeline, day)] as T;
}

export function piecesOf<T>(timeline: Timeline<T>): Piece<T>[] {
  return timeline.from.map((_, index) => pieceOf(timeline, index));
}

/** The value from the first day of each entry on, `before` until the first; entries in any order, a later one wins. */
export function stepwise<T>(
  before: T,
  steps: readonly { readonly from: Day; readonly value: T; readonly because: Ground }[],
  beforeBecause: Ground = NO_GROUND,
): Timeline<T> {
  const builder = new TimelineBuilder<T>().then(BEGINNING, before, beforeBecause);
  const ordered = [...steps].sort((a, b) => a.from - b.from);
  for (const step of ordered) builder.then(step.from, step.value, step.because);
  return builder.build();
}

/** Paints a piece over a timeline: inside `[from, until)` the new value holds, outside the old ones stay. */
export function paint<T>(
  timeline: Timeline<T>,
  from: Day,
  until: Day,
  value: T,
  because: Ground,
): Timeline<T> {
  if (!(from < until)) return timeline;
  const builder = new TimelineBuilder<T>();
  let painted = false;
  for (const piece of piecesOf(timeline)) {
    if (piece.from < from) builder.then(piece.from, piece.value, piece.because);
    if (!painted && piece.until > from) {
      builder.then(from, value, because);
      painted = true;
    }
    if (piece.until > until) {
      builder.then(piece.from > until ? piece.from : until, piece.value, piece.because);
    }
  }
  return builder.build();
}

export function map<T, U>(timeline: Timeline<T>, change: (value: T) => U): Timeline<U> {
  const { from, values, because } = timeline;
  const builder = new TimelineBuilder<U>();
  for (let index = 0; index < from.length; index++) {
    builder.then(from[index] as Day, change(values[index] as T), because[index] ?? NO_GROUND);
  }
  return builder.build();
}

/** Replaces each piece by pieces that together cover the same days; grounds are taken as given. */
export function flatMap<T, U>(
  timeline: Timeline<T>,
  change: (piece: Piece<T>) => readonly { readonly from: Day; readonly value: U; readonly because: Ground }[],
): Timeline<U> {
  const builder = new TimelineBuilder<U>();
  for (let index = 0; index < timeline.from.length; index++) {
    for (const piece of change(pieceOf(timeline, index)))
      builder.then(piece.from, piece.value, piece.because);
  }
  return builder.build();
}

/** Walks two timelines side by side and settles value and ground of each common piece. */
export function zip<A, B, C>(
  left: Timeline<A>,
  right: Timeline<B>,
  settle: (a: A, b: B, becauseA: Ground, becauseB: Ground, emit: (value: C, because: Ground) => void) => void,
): Timeline<C> {
  const builder = new TimelineBuilder<C>();
  let from: Day = BEGINNING;
  const emit = (value: C, because: Ground): void => {
    builder.then(from, value, because);
  };
  const [leftCount, rightCount] = [left.from.length, right.from.length];
  for (let i = 0, j = 0; ;) {
    settle(
      left.values[i] as A,
      right.values[j] as B,
      left.because[i] ?? NO_GROUND,
      right.because[j] ?? NO_GROUND,
      emit,
    );
    const nextLeft = i + 1 < leftCount ? (left.from[i + 1] as Day) : END;
    const nextRight = j + 1 < rightCount ? (right.from[j + 1] as Day) : END;
    if (nextLeft === END && nextRight === END) return builder.build();
    from = nextLeft < nextRight ? nextLeft : nextRight;
    if (nextLeft === from) i++;
    if (nextRight === from) j++;
  }
}

/** Combines two timelines value by value; what follows rests on both. */
export function combine<A, B, C>(
  left: Timeline<A>,
  right: Timeline<B>,
  settle: (a: A, b: B) => C,
): Timeline<C> {
  return zip(left, right, (a, b, becauseA, becauseB, emit) => {
    emit(settle(a, b), join(becauseA, becauseB));
  });
}

/** Whether two timelines have the same value on every day, whatever it rests on. */
export function sameValues<T>(left: Timeline<T>, right: Timeline<T>): boolean {
  if (left === right) return true;
  for (let i = 0, j = 0; ;) {
    if (left.values[i] !== right.values[j]) return false;
    const [nextLeft, nextRight] = [left.from[i + 1] ?? END, right.from[j + 1] ?? END];
    if (nextLeft === END && nextRight === END) return true;
    if (nextLeft <= nextRight) i++;
    if (nextRight <= nextLeft) j++;
  }
}

/** Melts neighbours of equal value into one piece that rests on all their grounds. */
export function merged<T>(
  timeline: Timeline<T>,
  equal: (a: T, b: T) => boolean = (a, b) => a === b,
): readonly Piece<T>[] {
  const result: Piece<T>[] = [];
  for (const piece of piecesOf(timeline)) {
    const last = result.at(-1);
    if (last && equal(last.value, piece.value)) {
      result[result.length - 1] = { ...last, until: piece.until, because: join(last.because, piece.because) };
    } else result.push(piece);
  }
  return result;
}

/** Moves the whole timeline later by a number of days (earlier if negative). */
export function shiftDays<T>(timeline: Timeline<T>, days: number): Timeline<T> {
  return { ...timeline, from: timeline.from.map((from) => (from + days) as Day) };
}
