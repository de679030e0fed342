/** The envelope that every event of the ledger shares (design §4). */

export const STREAM_KINDS = ['person', 'household', 'decision', 'complaint', 'division'] as const;
export type StreamKind = (typeof STREAM_KINDS)[number];

/** `person-<uuid>`, `household-<uuid>`, `decision-<uuid>`, `complaint-<uuid>` or `division-<GB/T 2260 code>`. */
export type StreamName = `${StreamKind}-${string}`;

/** A person, household, division, decision or complaint that an event speaks of, named as its stream is. */
export type Subject = StreamName;

/** A place in the one total order over all streams: opaque text of fixed width, comparable as text. */
export type Position = string & { readonly __position: true };

/** Who says so. `officer` is the officer's token, never a name. */
export interface Source {
  readonly department: string;
  readonly division?: string;
  readonly system?: string;
  readonly recordNumber?: string;
  readonly officer?: string;
  readonly channel?: string;
}

export const CONFIDENCES = ['verified', 'declared', 'imported'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export interface Evidence {
  readonly kind: string;
  readonly reference: string;
  readonly sha256?: string;
}

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = Readonly<Record<string, Json>>;

/** What the sender and the deciders settle about an event, before it has a place in the log. */
export interface EventContent<Data extends object = JsonObject> {
  /** UUID given by the sender: the idempotency key. */
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  /** Every subject the event speaks of, its own stream's first; no doubles. */
  readonly subjects: readonly Subject[];
  /** Valid time: calendar date, `YYYY-MM-DD`. */
  readonly effectiveOn: string;
  /** Valid time, exclusive end. */
  readonly effectiveUntil?: string;
  readonly source: Source;
  readonly confidence: Confidence;
  readonly evidence: readonly Evidence[];
  readonly causationId?: string;
  readonly correlationId?: string;
  /** The payload; identity fields in it are sealed text by the time it is stored. */
  readonly data: Data;
}

/** An event in the log. */
export interface RecordedEvent<Data extends object = JsonObject> extends EventContent<Data> {
  readonly stream: StreamName;
  /** Place within the stream, from 0. */
  readonly revision: number;
  readonly position: Position;
  /** Transaction time: RFC 3339 in UTC with milliseconds; never decreases along positions. */
  readonly recordedAt: string;
  /** SHA-256, lower-case hex, over the canonical stored bytes. */
  readonly digest: string;
}

export function streamOf(kind: StreamKind, id: string): StreamName {
  return `${kind}-${id}`;
}

/** The kind and bare id of a stream or subject name. */
export function partsOf(name: StreamName): { readonly kind: StreamKind; readonly id: string } {
  const dash = name.indexOf('-');
  return { kind: name.slice(0, dash) as StreamKind, id: name.slice(dash + 1) };
}
