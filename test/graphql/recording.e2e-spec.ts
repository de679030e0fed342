/** Events through GraphQL: the same codes as through a file, one answer an event, nothing half-written. */
import { BAD_INPUT, GOOD_LINES, VALID_NATIONAL_ID } from '@ledger/intake/testing';
import { DEMONSTRATION } from '../../apps/cli/src/population/demonstration.js';
import { startLedger, type LedgerUnderTest } from './ledger-under-test.js';
import { lifeEvent, record, RECORD, type RecordResult } from './life-events.js';

const { registration, arrival } = GOOD_LINES;
const id = (number: number): string => `0c000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const PSB = { department: 'PSB' };

let ledger: LedgerUnderTest;

beforeAll(async () => {
  ledger = await startLedger({ demonstration: true });
}, 60_000);

afterAll(async () => {
  await ledger.stop();
});

describe('bad input', () => {
  /** What the schema itself has no place for: GraphQL refuses the operation before any event is looked at. */
  const NOT_OF_THE_SCHEMA: ReadonlySet<string> = new Set([
    ...['no type', 'a type that is a number', 'an unknown type', 'a type of the language'],
    ...['an unknown field', 'a field of the language', 'a field that is a national ID'],
    ...[
      'an unknown field of the payload',
      'an unknown field of the source',
      'a field that only the ledger writes',
    ],
    ...['no payload', 'a payload that is a list', 'a payload that is text'],
    ...['no subject', 'two subjects', 'a person named twice', 'a registration with two national IDs'],
    ...['a person that is an object', 'no effectiveOn', 'neither id nor record number', 'no source'],
    ...['a source that is text', 'no department', 'evidence that is no list', 'evidence without reference'],
  ]);
  /** One name in GraphQL, whatever the case of its first letter. */
  const sendable = BAD_INPUT.filter(
    ({ name, line }) => typeof line === 'object' && name !== 'a type in another case',
  );
  const rows = sendable.map((row) => [row.name, row] as const);

  it.each(rows.filter(([name]) => !NOT_OF_THE_SCHEMA.has(name)))('%s', async (_, { line, code, field }) => {
    const [result] = await record(ledger, line as object as Record<string, unknown>);
    expect(result).toMatchObject({ outcome: 'REFUSED', code, field: field ?? null });
    expect(result?.message).toContain(' / ');
  });

  it.each(rows.filter(([name]) => NOT_OF_THE_SCHEMA.has(name)))(
    '%s is no such operation',
    async (_, { line }) => {
      const { data, errors } = await ledger.ask(RECORD, {
        events: [lifeEvent(line as object as Record<string, unknown>)],
      });
      expect(data).toBeUndefined();
      expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['BAD_USER_INPUT']));
    },
  );

  it('quotes no number and no name', async () => {
    const said: string[] = [];
    for (const [, { line }] of rows) {
      said.push(
        JSON.stringify(
          await ledger.ask(RECORD, { events: [lifeEvent(line as object as Record<string, unknown>)] }),
        ),
      );
    }
    expect(said.filter((text) => /\d{14,17}[\dX]|吉克/.test(text))).toEqual([]);
  });

  it.each([
    ['beyond the range of Int', 3_000_000_000],
    ['with a fraction', 2016.5],
  ])('a whole number %s refuses its event and no other', async (_, year) => {
    const bad = { ...GOOD_LINES.povertyRegistration, data: { ...GOOD_LINES.povertyRegistration.data, year } };
    const good = { ...arrival, id: id(Math.floor(year % 1_000)), person: DEMONSTRATION.ayi };
    const results = await record(ledger, bad, good);
    expect(results).toMatchObject([
      { outcome: 'REFUSED', code: 'INVALID_FIELD', field: 'year' },
      { outcome: 'RECORDED', field: null },
    ]);
  });
});

describe('one by one in the order given', () => {
  const person = id(100);
  const registered = { ...registration, id: id(101), person };
  const arrived = { ...arrival, id: id(102), person };

  it('records what can be recorded and refuses the rest', async () => {
    const results = await record(
      ledger,
      registered,
      { ...arrived, person: id(199) },
      { ...arrived, id: id(103) },
    );
    expect(results.map(({ outcome, code }) => [outcome, code])).toEqual([
      ['RECORDED', null],
      ['REFUSED', 'UNKNOWN_SUBJECT'],
      ['RECORDED', null],
    ]);
    expect(results[0]?.recordedAt).toBe('2021-06-01T04:00:00.000Z');
  });

  it('answers an event sent again as the first time, and another one under its id with a refusal', async () => {
    const [first] = await record(ledger, { ...arrived, id: id(103) });
    expect(first).toMatchObject({ outcome: 'ALREADY_RECORDED', recordedAt: '2021-06-01T04:00:00.000Z' });
    const [other] = await record(ledger, { ...arrived, id: id(103), effectiveOn: '2019-03-02' });
    expect(other).toMatchObject({ outcome: 'REFUSED', code: 'IDEMPOTENCY_MISMATCH' });
  });

  it('finds a person by national ID', async () => {
    const { person: _, ...nobody } = arrived;
    const byNumber = { ...nobody, id: id(104), nationalId: VALID_NATIONAL_ID, effectiveOn: '2019-04-01' };
    expect(await record(ledger, byNumber)).toMatchObject([{ outcome: 'RECORDED' }]);
  });

  it('refuses more than five hundred at once', async () => {
    const events = Array.from({ length: 501 }, (_, index) =>
      lifeEvent({ ...arrived, id: id(1_000 + index) }),
    );
    const { errors } = await ledger.ask(RECORD, { events });
    expect(errors).toMatchObject([{ extensions: { code: 'TOO_LARGE', field: 'events' } }]);
  });

  it('carries five hundred', async () => {
    const lines = Array.from({ length: 500 }, (_, index) => ({
      ...arrived,
      id: id(2_000 + index),
      person: id(199),
    }));
    const results = await record(ledger, ...lines);
    expect(new Set(results.map(({ code }) => code))).toEqual(new Set(['UNKNOWN_SUBJECT']));
  });
});

describe('article 16', () => {
  it('refuses a demand to give up the land, and keeps its trace', async () => {
    const application = {
      ...GOOD_LINES.hukouApplication,
      id: id(300),
      person: DEMONSTRATION.landHolder,
      data: { ...GOOD_LINES.hukouApplication.data, conditionsStated: [{ code: 'GIVE_UP_CONTRACT_LAND' }] },
    };
    expect(await record(ledger, application)).toMatchObject([
      { outcome: 'REFUSED', code: 'LAND_RIGHTS_CONDITION' },
    ]);
    const { person } = await ledger.answer<{
      person: { findings: unknown; history: { nodes: { type: string }[] } };
    }>(
      `{ person(id: "${DEMONSTRATION.landHolder}") { findings { kind code summary(language: EN) entitlement } history(first: 100) { nodes { type } } } }`,
    );
    expect(person.findings).toEqual([
      {
        kind: 'BREACH',
        code: 'LAND_RIGHTS_CONDITION',
        entitlement: 'land.no-condition',
        summary: expect.stringContaining('article 16'),
      },
    ]);
    expect(person.history.nodes.map(({ type }) => type)).toContain('RefusalRecorded');
  });
});

describe('amendments', () => {
  const CORRECT =
    'mutation($input: CorrectEventInput!) { result: correctEvent(input: $input) { id outcome code field } }';
  const VOID =
    'mutation($input: VoidEventInput!) { result: voidEvent(input: $input) { id outcome code field } }';
  const REVERSE =
    'mutation($input: ReverseVoidingInput!) { result: reverseVoiding(input: $input) { id outcome code field } }';
  const { workerArrived } = DEMONSTRATION;

  async function amend(mutation: string, input: object): Promise<RecordResult> {
    return (await ledger.answer<{ result: RecordResult }>(mutation, { input })).result;
  }

  async function event(eventId: string): Promise<Record<string, unknown>> {
    const { event: found } = await ledger.answer<{ event: Record<string, unknown> }>(
      `{ event(id: "${eventId}") { effectiveOn standing amendedBy data } }`,
    );
    return found;
  }

  it('correct, void and restore an event, each known beside it', async () => {
    const correction = {
      id: id(401),
      corrects: workerArrived,
      data: { basis: 'LEASE' },
      reason: 'contract misread',
      source: PSB,
    };
    expect(await amend(CORRECT, correction)).toMatchObject({ outcome: 'RECORDED' });
    expect(await event(workerArrived)).toMatchObject({ standing: 'CORRECTED', amendedBy: [id(401)] });
    const voiding = { id: id(402), voids: workerArrived, reason: 'another person', source: PSB };
    expect(await amend(VOID, voiding)).toMatchObject({ outcome: 'RECORDED' });
    expect(await event(workerArrived)).toMatchObject({ standing: 'VOIDED', amendedBy: [id(401), id(402)] });
    expect(await event(id(402))).toMatchObject({ effectiveOn: '2019-03-01', data: { reason: '***' } });
    const again = { id: id(403), voids: workerArrived, reason: 'once more', source: PSB };
    expect(await amend(VOID, again)).toMatchObject({ outcome: 'REFUSED', code: 'ALREADY_VOIDED' });
    const reversal = { id: id(404), reverses: id(402), reason: 'the same person after all', source: PSB };
    expect(await amend(REVERSE, reversal)).toMatchObject({ outcome: 'RECORDED' });
    expect(await event(workerArrived)).toMatchObject({ standing: 'CORRECTED', amendedBy: [id(401)] });
    expect(await event(id(402))).toMatchObject({ standing: 'VOIDED', amendedBy: [id(404)] });
  });

  it('sent again are answered as the first time, though their target has moved since', async () => {
    const target = DEMONSTRATION.levelThree;
    const first = {
      id: id(411),
      corrects: target,
      data: { level: 4 },
      reason: 'misread',
      source: { department: 'DPF' },
    };
    expect(await amend(CORRECT, first)).toMatchObject({ outcome: 'RECORDED' });
    const moved = {
      id: id(412),
      corrects: target,
      effectiveOn: '2018-06-16',
      data: { issuedOn: '2018-06-16' },
    };
    expect(await amend(CORRECT, { ...first, ...moved })).toMatchObject({ outcome: 'RECORDED' });
    expect(await amend(CORRECT, first)).toMatchObject({ outcome: 'ALREADY_RECORDED' });
  });

  it.each([
    ['an event that the ledger does not know', id(999), 'UNKNOWN_EVENT', 'corrects'],
    ['an id that is no id', 'R-1', 'UNKNOWN_EVENT', 'corrects'],
  ])('%s is not corrected', async (_, corrects, code, field) => {
    const input = { id: id(421), corrects, data: {}, reason: 'x', source: PSB };
    expect(await amend(CORRECT, input)).toMatchObject({ outcome: 'REFUSED', code, field });
  });

  it.each([
    ['an unknown field', { divison: '510112' }, 'UNKNOWN_FIELD'],
    ['an unknown code', { basis: 'HEARSAY' }, 'UNKNOWN_CODE'],
    ['what is no object', 'LEASE', 'INVALID_FIELD'],
  ])('a correction to %s is refused with its code', async (_, data, code) => {
    const input = { id: id(422), corrects: workerArrived, data, reason: 'x', source: PSB };
    expect(await amend(CORRECT, input)).toMatchObject({ outcome: 'REFUSED', code });
  });
});
