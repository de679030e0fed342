/** An event as it is stored: its canonical text, and beside it the columns by which it is found. */
import type { EventContent, Position, RecordedEvent, StreamName, Subject } from '@ledger/vocabulary';
import { canonicalJson, digestOf } from './canonical.js';
import { positionOf } from './position.js';

export interface StoredEvent {
  readonly place: number;
  readonly id: string;
  readonly stream: StreamName;
  readonly revision: number;
  readonly type: string;
  readonly schemaVersion: number;
  /** RFC 3339, UTC, milliseconds. */
  readonly recordedAt: string;
  readonly effectiveOn: string;
  readonly subjects: readonly Subject[];
  /** RFC 8785 text of the whole event except its position; its UTF-8 bytes are what the digest is over. */
  readonly body: string;
  readonly digest: string;
  readonly fingerprint: string;
}

/**
 * The canonical text of an event on either side of the two members that only the log can give, `recordedAt` and
 * `revision`. So the costly part is written before the head of the log is locked, not while others wait for it.
 */
export interface BodyHalves {
  readonly before: string;
  readonly after: string;
}

/** @throws TypeError where the content has no canonical form. */
export function bodyHalves(content: EventContent, stream: StreamName): BodyHalves {
  const { causationId, correlationId, effectiveUntil } = content;
  const before = canonicalJson({
    ...(causationId !== undefined && { causationId }),
    confidence: content.confidence,
    ...(correlationId !== undefined && { correlationId }),
    data: content.data,
    effectiveOn: content.effectiveOn,
    ...(effectiveUntil !== undefined && { effectiveUntil }),
    evidence: content.evidence,
    id: content.id,
  });
  const { schemaVersion, source, subjects, type } = content;
  const after = canonicalJson({ schemaVersion, source, stream, subjects, type });
  return { before: before.slice(0, -1), after: after.slice(1) };
}

export function bodyOf({ before, after }: BodyHalves, recordedAt: string, revision: number): string {
  return `${before},"recordedAt":"${recordedAt}","revision":${revision},${after}`;
}

/** The canonical text of an event of the log: what its digest is over. */
export function canonicalBodyOf(event: RecordedEvent): string {
  return bodyOf(bodyHalves(event, event.stream), event.recordedAt, event.revision);
}

/** Whether an event is what was stored: its digest is that of its canonical bytes. */
export function isIntact(event: RecordedEvent): boolean {
  return digestOf(canonicalBodyOf(event)) === event.digest;
}

export function recordedFrom(body: string, place: number | string, digest: string): RecordedEvent {
  const event = JSON.parse(body) as Omit<RecordedEvent, 'position' | 'digest'> & {
    position?: Position;
    digest?: string;
  };
  event.position = positionOf(place);
  event.digest = digest;
  return event as RecordedEvent;
}

/** RFC 3339 in UTC with milliseconds. */
export function instantText(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
