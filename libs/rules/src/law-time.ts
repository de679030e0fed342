/** Time as benefit law counts it: months of beginning, calendar years, and choices that a figure makes. */
import {
  addYears,
  BEGINNING,
  combine,
  constant,
  END,
  firstOfMonth,
  firstOfNextMonth,
  firstOfYear,
  join,
  merged,
  paint,
  pieceAt,
  piecesOf,
  TimelineBuilder,
  UNKNOWN,
  type Day,
  type Timeline,
  type Truth,
  type TruthTimeline,
  type Unknown,
  zip,
} from '@ledger/time';
import type { FactValue } from '@ledger/case';

/**
 * A condition that counts from the month in which it is first met (`MONTH_OF`) or from the month after (`MONTH_AFTER`,
 * `NEXT_MONTH`). Where nobody has said which, the month of its beginning cannot be told (`domain/README.md`).
 */
export function startsBy(rule: Timeline<FactValue | Unknown>, condition: TruthTimeline): TruthTimeline {
  let result: TruthTimeline = condition;
  let before: Day = BEGINNING;
  for (const stretch of merged(condition)) {
    if (stretch.value !== true) continue;
    const [month, next] = [firstOfMonth(stretch.from), firstOfNextMonth(stretch.from)];
    const [open, until] = [before > month ? before : month, stretch.until < next ? stretch.until : next];
    before = stretch.until;
    if (stretch.from === BEGINNING) continue;
    const said = pieceAt(rule, month);
    const because = join(stretch.because, said.because);
    if (said.value === UNKNOWN) result = paint<Truth>(result, open, until, UNKNOWN, said.because);
    else if (MONTH_AFTER.has(String(said.value)))
      result = paint<Truth>(result, stretch.from, until, false, because);
    else result = paint<Truth>(result, open, stretch.from, true, because);
  }
  return result;
}

const MONTH_AFTER: ReadonlySet<string> = new Set(['MONTH_AFTER', 'NEXT_MONTH']);

/** From the first of the month in which a condition is first met on, the value of the day on which it is met. */
export function fromMonthOf<T>(condition: TruthTimeline, value: Timeline<T>): Timeline<T> {
  let result = value;
  let before: Day = BEGINNING;
  for (const stretch of merged(condition)) {
    if (stretch.value !== true) continue;
    const month = firstOfMonth(stretch.from);
    const met = pieceAt(value, stretch.from);
    if (stretch.from !== BEGINNING) {
      result = paint(result, before > month ? before : month, stretch.from, met.value, met.because);
    }
    before = stretch.until;
  }
  return result;
}

/** Met on some day of the calendar year, for the whole year; unknown where it may be and never surely is. */
export function sometimeInYear(condition: TruthTimeline): TruthTimeline {
  let result: TruthTimeline = constant<Truth>(false);
  const pieces = piecesOf(condition).filter((piece) => piece.value !== false);
  const unknownFirst = [...pieces].sort((a, b) => Number(a.value === true) - Number(b.value === true));
  for (const piece of unknownFirst) {
    const until = Number.isFinite(piece.until) ? addYears(firstOfYear((piece.until - 1) as Day), 1) : END;
    result = paint<Truth>(result, firstOfYear(piece.from), until, piece.value, piece.because);
  }
  return result;
}

/** The timeline that a word chooses, piece by piece; unknown where the word is, or names no choice. */
export function chosen<T>(
  selector: Timeline<FactValue | Unknown>,
  among: (word: string) => Timeline<T | Unknown> | undefined,
): Timeline<T | Unknown> {
  const builder = new TimelineBuilder<T | Unknown>();
  for (const piece of piecesOf(selector)) {
    const timeline = piece.value === UNKNOWN ? undefined : among(String(piece.value));
    if (!timeline) builder.then(piece.from, UNKNOWN, piece.because);
    else {
      for (const part of piecesOf(timeline)) {
        if (part.until <= piece.from || part.from >= piece.until) continue;
        const from = part.from > piece.from ? part.from : piece.from;
        builder.then(from, part.value, join(piece.because, part.because));
      }
    }
  }
  return builder.build();
}

/** What a choice says; where it cannot be told which one applies, what all of them say, if that is the same. */
export function orAllAgree(found: TruthTimeline, choices: readonly TruthTimeline[]): TruthTimeline {
  const same = (left: TruthTimeline, right: TruthTimeline): TruthTimeline =>
    combine<Truth, Truth, Truth>(left, right, (a, b) => (a === b ? a : UNKNOWN));
  const agreed = choices.length === 0 ? found : choices.reduce(same);
  return zip<Truth, Truth, Truth>(found, agreed, (a, b, becauseFound, becauseAll, emit) => {
    if (a === UNKNOWN) emit(b, b === UNKNOWN ? becauseFound : becauseAll);
    else emit(a, becauseFound);
  });
}
