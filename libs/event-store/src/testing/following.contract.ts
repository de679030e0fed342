import type { Position, RecordedEvent } from '@ledger/vocabulary';
import type { EventStore, LogBatch } from '../port.js';
import type { OpenStore } from './contract.js';
import {
  appended,
  everythingAfter,
  headOf,
  idsOf,
  newHousehold,
  newPerson,
  requestOf,
  sampleEvent,
  sampleEvents,
} from './sample-events.js';
import { sharedStore } from './shared-store.js';

export function followingContract(open: OpenStore): void {
  const store = sharedStore(open);

  it('hands over from catching up to what is written meanwhile, each event once and in order', async () => {
    const before = await headOf(store());
    await Promise.all(Array.from({ length: 8 }, () => write(store(), 5)));
    const writers = Promise.all(Array.from({ length: 8 }, () => write(store(), 5)));
    const seen = await followUntil(store(), before, 80, { batchSize: 9 });
    await writers;
    expect(seen).toEqual(await everythingAfter(store(), before));
  });

  it('wakes up for what comes after a while', async () => {
    const before = await headOf(store());
    const following = followUntil(store(), before, 2);
    await write(store(), 1);
    await new Promise((resolve) => setTimeout(resolve, 120));
    await write(store(), 1);
    expect(await following).toEqual(await everythingAfter(store(), before));
  });

  it('resumes exactly where it stopped', async () => {
    const before = await headOf(store());
    const writers = Promise.all(Array.from({ length: 6 }, () => write(store(), 10)));
    const seen: RecordedEvent[] = [];
    let after: Position = before;
    while (seen.length < 60) {
      const stop = new AbortController();
      for await (const { events, checkpoint } of store().follow({
        after,
        batchSize: 4,
        signal: stop.signal,
      })) {
        seen.push(...events);
        after = checkpoint;
        stop.abort();
      }
    }
    await writers;
    expect(seen).toEqual(await everythingAfter(store(), before));
  });

  it('waits for a slow consumer and hands over no more than was asked for at once', async () => {
    const before = await headOf(store());
    await write(store(), 20);
    const sizes: number[] = [];
    let handedOver = 0;
    const seen = await followUntil(store(), before, 40, { batchSize: 8 }, async ({ events }) => {
      sizes.push(events.length);
      handedOver++;
      const mine = handedOver;
      if (mine === 1) await write(store(), 20);
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect(handedOver).toBe(mine);
    });
    expect(Math.max(...sizes)).toBe(8);
    expect(seen).toEqual(await everythingAfter(store(), before));
  });

  it('says how far it is though nothing matches', async () => {
    const before = await headOf(store());
    const [unmatched] = (
      await appended(store(), requestOf(newPerson(), { events: sampleEvents(newPerson(), 3) }))
    ).slice(-1);
    const stop = new AbortController();
    const batches: LogBatch[] = [];
    for await (const batch of store().follow({
      after: before,
      filter: { streamKinds: ['household'] },
      signal: stop.signal,
    })) {
      batches.push(batch);
      if (batches.length === 1) {
        expect(batch).toEqual({ events: [], checkpoint: unmatched?.position });
        const household = newHousehold();
        await appended(store(), requestOf(household, { events: [sampleEvent([household])] }));
      } else if (batches.some(({ events }) => events.length > 0)) stop.abort();
    }
    expect(batches.flatMap(({ events }) => events).map(({ stream }) => stream)).toEqual([
      expect.stringMatching(/^household-/),
    ]);
    expect(batches.at(-1)?.checkpoint).toBe(await headOf(store()));
  });

  it('ends with its signal: given before, while waiting at the end, and between batches', async () => {
    const before = await headOf(store());
    expect(await batchesOf(store(), before, AbortSignal.abort())).toEqual([]);
    expect(await batchesOf(store(), before, AbortSignal.timeout(60))).toEqual([]);
    await write(store(), 5);
    const stop = new AbortController();
    let count = 0;
    for await (const batch of store().follow({ after: before, batchSize: 1, signal: stop.signal })) {
      count += batch.events.length;
      if (count === 2) stop.abort();
    }
    expect(count).toBe(2);
  });

  it('serves several followers, and one who goes away does not disturb the others', async () => {
    const before = await headOf(store());
    const signal = new AbortController().signal;
    const leaving = (async () => {
      for await (const { events } of store().follow({ after: before, batchSize: 1, signal }))
        return idsOf(events);
      return [];
    })();
    const staying = [followUntil(store(), before, 12), followUntil(store(), before, 12, { batchSize: 5 })];
    await Promise.all([write(store(), 6), write(store(), 6)]);
    const all = await everythingAfter(store(), before);
    expect(await leaving).toEqual(idsOf(all).slice(0, 1));
    expect(await Promise.all(staying)).toEqual([all, all]);
  });
}

async function write(store: EventStore, events: number): Promise<void> {
  const stream = newPerson();
  for (let revision = -1; revision < events - 1; revision++) {
    await appended(store, requestOf(stream, { ...(revision >= 0 && { expected: revision }) }));
  }
}

/** The first `count` events that a follower is handed. */
async function followUntil(
  store: EventStore,
  after: Position,
  count: number,
  options: { readonly batchSize?: number } = {},
  consume: (batch: LogBatch) => Promise<void> = () => Promise.resolve(),
): Promise<readonly RecordedEvent[]> {
  const stop = new AbortController();
  const seen: RecordedEvent[] = [];
  for await (const batch of store.follow({ after, signal: stop.signal, ...options })) {
    await consume(batch);
    seen.push(...batch.events);
    if (seen.length >= count) stop.abort();
  }
  return seen;
}

async function batchesOf(
  store: EventStore,
  after: Position,
  signal: AbortSignal,
): Promise<readonly LogBatch[]> {
  const batches: LogBatch[] = [];
  for await (const batch of store.follow({ after, signal })) batches.push(batch);
  return batches;
}
