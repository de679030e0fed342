/** What the contract's questions answer about the demonstration households. */
import { DEMONSTRATION, DEMONSTRATION_LINES } from '../../apps/cli/src/population/demonstration.js';
import { startLedger, type LedgerUnderTest } from './ledger-under-test.js';

const { mother, ayi, motherRegister, disabled, disabledHusband, disabledHome, worker, workerHome } =
  DEMONSTRATION;
const NUMBER_OF_AYI = '513499198807020022';

let ledger: LedgerUnderTest;

beforeAll(async () => {
  ledger = await startLedger({ demonstration: true });
}, 60_000);

afterAll(async () => {
  await ledger.stop();
});

describe('a person', () => {
  it('is found by ledger id, in any case of its letters, and by national ID, and shown masked', async () => {
    const answer = await ledger.answer(
      `query($id: ID!, $nationalId: String!) {
         byId: person(id: $id) { id name nationalId birthDate }
         byNumber: person(nationalId: $nationalId) { id name nationalId birthDate } }`,
      { id: ayi.toUpperCase(), nationalId: NUMBER_OF_AYI },
    );
    const expected = { id: ayi, name: '***', nationalId: '***', birthDate: '1988-07-02' };
    expect(answer).toEqual({ byId: expected, byNumber: expected });
  });

  it('has no number where nobody has stated one', async () => {
    expect(await ledger.answer(`{ person(id: "${mother}") { nationalId } }`)).toEqual({
      person: { nationalId: null },
    });
  });

  it.each([
    ['an id of nobody', 'id: "00000000-0000-4000-8000-00000000ffff"'],
    ['an id that is none', 'id: "nobody"'],
    ['a number of nobody', 'nationalId: "11010519491231002X"'],
  ])('%s is answered with null', async (_, argument) => {
    expect(await ledger.answer(`{ person(${argument}) { id } }`)).toEqual({ person: null });
  });

  it.each([
    ['nobody at all', '', 'MISSING_FIELD', 'id'],
    ['a person twice', `(id: "${ayi}", nationalId: "${NUMBER_OF_AYI}")`, 'INVALID_FIELD', 'nationalId'],
    ['a wrong check character', '(nationalId: "513499198807020023")', 'INVALID_NATIONAL_ID', 'nationalId'],
  ])('asked for by %s is refused', async (_, arguments_, code, field) => {
    const { errors } = await ledger.ask(`{ person${arguments_} { id } }`);
    expect(errors).toMatchObject([{ extensions: { code, field } }]);
    expect(JSON.stringify(errors)).not.toMatch(/\d{17}/);
  });

  it('has every entitlement of the rule set, also those not had, and those of the household', async () => {
    interface Had {
      readonly code: string;
      readonly subject: string;
    }
    const { person } = await ledger.answer<{ person: { entitlements: Had[] } }>(
      `{ person(id: "${disabled}") { entitlements { code subject status title(language: EN) article { number } } } }`,
    );
    const subjects = new Map(person.entitlements.map(({ code, subject }) => [code, subject]));
    expect(subjects.get('assist.dibao')).toBe(disabledHome);
    expect(subjects.get('pension.resident.monthly')).toBe(disabled);
    expect(person.entitlements).toContainEqual(
      expect.objectContaining({
        code: 'welfare.disability.nursing',
        title: 'Nursing subsidy for severe disability',
      }),
    );
  });

  it('has what is asked for by code and status', async () => {
    const { person } = await ledger.answer<{ person: object }>(
      `{ person(id: "${mother}") {
           entitled: entitlements(status: [ENTITLED]) { code }
           two: entitlements(codes: ["land.no-condition", "assist.dibao"]) { code }
           none: entitlement(code: "pension.of.nobody") { code }
           ofNoHousehold: entitlement(code: "assist.dibao") { status subject explanation { verdict because { label(language: EN) } } } } }`,
    );
    expect(person).toEqual({
      entitled: [{ code: 'pension.resident.monthly' }, { code: 'land.no-condition' }],
      two: [{ code: 'land.no-condition' }],
      none: null,
      ofNoHousehold: {
        ...{ status: 'NOT_ENTITLED', subject: mother },
        explanation: { verdict: 'NO', because: [{ label: 'A member of such a household on that day' }] },
      },
    });
  });

  it('lacks what nobody has supplied, and who owes it', async () => {
    const { person } = await ledger.answer<{ person: { entitlement: object } }>(
      `{ person(id: "${disabled}") { entitlement(code: "assist.dibao") {
           status missing { fact title(language: EN) department } } } }`,
    );
    expect(person.entitlement).toMatchObject({
      status: 'UNDETERMINED',
      missing: [{ fact: 'dibao.std.rural', title: 'dibao.std.rural', department: 'MCA' }],
    });
  });
});

describe('a history', () => {
  const HISTORY = `query($id: ID!, $after: String, $first: Int) { person(id: $id) { history(first: $first, after: $after) {
    nodes { id position } edges { cursor } pageInfo { hasNextPage endCursor } } } }`;
  interface Page {
    readonly nodes: readonly { readonly id: string; readonly position: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  }

  async function page(variables: object): Promise<Page> {
    const { person } = await ledger.answer<{ person: { history: Page } }>(HISTORY, {
      id: mother,
      ...variables,
    });
    return person.history;
  }

  it('is paged to its end, oldest first, each event once', async () => {
    const events: string[] = [];
    let after: string | null = null;
    do {
      const { nodes, pageInfo }: Page = await page({ first: 4, after });
      events.push(...nodes.map(({ position }) => position));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    const all = await page({ first: 500 });
    expect(events).toEqual(all.nodes.map(({ position }) => position));
    expect(events).toEqual([...new Set(events)].sort());
    expect(all.pageInfo.hasNextPage).toBe(false);
  });

  it.each([
    ['no entries', { first: 0 }, 'first'],
    ['fewer than none', { first: -1 }, 'first'],
    ['more than the most', { first: 501 }, 'first'],
    ['a cursor of nobody', { after: 'Zm9yZ2Vk' }, 'after'],
    ['a cursor cut short', { after: 'MDAw' }, 'after'],
  ])('of %s is refused', async (_, variables, field) => {
    const { errors } = await ledger.ask(HISTORY, { id: mother, ...variables });
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_FIELD', field } }]);
  });

  it('holds what is sealed masked', async () => {
    const { person } = await ledger.answer<{
      person: { history: { nodes: { type: string; data: object }[] } };
    }>(`{ person(id: "${ayi}") { history { nodes { type data } } } }`);
    const registration = person.history.nodes.find(({ type }) => type === 'PersonRegistered');
    expect(registration?.data).toMatchObject({
      name: '***',
      nationalId: '***',
      birthDate: '1988-07-02',
      sex: '2',
    });
  });
});

describe('a household', () => {
  it('has its members on the day asked for, and what it is entitled to', async () => {
    const { household } = await ledger.answer<{ household: object }>(
      `{ household(id: "${disabledHome}") { id kind
           members(at: { asOf: "2020-01-01" }) { relation from until person { id name } }
           before: members(at: { asOf: "2018-01-01" }) { relation }
           entitlements(codes: ["assist.dibao"], at: { asOf: "2019-02-01" }) { status subject since until priority } } }`,
    );
    expect(household).toEqual({
      ...{ id: disabledHome, kind: 'LIVING', before: [] },
      members: expect.arrayContaining([
        { relation: '12', from: '2018-12-03', until: null, person: { id: disabled, name: '***' } },
        { relation: '02', from: '2018-12-03', until: null, person: { id: disabledHusband, name: '***' } },
      ]),
      entitlements: [expect.objectContaining({ subject: disabledHome })],
    });
  });

  it('is found from a member by its kind', async () => {
    const { person } = await ledger.answer<{ person: object }>(
      `{ person(id: "${worker}") { household { id kind } register: household(kind: POVERTY_REGISTER) { id }
           before: household(at: { asOf: "2019-10-01" }) { id } land: household(kind: LAND_CONTRACT) { id } } }`,
    );
    expect(person).toEqual({
      ...{ household: { id: workerHome, kind: 'LIVING' }, register: { id: DEMONSTRATION.workerRegister } },
      ...{ before: null, land: null },
    });
  });

  it('tells its own and its members’ events, each only while a member unless all is asked for', async () => {
    const { household } = await ledger.answer<{
      household: Record<'own' | 'all', { nodes: { id: string; effectiveOn: string }[] }>;
    }>(
      `{ household(id: "${motherRegister}") { own: history(first: 500) { nodes { id effectiveOn } }
           all: history(first: 500, all: true) { nodes { id effectiveOn } } } }`,
    );
    const ids = (kind: 'own' | 'all'): readonly string[] => household[kind].nodes.map(({ id }) => id);
    expect(ids('all')).toContain(DEMONSTRATION.motherRegistered);
    expect(ids('own')).not.toContain(DEMONSTRATION.motherRegistered);
    expect(household.own.nodes.every(({ effectiveOn }) => effectiveOn >= '2014-12-31')).toBe(true);
    expect(ids('all').length).toBeGreaterThan(ids('own').length);
  });

  it('that nobody has established is answered with null', async () => {
    expect(await ledger.answer(`{ household(id: "${ayi}") { id } }`)).toEqual({ household: null });
  });
});

describe('the policy', () => {
  it('has its articles word for word, its entitlements with what is left to people, and the figures of a day', async () => {
    interface Answer {
      readonly policy: {
        readonly articles: readonly {
          readonly number: number;
          readonly title: string;
          readonly text: string;
        }[];
        readonly entitlements: readonly { readonly code: string; readonly notEncoded: readonly string[] }[];
        readonly parameters: readonly {
          readonly id: string;
          readonly value: string;
          readonly division: string;
        }[];
      };
    }
    const { policy } = await ledger.answer<Answer>(
      `{ policy(asOf: "2019-01-01") { ruleSet articles { number title text responsible policy }
           entitlements { code title department beneficiary article { number } notEncoded(language: EN) }
           parameters(division: "510107") { id value division unit from until source verified } } }`,
    );
    expect(policy.articles).toHaveLength(22);
    expect(policy.articles[8]).toMatchObject({
      number: 8,
      text: expect.stringContaining('按月发放城乡居民基本养老保险待遇'),
    });
    expect(
      policy.entitlements.find(({ code }) => code === 'pension.resident.monthly')?.notEncoded[0],
    ).toContain('等困难群体');
    const base = policy.parameters.filter(({ id }) => id === 'pension.resident.base');
    expect(base).toEqual([expect.objectContaining({ value: '100.00', division: '510000' })]);
  });
});

describe('lists by division', () => {
  it('are paged, complete up to a position, and pin the moment they began with', async () => {
    const LIST = `query($after: String) { entitlements(division: "510000", codes: ["pension.resident.monthly"], first: 1, after: $after) {
      completeTo nodes { subject status since } pageInfo { hasNextPage endCursor } } }`;
    interface Page {
      readonly entitlements: {
        readonly completeTo: string;
        readonly nodes: readonly { readonly subject: string; readonly status: string }[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
      };
    }
    const { entitlements: first } = await ledger.answer<Page>(LIST);
    expect(first.nodes).toHaveLength(1);
    expect(first.nodes[0]).toMatchObject({ subject: mother, status: 'ENTITLED' });
    expect(first.completeTo).toMatch(/^\d{20}$/);
    const { entitlements: next } = await ledger.answer<Page>(LIST, { after: first.pageInfo.endCursor });
    expect(next.nodes.map(({ subject }) => subject)).not.toContain(mother);
  });

  it.each([
    [
      'who is not entitled',
      '{ entitlements(division: "510000", status: [NOT_ENTITLED]) { completeTo } }',
      'status',
    ],
    [
      'after a cursor of nobody',
      '{ findings(division: "510000", after: "Zm9yZ2Vk") { completeTo } }',
      'after',
    ],
  ])('of %s are refused', async (_, question, field) => {
    const { errors } = await ledger.ask(question);
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_FIELD', field } }]);
  });
});

it('lets no name and no number out, in any answer or log', async () => {
  const answers: unknown[] = [];
  for (const { id } of await everybody()) {
    answers.push(
      await ledger.answer(
        `query($id: ID!) { person(id: $id) { name nationalId facts { name value } history(first: 500) { nodes { data source { officer recordNumber } } }
           entitlements { code explanation { label value because { label value events { data } } } } } }`,
        { id },
      ),
    );
  }
  const said = JSON.stringify(answers) + ledger.logged();
  const secrets = DEMONSTRATION_LINES.flatMap(({ data }) => {
    const { name, nationalId } = data as { name?: string; nationalId?: string };
    return [name, nationalId].filter((secret) => secret !== undefined);
  });
  expect(secrets.length).toBeGreaterThan(10);
  expect(secrets.filter((secret) => said.includes(secret))).toEqual([]);
});

async function everybody(): Promise<readonly { readonly id: string }[]> {
  return DEMONSTRATION_LINES.flatMap((line) =>
    line.type === 'PersonRegistered' && 'person' in line ? [{ id: line.person }] : [],
  );
}
