/** Operations on timelines that follow the calendar: months, years, anniversaries. */
import {
  add,
  END,
  firstOfMonthFrom,
  firstOfYear,
  addYears,
  type CalendarUnit,
  type Day,
} from './calendar.js';
import { join } from './ground.js';
import { flatMap, merged, TimelineBuilder, zip, type Timeline } from './timeline.js';
import { UNKNOWN, type Truth, type TruthTimeline, type Unknown } from './truth.js';

/** The value on the first day of each month, held for the whole month. */
export function monthly<T>(timeline: Timeline<T>): Timeline<T> {
  return sampled(timeline, firstOfMonthFrom);
}

/** The value on 1 January of each year, held for the whole year. */
export function yearly<T>(timeline: Timeline<T>): Timeline<T> {
  return sampled(timeline, (value) => {
    const first = firstOfYear(value);
    return first === value ? value : addYears(first, 1);
  });
}

function sampled<T>(timeline: Timeline<T>, sampleFrom: (day: Day) => Day): Timeline<T> {
  const builder = new TimelineBuilder<T>();
  for (let index = 0; index < timeline.from.length; index++) {
    const from = sampleFrom(timeline.from[index] as Day);
    const until = sampleFrom(timeline.from[index + 1] ?? END);
    if (from < until) builder.then(from, timeline.values[index] as T, timeline.because[index] ?? null);
  }
  return builder.build();
}

/**
 * Whether the `amount`-th anniversary (in `unit`s) of a date has come, on each day; the anniversary itself counts.
 * Date and amount may change over time; where either is unknown, so is the answer.
 */
export function reached(
  since: Timeline<Day | Unknown>,
  amount: Timeline<number | Unknown>,
  unit: CalendarUnit,
): TruthTimeline {
  const anniversary = zip<Day | Unknown, number | Unknown, Day | Unknown>(
    since,
    amount,
    (a, b, becauseA, becauseB, emit) => {
      if (a === UNKNOWN) emit(UNKNOWN, b === UNKNOWN ? join(becauseA, becauseB) : becauseA);
      else if (b === UNKNOWN) emit(UNKNOWN, becauseB);
      else emit(add(a, b, unit), join(becauseA, becauseB));
    },
  );
  return hasCome(anniversary);
}

/** Whether the day that the timeline names has come, on each day. */
export function hasCome(named: Timeline<Day | Unknown>): TruthTimeline {
  return flatMap<Day | Unknown, Truth>(named, ({ from, until, value, because }) => {
    if (value === UNKNOWN) return [{ from, value, because }];
    if (value <= from) return [{ from, value: true, because }];
    if (value >= until) return [{ from, value: false, because }];
    return [
      { from, value: false, because },
      { from: value, value: true, because },
    ];
  });
}

/** On each day on which the condition is met, the first day of the unbroken stretch; where it is not met, END. */
export function since(condition: TruthTimeline): Timeline<Day | Unknown> {
  const builder = new TimelineBuilder<Day | Unknown>();
  for (const stretch of merged(condition)) {
    if (stretch.value === UNKNOWN) builder.then(stretch.from, UNKNOWN, stretch.because);
    else builder.then(stretch.from, stretch.value ? stretch.from : END, stretch.because);
  }
  return builder.build();
}
