import { NO_STREAM, type AppendRequest, type EventToAppend } from '../port.js';
import type { OpenStore } from './contract.js';
import { appended, headOf, newPerson, requestOf, said, sampleEvent, sampleEvents } from './sample-events.js';
import { sharedStore } from './shared-store.js';

type Events = readonly [EventToAppend, EventToAppend, EventToAppend];

/** The same id is the same event, for ever: the same command is answered as the first time, any other is refused. */
export function repetitionContract(open: OpenStore): void {
  const store = sharedStore(open);

  it.each<[string, (events: Events) => readonly EventToAppend[], string]>([
    ['the same', (all) => all, 'already-appended'],
    ['its beginning', ([a, b]) => [a, b], 'already-appended'],
    ['its end', ([, b, c]) => [b, c], 'already-appended'],
    ['one of its events', ([, b]) => [b], 'already-appended'],
    ['more than it', (all) => [...all, sampleEvent([newPerson()])], 'IDEMPOTENCY_MISMATCH'],
    ['something before it', (all) => [sampleEvent([newPerson()]), ...all], 'IDEMPOTENCY_MISMATCH'],
    ['another order', ([a, b, c]) => [a, c, b], 'IDEMPOTENCY_MISMATCH'],
    ['a gap', ([a, , c]) => [a, c], 'IDEMPOTENCY_MISMATCH'],
    ['one event twice', ([a]) => [a, a], 'IDEMPOTENCY_MISMATCH'],
    ['another fingerprint', ([a, b, c]) => [a, { ...b, fingerprint: 'other' }, c], 'IDEMPOTENCY_MISMATCH'],
  ])('repeating %s', async (_name, change, outcome) => {
    const stream = newPerson();
    const events = sampleEvents(stream, 3) as unknown as Events;
    const places = await appended(store(), requestOf(stream, { events }));
    const again = change(events);
    const head = await headOf(store());

    const result = await store().append(requestOf(stream, { events: again }));

    expect(said(result)).toBe(outcome);
    if (result.outcome === 'already-appended') {
      expect(result.places).toEqual(again.map(({ content }) => places.find(({ id }) => id === content.id)));
    }
    expect(await headOf(store())).toBe(head);
    expect(await store().readStream(stream)).toHaveLength(3);
  });

  it('compares commands by their fingerprint: sealed bytes differ each time', async () => {
    const stream = newPerson();
    const event = sampleEvent([stream], { data: { name: 'sealed once' } });
    const places = await appended(store(), requestOf(stream, { events: [event] }));
    const sealedAgain = { ...event, content: { ...event.content, data: { name: 'sealed twice' } } };
    expect(await store().append(requestOf(stream, { events: [sealedAgain] }))).toEqual({
      outcome: 'already-appended',
      places,
    });
    expect((await store().readStream(stream))[0]?.data).toEqual({ name: 'sealed once' });
  });

  it('answers as the first time long after, though revision, condition and clock have moved on', async () => {
    const stream = newPerson();
    const first: AppendRequest = requestOf(stream, {
      condition: { subjects: [stream], after: await headOf(store()) },
    });
    const places = await appended(store(), first);
    await appended(
      store(),
      requestOf(stream, { expected: 0, events: sampleEvents(stream, 4), now: first.now + 1_000 }),
    );
    expect(await store().append({ ...first, now: first.now + 2_000 })).toEqual({
      outcome: 'already-appended',
      places,
    });
    expect(await store().append({ ...first, expected: 77 })).toEqual({ outcome: 'already-appended', places });
  });

  it('refuses an id that stands in another stream', async () => {
    const [stream, other] = [newPerson(), newPerson()];
    const events = sampleEvents(stream, 1);
    await appended(store(), requestOf(stream, { events }));
    expect(said(await store().append(requestOf(other, { events })))).toBe('IDEMPOTENCY_MISMATCH');
    expect(await store().readStream(other)).toEqual([]);
  });

  it('refuses one id for two events of an append', async () => {
    const stream = newPerson();
    const [event] = sampleEvents(stream, 1) as [EventToAppend];
    expect(said(await store().append(requestOf(stream, { events: [event, event] })))).toBe(
      'IDEMPOTENCY_MISMATCH',
    );
    expect(await store().readStream(stream)).toEqual([]);
  });

  it('takes twenty simultaneous repetitions for one', async () => {
    const stream = newPerson();
    const request = requestOf(stream, { events: sampleEvents(stream, 2) });
    const results = await Promise.all(Array.from({ length: 20 }, () => store().append(request)));
    expect(results.map(said).sort()).toEqual([...Array<string>(19).fill('already-appended'), 'appended']);
    expect(new Set(results.map((result) => JSON.stringify('places' in result && result.places))).size).toBe(
      1,
    );
    expect(await store().readStream(stream)).toHaveLength(2);
  });

  it('takes one of several commands that share an id at once, and refuses the others', async () => {
    const stream = newPerson();
    const [event] = sampleEvents(stream, 1) as [EventToAppend];
    const requests = Array.from({ length: 10 }, (_, index) =>
      requestOf(stream, { events: [{ ...event, fingerprint: `command-${index}` }] }),
    );
    const results = await Promise.all(requests.map((request) => store().append(request)));
    expect(results.map(said).sort()).toEqual([...Array<string>(9).fill('IDEMPOTENCY_MISMATCH'), 'appended']);
    const winner = results.findIndex(({ outcome }) => outcome === 'appended');
    expect(await store().fingerprintOf(event.content.id)).toBe(`command-${winner}`);
  });

  it('may be tried again after a refusal', async () => {
    const stream = newPerson();
    const request = requestOf(stream, { expected: 3 });
    expect(said(await store().append(request))).toBe('WRONG_REVISION');
    expect(said(await store().append({ ...request, expected: NO_STREAM }))).toBe('appended');
  });
}
