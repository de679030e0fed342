/** Half-open periods of valid time: `from` belongs to the period, `until` does not. */
import { END, type Day } from './calendar.js';

export interface Period {
  readonly from: Day;
  /** exclusive; {@link END} where the period is open */
  readonly until: Day;
}

export function period(from: Day, until: Day = END): Period {
  if (!(from < until)) throw new RangeError('a period ends after it begins');
  return { from, until };
}

export function contains({ from, until }: Period, day: Day): boolean {
  return from <= day && day < until;
}

export function intersection(a: Period, b: Period): Period | undefined {
  const from = a.from > b.from ? a.from : b.from;
  const until = a.until < b.until ? a.until : b.until;
  return from < until ? { from, until } : undefined;
}
