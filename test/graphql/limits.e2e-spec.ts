/** What a client cannot do to the service, and how little it is told when it tries (trust.md b.5). */
import { DEMONSTRATION } from '../../apps/cli/src/population/demonstration.js';
import { post, startLedger, type Answer, type LedgerUnderTest } from './ledger-under-test.js';

const { mother } = DEMONSTRATION;
const person = (selection: string): string => `{ person(id: "${mother}") { ${selection} } }`;
const nested = (depth: number): string =>
  depth === 0 ? 'id' : `household { members { person { ${nested(depth - 1)} } } }`;
const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

let ledger: LedgerUnderTest;

beforeAll(async () => {
  ledger = await startLedger({ demonstration: true });
}, 60_000);

afterAll(async () => {
  await ledger.stop();
});

interface Attack {
  readonly name: string;
  readonly query: string;
  readonly code: string;
  /** Which limit. */
  readonly field?: string;
}

const circle = 'fragment A on Person { household { members { person { ...A } } } }';
const pageOfPages = `household { members { person { household { members { person {
  history(first: 500) { nodes { id type data stream revision position source { officer system } } } } } } } } }`;

const ATTACKS: readonly Attack[] = [
  {
    name: 'fifty levels of households and members',
    query: person(nested(17)),
    code: 'TOO_LARGE',
    field: 'depth',
  },
  {
    name: 'depth hidden in fragments',
    query: `${person('...A')} fragment A on Person { ${nested(6).replace('id', '...B')} } fragment B on Person { ${nested(6)} }`,
    ...{ code: 'TOO_LARGE', field: 'depth' },
  },
  {
    name: 'a hundred aliases of one field',
    query: person(times(101, (index) => `a${String(index)}: id`)),
    ...{ code: 'TOO_LARGE', field: 'aliases' },
  },
  {
    name: 'a hundred aliases of a mutation',
    query: `mutation { ${times(101, (index) => `a${String(index)}: recordLifeEvents(events: []) { id }`)} }`,
    ...{ code: 'TOO_LARGE', field: 'aliases' },
  },
  {
    name: 'a hundred directives',
    query: person(times(100, () => 'id @include(if: true)')),
    ...{ code: 'TOO_LARGE', field: 'directives' },
  },
  { name: 'pages of pages', query: person(pageOfPages), code: 'TOO_LARGE', field: 'values' },
  { name: 'a fragment in a circle', query: `${person('...A')} ${circle}`, code: 'GRAPHQL_VALIDATION_FAILED' },
  { name: 'unknown directives', query: person('id @aa @bb'), code: 'GRAPHQL_VALIDATION_FAILED' },
  {
    name: 'one field four thousand times',
    query: person(times(4_000, () => 'id')),
    code: 'GRAPHQL_VALIDATION_FAILED',
  },
  {
    name: 'a hundred thousand tokens',
    query: person(times(100_000, () => 'id')),
    code: 'GRAPHQL_PARSE_FAILED',
  },
  { name: 'a bad date', query: person('facts(at: { asOf: "2020-02-30" }) { name }'), code: 'INVALID_FIELD' },
  {
    name: 'an instant without an offset',
    query: person('facts(at: { asKnownAt: "2020-02-01T00:00:00" }) { name }'),
    code: 'INVALID_FIELD',
  },
  {
    name: 'a position of nowhere',
    query: person('facts(at: { position: "latest" }) { name }'),
    code: 'INVALID_FIELD',
  },
  { name: 'a field that is none', query: person('salary'), code: 'GRAPHQL_VALIDATION_FAILED' },
  { name: 'half a document', query: '{ person(id: ', code: 'GRAPHQL_PARSE_FAILED' },
];

it.each(ATTACKS.map((attack) => [attack.name, attack] as const))(
  'refuses %s',
  async (_, { query, code, field }) => {
    const before = Date.now();
    const { data, errors } = await ledger.ask(query);
    expect(data ?? null).toBeNull();
    expect(errors?.[0]?.extensions).toEqual(field === undefined ? { code } : { code, field });
    expect(Date.now() - before).toBeLessThan(2_000);
  },
);

it('answers a page of the most entries and a tree of reasons within its limits', async () => {
  const because = (depth: number): string =>
    depth === 0
      ? 'verdict'
      : `label verdict events { id } parameters { id } because { ${because(depth - 1)} }`;
  const { errors } = await ledger.ask(
    `{ entitlements(division: "510000", first: 500) { nodes { code subject status since until amount timeline { from until status } } }
       ${person(`entitlement(code: "pension.resident.monthly") { explanation { ${because(8)} } }`).slice(1, -1)} }`,
  );
  expect(errors).toBeUndefined();
});

it('explains in full to whoever introspects', async () => {
  const { data } = await ledger.ask<{ __schema: { types: object[] } }>(
    '{ __schema { types { name fields { name args { name type { name ofType { name } } } type { name kind ofType { name kind ofType { name } } } } } } }',
  );
  expect(data?.__schema.types.length).toBeGreaterThan(50);
});

describe('over HTTP', () => {
  const query = '{ ledger { head } }';

  it.each([
    ['a mutation by GET', { method: 'GET' }, '?query=mutation{recordLifeEvents(events:[]){id}}', 405],
    [
      'a query by a simple GET, as another site could send',
      { method: 'GET' },
      `?query=${encodeURIComponent(query)}`,
      400,
    ],
    [
      'a text',
      { method: 'POST', headers: { 'content-type': 'text/plain' }, body: JSON.stringify({ query }) },
      '',
      400,
    ],
    [
      'a form',
      {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: `query=${query}`,
      },
      '',
      400,
    ],
    [
      'a batch',
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify([{ query }, { query }]),
      },
      '',
      400,
    ],
    ['no query', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }, '', 400],
    [
      'half a body',
      { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":' },
      '',
      400,
    ],
  ])('refuses %s', async (_, init, search, status) => {
    const headers = init.method === 'GET' && status === 405 ? { 'apollo-require-preflight': 'true' } : {};
    const response = await fetch(`${ledger.url}${search}`, {
      ...init,
      headers: { ...headers, ...('headers' in init ? init.headers : {}) },
    });
    expect(response.status).toBe(status);
    expect(await response.text()).not.toContain('    at ');
  });

  it('refuses a body of ten megabytes without reading it', async () => {
    const response = await post(
      ledger.url,
      JSON.stringify({ query, variables: { padding: 'x'.repeat(10 * 1024 * 1024) } }),
    );
    expect(response.status).toBe(413);
  });

  it('survives ten thousand levels of JSON', async () => {
    const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
    const response = await post(
      ledger.url,
      `{"query":"mutation($data: JSON!) { correctEvent(input: { id: \\"${mother}\\", corrects: \\"${DEMONSTRATION.motherRegistered}\\", data: $data, reason: \\"x\\", source: { department: \\"PSB\\" } }) { code } }","variables":{"data":${deep}}}`,
    );
    const answer = (await response.json()) as Answer<{ correctEvent: { code: string } }>;
    expect(answer.data?.correctEvent.code).toBe('MALFORMED');
  });

  it('shows no page to browsers', async () => {
    const response = await fetch(ledger.url, { headers: { accept: 'text/html' } });
    expect(response.headers.get('content-type')).not.toContain('html');
  });
});

it('quotes nothing of what was sent', async () => {
  const secret = '11010519491231002X';
  const name = '吉克阿呷';
  const sent: readonly (readonly [query: string, variables?: object])[] = [
    [`{ person(nationalId: ${secret.slice(0, 17)}) { id } }`],
    [`{ person(nationalId: ["${secret}", "${name}"]) { id } }`],
    [`{ person(id: "${mother}") { entitlements(status: [${name}]) { code } } }`],
    [`{ person(nationalId: "${secret}" "${name}") { id } }`],
    ['query($n: String) { person(nationalId: $n) { id } }', { n: { name, secret } }],
    ['query($at: At) { person(id: "x") { facts(at: $at) { name } } }', { at: { asOf: secret } }],
    ['query($at: At) { person(id: "x") { facts(at: $at) { name } } }', { at: { [name]: secret } }],
    [
      'query($s: [EntitlementStatus!]) { person(id: "x") { entitlements(status: $s) { code } } }',
      { s: [`${name}"; ${secret}`] },
    ],
    [
      'mutation($e: [LifeEventInput!]!) { recordLifeEvents(events: $e) { id } }',
      { e: [{ id: secret, event: { personRegistered: { name } } }] },
    ],
    ['mutation($e: [LifeEventInput!]!) { recordLifeEvents(events: $e) { id } }', { e: name }],
    [
      'mutation($i: CorrectEventInput!) { correctEvent(input: $i) { id } }',
      { i: { id: [secret], reason: name } },
    ],
  ];
  const said: string[] = [];
  for (const [query, variables] of sent) said.push(JSON.stringify(await ledger.ask(query, variables)));
  expect(said.every((text) => text.includes('"errors"'))).toBe(true);
  expect(said.filter((text) => /1101051949|吉克/.test(text))).toEqual([]);
  expect(ledger.logged()).not.toMatch(/1101051949|吉克/);
});
