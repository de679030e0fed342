/** Reading the log forwards, the same for every adapter that can look at one stretch of it. */
import type { Position, RecordedEvent } from '@ledger/vocabulary';
import type { Hints } from './hints.js';
import type { EventFilter, LogBatch } from './port.js';

export interface Stretch {
  readonly after: Position;
  /** Most events to be handed over; an adapter may look at more of them, but at a bounded number. */
  readonly limit: number;
  readonly filter: EventFilter | undefined;
}

/** What matches in the next bounded stretch of the log. Its checkpoint is `after` at the end of the log, and only there. */
export type ReadStretch = (stretch: Stretch) => Promise<LogBatch>;

/** Stretches until there are `limit` events or the log ends: fewer events than asked for means the end. */
export async function readOn(read: ReadStretch, { after, limit, filter }: Stretch): Promise<LogBatch> {
  const events: RecordedEvent[] = [];
  let checkpoint = after;
  while (events.length < limit) {
    const batch = await read({ after: checkpoint, limit: limit - events.length, filter });
    if (batch.checkpoint === checkpoint) break;
    checkpoint = batch.checkpoint;
    events.push(...batch.events);
  }
  return { events, checkpoint };
}

/** First wait of a follower at the end of the log; doubled while nothing comes. */
const SHORTEST_IDLE_MS = 25;
/** A lost hint costs at most this much. */
const LONGEST_IDLE_MS = 200;
/** One batch of a follower: some 500 KB of events. */
const EVENTS_A_BATCH = 500;

export interface Following {
  readonly after: Position;
  readonly batchSize?: number;
  readonly filter?: EventFilter;
  readonly signal: AbortSignal;
}

/** Polling is the truth; hints only make it prompt. */
export async function* followOn(
  read: ReadStretch,
  hints: Hints,
  options: Following,
): AsyncGenerator<LogBatch, void, void> {
  const { signal, filter, batchSize: limit = EVENTS_A_BATCH } = options;
  const ended = (): boolean => signal.aborted;
  let checkpoint = options.after;
  let idle = SHORTEST_IDLE_MS;
  while (!ended()) {
    const hinted = hints.count;
    const batch = await read({ after: checkpoint, limit, filter });
    if (ended()) return;
    if (batch.checkpoint !== checkpoint) {
      checkpoint = batch.checkpoint;
      idle = SHORTEST_IDLE_MS;
      yield batch;
    } else if (await hints.beyond(hinted, idle, signal)) {
      idle = SHORTEST_IDLE_MS;
    } else {
      idle = Math.min(idle * 2, LONGEST_IDLE_MS);
    }
  }
}

export function matches(
  event: Pick<RecordedEvent, 'type' | 'stream'>,
  filter: EventFilter | undefined,
): boolean {
  const { types, streamKinds } = filter ?? {};
  if (types && !types.includes(event.type)) return false;
  return !streamKinds || streamKinds.includes(event.stream.slice(0, event.stream.indexOf('-')));
}

/** @throws TypeError on what is not a number of events. */
export function checkedLimit(limit: number): number {
  if (!Number.isSafeInteger(limit) || limit < 1) throw new TypeError('a limit is a whole number from 1');
  return limit;
}
