/** Events of the recorder’s specs, as lines of an import file; and what is asked of their results. */
import { Teller, type Line } from '@ledger/deciders/testing';
import {
  MemoryEventStore,
  ORIGIN,
  type AppendRequest,
  type AppendResult,
  type EventStore,
} from '@ledger/event-store';
import type { RecordedEvent } from '@ledger/vocabulary';
import type { RecordResult } from '../record-result.js';

/** Pass GB 11643; nobody’s: the area code belongs to no county. */
export const NUMBER = '513499196004150019';
export const OTHER_NUMBER = '513499196004150115';

export const REGISTERED = {
  birthDate: '1960-04-15',
  sex: '1',
  hukouDivision: '513437',
  hukouClass: '220',
} as const;

export const register = (t: Teller, label: string, nationalId?: string): Line =>
  t.event(
    'PersonRegistered',
    `person:${label}`,
    '1960-04-15',
    { ...REGISTERED, name: '曲木', ...(nationalId !== undefined && { nationalId }) },
    { as: `birth of ${label}` },
  );

export const arrive = (t: Teller, label: string, on = '2019-03-01'): Line =>
  t.event(
    'UrbanArrivalRecorded',
    `person:${label}`,
    on,
    { division: '510112', urbanRuralClass: '111', basis: 'LEASE' },
    { as: `arrival of ${label} on ${on}` },
  );

/** The same line about the same person, named by number. */
export function byNumber(line: Line, nationalId: string): object {
  const { person: _, ...rest } = line;
  return { ...rest, nationalId };
}

/** Lines whose ids are those of one title. */
export function lines<Told extends readonly object[]>(
  title: string,
  tell: (t: Teller) => readonly [...Told],
): readonly [...Told] {
  return tell(new Teller(title));
}

/** The log without the built-in policy. */
export async function lifeEventsOf(store: EventStore): Promise<readonly RecordedEvent[]> {
  const { events } = await store.readAll({ after: ORIGIN, limit: 10_000 });
  return events.filter(({ stream }) => !stream.startsWith('division-'));
}

export function outcomesOf(results: readonly RecordResult[]): readonly string[] {
  return results.map((result) => (result.outcome === 'refused' ? result.refusal.code : result.outcome));
}

/** A store that somebody else writes to between reading and writing. */
export class BusyStore extends MemoryEventStore {
  before: (() => Promise<unknown>) | undefined;

  override async append(request: AppendRequest): Promise<AppendResult> {
    const intrude = this.before;
    this.before = undefined;
    await intrude?.();
    return super.append(request);
  }
}

/** A store of which some calls go elsewhere. */
export function over(store: EventStore, calls: Partial<EventStore>): EventStore {
  return new Proxy(store, {
    get: (target, name) => {
      const own = calls[name as keyof EventStore] as unknown;
      if (own) return own;
      const value = Reflect.get(target, name) as unknown;
      return typeof value === 'function' ? (value as () => unknown).bind(target) : value;
    },
  });
}
