/** How long a state has lasted, and whether an interruption broke it. */
import { END, type CalendarUnit, type Day } from './calendar.js';
import { reached } from './calendar-shapes.js';
import { join, type Ground } from './ground.js';
import { merged, pieceAt, TimelineBuilder, zip, type Timeline } from './timeline.js';
import { UNKNOWN, type Truth, type TruthTimeline, type Unknown } from './truth.js';

interface Stretch {
  readonly from: Day;
  readonly until: Day;
  readonly because: Ground;
  /** Where the clock stands if every gap whose effect is unknown broke it. */
  readonly surely: Day;
  /** Where it stands if none of them did. */
  readonly perhaps: Day;
  readonly doubt: Ground;
}

/**
 * Whether a state has lasted for an amount of time, on each day; the anniversary itself counts. A gap of at most
 * `tolerated` days keeps the clock running; where nobody has said how many are tolerated, a gap leaves it open.
 */
export function hasLasted(
  state: TruthTimeline,
  amount: Timeline<number | Unknown>,
  unit: CalendarUnit,
  tolerated: Timeline<number | Unknown>,
): TruthTimeline {
  const stretches = stretchesOf(state, tolerated);
  const surely = reached(startsOver(state, stretches, 'surely'), amount, unit);
  if (stretches.every((stretch) => stretch.surely === stretch.perhaps)) return surely;
  const perhaps = reached(startsOver(state, stretches, 'perhaps'), amount, unit);
  return zip<Truth, Truth, Truth>(surely, perhaps, (sure, maybe, becauseSure, becauseMaybe, emit) => {
    if (sure !== false || maybe === false) emit(sure, becauseSure);
    else emit(UNKNOWN, becauseMaybe);
  });
}

function stretchesOf(state: TruthTimeline, tolerated: Timeline<number | Unknown>): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const { from, until, value, because } of merged(state)) {
    if (value !== true) continue;
    const before = stretches.at(-1);
    const limit = pieceAt(tolerated, from);
    let [surely, perhaps, doubt]: [Day, Day, Ground] = [from, from, null];
    if (before && limit.value === UNKNOWN) [perhaps, doubt] = [before.perhaps, limit.because];
    else if (before && from - before.until <= Number(limit.value)) ({ surely, perhaps, doubt } = before);
    stretches.push({ from, until, because: join(because, doubt && before ? before.because : null), surely, perhaps, doubt });
  }
  return stretches;
}

/** The start of the clock on each day of a stretch; END where the state does not hold. */
function startsOver(
  state: TruthTimeline,
  stretches: readonly Stretch[],
  which: 'surely' | 'perhaps',
): Timeline<Day | Unknown> {
  const builder = new TimelineBuilder<Day | Unknown>();
  for (const piece of merged(state)) {
    const stretch = piece.value === true ? stretches.find((candidate) => candidate.from === piece.from) : undefined;
    if (piece.value === UNKNOWN) builder.then(piece.from, UNKNOWN, piece.because);
    else if (!stretch) builder.then(piece.from, END, piece.because);
    else if (which === 'surely') builder.then(piece.from, stretch.surely, stretch.because);
    else builder.then(piece.from, stretch.perhaps, stretch.doubt ?? stretch.because);
  }
  return builder.build();
}
