import { EXAMPLES, type Line } from '@ledger/deciders/testing';
import type { RecordResult } from './record-result.js';
import type { Recorder } from './recorder.js';
import {
  arrive,
  commandOf,
  lifeEventsOf,
  lines,
  memoryPorts,
  memoryRecorder,
  NUMBER,
  outcomesOf,
  register,
  REGISTERED,
} from './testing/index.js';

describe('every precondition, through the recorder', () => {
  const examples = Object.values(EXAMPLES).flat();
  /** The ids of examples are their own: one ledger takes them all. */
  let recorder: Recorder;
  beforeAll(async () => {
    recorder = await memoryRecorder();
  });

  it.each(examples.map((told) => [told.title, told] as const))('%s', async (_, told) => {
    const results = await recorder.recordAll([...told.given, told.line].map(commandOf));
    expect(outcomesOf(results.slice(0, -1))).toEqual(told.given.map(() => 'recorded'));
    expect(results.at(-1)).toMatchObject(
      told.refused ? { outcome: 'refused', refusal: told.refused } : { outcome: 'recorded' },
    );
  });

  it('side by side in one batch and line by line give the same answers', async () => {
    const commands = examples.flatMap(({ given, line }) => [...given, line]).map(commandOf);
    const batch = await (await memoryRecorder()).recordAll(commands);
    const alone: RecordResult[] = [];
    const one = await memoryRecorder();
    for (const command of commands) alone.push(await one.record(command));
    expect(outcomesOf(batch)).toEqual(outcomesOf(alone));
  });
});

describe('a command that is sent again', () => {
  const [registration, arrival] = lines('again', (t) => [register(t, 'p', NUMBER), arrive(t, 'p')]) as [
    Line,
    Line,
  ];

  it('is answered with its original result, and writes nothing', async () => {
    const ports = memoryPorts();
    const recorder = await memoryRecorder(ports);
    const first = await recorder.recordAll([registration, arrival].map(commandOf));
    const head = await ports.store.head();
    const second = await recorder.recordAll([registration, arrival].map(commandOf));
    expect(second).toEqual(first.map((result) => ({ ...result, outcome: 'already-recorded' })));
    expect(await ports.store.head()).toEqual(head);
  });

  it('in one batch is recorded, then repeated', async () => {
    const recorder = await memoryRecorder();
    const results = await recorder.recordAll([registration, registration].map(commandOf));
    expect(outcomesOf(results)).toEqual(['recorded', 'already-recorded']);
  });

  it('with other content is refused', async () => {
    const recorder = await memoryRecorder();
    await recorder.record(commandOf(registration));
    const result = await recorder.record(commandOf({ ...registration, data: { ...REGISTERED, sex: '2' } }));
    expect(result).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'IDEMPOTENCY_MISMATCH', field: 'id' },
    });
  });

  it('after a refusal is decided anew', async () => {
    const recorder = await memoryRecorder();
    expect(outcomesOf([await recorder.record(commandOf(arrival))])).toEqual(['UNKNOWN_SUBJECT']);
    await recorder.record(commandOf(registration));
    expect(outcomesOf([await recorder.record(commandOf(arrival))])).toEqual(['recorded']);
  });

  it('finds the original though the log has gone on', async () => {
    const recorder = await memoryRecorder();
    const [first] = await recorder.recordAll([registration, arrival].map(commandOf));
    await recorder.recordAll(lines('more', (t) => [register(t, 'q'), arrive(t, 'q')]).map(commandOf));
    expect(await recorder.record(commandOf(registration))).toEqual({ ...first, outcome: 'already-recorded' });
  });
});

describe('a batch', () => {
  it('lets later commands see what earlier ones about the same subjects changed', async () => {
    const recorder = await memoryRecorder();
    const results = await recorder.recordAll(
      lines('order', (t) => [
        arrive(t, 'p'),
        register(t, 'p'),
        arrive(t, 'p', '2019-04-01'),
        t.event('UrbanResidenceEnded', 'person:p', '2019-05-01', {}, { as: 'left' }),
        t.event('UrbanResidenceEnded', 'person:p', '2019-06-01', {}, { as: 'left again' }),
      ]).map(commandOf),
    );
    expect(outcomesOf(results)).toEqual([
      'UNKNOWN_SUBJECT',
      'recorded',
      'recorded',
      'recorded',
      'NOT_IN_FORCE',
    ]);
  });

  it('keeps the order within each stream, whatever is recorded side by side', async () => {
    const ports = memoryPorts();
    const recorder = await memoryRecorder(ports);
    const people = Array.from({ length: 40 }, (_, index) => `p${index}`);
    const told = lines('many', (t) =>
      ['birth', '2019-03-01', '2019-04-01', '2019-05-01'].flatMap((what) =>
        people.map((person) => (what === 'birth' ? register(t, person) : arrive(t, person, what))),
      ),
    );
    const results = await recorder.recordAll(told.map(commandOf));
    expect(new Set(outcomesOf(results))).toEqual(new Set(['recorded']));
    const events = await lifeEventsOf(ports.store);
    for (const { person } of told.slice(0, people.length)) {
      const own = events.filter(({ stream }) => stream === `person-${person}`);
      expect(own.map(({ effectiveOn }) => effectiveOn)).toEqual([
        '1960-04-15',
        '2019-03-01',
        '2019-04-01',
        '2019-05-01',
      ]);
      expect(own.map(({ revision }) => revision)).toEqual([0, 1, 2, 3]);
    }
  });

  it('lets a figure be in force for what comes after it', async () => {
    const recorder = await memoryRecorder();
    const results = await recorder.recordAll(
      lines('figure', (t) => [
        { ...register(t, 'p'), effectiveOn: '2010-01-01', data: { ...REGISTERED, birthDate: '2010-01-01' } },
        t.event(
          'EmploymentStarted',
          'person:p',
          '2021-01-01',
          { type: 'FLEXIBLE', division: '510112' },
          { as: 'too young' },
        ),
        t.event(
          'ParameterSet',
          'division:510000',
          '2000-01-01',
          { parameterId: 'employment.min-age', value: '10', unit: 'year', validFrom: '2000-01-01' },
          { by: 'HRSS', as: 'figure' },
        ),
        t.event(
          'EmploymentStarted',
          'person:p',
          '2021-01-01',
          { type: 'FLEXIBLE', division: '510112' },
          { as: 'old enough' },
        ),
      ]).map(commandOf),
    );
    expect(outcomesOf(results)).toEqual(['recorded', 'CONDITION_NOT_MET', 'recorded', 'recorded']);
  });

  it('amends what comes before it', async () => {
    const recorder = await memoryRecorder();
    const results = await recorder.recordAll(
      lines('amended', (t) => [
        register(t, 'p'),
        t.event(
          'EventCorrected',
          'person:p',
          '1959-11-06',
          { corrects: t.id('birth of p'), data: { birthDate: '1959-11-06' }, reason: 'misread' },
          { by: 'PSB', as: 'correction' },
        ),
        t.event(
          'EventVoided',
          'person:p',
          '1959-11-06',
          { voids: t.id('correction'), reason: 'not so' },
          { by: 'PSB', as: 'void' },
        ),
        t.event(
          'EventVoided',
          'person:p',
          '1959-11-06',
          { voids: t.id('correction'), reason: 'not so' },
          { by: 'PSB', as: 'again' },
        ),
      ]).map(commandOf),
    );
    expect(outcomesOf(results)).toEqual(['recorded', 'recorded', 'recorded', 'ALREADY_VOIDED']);
  });
});

describe('an unlawful demand', () => {
  const [registration, demand] = lines('demand', (t) => [
    register(t, 'p'),
    t.event(
      'HukouTransferApplied',
      'person:p',
      '2020-05-11',
      {
        to: { division: '511302', urbanRuralClass: '111' },
        conditionsStated: [{ code: 'GIVE_UP_HOMESTEAD', text: '申请人承诺退出宅基地' }],
      },
      { office: '511302', as: 'demand' },
    ),
  ]) as [Line, Line];

  it('is refused, and its trace is left once, however often it is made', async () => {
    const ports = memoryPorts();
    const recorder = await memoryRecorder(ports);
    const batch = await recorder.recordAll([registration, demand, demand].map(commandOf));
    const later = await recorder.record(commandOf(demand));
    expect(outcomesOf([...batch, later])).toEqual([
      'recorded',
      'LAND_RIGHTS_CONDITION',
      'LAND_RIGHTS_CONDITION',
      'LAND_RIGHTS_CONDITION',
    ]);
    const events = await lifeEventsOf(ports.store);
    expect(events.map(({ type }) => type)).toEqual(['PersonRegistered', 'RefusalRecorded']);
    expect(events[1]).toMatchObject({
      stream: `person-${registration.person}`,
      causationId: demand.id,
      data: {
        code: 'LAND_RIGHTS_CONDITION',
        article: 16,
        attemptedType: 'HukouTransferApplied',
        attemptedBy: 'PSB/511302',
      },
    });
  });

  it('once it is withdrawn, the lawful application may use its id', async () => {
    const recorder = await memoryRecorder();
    await recorder.recordAll([registration, demand].map(commandOf));
    const lawful = { ...demand, data: { ...demand.data, conditionsStated: [] } };
    expect(outcomesOf([await recorder.record(commandOf(lawful))])).toEqual(['recorded']);
  });
});

describe('a person whose key was destroyed', () => {
  it('has nothing secret recorded any more', async () => {
    const ports = memoryPorts();
    const recorder = await memoryRecorder(ports);
    const [registration, death, arrival] = lines('erased', (t) => [
      register(t, 'p', NUMBER),
      t.event(
        'PersonDied',
        'person:p',
        '2021-01-01',
        { deathDate: '2021-01-01', certificateRef: 'SW-1' },
        { as: 'death' },
      ),
      arrive(t, 'p'),
    ]) as [Line, Line, Line];
    await recorder.record(commandOf(registration));
    await ports.keys.retire([`person-${registration.person}`], 'destroyed');
    const results = await recorder.recordAll([death, arrival].map(commandOf));
    expect(outcomesOf(results)).toEqual(['FORBIDDEN', 'recorded']);
  });
});
