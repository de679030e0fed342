/**
 * The event store port (design §5). One interface, one contract suite, one adapter a technology. Positions are opaque:
 * compare them as text, never compute with them.
 */
import type { EventContent, Position, RecordedEvent, StreamName, Subject } from '@ledger/vocabulary';

/** The stream must not exist yet. */
export const NO_STREAM = 'no-stream';
/** The revision of the last event the writer has seen, or {@link NO_STREAM}. */
export type ExpectedRevision = number | typeof NO_STREAM;

/** The place before the first event. */
export const ORIGIN = '00000000000000000000' as Position;

export interface EventToAppend {
  readonly content: EventContent;
  /** Keyed fingerprint of the command behind the event: the same id with another fingerprint is another command. */
  readonly fingerprint: string;
}

/** "No event about any of these subjects has come after this position": what a decision across streams rests on. */
export interface AppendCondition {
  readonly subjects: readonly Subject[];
  readonly after: Position;
}

export interface AppendRequest {
  readonly stream: StreamName;
  readonly expected: ExpectedRevision;
  /** At least one, at most {@link MOST_EVENTS_AN_APPEND}; all or none are appended. */
  readonly events: readonly EventToAppend[];
  readonly condition?: AppendCondition;
  /** The writer's clock, milliseconds UTC; the log never lets `recordedAt` decrease. */
  readonly now: number;
}

/** Where an event came to stand. */
export interface Place {
  readonly id: string;
  readonly revision: number;
  readonly position: Position;
  readonly recordedAt: string;
}

export type AppendRefusal = 'WRONG_REVISION' | 'CONCURRENT_CHANGE' | 'IDEMPOTENCY_MISMATCH' | 'TOO_LARGE';

export type AppendResult =
  | { readonly outcome: 'appended'; readonly places: readonly Place[] }
  /** The same ids with the same fingerprints stand in this stream in this order: the original places. */
  | { readonly outcome: 'already-appended'; readonly places: readonly Place[] }
  | { readonly outcome: 'refused'; readonly code: AppendRefusal; readonly detail: string }
  /** Nobody can say whether it was written: retry with the same ids, which can never write twice. */
  | { readonly outcome: 'unknown'; readonly cause: Error };

export interface EventFilter {
  readonly types?: readonly string[];
  readonly streamKinds?: readonly string[];
}

export interface LogBatch {
  readonly events: readonly RecordedEvent[];
  /** Everything up to here has been seen, also where nothing matched the filter. */
  readonly checkpoint: Position;
}

export interface LogHead {
  readonly position: Position;
  /** Of the last event; null while the log is empty. */
  readonly recordedAt: string | null;
}

export interface EventStore {
  append(request: AppendRequest): Promise<AppendResult>;

  /** Events of one stream by revision, from `fromRevision` on (default 0), at most `limit`. */
  readStream(
    stream: StreamName,
    options?: { fromRevision?: number; limit?: number; backwards?: boolean },
  ): Promise<readonly RecordedEvent[]>;

  /** All events of these streams up to a position (default: the head), in the order of the log. One round trip. */
  readStreams(streams: readonly StreamName[], upTo?: Position): Promise<readonly RecordedEvent[]>;

  /** All events that speak of any of these subjects up to a position, each once, in the order of the log. One round trip. */
  readSubjects(subjects: readonly Subject[], upTo?: Position): Promise<readonly RecordedEvent[]>;

  /** The next `limit` events after a position, in order, without gaps: who has seen p has seen all before p. */
  readAll(options: { after: Position; limit: number; filter?: EventFilter }): Promise<LogBatch>;

  /** Catches up, then stays live; a batch is handed over only when the one before has been taken. Ends with the signal. */
  follow(options: {
    after: Position;
    batchSize?: number;
    filter?: EventFilter;
    signal: AbortSignal;
  }): AsyncIterable<LogBatch>;

  /** The events with these ids that exist, in the order of the log. */
  findEvents(ids: readonly string[]): Promise<readonly RecordedEvent[]>;

  /** The fingerprint under which an event was recorded. */
  fingerprintOf(id: string): Promise<string | undefined>;

  head(): Promise<LogHead>;

  /** The greatest position recorded at or before an instant (milliseconds UTC); {@link ORIGIN} if none. */
  positionAt(instant: number): Promise<Position>;

  close(): Promise<void>;
}

/** More would hold the head of the log for longer than its neighbours may be made to wait. */
export const MOST_EVENTS_AN_APPEND = 500;
/** Canonical bytes of one event, as in C2SP tlog-tiles (a leaf's length is an unsigned 16-bit number). */
export const MOST_BYTES_AN_EVENT = 65_535;
