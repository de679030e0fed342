/**
 * Three-valued logic over time (Kleene): a condition is met, is not met, or cannot be told. A known "no" settles an
 * "all" and a known "yes" settles an "any", whatever is unknown beside it; what follows rests on the operands that
 * settled it, and what cannot be told on the operands that leave it open.
 */
import { join } from './ground.js';
import { constant, map, zip, type Timeline } from './timeline.js';

/** What no department has said. */
export const UNKNOWN: unique symbol = Symbol('unknown');
export type Unknown = typeof UNKNOWN;
export type Truth = boolean | Unknown;
export type TruthTimeline = Timeline<Truth>;

export function not(timeline: TruthTimeline): TruthTimeline {
  return map(timeline, (value) => (value === UNKNOWN ? UNKNOWN : !value));
}

/** Always the value that decides nothing, on no ground: the other operand is the answer. */
function isNeutral({ values, because }: TruthTimeline, neutral: boolean): boolean {
  return values.length === 1 && values[0] === neutral && because[0] === null;
}

function settledBy(absorbing: boolean, left: TruthTimeline, right: TruthTimeline): TruthTimeline {
  if (isNeutral(left, !absorbing)) return right;
  if (isNeutral(right, !absorbing)) return left;
  return zip<Truth, Truth, Truth>(left, right, (a, b, becauseA, becauseB, emit) => {
    if (a === b) emit(a, join(becauseA, becauseB));
    else if (a === absorbing) emit(a, becauseA);
    else if (b === absorbing) emit(b, becauseB);
    else if (a === UNKNOWN) emit(UNKNOWN, becauseA);
    else emit(UNKNOWN, becauseB);
  });
}

export function and(left: TruthTimeline, right: TruthTimeline): TruthTimeline {
  return settledBy(false, left, right);
}

export function or(left: TruthTimeline, right: TruthTimeline): TruthTimeline {
  return settledBy(true, left, right);
}

export function all(timelines: readonly TruthTimeline[]): TruthTimeline {
  return timelines.length === 0 ? constant<Truth>(true) : timelines.reduce(and);
}

export function any(timelines: readonly TruthTimeline[]): TruthTimeline {
  return timelines.length === 0 ? constant<Truth>(false) : timelines.reduce(or);
}
