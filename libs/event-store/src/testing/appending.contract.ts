import type { EventContent, JsonObject } from '@ledger/vocabulary';
import { canonicalBodyOf } from '../stored-event.js';
import { digestOf } from '../canonical.js';
import {
  MOST_BYTES_AN_EVENT,
  MOST_EVENTS_AN_APPEND,
  NO_STREAM,
  ORIGIN,
  type AppendRequest,
  type ExpectedRevision,
} from '../port.js';
import type { OpenStore } from './contract.js';
import {
  appended,
  everythingAfter,
  headOf,
  idsOf,
  newHousehold,
  newPerson,
  requestOf,
  said,
  sampleEvent,
  sampleEvents,
} from './sample-events.js';
import { sharedStore } from './shared-store.js';

export function appendingContract(open: OpenStore): void {
  const store = sharedStore(open);

  it('begins empty', async () => {
    const fresh = await open();
    expect(await fresh.head()).toEqual({ position: ORIGIN, recordedAt: null });
    expect(await fresh.readAll({ after: ORIGIN, limit: 10 })).toEqual({ events: [], checkpoint: ORIGIN });
    await fresh.close();
  });

  it.each<[stream: 'missing' | 'live', expected: ExpectedRevision, outcome: string]>([
    ['missing', NO_STREAM, 'appended'],
    ['missing', 0, 'WRONG_REVISION'],
    ['missing', 7, 'WRONG_REVISION'],
    ['live', NO_STREAM, 'WRONG_REVISION'],
    ['live', 0, 'WRONG_REVISION'],
    ['live', 1, 'WRONG_REVISION'],
    ['live', 2, 'appended'],
    ['live', 3, 'WRONG_REVISION'],
  ])('to a stream that is %s (at revision 2), expected %s: %s', async (state, expected, outcome) => {
    const stream = newPerson();
    if (state === 'live') await appended(store(), requestOf(stream, { events: sampleEvents(stream, 3) }));
    const before = { head: await store().head(), stream: await store().readStream(stream) };

    const request = requestOf(stream, { expected });
    expect(said(await store().append(request))).toBe(outcome);

    if (outcome === 'appended') {
      expect(await store().readStream(stream)).toHaveLength(before.stream.length + 1);
    } else {
      expect(await store().head()).toEqual(before.head);
      expect(await store().readStream(stream)).toEqual(before.stream);
      expect(await store().findEvents(idsOf(request.events))).toEqual([]);
    }
  });

  it('gives back what was appended, with its place', async () => {
    const [stream, household] = [newPerson(), newHousehold()];
    const content: Partial<EventContent> = {
      effectiveUntil: '2027-02-01',
      confidence: 'declared',
      causationId: '0b6a4a52-0000-4000-8000-000000000001',
      correlationId: 'case 7',
    };
    const events = [sampleEvent([stream, household], content), sampleEvent([stream])];
    const places = await appended(store(), requestOf(stream, { events }));

    const recorded = await store().readStream(stream);
    expect(recorded).toEqual(
      events.map(({ content }, index) => ({
        ...content,
        stream,
        revision: index,
        position: places[index]?.position,
        recordedAt: '2026-03-01T00:00:00.000Z',
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      })),
    );
    expect(places.map(({ id, revision, recordedAt }) => ({ id, revision, recordedAt }))).toEqual(
      recorded.map(({ id, revision, recordedAt }) => ({ id, revision, recordedAt })),
    );
  });

  it('places the events of one append next to each other', async () => {
    const stream = newPerson();
    const before = await headOf(store());
    const places = await appended(store(), requestOf(stream, { events: sampleEvents(stream, 5) }));
    expect((await everythingAfter(store(), before)).map(({ position }) => position)).toEqual(
      places.map(({ position }) => position),
    );
    expect(places.map(({ revision }) => revision)).toEqual([0, 1, 2, 3, 4]);
    expect(places.map(({ position }) => position)).toEqual(places.map(({ position }) => position).sort());
  });

  it('digests the canonical bytes that it stores', async () => {
    const stream = newPerson();
    await appended(store(), requestOf(stream, { events: sampleEvents(stream, 3) }));
    for (const event of await store().readStream(stream))
      expect(event.digest).toBe(digestOf(canonicalBodyOf(event)));
  });

  it('keeps what was said when the writer changes its mind afterwards', async () => {
    const stream = newPerson();
    const data = { name: 'before' };
    await appended(store(), requestOf(stream, { events: [sampleEvent([stream], { data })] }));
    data.name = 'after';
    expect((await store().readStream(stream))[0]?.data).toEqual({ name: 'before' });
  });

  it('takes UUIDs as one whatever the case of their letters', async () => {
    const stream = newPerson();
    const id = 'ABCDEF00-0000-4000-8000-' + stream.slice(-12).toUpperCase();
    const request = requestOf(stream, { events: [sampleEvent([stream], { id })] });
    const [place] = await appended(store(), request);
    expect(place.id).toBe(id.toLowerCase());
    expect(idsOf(await store().findEvents([id]))).toEqual([id.toLowerCase()]);
    expect(said(await store().append(request))).toBe('already-appended');
  });

  unusualText(store);
  limits(store);
  mistakes(store);
}

function unusualText(store: ReturnType<typeof sharedStore>): void {
  it.each<[string, JsonObject]>([
    [
      'rare and composed characters',
      { name: '𠮷田㐂', e: 'é e\u0301', dot: '买买提·吐尔逊', private: '\ue000' },
    ],
    ['emoji and joiners', { text: '👩‍👩‍👧 \u200d\u200b\ufeff' }],
    ['right to left', { text: 'ئۇيغۇر \u202e' }],
    ['control characters, zero among them', { text: '\u0000\u0001\b\t\n\r\u001f\u007f\u0085\u2028\u2029' }],
    [
      'what other languages quote',
      { text: `'"\\ \\n \\u0000 {} [] NULL $1 %s E'\\' --`, "'": '"', '\\': ',' },
    ],
    ['unusual names of members', { '': 1, ' ': 2, '\n': 3, 键: 4, __proto__x: 5, constructor: 6 }],
    ['the ends of numbers', { most: Number.MAX_SAFE_INTEGER, least: Number.MIN_SAFE_INTEGER, none: 0 }],
    ['nothing, yes and no', { none: null, yes: true, no: false, list: [], group: {} }],
    ['nesting', { list: [[[{ deep: [1, 'a', null] }]]] }],
  ])('keeps %s', async (_name, data) => {
    const stream = newPerson();
    const evidence = [{ kind: 'OTHER', reference: JSON.stringify(data) }];
    await appended(store(), requestOf(stream, { events: [sampleEvent([stream], { data, evidence })] }));
    const [event] = await store().readStream(stream);
    expect(event?.data).toEqual(data);
    expect(event?.evidence).toEqual(evidence);
    expect(event && digestOf(canonicalBodyOf(event))).toBe(event?.digest);
  });
}

function limits(store: ReturnType<typeof sharedStore>): void {
  it.each([
    ['ASCII', 'x'],
    ['of three bytes each', '户'],
  ])(
    `takes an event of ${MOST_BYTES_AN_EVENT} bytes and no byte more, of characters %s`,
    async (_name, character) => {
      const stream = newPerson();
      await appended(store(), requestOf(stream, { events: [sampleEvent([stream], { data: { text: '' } })] }));
      const [empty] = await store().readStream(stream);
      const room =
        MOST_BYTES_AN_EVENT - Buffer.byteLength(canonicalBodyOf(empty as NonNullable<typeof empty>));
      const count = Math.floor(room / Buffer.byteLength(character));
      const text = character.repeat(count) + 'x'.repeat(room - count * Buffer.byteLength(character));

      const fitting = requestOf(stream, { expected: 0, events: [sampleEvent([stream], { data: { text } })] });
      const beyond = requestOf(stream, {
        expected: 1,
        events: [sampleEvent([stream]), sampleEvent([stream], { data: { text: `${text}x` } })],
      });
      expect(said(await store().append(fitting))).toBe('appended');
      expect(said(await store().append(beyond))).toBe('TOO_LARGE');
      expect(await store().readStream(stream)).toHaveLength(2);
      expect(await store().findEvents(idsOf(beyond.events))).toEqual([]);
    },
  );

  it(`takes ${MOST_EVENTS_AN_APPEND} events in one append and no event more`, async () => {
    const [fitting, beyond] = [newPerson(), newPerson()];
    await appended(store(), requestOf(fitting, { events: sampleEvents(fitting, MOST_EVENTS_AN_APPEND) }));
    const result = await store().append(
      requestOf(beyond, { events: sampleEvents(beyond, MOST_EVENTS_AN_APPEND + 1) }),
    );
    expect(said(result)).toBe('TOO_LARGE');
    expect(await store().readStream(fitting)).toHaveLength(MOST_EVENTS_AN_APPEND);
    expect(await store().readStream(beyond)).toEqual([]);
  });
}

function mistakes(store: ReturnType<typeof sharedStore>): void {
  const stream = newPerson();
  const having = (content: Partial<EventContent>): Partial<AppendRequest> => ({
    events: [sampleEvent([stream], content)],
  });

  it.each<[string, Partial<AppendRequest>]>([
    ['no events', { events: [] }],
    ['no stream', { stream: '' as typeof stream }],
    ['a stream with a line break', { stream: 'person-a\nb' }],
    ['a revision below 0', { expected: -1 }],
    ['half a revision', { expected: 0.5 }],
    ['no clock', { now: Number.NaN }],
    ['a clock beyond the year 9999', { now: Date.UTC(10_000, 0) }],
    ['a condition after nowhere', { condition: { subjects: [], after: '7' as typeof ORIGIN } }],
    ['a condition on nothing nameable', { condition: { subjects: ['a b' as typeof stream], after: ORIGIN } }],
    ['an id that is no UUID', having({ id: 'e1' })],
    ['no type', having({ type: '' })],
    ['version 0', having({ schemaVersion: 0 })],
    ['a date that is none', having({ effectiveOn: '2023-02-29' })],
    ['no subjects', having({ subjects: [] })],
    ['a subject twice', having({ subjects: [stream, stream] })],
    ['a subject with a line break', having({ subjects: ['person-a\nperson-b'] })],
    ['no fingerprint', { events: [sampleEvent([stream], {}, '')] }],
    ['a fingerprint with a line break', { events: [sampleEvent([stream], {}, 'a\nb')] }],
    ['a fraction', having({ data: { amount: 0.1 } })],
    ['half a character', having({ data: { name: '\ud842' } })],
    ['an undefined member', having({ data: { name: undefined } as unknown as JsonObject })],
  ])('throws on %s, and is none the worse for it', async (_name, mistake) => {
    const [result, neighbour] = await Promise.allSettled([
      store().append(requestOf(stream, mistake)),
      store().append(requestOf(newPerson())),
    ]);
    expect(result).toMatchObject({ status: 'rejected', reason: { name: 'TypeError' } });
    expect(neighbour).toMatchObject({ status: 'fulfilled', value: { outcome: 'appended' } });
    expect(await store().readStream(stream)).toEqual([]);
  });
}
