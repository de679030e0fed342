/** Which world, and as whom it was known (design §3): the two clocks that every question takes. */
import type { Day } from '@ledger/time';
import type { Position } from '@ledger/vocabulary';

export interface Moment {
  /** Valid time. */
  readonly asOf: Day;
  /** Transaction time. */
  readonly position: Position;
}

/** What a question says of its moment; all of it may be left out. At most one of `asKnownAt` and `position`. */
export interface AskedMoment {
  readonly asOf?: Day;
  /** Milliseconds UTC. */
  readonly asKnownAt?: number;
  readonly position?: Position;
}

/** The read models have not reached the position asked for, and did not within the time a question waits. */
export class NotYetProjected extends Error {
  readonly code = 'NOT_YET_PROJECTED';

  constructor(readonly position: Position) {
    super(`the read models have not reached position ${position} yet`);
  }
}
