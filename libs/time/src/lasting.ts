/** How long a state has lasted, and whether an interruption broke it. */
import { END, type CalendarUnit, type Day } from './calendar.js';
import { reached } from './calendar-shapes.js';
import { join, NO_GROUND, type Ground } from './ground.js';
import { map, merged, piecesOf, TimelineBuilder, zip, type Piece, type Timeline } from './timeline.js';
import { UNKNOWN, type Truth, type TruthTimeline, type Unknown } from './truth.js';

/** One way to fill the silence: about the state, and about how long a gap may be. */
interface Reading {
  readonly holds: (truth: Truth) => boolean;
  readonly tolerates: (limit: number | Unknown) => number;
}

const AGAINST: Reading = {
  holds: (truth) => truth === true,
  tolerates: (limit) => (limit === UNKNOWN ? 0 : limit),
};
const IN_FAVOUR: Reading = {
  holds: (truth) => truth !== false,
  tolerates: (limit) => (limit === UNKNOWN ? END : limit),
};

/** Where the clock of a state stands on a day, under one reading. */
interface Clock {
  /** END where the state does not hold. */
  readonly since: Day;
  readonly because: Ground;
  /** The silence about gaps that this reading has taken in favour. */
  readonly doubt: Ground;
}

/**
 * Whether a state has lasted for an amount of time, on each day; the anniversary itself counts. A gap of at most
 * `tolerated` days keeps the clock running, as tolerated on the day asked. Known where the answer is the same however
 * the silence about the state and about gaps is filled; where the amount is unknown, so is the answer.
 */
export function hasLasted(
  state: TruthTimeline,
  amount: Timeline<number | Unknown>,
  unit: CalendarUnit,
  tolerated: Timeline<number | Unknown>,
): TruthTimeline {
  const sure = reached(sinceOn(clocks(state, tolerated, AGAINST)), amount, unit);
  if (leavesNothingOpen(state, tolerated)) return sure;
  const inFavour = clocks(state, tolerated, IN_FAVOUR);
  const decided = zip<Truth, Truth, Truth>(
    sure,
    reached(sinceOn(inFavour), amount, unit),
    (atWorst, atBest, becauseWorst, becauseBest, emit) => {
      if (atWorst !== false) emit(atWorst, becauseWorst);
      else emit(atBest === false ? false : UNKNOWN, becauseBest);
    },
  );
  return zip<Truth, Clock, Truth>(decided, inFavour, (truth, { doubt }, because, _, emit) => {
    emit(truth, truth === UNKNOWN ? join(because, doubt) : because);
  });
}

/**
 * Since when a state has lasted, on each day; END where it does not hold, unknown where that depends on how the silence
 * about the state and about gaps is filled.
 */
export function lastingSince(
  state: TruthTimeline,
  tolerated: Timeline<number | Unknown>,
): Timeline<Day | Unknown> {
  const against = clocks(state, tolerated, AGAINST);
  if (leavesNothingOpen(state, tolerated)) return sinceOn(against);
  return zip<Clock, Clock, Day | Unknown>(
    against,
    clocks(state, tolerated, IN_FAVOUR),
    (worst, best, _, __, emit) => {
      if (worst.since === best.since) emit(worst.since, worst.because);
      else emit(UNKNOWN, join(best.because, best.doubt));
    },
  );
}

/** Whether both readings are bound to be one: so for nearly everybody, and then one of them is enough. */
function leavesNothingOpen(state: TruthTimeline, tolerated: Timeline<number | Unknown>): boolean {
  if (state.values.includes(UNKNOWN)) return false;
  return (
    !tolerated.values.includes(UNKNOWN) || merged(state).filter(({ value }) => value === true).length <= 1
  );
}

function sinceOn(clock: Timeline<Clock>): Timeline<Day | Unknown> {
  const builder = new TimelineBuilder<Day | Unknown>();
  for (const { from, value } of piecesOf(clock)) builder.then(from, value.since, value.because);
  return builder.build();
}

function clocks(
  state: TruthTimeline,
  tolerated: Timeline<number | Unknown>,
  reading: Reading,
): Timeline<Clock> {
  const pieces = merged(map(state, reading.holds));
  const builder = new TimelineBuilder<Clock>();
  pieces.forEach((piece, index) => {
    if (!piece.value) {
      builder.then(piece.from, { since: END, because: piece.because, doubt: NO_GROUND }, NO_GROUND);
      return;
    }
    for (const limit of piecesOf(tolerated)) {
      if (limit.until <= piece.from || limit.from >= piece.until) continue;
      const from = limit.from > piece.from ? limit.from : piece.from;
      builder.then(from, clockOf(pieces, index, limit, reading), NO_GROUND);
    }
  });
  return builder.build();
}

/** Walks back from a stretch over the gaps that are tolerated; stretches and gaps take turns. */
function clockOf(
  pieces: readonly Piece<boolean>[],
  index: number,
  limit: Piece<number | Unknown>,
  reading: Reading,
): Clock {
  const own = pieces[index];
  let { from: since, because } = own ?? { from: END, because: NO_GROUND };
  let doubt: Ground = NO_GROUND;
  for (let at = index - 2; ; at -= 2) {
    const [earlier, gap] = [pieces[at], pieces[at + 1]];
    if (!earlier || !gap) break;
    const isTolerated = gap.until - gap.from <= reading.tolerates(limit.value);
    const isSilent = limit.value === UNKNOWN;
    if (isSilent && !isTolerated) break; // what lies before has no say in this reading
    because = join(because, join(gap.because, isSilent ? NO_GROUND : limit.because));
    if (isSilent) doubt = limit.because;
    if (!isTolerated) break;
    because = join(because, earlier.because);
    since = earlier.from;
  }
  return { since, because, doubt };
}
