/** How many SQL statements an answer takes does not depend on how many people are in it. */
import pg from 'pg';
import { startLedger, type LedgerUnderTest } from './ledger-under-test.js';
import { record } from './life-events.js';

const uuid = (number: number): string => `0e000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const FIFTY = { household: uuid(1), size: 50, first: 1_000 };
const ONE = { household: uuid(2), size: 1, first: 2_000 };

const HOUSEHOLD = `query($id: ID!, $at: At) { household(id: $id) { id kind members(at: $at) { relation person { id name birthDate
  facts(at: $at) { name value events }
  findings(at: $at) { id kind }
  entitlements(at: $at) { code title status since until amount missing { fact } timeline { from status }
    explanation { verdict events { id standing } because { verdict events { id standing amendedBy } parameters { id value } } } }
  history(at: $at, first: 20) { nodes { id type standing } } } } } }`;

/** It follows the log in this process, and looks whether there is more. */
const OF_THE_PROJECTOR = 'WHERE position > $1 ORDER BY position LIMIT';

let ledger: LedgerUnderTest;
let statements: string[] | undefined;

beforeAll(async () => {
  ledger = await startLedger();
  for (const household of [FIFTY, ONE]) await found(household);
  countStatements();
}, 120_000);

afterAll(async () => {
  await ledger.stop();
});

async function found({ household, size, first }: typeof FIFTY): Promise<void> {
  const source = { department: 'MCA' };
  const persons = Array.from({ length: size }, (_, index) => uuid(first + index));
  const events = persons.flatMap((person, index) => [
    {
      ...{ id: uuid(first + 100 + index), type: 'PersonRegistered', person, effectiveOn: '1955-03-04' },
      ...{ source: { department: 'PSB' } },
      data: { name: '某人', birthDate: '1955-03-04', sex: '1', hukouDivision: '513431', hukouClass: '220' },
    },
    {
      ...{
        id: uuid(first + 200 + index),
        type: 'HouseholdMemberJoined',
        household,
        effectiveOn: '2015-01-01',
        source,
      },
      data: { personId: person, relation: index === 0 ? '02' : '99', reason: 'FOUNDING' },
    },
  ]);
  const established = {
    ...{ id: uuid(first + 300), type: 'HouseholdEstablished', household, effectiveOn: '2015-01-01', source },
    data: { kind: 'LIVING', division: '513431' },
  };
  const results = await record(ledger, established, ...events);
  expect(results.filter(({ outcome }) => outcome !== 'RECORDED')).toEqual([]);
}

/** Every statement of the process goes through a client of pg. */
function countStatements(): void {
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]): unknown {
    const [statement] = args as [string | { readonly text?: string }];
    statements?.push(typeof statement === 'string' ? statement : (statement.text ?? ''));
    return (query as (...given: unknown[]) => unknown).apply(this, args);
  } as never;
}

async function statementsFor(
  household: string,
): Promise<{ readonly members: number; readonly statements: readonly string[] }> {
  await ledger.answer('{ ledger { head } }'); // whatever a first question opens
  const { ledger: status } = await ledger.answer<{ ledger: { head: string } }>('{ ledger { head } }');
  const at = { position: status.head };
  await ledger.answer(HOUSEHOLD, { id: household, at });
  const counted: string[] = [];
  statements = counted;
  const answer = await ledger.answer<{ household: { members: object[] } }>(HOUSEHOLD, { id: household, at });
  statements = undefined;
  return {
    members: answer.household.members.length,
    statements: counted.filter((text) => !text.includes(OF_THE_PROJECTOR)).sort(),
  };
}

it('is the same for a household of fifty as for one of one', async () => {
  const one = await statementsFor(ONE.household);
  const fifty = await statementsFor(FIFTY.household);
  expect([one.members, fifty.members]).toEqual([1, 50]);
  expect(fifty.statements).toEqual(one.statements);
  expect(one.statements.length).toBeLessThan(40);
}, 60_000);
