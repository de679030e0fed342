/** Whole-number arithmetic over time; what rests on something unknown is unknown, and says on what. */
import { join, UNKNOWN, zip, type Unknown } from '@ledger/time';
import type { FactTimeline, FactValue } from '@ledger/case';

export function arithmetic(
  left: FactTimeline,
  right: FactTimeline,
  settle: (a: FactValue, b: FactValue) => FactValue | Unknown,
): FactTimeline {
  return zip<FactValue | Unknown, FactValue | Unknown, FactValue | Unknown>(
    left,
    right,
    (a, b, becauseA, becauseB, emit) => {
      if (a === UNKNOWN && b === UNKNOWN) emit(UNKNOWN, join(becauseA, becauseB));
      else if (a === UNKNOWN) emit(UNKNOWN, becauseA);
      else if (b === UNKNOWN) emit(UNKNOWN, becauseB);
      else emit(settle(a, b), join(becauseA, becauseB));
    },
  );
}

/** Rounded half up to the unit (entitlements.md, E43); dividing nothing asks for no divisor. */
export function quotientHalfUp(dividend: FactTimeline, divisor: FactTimeline): FactTimeline {
  return zip<FactValue | Unknown, FactValue | Unknown, FactValue | Unknown>(
    dividend,
    divisor,
    (a, b, becauseA, becauseB, emit) => {
      if (a === 0) emit(0, becauseA);
      else if (a === UNKNOWN) emit(UNKNOWN, becauseA);
      else if (b === UNKNOWN) emit(UNKNOWN, becauseB);
      else emit(Math.floor((2 * Number(a) + Number(b)) / (2 * Number(b))), join(becauseA, becauseB));
    },
  );
}
