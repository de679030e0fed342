import { ORIGIN, type EventStore, type Place } from '../port.js';
import type { OpenStore } from './contract.js';
import { appended, everythingAfter, newPerson, requestOf, sampleEvents } from './sample-events.js';

/** Transaction time is the log's: the writer's clock proposes, and can never take it back. */
export function timeContract(open: OpenStore): void {
  let store: EventStore;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  const at = async (now: number, events = 1): Promise<readonly [Place, ...Place[]]> => {
    const stream = newPerson();
    return appended(store, requestOf(stream, { now, events: sampleEvents(stream, events) }));
  };
  const NOW = Date.UTC(2026, 2, 1, 8, 30, 15, 7);

  it('is written in UTC with milliseconds', async () => {
    expect((await at(NOW))[0].recordedAt).toBe('2026-03-01T08:30:15.007Z');
    expect((await store.head()).recordedAt).toBe('2026-03-01T08:30:15.007Z');
  });

  it('never decreases, though the clock goes back', async () => {
    const clock = [NOW, NOW + 5, NOW - 3_600_000, NOW + 4, NOW + 5, NOW + 6, 0, NOW + 7];
    for (const now of clock) await at(now, 2);
    const times = (await everythingAfter(store, ORIGIN)).map(
      ({ recordedAt }) => Date.parse(recordedAt) - NOW,
    );
    expect(times).toEqual([0, 0, 5, 5, 5, 5, 5, 5, 5, 5, 6, 6, 6, 6, 7, 7]);
  });

  it('never decreases, though many clocks differ at once', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, index) => at(NOW + ((index * 17) % 40) * 1_000)));
    const times = (await everythingAfter(store, ORIGIN)).map(({ recordedAt }) => recordedAt);
    expect(times).toEqual([...times].sort());
    expect(times).toHaveLength(40);
  });

  it('is one for all events of an append', async () => {
    const places = await at(NOW, 5);
    expect(new Set(places.map(({ recordedAt }) => recordedAt)).size).toBe(1);
  });

  it('leads to the greatest position recorded at or before an instant', async () => {
    expect(await store.positionAt(NOW)).toBe(ORIGIN);
    await at(NOW, 2);
    const [second] = await at(NOW);
    await at(NOW + 10);
    const [last] = (await at(NOW + 10, 2)).slice(-1);
    const boundaries: readonly (readonly [instant: number, position: string | undefined])[] = [
      [Number.NEGATIVE_INFINITY, ORIGIN],
      [-1, ORIGIN],
      [NOW - 1, ORIGIN],
      [NOW, second.position],
      [NOW + 9, second.position],
      [NOW + 9.999, second.position],
      [NOW + 10, last?.position],
      [NOW + 11, last?.position],
      [Number.POSITIVE_INFINITY, last?.position],
    ];
    for (const [instant, position] of boundaries)
      expect([instant, await store.positionAt(instant)]).toEqual([instant, position]);
    await expect(store.positionAt(Number.NaN)).rejects.toThrow(TypeError);
  });

  it('and position agree: what was known at an instant is what was recorded until then', async () => {
    for (let step = 0; step < 6; step++) await at(NOW + step * 10, 2);
    const all = await everythingAfter(store, ORIGIN);
    for (let instant = NOW - 5; instant <= NOW + 60; instant += 5) {
      const position = await store.positionAt(instant);
      expect(all.filter((event) => event.position <= position)).toEqual(
        all.filter(({ recordedAt }) => Date.parse(recordedAt) <= instant),
      );
    }
  });
}
