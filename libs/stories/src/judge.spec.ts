import { judgeStory } from './judge.js';
import { readStory } from './read-story.js';
import type { Observation, ObservedEntitlement, SendResult, StoryWorld } from './story-world.js';

const STORY = `story: A life
events:
  - id: born
    type: PersonRegistered
    person: mother
    on: 1959-12-06
    known: 2019-03-05T09:00:00+08:00
    by: PSB
    data: { birthDate: 1959-12-06, sex: "2", hukouDivision: "513437", hukouClass: "220" }
`;
const ASKED = (text: string) => `${STORY}expect:\n  - asOf: 2020-03-01\n    person: mother\n    ${text}\n`;

const uuidOf = (name: string): string => {
  const hash = [...name].reduce(
    (sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_000_007,
    7,
  );
  return `00000000-0000-5000-8000-${String(hash).padStart(12, '0')}`;
};
const BORN = uuidOf('A life/born');

const RECORDED: SendResult = { outcome: 'recorded', position: '1', recordedAt: '2019-03-05T01:00:00.000Z' };
const ENTITLED: ObservedEntitlement = {
  status: 'entitled',
  since: '2020-01-01',
  until: null,
  amount: '100.00',
  per: 'month',
  priority: 'no',
  priorityClass: null,
  missing: [],
  explanation: {
    label: `Resident pension of member ${uuidOf('A life/person/mother')}`,
    verdict: 'yes',
    value: null,
    events: [],
    parameters: [],
    missing: [],
    because: [
      {
        label: 'Alive',
        verdict: 'yes',
        value: null,
        events: [BORN],
        parameters: [],
        missing: [],
        because: [],
      },
      {
        label: 'Age',
        verdict: 'yes',
        value: '60',
        events: [],
        parameters: ['age = 60'],
        missing: ['income'],
        because: [],
      },
    ],
  },
};

function world(observation: Partial<Observation>, answers: readonly SendResult[] = [RECORDED]): StoryWorld {
  const left = [...answers];
  return {
    send: () => Promise.resolve(left.shift() ?? RECORDED),
    observe: () =>
      Promise.resolve({
        entitlements: new Map(),
        facts: new Map(),
        findings: [],
        state: null,
        ...observation,
      }),
  };
}

async function failuresOf(source: string, played: StoryWorld) {
  const reading = readStory(source, uuidOf);
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
  return judgeStory(reading.story, played);
}

const pension = (expected: string) => ASKED(`entitlements: { pension.resident.monthly: ${expected} }`);
const entitled = world({ entitlements: new Map([['pension.resident.monthly', ENTITLED]]) });

describe('an entitlement', () => {
  it.each([
    'entitled',
    '{ since: 2020-01-01, until: null, amount: "100", per: month, priority: false }',
    '{ amount: "0100.000", because: [born], missing: [] }',
  ])('is as it must be: %s', async (expected) => {
    expect(await failuresOf(pension(expected), entitled)).toEqual([]);
  });

  it.each([
    ['not-entitled', 'status not-entitled', 'status entitled'],
    ['{ since: 2020-02-01 }', 'since 2020-02-01', 'since 2020-01-01'],
    ['{ until: 2020-04-01 }', 'until 2020-04-01', 'until null'],
    ['{ amount: "100.01" }', 'amount 100.01', 'amount 100.00'],
    ['{ amount: null }', 'amount null', 'amount 100.00'],
    ['{ per: year }', 'per year', 'per month'],
    ['{ priority: unknown }', 'priority unknown', 'priority false'],
    ['{ priorityClass: C }', 'priority class C', 'priority class null'],
    ['{ missing: [dibao] }', 'missing dibao', 'missing nothing'],
  ])('is not as it must be: %s', async (written, expected, found) => {
    const failures = await failuresOf(pension(written), entitled);
    expect(failures).toMatchObject([{ line: 13, expected, found }]);
  });

  it('shows the explanation that led to it, in the words of the story', async () => {
    const [failure] = await failuresOf(pension('not-entitled'), entitled);
    expect(failure?.about).toBe('person mother on 2020-03-01: pension.resident.monthly');
    expect(failure?.explanation).toEqual([
      'yes     Resident pension of member mother',
      '  yes     Alive  [born]',
      '  yes     Age = 60  [age = 60; income is missing]',
    ]);
  });

  it('fails where the explanation does not name an event it must rest on', async () => {
    const silent = { ...ENTITLED, explanation: null };
    const found = await failuresOf(
      pension('{ because: [born] }'),
      world({ entitlements: new Map([['pension.resident.monthly', silent]]) }),
    );
    expect(found).toMatchObject([{ expected: 'because of born', found: 'because of no event' }]);
  });

  it('fails where the subject cannot have it', async () => {
    expect(await failuresOf(pension('not-entitled'), world({}))).toHaveLength(1);
  });
});

describe('facts', () => {
  const asked = ASKED('facts: { alive: true, povertyRegistry: unknown, householdIncomePerHead: "1900" }');

  it('are compared by their unit', async () => {
    const facts = new Map<string, string | boolean>([
      ['alive', true],
      ['povertyRegistry', 'unknown'],
      ['householdIncomePerHead', '1900.00'],
    ]);
    expect(await failuresOf(asked, world({ facts }))).toEqual([]);
  });

  it('show what was found', async () => {
    const facts = new Map<string, string | boolean>([
      ['alive', false],
      ['povertyRegistry', 'exited'],
    ]);
    expect(await failuresOf(asked, world({ facts }))).toMatchObject([
      { about: 'person mother on 2020-03-01: fact alive', expected: 'true', found: 'false' },
      { expected: 'unknown', found: 'exited' },
      { expected: '1900', found: 'nothing: this is not a fact of such a subject' },
    ]);
  });
});

describe('findings', () => {
  const asked = ASKED('findings: [{ kind: overpaid, amount: "1200.00" }]\n    noFindings: [breach]');

  it.each([
    [
      'as they must be',
      [{ kind: 'overpaid', code: null, entitlement: 'x', since: '2019-01-01', amount: '1200' }],
      [],
    ],
    [
      'of another amount',
      [{ kind: 'overpaid', code: null, entitlement: null, since: '2019-01-01', amount: '1' }],
      ['overpaid amount 1200.00'],
    ],
    ['absent', [], ['overpaid amount 1200.00']],
    [
      'one too many',
      [
        { kind: 'overpaid', code: null, entitlement: null, since: '2019-01-01', amount: '1200' },
        {
          kind: 'breach',
          code: 'LAND_RIGHTS_CONDITION',
          entitlement: null,
          since: '2019-01-01',
          amount: null,
        },
      ],
      ['no breach'],
    ],
  ] as const)('%s', async (_what, findings, expected) => {
    const failures = await failuresOf(asked, world({ findings }));
    expect(failures.map((failure) => failure.expected)).toEqual(expected);
  });
});

describe('an event', () => {
  const refused: SendResult = {
    outcome: 'refused',
    code: 'INVALID_FIELD',
    field: 'birthDate',
    message: 'no such day',
  };
  const must = (keys: string) => ASKED('facts: {}').replace('    by: PSB', `    by: PSB\n${keys}`);

  it.each([
    ['recorded', '', RECORDED, []],
    ['refused as it must be', '    refused: INVALID_FIELD', refused, []],
    [
      'refused in a part of the field',
      '    refused: INVALID_FIELD\n    field: birthDate',
      { ...refused, field: 'birthDate.x' },
      [],
    ],
    [
      'refused against expectation',
      '',
      refused,
      [['recorded', 'refused INVALID_FIELD in birthDate: no such day']],
    ],
    [
      'recorded against expectation',
      '    refused: INVALID_FIELD',
      RECORDED,
      [['refused INVALID_FIELD', 'recorded at position 1']],
    ],
    [
      'refused with another code',
      '    refused: UNKNOWN_CODE',
      refused,
      [['refused UNKNOWN_CODE', 'refused INVALID_FIELD in birthDate: no such day']],
    ],
    [
      'refused in another field',
      '    refused: INVALID_FIELD\n    field: birth',
      refused,
      [['refused INVALID_FIELD in birth', 'refused INVALID_FIELD in birthDate: no such day']],
    ],
  ] as const)('%s', async (_what, keys, answer, expected) => {
    const failures = await failuresOf(must(keys), world({}, [answer]));
    expect(failures.map((failure) => [failure.expected, failure.found])).toEqual(expected);
    if (failures.length > 0) expect(failures[0]).toMatchObject({ line: 3, about: 'PersonRegistered' });
  });

  it.each([
    ['the original result', { ...RECORDED, outcome: 'already-recorded' }, 0],
    ['recorded anew', { ...RECORDED, position: '2' }, 1],
    ['another place', { ...RECORDED, outcome: 'already-recorded', position: '2' }, 1],
    ['a refusal', refused, 1],
  ] as const)('sent again is answered with %s', async (_what, again, failing) => {
    const twice = ASKED('facts: {}').replace('expect:', '  - repeat: born\nexpect:');
    expect(await failuresOf(twice, world({}, [RECORDED, again]))).toHaveLength(failing);
  });
});
