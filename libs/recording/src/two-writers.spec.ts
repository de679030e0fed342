import type { Line } from '@ledger/deciders/testing';
import { MemoryEventStore, type AppendRequest, type AppendResult } from '@ledger/event-store';
import type { RecordResult } from './record-result.js';
import { Recorder } from './recorder.js';
import {
  arrive,
  BusyStore,
  commandOf,
  lifeEventsOf,
  lines,
  memoryPorts,
  memoryRecorder,
  NUMBER,
  outcomesOf,
  over,
  register,
} from './testing/index.js';

describe('two writers', () => {
  it('who record different things about one person: both are recorded', async () => {
    const store = new BusyStore();
    const ports = memoryPorts(store);
    const one = await memoryRecorder(ports);
    const other = new Recorder(ports);
    const [registration, first, second] = lines('two', (t) => [
      register(t, 'p'),
      arrive(t, 'p'),
      arrive(t, 'p', '2019-04-01'),
    ]).map(commandOf);
    if (!registration || !first || !second) throw new Error('three lines');
    await one.record(registration);
    store.before = () => other.record(second);
    expect(outcomesOf([await one.record(first)])).toEqual(['recorded']);
    expect((await lifeEventsOf(store)).map(({ revision, effectiveOn }) => [revision, effectiveOn])).toEqual([
      [0, '1960-04-15'],
      [1, '2019-04-01'],
      [2, '2019-03-01'],
    ]);
  });

  it('who record the same: it is recorded once, and both are told so', async () => {
    const store = new BusyStore();
    const ports = memoryPorts(store);
    const one = await memoryRecorder(ports);
    const other = new Recorder(ports);
    const [registration] = lines('same', (t) => [register(t, 'p', NUMBER)]).map(commandOf);
    if (!registration) throw new Error('one line');
    let theirs: RecordResult | undefined;
    store.before = async () => (theirs = await other.record(registration));
    const ours = await one.record(registration);
    expect([ours.outcome, theirs?.outcome]).toEqual(['already-recorded', 'recorded']);
    expect(await lifeEventsOf(store)).toHaveLength(1);
  });

  it('who put one person into two households: the second is refused', async () => {
    const store = new BusyStore();
    const ports = memoryPorts(store);
    const one = await memoryRecorder(ports);
    const other = new Recorder(ports);
    const [joinsOne, joinsOther, ...before] = lines('households', (t) => {
      const home = (label: string): Line =>
        t.event(
          'HouseholdEstablished',
          `household:${label}`,
          '2018-01-01',
          { kind: 'LIVING', division: '510112' },
          { as: label },
        );
      const join = (label: string): Line =>
        t.event(
          'HouseholdMemberJoined',
          `household:${label}`,
          '2019-01-01',
          { personId: t.id('p') },
          { by: 'MCA', as: `joins ${label}` },
        );
      return [join('a'), join('b'), register(t, 'p'), home('a'), home('b')];
    }).map(commandOf);
    if (!joinsOne || !joinsOther) throw new Error('two lines');
    await one.recordAll(before);
    store.before = () => other.record(joinsOther);
    expect(outcomesOf([await one.record(joinsOne)])).toEqual(['ALREADY_IN_FORCE']);
  });

  it('one of whom never gets in: it is told to come again', async () => {
    const store = new BusyStore();
    const ports = memoryPorts(store);
    const recorder = await memoryRecorder(ports);
    const [registration, arrival] = lines('busy', (t) => [register(t, 'p'), arrive(t, 'p')]).map(commandOf);
    if (!registration || !arrival) throw new Error('two lines');
    await recorder.record(registration);
    const conflict: AppendResult = { outcome: 'refused', code: 'CONCURRENT_CHANGE', detail: '' };
    const losing = new Recorder({
      ...ports,
      store: over(store, { append: () => Promise.resolve(conflict) }),
    });
    expect(outcomesOf([await losing.record(arrival)])).toEqual(['CONCURRENT_CHANGE']);
  });
});

describe('an append whose outcome nobody knows', () => {
  const [registration] = lines('unknown', (t) => [register(t, 'p', NUMBER)]) as [Line];
  const lost: AppendResult = { outcome: 'unknown', cause: new Error('connection lost') };

  it.each([
    ['was written', true],
    ['was not written', false],
  ])('and that %s is repeated, and writes once', async (_, written) => {
    const store = new MemoryEventStore();
    const ports = memoryPorts(store);
    await memoryRecorder(ports);
    let answered = 0;
    const append = async (request: AppendRequest): Promise<AppendResult> => {
      if (answered++ > 0) return store.append(request);
      if (written) await store.append(request);
      return lost;
    };
    const recorder = new Recorder({ ...ports, store: over(store, { append }) });
    expect(outcomesOf([await recorder.record(commandOf(registration))])).toEqual(['recorded']);
    expect(await lifeEventsOf(store)).toHaveLength(1);
  });

  it('and that stays so is said to be unavailable, with whatever depended on it', async () => {
    const store = new MemoryEventStore();
    const ports = memoryPorts(store);
    await memoryRecorder(ports);
    const recorder = new Recorder({ ...ports, store: over(store, { append: () => Promise.resolve(lost) }) });
    const dependent = lines('unknown', (t) => [
      arrive(t, 'p'),
      t.event(
        'HouseholdEstablished',
        'household:h',
        '2019-03-01',
        { kind: 'LIVING', headPersonId: t.id('p'), division: '510112' },
        { as: 'h' },
      ),
    ]);
    const results = await recorder.recordAll([registration, ...dependent].map(commandOf));
    expect(outcomesOf(results)).toEqual(['UNAVAILABLE', 'UNAVAILABLE', 'UNAVAILABLE']);
  });
});

describe('events that go in together', () => {
  it('of which another writer has just recorded one: the others follow it', async () => {
    const store = new BusyStore();
    const ports = memoryPorts(store);
    const one = await memoryRecorder(ports);
    const other = new Recorder(ports);
    const batch = lines('together', (t) => [
      register(t, 'p'),
      arrive(t, 'p'),
      arrive(t, 'p', '2019-04-01'),
    ]).map(commandOf);
    store.before = () => other.recordAll(batch.slice(0, 2));
    expect(outcomesOf(await one.recordAll(batch))).toEqual([
      'already-recorded',
      'already-recorded',
      'recorded',
    ]);
    expect((await lifeEventsOf(store)).map(({ revision }) => revision)).toEqual([0, 1, 2]);
  });

  it('of which one is too large: it alone is refused', async () => {
    const ports = memoryPorts();
    const recorder = await memoryRecorder(ports);
    const causes = Array.from({ length: 100 }, () => '因'.repeat(1_000));
    const results = await recorder.recordAll(
      lines('large', (t) => [
        t.event(
          'HouseholdEstablished',
          'household:h',
          '2014-12-31',
          { kind: 'POVERTY_REGISTER', division: '513437' },
          { as: 'h' },
        ),
        t.event(
          'PovertyHouseholdRegistered',
          'household:h',
          '2014-12-31',
          { members: [], causes },
          { as: 'large' },
        ),
        t.event(
          'PovertyHouseholdRegistered',
          'household:h',
          '2014-12-31',
          { members: [], causes: ['因病'] },
          { as: 'small' },
        ),
        t.event('PovertyExitMarked', 'household:h', '2019-12-31', { policyRetained: true }, { as: 'exit' }),
      ]).map(commandOf),
    );
    expect(outcomesOf(results)).toEqual(['recorded', 'TOO_LARGE', 'recorded', 'recorded']);
  });
});
