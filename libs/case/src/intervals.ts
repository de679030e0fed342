/** Folding open-and-close events into timelines: the shape that most registers have. */
import { BEGINNING, END, TimelineBuilder, type Day, type Ground, type Timeline } from '@ledger/time';

/** From a day on (until the next step) the value is this one. */
export interface Step<T> {
  readonly from: Day;
  readonly value: T;
  readonly because: Ground;
}

/** A value that an event opens and, where it says so itself, closes. */
export interface Stretch<T> extends Step<T> {
  readonly until?: Day | undefined;
}

/**
 * Stretches in the order of their days: each holds until the next one; one that names its own end falls back to
 * `otherwise` there, unless the next has come first. One that an amendment has left without a day never holds, but what
 * came before it is over.
 */
export function stateOver<T>(otherwise: T, stretches: readonly Stretch<T>[]): Timeline<T> {
  const builder = new TimelineBuilder<T>().then(BEGINNING, otherwise, null);
  stretches.forEach(({ from, until = END, value, because }, index) => {
    const next = stretches[index + 1]?.from ?? END;
    if (from < until) builder.then(from, value, because);
    if (until < next) builder.then(until > from ? until : from, otherwise, because);
  });
  return builder.build();
}
