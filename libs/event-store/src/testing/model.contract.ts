import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Position, StreamName } from '@ledger/vocabulary';
import { NO_STREAM, type AppendRequest, type EventStore } from '../port.js';
import type { OpenStore } from './contract.js';
import { everythingAfter, headOf, newPerson, TEST_CLOCK, said, sampleEvent } from './sample-events.js';
import { sharedStore } from './shared-store.js';

/** Few streams, ids and fingerprints, so that commands meet. Numbers stand for names that each run makes anew. */
interface Command {
  readonly stream: number;
  /** Relative to the stream as it is: 0 is right. */
  readonly expectedOff: -1 | 0 | 1;
  readonly events: readonly { readonly id: number; readonly fingerprint: number; readonly about: number }[];
  readonly condition: { readonly subject: number; readonly back: number } | undefined;
}

const small = fc.nat({ max: 2 });
const command: fc.Arbitrary<Command> = fc.record({
  stream: small,
  expectedOff: fc.constantFrom<-1 | 0 | 1>(0, 0, 0, -1, 1),
  events: fc.array(fc.record({ id: fc.nat({ max: 7 }), fingerprint: fc.nat({ max: 1 }), about: small }), {
    minLength: 1,
    maxLength: 3,
  }),
  condition: fc.option(fc.record({ subject: small, back: fc.nat({ max: 3 }) }), { nil: undefined }),
});

const RUNS = 40;

/** The log as a list that is searched from end to end: too slow to use, too simple to be wrong. */
interface Entry {
  readonly id: string;
  readonly stream: StreamName;
  readonly subjects: readonly StreamName[];
  readonly fingerprint: string;
}

/** A condition as the list knows it: by index, -1 for before its first entry. */
interface ListCondition {
  readonly subject: StreamName;
  readonly after: number;
}

export function modelContract(open: OpenStore): void {
  const store = sharedStore(open);

  it('a store answers as a plain list does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 25 }), async (commands) => {
        const names = [newPerson(), newPerson(), newPerson()];
        const ids = Array.from({ length: 8 }, () => randomUUID());
        const before = await headOf(store());
        const list: Entry[] = [];
        for (const given of commands) {
          const listCondition = given.condition && {
            subject: names[given.condition.subject] as StreamName,
            after: Math.max(-1, list.length - 1 - given.condition.back),
          };
          const request = requestFor(given, names, ids, list);
          const condition = listCondition && {
            subjects: [listCondition.subject],
            after: await positionOfEntry(store(), list[listCondition.after], before),
          };
          const result = await store().append({ ...request, ...(condition && { condition }) });
          expect(said(result)).toBe(enter(request, listCondition, list));
        }
        await expectSame(store(), before, names, list);
      }),
      { numRuns: RUNS },
    );
  });
}

async function expectSame(
  store: EventStore,
  before: Position,
  names: readonly StreamName[],
  list: readonly Entry[],
): Promise<void> {
  const all = await everythingAfter(store, before);
  const told = ({ id, stream, subjects }: Pick<Entry, 'id' | 'stream' | 'subjects'>) => ({
    id,
    stream,
    subjects,
  });
  expect(all.map(told)).toEqual(list.map(told));
  for (const name of names) {
    expect(await store.readStream(name)).toEqual(all.filter(({ stream }) => stream === name));
    expect(await store.readSubjects([name])).toEqual(all.filter(({ subjects }) => subjects.includes(name)));
  }
}

async function positionOfEntry(
  store: EventStore,
  entry: Entry | undefined,
  before: Position,
): Promise<Position> {
  if (!entry) return before;
  const [event] = await store.findEvents([entry.id]);
  if (!event) throw new Error('what was appended is there');
  return event.position;
}

function requestFor(
  { stream, expectedOff, events }: Command,
  names: readonly StreamName[],
  ids: readonly string[],
  list: readonly Entry[],
): AppendRequest {
  const name = names[stream] as StreamName;
  const expected = revisionOf(name, list) + expectedOff;
  return {
    stream: name,
    expected: expected < 0 ? NO_STREAM : expected,
    events: events.map(({ id, fingerprint, about }) => {
      const subjects = [...new Set([name, names[about] as StreamName])] as [StreamName, ...StreamName[]];
      return sampleEvent(subjects, { id: ids[id] as string }, `fingerprint-${fingerprint}`);
    }),
    now: TEST_CLOCK,
  };
}

function revisionOf(stream: StreamName, list: readonly Entry[]): number {
  return list.filter((entry) => entry.stream === stream).length - 1;
}

/** What the answer must be; enters the events where they are to be appended. */
function enter(
  { stream, expected, events }: AppendRequest,
  condition: ListCondition | undefined,
  list: Entry[],
): string {
  const known = events.map(({ content }) => list.find(({ id }) => id === content.id));
  if (known.some((entry) => entry)) {
    const ofStream = list.filter((entry) => entry.stream === stream);
    const start = ofStream.findIndex((entry) => entry === known[0]);
    const stands = known.every(
      (entry, index) =>
        entry && entry === ofStream[start + index] && entry.fingerprint === events[index]?.fingerprint,
    );
    return start >= 0 && stands ? 'already-appended' : 'IDEMPOTENCY_MISMATCH';
  }
  if (new Set(events.map(({ content }) => content.id)).size < events.length) return 'IDEMPOTENCY_MISMATCH';
  if ((expected === NO_STREAM ? -1 : expected) !== revisionOf(stream, list)) return 'WRONG_REVISION';
  if (
    condition &&
    list.slice(condition.after + 1).some(({ subjects }) => subjects.includes(condition.subject))
  )
    return 'CONCURRENT_CHANGE';
  for (const { content, fingerprint } of events)
    list.push({ id: content.id, stream, subjects: content.subjects, fingerprint });
  return 'appended';
}
