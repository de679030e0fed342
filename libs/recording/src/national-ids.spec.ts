import type { Line, Teller } from '@ledger/deciders/testing';
import { MemoryEventStore, ORIGIN } from '@ledger/event-store';
import { openEvents } from '@ledger/sealing';
import type { RecordResult } from './record-result.js';
import { Recorder } from './recorder.js';
import {
  arrive,
  BusyStore,
  byNumber,
  commandOf,
  lifeEventsOf,
  lines,
  memoryPorts,
  memoryRecorder,
  NOON,
  NUMBER,
  OTHER_NUMBER,
  outcomesOf,
  register,
} from './testing/index.js';

describe('national IDs', () => {
  it('stand nowhere in the log, nor do names', async () => {
    const ports = memoryPorts();
    const recorder = await memoryRecorder(ports);
    await recorder.recordAll(
      lines('sealed', (t) => [
        register(t, 'p', NUMBER),
        t.event(
          'EventCorrected',
          'person:p',
          '1960-04-15',
          {
            corrects: t.id('birth of p'),
            data: { nationalId: OTHER_NUMBER, name: '曲木阿呷' },
            reason: '身份证号 513499196004150019 有误',
          },
          { by: 'PSB', as: 'correction' },
        ),
      ]).map(commandOf),
    );
    const bytes = JSON.stringify(await ports.store.readAll({ after: ORIGIN, limit: 1_000 }));
    for (const secret of [NUMBER, OTHER_NUMBER, '曲木']) expect(bytes).not.toContain(secret);
    const opened = await openEvents(await lifeEventsOf(ports.store), ports.keys);
    expect(opened.map(({ data }) => data)).toMatchObject([
      { name: '曲木', nationalId: NUMBER, idBirthDate: '1960-04-15', idSex: '1' },
      { data: { name: '曲木阿呷', nationalId: OTHER_NUMBER, idBirthDate: '1960-04-15', idSex: '1' } },
    ]);
  });

  it('stand in no refusal', async () => {
    const recorder = await memoryRecorder();
    const results = await recorder.recordAll(
      lines('refusals', (t) => [
        register(t, 'p', NUMBER),
        register(t, 'q', NUMBER),
        byNumber(arrive(t, 'p'), OTHER_NUMBER),
      ]).map(commandOf),
    );
    expect(outcomesOf(results)).toEqual(['recorded', 'DUPLICATE_PERSON', 'UNKNOWN_SUBJECT']);
    for (const secret of [NUMBER, OTHER_NUMBER]) expect(JSON.stringify(results)).not.toContain(secret);
  });

  it('name a person who is registered, in an earlier batch or in the same', async () => {
    const recorder = await memoryRecorder();
    const [registration, arrival, later] = lines('named', (t) => [
      register(t, 'p', NUMBER),
      byNumber(arrive(t, 'p'), NUMBER),
      byNumber(arrive(t, 'p', '2019-04-01'), NUMBER),
    ]) as [Line, Line, Line];
    const results = await recorder.recordAll([registration, arrival].map(commandOf));
    const after = await recorder.record(commandOf(later));
    expect([...results, after]).toMatchObject(
      [1, 2, 3].map(() => ({ outcome: 'recorded', stream: `person-${registration.person}` })),
    );
  });

  it('belong to one person, also when two writers register two', async () => {
    const store = new BusyStore();
    const ports = memoryPorts(store);
    const one = await memoryRecorder(ports);
    const other = new Recorder(ports);
    const [first, second] = lines('one number', (t) => [
      register(t, 'p', NUMBER),
      register(t, 'q', NUMBER),
    ]).map(commandOf);
    if (!first || !second) throw new Error('two lines');
    let theirs: RecordResult | undefined;
    store.before = async () => (theirs = await other.record(second));
    const ours = await one.record(first);
    expect([ours.outcome, theirs?.outcome].filter((outcome) => outcome === 'recorded')).toHaveLength(1);
    expect(outcomesOf([await one.record(ours.outcome === 'recorded' ? second : first)])).toEqual([
      'DUPLICATE_PERSON',
    ]);
  });

  it('move with corrections and voidings', async () => {
    let now = NOON;
    const recorder = await memoryRecorder(memoryPorts(new MemoryEventStore(), () => now));
    const BY = { by: 'PSB' } as const;
    const record = async (tell: (t: Teller) => Line): Promise<string> => {
      now += 3_600_000;
      const [line] = lines('moving', (t) => [tell(t)]) as [Line];
      return outcomesOf([await recorder.record(commandOf(line))])[0] ?? '';
    };
    const correct = (t: Teller): Line =>
      t.event(
        'EventCorrected',
        'person:p',
        '1960-04-15',
        { corrects: t.id('birth of p'), data: { nationalId: OTHER_NUMBER }, reason: 'misread' },
        { ...BY, as: 'correction' },
      );
    const voids = (t: Teller): Line =>
      t.event(
        'EventVoided',
        'person:p',
        '1960-04-15',
        { voids: t.id('correction'), reason: 'not so' },
        { ...BY, as: 'voiding' },
      );
    const reverses = (t: Teller): Line =>
      t.event(
        'VoidingReversed',
        'person:p',
        '1960-04-15',
        { reverses: t.id('voiding'), reason: 'so' },
        { ...BY, as: 'reversal' },
      );

    expect(await record((t) => register(t, 'p', NUMBER))).toBe('recorded');
    expect(await record((t) => register(t, 'q', NUMBER))).toBe('DUPLICATE_PERSON');
    expect(await record(correct)).toBe('recorded');
    expect(await record((t) => register(t, 'r', OTHER_NUMBER))).toBe('DUPLICATE_PERSON');
    expect(await record(voids)).toBe('recorded');
    expect(await record((t) => register(t, 's', NUMBER))).toBe('DUPLICATE_PERSON');
    expect(await record(reverses)).toBe('recorded');
    expect(await record((t) => register(t, 'u', NUMBER))).toBe('recorded');
    expect(await record((t) => ({ ...voids(t), id: t.id('another voiding') }))).toBe('DUPLICATE_PERSON');
  });

  it('may not stand in a field that is kept in clear, in a correction either', async () => {
    const recorder = await memoryRecorder();
    const results = await recorder.recordAll(
      lines('clear', (t) => [
        register(t, 'p'),
        t.event(
          'EmploymentStarted',
          'person:p',
          '2019-03-01',
          { type: 'FLEXIBLE', division: '510112' },
          { as: 'job' },
        ),
        t.event(
          'EventCorrected',
          'person:p',
          '2019-03-01',
          { corrects: t.id('job'), data: { projectId: NUMBER }, reason: 'project' },
          { by: 'HRSS', as: 'correction' },
        ),
      ]).map(commandOf),
    );
    expect(results.at(-1)).toMatchObject({ refusal: { code: 'INVALID_FIELD', field: 'data.projectId' } });
  });
});
