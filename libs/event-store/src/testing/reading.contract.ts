import type { RecordedEvent, StreamName } from '@ledger/vocabulary';
import { NO_STREAM, ORIGIN, type EventFilter, type EventStore } from '../port.js';
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

export function readingContract(open: OpenStore): void {
  const store = sharedStore(open);
  describe('a stream', () => streamReading(store));
  describe('several streams and subjects', () => gatheredReading(store));
  describe('the whole log', () => wholeReading(store));

  it('finds events by id, whatever the order of asking, and leaves out what is not there', async () => {
    const [one, two] = [newPerson(), newPerson()];
    const [first] = await appended(store(), requestOf(one));
    const [second] = await appended(store(), requestOf(two));
    const found = await store().findEvents([
      second.id,
      '0b6a4a52-0000-4000-8000-00000000dead',
      'no id',
      first.id,
      first.id,
    ]);
    expect(idsOf(found)).toEqual([first.id, second.id]);
    expect(await store().findEvents([])).toEqual([]);
    expect(found[0]).toEqual((await store().readStream(one))[0]);
  });

  it('tells the fingerprint of an event', async () => {
    const stream = newPerson();
    const [place] = await appended(
      store(),
      requestOf(stream, { events: [sampleEvent([stream], {}, 'k1:abc')] }),
    );
    expect(await store().fingerprintOf(place.id)).toBe('k1:abc');
    expect(await store().fingerprintOf(place.id.toUpperCase())).toBe('k1:abc');
    expect(await store().fingerprintOf('0b6a4a52-0000-4000-8000-00000000dead')).toBeUndefined();
    expect(await store().fingerprintOf('no id')).toBeUndefined();
  });

  it('has the last event at its head', async () => {
    const places = await appended(store(), requestOf(newPerson(), { events: sampleEvents(newPerson(), 3) }));
    const last = places.at(-1);
    expect(await store().head()).toEqual({ position: last?.position, recordedAt: last?.recordedAt });
  });
}

type Store = () => EventStore;

function streamReading(store: Store): void {
  const stream = newPerson();
  beforeAll(async () => {
    await appended(store(), requestOf(stream, { events: sampleEvents(stream, 3) }));
    await appended(store(), requestOf(newPerson()));
    await appended(store(), requestOf(stream, { expected: 2, events: sampleEvents(stream, 2) }));
  });

  it.each<[string, NonNullable<Parameters<EventStore['readStream']>[1]>, readonly number[]]>([
    ['from its beginning', {}, [0, 1, 2, 3, 4]],
    ['from a revision on', { fromRevision: 3 }, [3, 4]],
    ['from beyond its end', { fromRevision: 5 }, []],
    ['at most so many', { limit: 2 }, [0, 1]],
    ['at most so many from a revision on', { fromRevision: 2, limit: 2 }, [2, 3]],
    ['more than there are', { limit: 1_000 }, [0, 1, 2, 3, 4]],
    ['backwards from its end', { backwards: true }, [4, 3, 2, 1, 0]],
    ['its last event', { backwards: true, limit: 1 }, [4]],
    ['backwards from a revision on', { backwards: true, fromRevision: 2 }, [2, 1, 0]],
    ['backwards from beyond its end', { backwards: true, fromRevision: 99, limit: 2 }, [4, 3]],
    ['backwards from its first event', { backwards: true, fromRevision: 0 }, [0]],
  ])('%s', async (_name, options, revisions) => {
    const events = await store().readStream(stream, options);
    expect(events.map(({ revision }) => revision)).toEqual(revisions);
    expect(new Set(events.map((event) => event.stream))).toEqual(
      new Set(revisions.length > 0 ? [stream] : []),
    );
  });

  it('that does not exist has no events', async () => {
    expect(await store().readStream(newPerson())).toEqual([]);
    expect(await store().readStream(newPerson(), { backwards: true, limit: 1 })).toEqual([]);
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses a limit of %s', async (limit) => {
    await expect(store().readStream(stream, { limit })).rejects.toThrow(TypeError);
    await expect(store().readAll({ after: ORIGIN, limit })).rejects.toThrow(TypeError);
  });
}

function gatheredReading(store: Store): void {
  const [wife, husband, household] = [newPerson(), newPerson(), newHousehold()];
  let events: readonly RecordedEvent[] = [];
  beforeAll(async () => {
    const before = await headOf(store());
    const speaking: readonly (readonly [StreamName, ...StreamName[]])[] = [
      [wife],
      [husband, household],
      [household, wife, husband],
      [newPerson()],
      [wife, household],
    ];
    for (const subjects of speaking) {
      const expected = (await store().readStream(subjects[0])).length - 1;
      await appended(
        store(),
        requestOf(subjects[0], { ...(expected >= 0 && { expected }), events: [sampleEvent(subjects)] }),
      );
    }
    events = await everythingAfter(store(), before);
  });
  const these = (...indexes: number[]): readonly RecordedEvent[] =>
    indexes.map((index) => events[index] as RecordedEvent);

  it('are read in the order of the log', async () => {
    expect(await store().readStreams([household, wife])).toEqual(these(0, 2, 4));
    expect(await store().readStreams([wife, household, wife])).toEqual(these(0, 2, 4));
    expect(await store().readSubjects([household])).toEqual(these(1, 2, 4));
  });

  it('give each event once, though it speaks of several', async () => {
    expect(await store().readSubjects([wife, husband, household])).toEqual(these(0, 1, 2, 4));
  });

  it('are read as they stood at a position', async () => {
    const upTo = events[2]?.position ?? ORIGIN;
    expect(await store().readStreams([wife, household], upTo)).toEqual(these(0, 2));
    expect(await store().readSubjects([wife], upTo)).toEqual(these(0, 2));
    expect(await store().readStreams([wife], ORIGIN)).toEqual([]);
    expect(await store().readSubjects([wife], ORIGIN)).toEqual([]);
  });

  it('that are not there, or none, give nothing', async () => {
    expect(await store().readStreams([])).toEqual([]);
    expect(await store().readSubjects([])).toEqual([]);
    expect(await store().readStreams([newPerson()])).toEqual([]);
    expect(await store().readSubjects([newPerson()])).toEqual([]);
  });
}

function wholeReading(store: Store): void {
  it('is paged without loss or repetition', async () => {
    const before = await headOf(store());
    const stream = newPerson();
    const places = await appended(store(), requestOf(stream, { events: sampleEvents(stream, 7) }));
    const pages: number[] = [];
    const ids: string[] = [];
    for (let after = before; ;) {
      const { events, checkpoint } = await store().readAll({ after, limit: 3 });
      if (checkpoint === after) break;
      expect(checkpoint).toBe(events.at(-1)?.position);
      pages.push(events.length);
      ids.push(...idsOf(events));
      after = checkpoint;
    }
    expect(pages).toEqual([3, 3, 1]);
    expect(ids).toEqual(places.map(({ id }) => id));
  });

  it.each<[string, EventFilter, readonly number[]]>([
    ['types', { types: ['BirthRecorded', 'DeathRecorded'] }, [0, 3, 4]],
    ['kinds of stream', { streamKinds: ['household'] }, [2, 3]],
    [
      'both',
      { types: ['BirthRecorded', 'ResidenceRegistered'], streamKinds: ['household', 'person'] },
      [0, 1, 2, 4],
    ],
    ['a type that never comes', { types: ['PensionStopped'] }, []],
    ['nothing at all', {}, [0, 1, 2, 3, 4]],
    ['no type at all', { types: [] }, []],
  ])('is filtered by %s, and says how far it has looked', async (_name, filter, expected) => {
    const before = await headOf(store());
    const [person, household, other] = [newPerson(), newHousehold(), newPerson()];
    const speaking: readonly (readonly [StreamName, string])[] = [
      [person, 'BirthRecorded'],
      [other, 'ResidenceRegistered'],
      [household, 'ResidenceRegistered'],
    ];
    for (const [stream, type] of speaking)
      await appended(store(), requestOf(stream, { events: [sampleEvent([stream], { type })] }));
    await appended(
      store(),
      requestOf(household, { expected: 0, events: [sampleEvent([household], { type: 'DeathRecorded' })] }),
    );
    const [last] = await appended(
      store(),
      requestOf(other, { expected: 0, events: [sampleEvent([other], { type: 'BirthRecorded' })] }),
    );

    const all = await everythingAfter(store(), before);
    const { events, checkpoint } = await store().readAll({ after: before, limit: 100, filter });
    expect(events).toEqual(expected.map((index) => all[index]));
    expect(checkpoint).toBe(last.position);

    if (expected.length > 1) {
      const page = await store().readAll({ after: before, limit: 1, filter });
      expect(page).toEqual({ events: events.slice(0, 1), checkpoint: events[0]?.position });
    }
  });

  it('is searched as far as it takes for one event among thousands', async () => {
    const before = await headOf(store());
    const [household, crowd] = [newHousehold(), newPerson()];
    for (let append = 0; append < 5; append++) {
      const expected = append === 0 ? NO_STREAM : append * 500 - 1;
      await appended(store(), requestOf(crowd, { expected, events: sampleEvents(crowd, 500) }));
    }
    const [rare] = await appended(store(), requestOf(household, { events: [sampleEvent([household])] }));
    await appended(store(), requestOf(crowd, { expected: 2_499 }));
    const filter = { streamKinds: ['household'] };

    const first = await store().readAll({ after: before, limit: 1, filter });
    expect(idsOf(first.events)).toEqual([rare.id]);
    expect(first.checkpoint).toBe(rare.position);
    const rest = await store().readAll({ after: first.checkpoint, limit: 1, filter });
    expect(rest).toEqual({ events: [], checkpoint: await headOf(store()) });
  });

  it('has no gaps for a reader who comes while others write', async () => {
    const before = await headOf(store());
    const others = { writing: true };
    const seen: RecordedEvent[] = [];
    const reader = (async () => {
      for (let after = before; ;) {
        const finished = !others.writing;
        const { events, checkpoint } = await store().readAll({ after, limit: 7 });
        seen.push(...events);
        if (finished && checkpoint === after) return;
        after = checkpoint;
        await new Promise(setImmediate);
      }
    })();
    await Promise.all(Array.from({ length: 16 }, () => writeStream(store(), 12)));
    others.writing = false;
    await reader;

    expect(seen).toEqual(await everythingAfter(store(), before));
    expect(seen).toHaveLength(16 * 12);
    expect(seen.map(({ position }) => position)).toEqual(
      [...new Set(seen.map(({ position }) => position))].sort(),
    );
  });
}

async function writeStream(store: EventStore, events: number): Promise<void> {
  const stream = newPerson();
  for (let revision = -1; revision < events - 1; revision++) {
    await appended(store, requestOf(stream, { ...(revision >= 0 && { expected: revision }) }));
  }
}
