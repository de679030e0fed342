/** Record, ask, correct, ask again: both answers stay, and what differs says why. */
import { DEMONSTRATION } from '../../apps/cli/src/population/demonstration.js';
import { startLedger, type LedgerUnderTest } from './ledger-under-test.js';
import { record } from './life-events.js';

const { mother, motherRegistered } = DEMONSTRATION;
const CORRECTION = '0d000000-0000-4000-8000-000000000001';
const BEFORE = '2021-06-10T00:00:00+08:00';

const STATUS = `query($person: ID!, $at: At) { person(id: $person) { entitlement(code: "pension.resident.monthly", at: $at) {
  status since until amount per timeline { from until status amount per } } } }`;

interface Pension {
  readonly status: string;
  readonly since: string | null;
  readonly until: string | null;
  readonly timeline: readonly object[];
}

let ledger: LedgerUnderTest;

beforeAll(async () => {
  ledger = await startLedger({ demonstration: true, now: '2021-06-01T12:00:00+08:00' });
  ledger.clockTo('2021-07-01T09:00:00+08:00');
  // As the demonstration knows her, she was born on 1959-10-15; now the card is found that says a year later.
  const { result } = await ledger.answer<{ result: { outcome: string } }>(
    'mutation($input: CorrectEventInput!) { result: correctEvent(input: $input) { outcome } }',
    {
      input: {
        ...{
          id: CORRECTION,
          corrects: motherRegistered,
          effectiveOn: '1960-10-15',
          data: { birthDate: '1960-10-15' },
        },
        ...{ reason: '身份证与底册不符', source: { department: 'PSB', division: '513431' } },
      },
    },
  );
  expect(result.outcome).toBe('RECORDED');
}, 60_000);

afterAll(async () => {
  await ledger.stop();
});

async function pension(at: object): Promise<Pension> {
  const { person } = await ledger.answer<{ person: { entitlement: Pension } }>(STATUS, {
    person: mother,
    at,
  });
  return person.entitlement;
}

it('answers the same day as known then and as known now', async () => {
  expect(await pension({ asOf: '2020-01-01', asKnownAt: BEFORE })).toMatchObject({
    ...{ status: 'ENTITLED', since: '2019-11-01', until: null },
  });
  expect(await pension({ asOf: '2020-01-01' })).toMatchObject({
    ...{ status: 'NOT_ENTITLED', since: null, until: '2020-11-01' },
  });
  expect(await pension({ asOf: '2020-11-01' })).toMatchObject({ status: 'ENTITLED', since: '2020-11-01' });
});

it('gives a whole life without a gap, also what is still to come', async () => {
  const { timeline } = await pension({});
  expect(timeline[0]).toMatchObject({ from: null, status: 'NOT_ENTITLED' });
  expect(timeline.at(-1)).toMatchObject({ until: null });
  const seams = timeline.slice(1).map((stretch, index) => [stretch, timeline[index]]) as {
    from: string;
    until: string;
  }[][];
  expect(seams.every(([next, last]) => next?.from === last?.until)).toBe(true);
});

it('says what differs, and why', async () => {
  const { person } = await ledger.answer<{ person: { difference: Record<string, unknown> } }>(
    `query($person: ID!, $from: At!, $to: At!) { person(id: $person) { difference(from: $from, to: $to) {
       events { id type standing } facts { name before after }
       entitlements { code subject from until before { status amount } after { status } } } } }`,
    { person: mother, from: { asOf: '2020-01-01', asKnownAt: BEFORE }, to: { asOf: '2020-01-01' } },
  );
  expect(person.difference).toEqual({
    events: [{ id: CORRECTION, type: 'EventCorrected', standing: 'IN_FORCE' }],
    facts: [{ name: 'birthDate', before: '1959-10-15', after: '1960-10-15' }],
    entitlements: [
      {
        ...{ code: 'pension.resident.monthly', subject: mother, from: '2019-11-01', until: '2020-07-01' },
        ...{ before: { status: 'ENTITLED', amount: '104.40' }, after: { status: 'NOT_ENTITLED' } },
      },
      {
        ...{ code: 'pension.resident.monthly', subject: mother, from: '2020-07-01', until: '2020-11-01' },
        ...{ before: { status: 'ENTITLED', amount: '109.40' }, after: { status: 'NOT_ENTITLED' } },
      },
    ],
  });
});

it('compares two days as known at one moment', async () => {
  const { person } = await ledger.answer<{ person: { difference: { entitlements: object[] } } }>(
    `query($person: ID!) { person(id: $person) { difference(from: { asOf: "2020-01-01" }, to: { asOf: "2021-01-01" }) {
       entitlements { code from before { status } after { status } } } } }`,
    { person: mother },
  );
  expect(person.difference.entitlements).toEqual([
    ...[
      {
        code: 'pension.resident.monthly',
        from: '2020-11-01',
        before: { status: 'NOT_ENTITLED' },
        after: { status: 'ENTITLED' },
      },
    ],
  ]);
});

it('explains each answer by what was known', async () => {
  const EXPLAIN = `query($person: ID!, $at: At) { person(id: $person) { entitlement(code: "pension.resident.monthly", at: $at) {
    explanation { label(language: EN) verdict article { number policy text }
      because { verdict events { id type standing amendedBy recordedAt } parameters { id division value source verified } } } } } }`;
  interface Part {
    readonly verdict: string;
    readonly events: readonly { readonly id: string; readonly standing: string }[];
    readonly parameters: readonly { readonly id: string }[];
  }
  interface Explained {
    readonly person: {
      readonly entitlement: { readonly explanation: { readonly because: readonly Part[] } };
    };
  }
  const then = await ledger.answer<Explained>(EXPLAIN, {
    person: mother,
    at: { asOf: '2020-01-01', asKnownAt: BEFORE },
  });
  expect(then.person.entitlement.explanation).toMatchObject({ verdict: 'YES', article: { number: 8 } });
  const parts = then.person.entitlement.explanation.because;
  expect(parts.flatMap(({ parameters }) => parameters.map(({ id }) => id))).toContain(
    'pension.resident.base',
  );
  expect(parts.flatMap(({ events }) => events.map(({ id }) => id))).not.toContain(CORRECTION);
  const now = await ledger.answer<Explained>(EXPLAIN, { person: mother, at: { asOf: '2020-01-01' } });
  expect(now.person.entitlement.explanation).toMatchObject({ verdict: 'NO' });
  const events = now.person.entitlement.explanation.because.flatMap((part) => part.events);
  expect(events).toContainEqual(expect.objectContaining({ id: motherRegistered, standing: 'CORRECTED' }));
  expect(events.map(({ id }) => id)).toContain(CORRECTION);
});

it('takes a position as well as an instant, but not both', async () => {
  const { person } = await ledger.answer<{ person: { history: { nodes: { position: string }[] } } }>(
    'query($person: ID!, $at: At) { person(id: $person) { history(at: $at, first: 500) { nodes { position } } } }',
    { person: mother, at: { asKnownAt: BEFORE } },
  );
  const position = person.history.nodes.at(-1)?.position;
  expect(await pension({ asOf: '2020-01-01', position })).toMatchObject({ status: 'ENTITLED' });
  const { errors } = await ledger.ask(STATUS, { person: mother, at: { asKnownAt: BEFORE, position } });
  expect(errors).toMatchObject([{ extensions: { code: 'INVALID_FIELD', field: 'at.position' } }]);
});

it('knew nothing before anything was recorded', async () => {
  const { person } = await ledger.answer<{ person: object }>(
    `query($person: ID!, $at: At) { person(id: $person) {
       entitlements(at: $at) { code } history(at: $at) { nodes { id } } facts(at: $at) { name value } findings(at: $at) { id } } }`,
    { person: mother, at: { asKnownAt: '2000-01-01T00:00:00Z' } },
  );
  expect(person).toMatchObject({ entitlements: [], history: { nodes: [] }, findings: [] });
});

it('waits for what it has just recorded', async () => {
  const left = {
    ...{
      id: '0d000000-0000-4000-8000-000000000002',
      type: 'UrbanResidenceEnded',
      person: mother,
      effectiveOn: '2021-06-30',
    },
    ...{ source: { department: 'PSB' }, data: { reason: 'RETURNED' } },
  };
  const [result] = await record(ledger, left);
  expect(result).toMatchObject({ outcome: 'RECORDED' });
  const { person, ledger: status } = await ledger.answer<{
    person: { facts: { name: string; value: unknown }[] };
    ledger: { head: string };
  }>('query($person: ID!) { person(id: $person) { facts { name value } } ledger { head } }', {
    person: mother,
  });
  expect(status.head).toBe(result?.position);
  expect(person.facts).toContainEqual({ name: 'livesInTown', value: false });
});

it('answers NOT_YET_PROJECTED for a position that no event has yet', async () => {
  const { errors } = await ledger.ask(STATUS, { person: mother, at: { position: '00000000000000009999' } });
  expect(errors).toMatchObject([{ extensions: { code: 'NOT_YET_PROJECTED' } }]);
}, 20_000);
