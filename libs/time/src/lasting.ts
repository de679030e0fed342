/** How long a state has lasted, and whether an interruption broke it. */
import { END, type CalendarUnit, type Day } from './calendar.js';
import { reached } from './calendar-shapes.js';
import { merged, piecesOf, TimelineBuilder, zip, type Piece, type Timeline } from './timeline.js';
import { UNKNOWN, type Truth, type TruthTimeline, type Unknown } from './truth.js';

/** Where the clock of a state stands on a day. */
interface Start {
  /** If every gap whose effect is unknown broke it. */
  readonly surely: Day | Unknown;
  /** If none of them did. */
  readonly perhaps: Day | Unknown;
}

const NOT_NOW: Start = { surely: END, perhaps: END };
const NOT_TOLD: Start = { surely: UNKNOWN, perhaps: UNKNOWN };

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
  const starts = startsOver(state, tolerated);
  const surely = reached(only(starts, 'surely'), amount, unit);
  if (starts.values.every((start) => start.surely === start.perhaps)) return surely;
  const perhaps = reached(only(starts, 'perhaps'), amount, unit);
  return zip<Truth, Truth, Truth>(surely, perhaps, (sure, maybe, becauseSure, becauseMaybe, emit) => {
    if (sure !== false || maybe === false) emit(sure, becauseSure);
    else emit(UNKNOWN, becauseMaybe);
  });
}

/** Since when a state has lasted, on each day; END where it does not hold, unknown where a gap leaves it open. */
export function lastingSince(state: TruthTimeline, tolerated: Timeline<number | Unknown>): Timeline<Day | Unknown> {
  const starts = startsOver(state, tolerated);
  return {
    ...starts,
    values: starts.values.map(({ surely, perhaps }) => (surely === perhaps ? surely : UNKNOWN)),
  };
}

function only(starts: Timeline<Start>, which: keyof Start): Timeline<Day | Unknown> {
  return { ...starts, values: starts.values.map((start) => start[which]) };
}

function startsOver(state: TruthTimeline, tolerated: Timeline<number | Unknown>): Timeline<Start> {
  const pieces = merged(state);
  const stretches = pieces.filter((piece) => piece.value === true);
  const builder = new TimelineBuilder<Start>();
  for (const piece of pieces) {
    if (piece.value === UNKNOWN) builder.then(piece.from, NOT_TOLD, piece.because);
    else if (!piece.value) builder.then(piece.from, NOT_NOW, piece.because);
    else {
      const index = stretches.indexOf(piece);
      for (const limit of piecesOf(tolerated)) {
        if (limit.until <= piece.from || limit.from >= piece.until) continue;
        const from = limit.from > piece.from ? limit.from : piece.from;
        const start = startOf(stretches, index, limit.value);
        builder.then(from, start, start.surely === start.perhaps ? piece.because : limit.because);
      }
    }
  }
  return builder.build();
}

/** Walks back over the gaps that are tolerated; over none, and over all, where nobody has said. */
function startOf(stretches: readonly Piece<Truth>[], index: number, limit: number | Unknown): Start {
  const own = stretches[index]?.from ?? END;
  if (limit === UNKNOWN) return { surely: own, perhaps: stretches[0]?.from ?? own };
  let first = index;
  for (let later = stretches[first], earlier = stretches[first - 1]; later && earlier; ) {
    if (later.from - earlier.until > limit) break;
    first--;
    later = earlier;
    earlier = stretches[first - 1];
  }
  const from = stretches[first]?.from ?? own;
  return { surely: from, perhaps: from };
}
