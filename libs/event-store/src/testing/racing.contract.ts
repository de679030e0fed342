import { NO_STREAM, type EventStore } from '../port.js';
import type { OpenStore } from './contract.js';
import {
  appended,
  everythingAfter,
  headOf,
  idsOf,
  newPerson,
  requestOf,
  said,
  sampleEvents,
} from './sample-events.js';
import { sharedStore } from './shared-store.js';

const RACERS = 50;

export function racingContract(open: OpenStore): void {
  const store = sharedStore(open);

  it.each([
    ['a stream that is to be made', 0],
    ['one revision of a stream', 3],
  ])(`${RACERS} writers race for %s: one wins, the others leave nothing`, async (_name, live) => {
    const stream = newPerson();
    if (live > 0) await appended(store(), requestOf(stream, { events: sampleEvents(stream, live) }));
    const head = await headOf(store());
    const requests = Array.from({ length: RACERS }, () =>
      requestOf(stream, { expected: live === 0 ? NO_STREAM : live - 1, events: sampleEvents(stream, 2) }),
    );
    const results = await Promise.all(requests.map((request) => store().append(request)));

    expect(results.map(said).sort()).toEqual([
      ...Array<string>(RACERS - 1).fill('WRONG_REVISION'),
      'appended',
    ]);
    const winner = requests[results.findIndex(({ outcome }) => outcome === 'appended')];
    expect(idsOf(await everythingAfter(store(), head))).toEqual(idsOf(winner?.events ?? []));
    const losers = requests.filter((request) => request !== winner).flatMap(({ events }) => idsOf(events));
    expect(await store().findEvents(losers)).toEqual([]);
  });

  it('lets every writer through who reads again and retries', async () => {
    const stream = newPerson();
    await Promise.all(Array.from({ length: 12 }, () => appendUntilTaken(store(), stream)));
    const revisions = (await store().readStream(stream)).map(({ revision }) => revision);
    expect(revisions).toEqual(Array.from({ length: 12 }, (_, index) => index));
  });

  it('lets appends to different streams all through, the refused beside them alone', async () => {
    const streams = Array.from({ length: RACERS }, newPerson);
    const results = await Promise.all(
      streams.map((stream, index) =>
        store().append(requestOf(stream, { expected: index % 2 === 0 ? NO_STREAM : 9 })),
      ),
    );
    expect(results.map(said)).toEqual(
      streams.map((_, index) => (index % 2 === 0 ? 'appended' : 'WRONG_REVISION')),
    );
  });
}

async function appendUntilTaken(store: EventStore, stream: ReturnType<typeof newPerson>): Promise<void> {
  const events = sampleEvents(stream, 1);
  for (;;) {
    const [last] = await store.readStream(stream, { backwards: true, limit: 1 });
    const result = await store.append(requestOf(stream, { expected: last?.revision ?? NO_STREAM, events }));
    if (result.outcome === 'appended') return;
    expect(said(result)).toBe('WRONG_REVISION');
  }
}
