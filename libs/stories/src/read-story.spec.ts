import { readStory } from './read-story.js';
import type { Story } from './story.js';

const idOf = (name: string): string => `id-of:${name}`;
const read = (source: string) => readStory(source, idOf);

function story(source: string): Story {
  const reading = read(source);
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
  return reading.story;
}

function problemsOf(source: string): readonly string[] {
  const reading = read(source);
  return 'problems' in reading
    ? reading.problems.map(({ line, message }) => `${String(line)}: ${message}`)
    : [];
}

const BORN = `story: A life
events:
  - id: born
    type: PersonRegistered
    person: mother
    on: 1959-12-06
    known: 2019-03-05T09:00:00+08:00
    by: PSB
    data: { birthDate: 1959-12-06, sex: "2", hukouDivision: "513437", hukouClass: "220" }
`;
const EXPECT = `expect:
  - asOf: 2020-03-01
    person: mother
    facts: { alive: true }
`;

describe('reading a story', () => {
  it('gives events the ids, days and instants that the format says', () => {
    const { steps, expectations } = story(`${BORN}
  - type: UrbanArrivalRecorded
    person: mother
    on: 2019-03-01
    by: PSB
    data: { division: "510107", urbanRuralClass: "111", basis: LEASE }
  - type: EmploymentStarted
    person: mother
    on: 2019-05-01
    by: HRSS
    office: "510107"
    data: { type: FLEXIBLE, division: "510107" }
  - repeat: born
${EXPECT}`);
    expect(steps.map(({ known }) => new Date(known).toISOString())).toEqual([
      '2019-03-05T01:00:00.000Z',
      '2019-03-05T01:00:00.000Z', // noon of 2019-03-01 is earlier than what was known before
      '2019-05-01T04:00:00.000Z',
      '2019-05-01T04:00:00.000Z',
    ]);
    expect(steps.map(({ event, repeated }) => [event.id, event.type, repeated])).toEqual([
      ['id-of:A life/born', 'PersonRegistered', false],
      ['id-of:A life/#2', 'UrbanArrivalRecorded', false],
      ['id-of:A life/#3', 'EmploymentStarted', false],
      ['id-of:A life/born', 'PersonRegistered', true],
    ]);
    expect(steps[2]?.event).toMatchObject({
      subject: { kind: 'person', id: 'id-of:A life/person/mother' },
      effectiveOn: '2019-05-01',
      source: { department: 'HRSS', division: '510107' },
    });
    expect(expectations[0]?.asKnownAt).toBe(steps.at(-1)?.known);
  });

  it('replaces labels in payloads by the ids of what they name, in lists and groups too', () => {
    const { steps } = story(`${BORN}
  - type: HouseholdEstablished
    household: home
    on: 2019-06-01
    by: MCA
    data: { kind: LIVING, headPersonId: mother, division: "510107" }
  - type: StatusRecognised
    household: home
    on: 2019-07-01
    by: MCA
    data: { kind: DIBAO, division: "510107", detail: { area: URBAN, members: [mother, son] } }
  - type: PersonRegistered
    person: son
    on: 2010-01-01
    by: PSB
    data: { birthDate: 2010-01-01, sex: "1", hukouDivision: "513437", hukouClass: "220" }
${EXPECT}`);
    expect(steps[1]?.event.data['headPersonId']).toBe('id-of:A life/person/mother');
    expect(steps[2]?.event.data['detail']).toEqual({
      area: 'URBAN',
      members: ['id-of:A life/person/mother', 'id-of:A life/person/son'],
    });
  });

  it('writes an amendment as its payload wants it', () => {
    const { steps } = story(`${BORN}
  - id: younger
    type: EventCorrected
    person: mother
    corrects: born
    on: 1960-12-06
    known: 2020-01-01T09:00:00+08:00
    by: PSB
    data: { birthDate: 1960-12-06 }
    reason: identity card was misread
  - type: EventVoided
    person: mother
    voids: younger
    on: 1960-12-06
    by: PSB
    data: { ground: NEVER_HAPPENED }
    reason: it was right after all
${EXPECT}`);
    expect(steps[1]?.event.data).toEqual({
      corrects: 'id-of:A life/born',
      data: { birthDate: '1960-12-06' },
      effectiveOn: '1960-12-06',
      reason: 'identity card was misread',
    });
    expect(steps[2]?.event.data).toEqual({
      voids: 'id-of:A life/younger',
      ground: 'NEVER_HAPPENED',
      reason: 'it was right after all',
    });
  });

  it('asks the same of each day of a list', () => {
    const { expectations } = story(`${BORN}expect:
  - asOf: [2020-04-15, 2020-04-30]
    asKnownAt: 2020-05-01T00:00:00+08:00
    person: mother
    entitlements:
      pension.resident.monthly: not-entitled
      assist.dibao: { status: undetermined, missing: [householdIncomePerHead], priority: unknown, amount: null }
    findings: [{ kind: conflicting-facts, code: C-DOUBLE-PENSION }]
    noFindings: [breach]
`);
    expect(expectations[0]).toMatchObject({
      asOf: ['2020-04-15', '2020-04-30'],
      asKnownAt: Date.UTC(2020, 3, 30, 16),
      entitlements: [
        { code: 'pension.resident.monthly', status: 'not-entitled' },
        {
          code: 'assist.dibao',
          status: 'undetermined',
          missing: ['householdIncomePerHead'],
          priority: 'unknown',
          amount: null,
        },
      ],
      findings: [{ kind: 'conflicting-facts', code: 'C-DOUBLE-PENSION' }],
      noFindings: ['breach'],
    });
  });
});

describe('a name that nothing has', () => {
  const event = (text: string) => `${BORN}  - { ${text} }\n${EXPECT}`;
  const outcome = (text: string) => `${BORN}expect:\n  - asOf: 2020-03-01\n    person: mother\n    ${text}\n`;

  it.each([
    [
      'event type',
      event('type: UrbanArivalRecorded, person: mother, on: 2019-03-01, by: PSB'),
      '10: unknown event type UrbanArivalRecorded, did you mean UrbanArrivalRecorded?',
    ],
    [
      'event type cut short',
      event('type: UrbanArrival, person: mother, on: 2019-03-01, by: PSB'),
      '10: unknown event type UrbanArrival, did you mean UrbanArrivalRecorded?',
    ],
    [
      'payload field',
      event(
        'type: UrbanArrivalRecorded, person: mother, on: 2019-03-01, by: PSB, data: { divison: "510107" }',
      ),
      '10: unknown field divison, did you mean division?',
    ],
    [
      'nested field',
      event(
        'type: ResidenceChanged, person: mother, on: 2019-03-01, by: PSB, data: { to: { urbanRuralKlass: "111" } }',
      ),
      '10: unknown field urbanRuralKlass, did you mean urbanRuralClass?',
    ],
    [
      'corrected field',
      event(
        'type: EventCorrected, person: mother, corrects: born, on: 1959-12-06, by: PSB, reason: x, data: { birthdate: 1959-12-06 }',
      ),
      '10: unknown field birthdate, did you mean birthDate?',
    ],
    [
      'key of an event',
      event('type: PersonDied, person: mother, onn: 2019-03-01, on: 2019-03-01, by: PSB'),
      '10: unknown key onn, did you mean on?',
    ],
    [
      'department',
      event('type: PersonDied, person: mother, on: 2019-03-01, by: PSP'),
      '10: unknown department PSP, did you mean PSB?',
    ],
    [
      'refusal code',
      event('type: PersonDied, person: mother, on: 2019-03-01, by: PSB, refused: INVALID_PERIODE'),
      '10: unknown refusal code INVALID_PERIODE, did you mean INVALID_PERIOD?',
    ],
    [
      'amended event',
      event('type: EventVoided, person: mother, voids: bron, on: 2019-03-01, by: PSB, reason: x'),
      '10: unknown event bron, did you mean born?',
    ],
    ['repeated event', event('repeat: borm'), '10: unknown earlier event borm, did you mean born?'],
    [
      'person in a payload',
      event(
        'type: HouseholdMemberJoined, household: home, on: 2019-03-01, by: MCA, data: { personId: mothr }',
      ),
      '10: unknown person mothr, did you mean mother?',
    ],
    [
      'entitlement',
      outcome('entitlements: { pension.resident.montly: entitled }'),
      '13: unknown entitlement pension.resident.montly, did you mean pension.resident.monthly?',
    ],
    [
      'status',
      outcome('entitlements: { pension.resident.monthly: entiteld }'),
      '13: unknown status entiteld, did you mean entitled?',
    ],
    [
      'key of an outcome',
      outcome('entitlements: { pension.resident.monthly: { amout: "1.00" } }'),
      '13: unknown key amout, did you mean amount?',
    ],
    [
      'event relied on',
      outcome('entitlements: { pension.resident.monthly: { because: [boren] } }'),
      '13: unknown event boren, did you mean born?',
    ],
    [
      'missing fact',
      outcome('entitlements: { assist.dibao: { missing: [householdIncomPerHead] } }'),
      '13: unknown fact or parameter householdIncomPerHead, did you mean householdIncomePerHead?',
    ],
    [
      'fact',
      outcome('facts: { povertyRegister: exited }'),
      '13: unknown fact povertyRegister, did you mean povertyRegistry?',
    ],
    [
      'kind of finding',
      outcome('noFindings: [conflicting-fact]'),
      '13: unknown kind of finding conflicting-fact, did you mean conflicting-facts?',
    ],
    [
      'conflict code',
      outcome('findings: [{ kind: conflicting-facts, code: C-DOUBLE-PENSIONS }]'),
      '13: unknown conflict code C-DOUBLE-PENSIONS, did you mean C-DOUBLE-PENSION?',
    ],
    ['key of an expectation', outcome('fact: { alive: true }'), '13: unknown key fact, did you mean facts?'],
    ['key of the story', `${BORN}${EXPECT}expects: []\n`, '14: unknown key expects, did you mean expect?'],
    [
      'person asked about',
      `${BORN}expect:\n  - asOf: 2020-03-01\n    person: mohter\n`,
      '12: unknown person mohter, did you mean mother?',
    ],
  ])('is told with its line and the nearest known one: %s', (_what, source, problem) => {
    expect(problemsOf(source)).toContain(problem);
  });
});

describe('a story that cannot be played', () => {
  const event = (text: string) => `${BORN}  - { ${text} }\n${EXPECT}`;

  it.each([
    ['no YAML', 'story: [', 1],
    ['one key twice', `${BORN}${EXPECT}story: Again\n`, 14],
    ['no events', `story: A life\n${EXPECT}`, 1],
    ['no expectation', BORN, 1],
    [
      'an event about two subjects',
      event('type: PersonDied, person: mother, household: home, on: 2019-03-01, by: PSB'),
      10,
    ],
    ['an event about nobody', event('type: PersonDied, on: 2019-03-01, by: PSB'), 10],
    ['a day that does not exist', event('type: PersonDied, person: mother, on: 2019-02-29, by: PSB'), 10],
    [
      'an instant without offset',
      event('type: PersonDied, person: mother, on: 2019-03-01, known: 2019-04-01T09:00:00, by: PSB'),
      10,
    ],
    [
      'a clock that goes back',
      event('type: PersonDied, person: mother, on: 2019-03-01, known: 2018-03-01T09:00:00+08:00, by: PSB'),
      10,
    ],
    [
      'a division that is no text',
      event('type: ParameterSet, division: 510000, on: 2019-03-01, by: HRSS'),
      10,
    ],
    [
      'two events of one label',
      event('id: born, type: PersonDied, person: mother, on: 2019-03-01, by: PSB'),
      10,
    ],
    [
      'an amount that is no text',
      `${BORN}expect:\n  - asOf: 2020-03-01\n    person: mother\n    entitlements: { assist.dibao: { amount: 100.00 } }\n`,
      13,
    ],
  ])('is told where: %s', (_what, source, line) => {
    expect(problemsOf(source)[0]).toMatch(new RegExp(`^${String(line)}: `));
  });

  it('may name strangers only in an event that must be refused', () => {
    const left =
      'type: HouseholdMemberJoined, household: home, on: 2019-03-01, by: MCA, data: { personId: stranger }';
    expect(problemsOf(event(left))).toEqual(['10: unknown person stranger; known: mother']);
    expect(problemsOf(event(`${left}, refused: UNKNOWN_SUBJECT, field: personId`))).toEqual([]);
  });
});
