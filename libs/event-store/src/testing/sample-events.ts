/** Events for tests of the store: what they say does not matter, only that it comes back. */
import { randomUUID } from 'node:crypto';
import type { EventContent, Position, RecordedEvent, StreamName } from '@ledger/vocabulary';
import {
  NO_STREAM,
  type AppendRequest,
  type AppendResult,
  type EventStore,
  type EventToAppend,
  type Place,
} from '../port.js';

/** 2026-03-01T00:00:00Z; the clock of tests that do not look at it. */
export const TEST_CLOCK = Date.UTC(2026, 2, 1);

export function newPerson(): StreamName {
  return `person-${randomUUID()}`;
}

export function newHousehold(): StreamName {
  return `household-${randomUUID()}`;
}

export function sampleEvent(
  subjects: readonly [StreamName, ...StreamName[]],
  content: Partial<EventContent> = {},
  fingerprint = 'fingerprint-of-the-command',
): EventToAppend {
  return {
    fingerprint,
    content: {
      id: randomUUID(),
      type: 'ResidenceRegistered',
      schemaVersion: 1,
      subjects,
      effectiveOn: '2026-02-01',
      source: { department: 'PUBLIC_SECURITY', division: '510104', recordNumber: 'R-1' },
      confidence: 'verified',
      evidence: [{ kind: 'RESIDENCE_PERMIT', reference: '居住证 1' }],
      data: { division: '510104' },
      ...content,
    },
  };
}

export function sampleEvents(stream: StreamName, count: number): readonly EventToAppend[] {
  return Array.from({ length: count }, () => sampleEvent([stream]));
}

export function requestOf(stream: StreamName, more: Partial<AppendRequest> = {}): AppendRequest {
  return { stream, expected: NO_STREAM, events: sampleEvents(stream, 1), now: TEST_CLOCK, ...more };
}

/** The places of an append that must succeed. */
export async function appended(
  store: EventStore,
  request: AppendRequest,
): Promise<readonly [Place, ...Place[]]> {
  const result = await store.append(request);
  if (result.outcome !== 'appended') throw new Error(`expected an append, got ${said(result)}`);
  return result.places as readonly [Place, ...Place[]];
}

/** `appended`, `already-appended`, `unknown`, or the code of the refusal. */
export function said(result: AppendResult): string {
  return result.outcome === 'refused' ? result.code : result.outcome;
}

export function idsOf(events: readonly (EventToAppend | RecordedEvent)[]): readonly string[] {
  return events.map((event) => ('content' in event ? event.content.id : event.id));
}

/** Everything in the log after a position. */
export async function everythingAfter(store: EventStore, after: Position): Promise<readonly RecordedEvent[]> {
  const { events } = await store.readAll({ after, limit: Number.MAX_SAFE_INTEGER });
  return events;
}

export async function headOf(store: EventStore): Promise<Position> {
  const { position } = await store.head();
  return position;
}
