/** Small histories for the projector, told as import lines and recorded without deciders. */
import { v5 } from 'uuid';
import { type MemoryEventStore } from '@ledger/event-store';
import type { RecordedEvent } from '@ledger/vocabulary';
import { recordedOf, ruleSetActivated } from '../agreement/recorded.js';
import type { RawEvent } from '../reference/history-builder.js';

const NAMESPACE = '0b9f2a54-55c5-4c5e-9a94-2f2f6b2f1f10';

/** An id that follows from a name. */
export const idOf = (name: string): string => v5(name, NAMESPACE);

type Told = Omit<RawEvent, 'id' | 'knownAt' | 'source'> & { readonly id?: string };

/** The rule set, then these events, one a second. */
export function told(events: readonly Told[]): readonly RecordedEvent[] {
  const raws = events.map((event, index): RawEvent => ({
    id: idOf(`event ${String(index)}`),
    source: { department: 'PSB' },
    knownAt: new Date(Date.UTC(2020, 0, 1, 0, 0, index)).toISOString(),
    ...event,
  }));
  return recordedOf([ruleSetActivated(), ...raws]);
}

export async function append(store: MemoryEventStore, events: readonly RecordedEvent[]): Promise<void> {
  for (const { stream, revision, position: _, recordedAt, digest: __, ...content } of events) {
    const expected = revision === 0 ? 'no-stream' : revision - 1;
    const now = Date.parse(recordedAt);
    const { outcome } = await store.append({
      stream,
      expected,
      events: [{ content, fingerprint: content.id }],
      now,
    });
    if (outcome !== 'appended') throw new Error(`not appended: ${outcome}`);
  }
}

export function person(name: string, hukouDivision = '513437'): Told {
  return {
    type: 'PersonRegistered',
    person: idOf(name),
    effectiveOn: '1980-01-01',
    data: { birthDate: '1980-01-01', birthDateSource: 'ID', sex: '1', hukouDivision, hukouClass: '220' },
  };
}

export function household(name: string, kind: string, head: string): Told {
  const data = { kind, headPersonId: idOf(head), division: '513437' };
  return { type: 'HouseholdEstablished', household: idOf(name), effectiveOn: '2015-01-01', data };
}

export function member(of: string, name: string): Told {
  const data = { personId: idOf(name), relation: '02', reason: 'MOVE' };
  return { type: 'HouseholdMemberJoined', household: idOf(of), effectiveOn: '2015-01-01', data };
}

export function figure(parameterId: string, value: string, division = '510000', unit = 'yuan/month'): Told {
  const data = {
    parameterId,
    value,
    unit,
    validFrom: '2015-01-01',
    sourceDocNo: 'test',
    publishedOn: '2015-01-01',
    verified: true,
  };
  return { type: 'ParameterSet', division, effectiveOn: '2015-01-01', data };
}

export function economy(of: string, perCapitaMonthlyIncome: string): Told {
  const data = { perCapitaMonthlyIncome, assetsWithinLimit: true, membersCounted: [] };
  return { type: 'HouseholdEconomyVerified', household: idOf(of), effectiveOn: '2016-01-01', data };
}

export function disabled(name: string, level: number): Told {
  const data = { categories: ['4'], level, issuedOn: '2016-02-10' };
  return { type: 'DisabilityCertified', person: idOf(name), effectiveOn: '2016-02-10', data };
}
