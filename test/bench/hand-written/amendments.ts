/** Which events of a family stand, with what their corrections say, in the order of the days on which they take effect. */
import { day } from '@ledger/time';
import type { JsonObject, RecordedEvent, StreamName } from '@ledger/vocabulary';

export interface Told {
  readonly id: string;
  readonly type: string;
  readonly stream: StreamName;
  readonly position: string;
  readonly from: number;
  readonly until: number;
  readonly data: JsonObject;
}

export function inForce(events: readonly RecordedEvent[], provenOnly: boolean): readonly Told[] {
  const amended = events.some(({ type }) => type === 'EventCorrected' || type === 'EventVoided');
  const told: Told[] = [];
  const { voided, corrections } = amended ? amendmentsIn(events) : NO_AMENDMENTS;
  for (const event of events) {
    if (AMENDMENTS.has(event.type) || voided.has(event.id)) continue;
    if (provenOnly && event.confidence === 'declared') continue;
    told.push(tellingOf(event, corrections.get(event.id)));
  }
  return isInOrder(told) ? told : told.sort((a, b) => a.from - b.from);
}

const AMENDMENTS: ReadonlySet<string> = new Set(['EventCorrected', 'EventVoided', 'VoidingReversed']);

interface Amendments {
  readonly voided: ReadonlySet<string>;
  readonly corrections: ReadonlyMap<string, readonly RecordedEvent[]>;
}

const NO_AMENDMENTS: Amendments = { voided: new Set(), corrections: new Map() };

function amendmentsIn(events: readonly RecordedEvent[]): Amendments {
  const reversed = new Set(events.map(({ data }) => data['reverses']));
  const voided = new Set<string>();
  for (const { type, id, data } of events) {
    if (type === 'EventVoided' && !reversed.has(id)) voided.add(data['voids'] as string);
  }
  const corrections = new Map<string, RecordedEvent[]>();
  for (const event of events) {
    if (event.type !== 'EventCorrected' || voided.has(event.id)) continue;
    const target = event.data['corrects'] as string;
    corrections.set(target, [...(corrections.get(target) ?? []), event]);
  }
  return { voided, corrections };
}

function tellingOf(event: RecordedEvent, corrections: readonly RecordedEvent[] = []): Told {
  let { effectiveOn, data } = event;
  for (const correction of corrections) {
    data = { ...data, ...(correction.data['data'] as JsonObject) };
    effectiveOn = (correction.data['effectiveOn'] as string | undefined) ?? effectiveOn;
  }
  return {
    id: event.id,
    type: event.type,
    stream: event.stream,
    position: event.position,
    from: day(effectiveOn),
    until: event.effectiveUntil === undefined ? Infinity : day(event.effectiveUntil),
    data,
  };
}

function isInOrder(told: readonly Told[]): boolean {
  for (let index = 1; index < told.length; index++) {
    if ((told[index] as Told).from < (told[index - 1] as Told).from) return false;
  }
  return true;
}
