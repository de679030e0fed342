import { isEventType, type JsonObject } from '@ledger/vocabulary';
import { toCommand, type Command, type IntakeOptions } from './command.js';
import type { Refusal } from './refusal.js';
import { readJson } from './json-text.js';
import { BAD_INPUT, GOOD_LINES, VALID_NATIONAL_ID, type BadInput } from './testing/index.js';

const { registration, arrival, parameter } = GOOD_LINES;

function commandOf(raw: unknown, options: IntakeOptions = {}): Command {
  const reading = toCommand(raw, options);
  if (!('command' in reading)) throw new Error(`refused: ${JSON.stringify(reading.refusals)}`);
  return reading.command;
}

function refusalsOf(raw: unknown, options: IntakeOptions = {}): readonly Refusal[] {
  const reading = toCommand(raw, options);
  if ('command' in reading) throw new Error('not refused');
  return reading.refusals;
}

const without = (line: object, ...fields: readonly string[]) =>
  Object.fromEntries(Object.entries(line).filter(([field]) => !fields.includes(field)));

/** What every door does with a line of text before it is an object. */
function sent({ line }: BadInput): unknown {
  if (typeof line !== 'string') return line;
  const json = readJson(line);
  return 'value' in json ? json.value : undefined;
}

describe('a command', () => {
  it.each(Object.entries(GOOD_LINES))('is read from a good line: %s', (_, line) => {
    expect(isEventType(commandOf(line).type)).toBe(true);
  });

  it('is the line, with what is silent made explicit', () => {
    expect(commandOf(arrival)).toEqual({
      id: arrival.id,
      type: 'UrbanArrivalRecorded',
      subject: { kind: 'person', id: arrival.person },
      effectiveOn: '2019-03-01',
      source: { department: 'PSB' },
      confidence: 'verified',
      evidence: [],
      data: arrival.data,
    });
  });

  it('takes null for absent, as GraphQL clients write it', () => {
    const nulls = {
      household: null,
      nationalId: null,
      effectiveUntil: null,
      confidence: null,
      evidence: null,
    };
    const data = { ...arrival.data, addressToken: null };
    expect(commandOf({ ...arrival, ...nulls, data })).toEqual(commandOf(arrival));
  });

  it('folds capital letters of ids, so that one subject has one name', () => {
    const shouted = { ...arrival, id: arrival.id.toUpperCase(), person: arrival.person.toUpperCase() };
    expect(commandOf(shouted)).toEqual(commandOf(arrival));
  });

  it.each([
    ['PSB', undefined, 'verified'],
    ['HEALTH', undefined, 'imported'],
    ['PSB', 'declared', 'declared'],
    ['HEALTH', 'verified', 'verified'],
  ])('of %s that says %p is %s', (department, confidence, expected) => {
    expect(
      commandOf({ ...arrival, source: { department }, ...(confidence && { confidence }) }).confidence,
    ).toBe(expected);
  });

  it('names a person by national ID, however it was written', () => {
    const byNumber = { ...without(arrival, 'person'), nationalId: '１１０１０５ 19491231 002x' };
    expect(commandOf(byNumber).subject).toEqual({ kind: 'person', nationalId: VALID_NATIONAL_ID });
  });

  it('holds the national ID of its payload in one writing', () => {
    const data = { ...registration.data, nationalId: '11010519491231002x' };
    expect(commandOf({ ...registration, data })).toEqual(commandOf(registration));
  });

  it('takes the national ID of a registration beside its payload as well as in it', () => {
    const beside = {
      ...registration,
      nationalId: VALID_NATIONAL_ID,
      data: without(registration.data, 'nationalId'),
    };
    expect(commandOf(beside)).toEqual(commandOf(registration));
  });

  it('about a division has its code as id', () => {
    expect(commandOf(parameter).subject).toEqual({ kind: 'division', id: '510000' });
  });
});

describe('the id of an event that has none', () => {
  const source = { department: 'PSB', system: 'hukou', recordNumber: 'R-7' };
  const line = { ...without(arrival, 'id'), source };
  const idOf = (raw: unknown, options?: IntakeOptions) => commandOf(raw, options).id;

  it('is a UUIDv5 that stays as it is for ever', () => {
    expect(idOf(line)).toBe('86986b2d-5baa-58ee-8665-b7e17ae44667');
  });

  it.each<[string, object]>([
    ['system', { source: { ...source, system: 'residence' } }],
    ['record number', { source: { ...source, recordNumber: 'R-8' } }],
    ['type', { type: 'UrbanResidenceEnded', data: { reason: 'RETURNED' } }],
    ['subject', { person: '5a0e7a0c-8c0f-4f0e-9d69-1b1c4d4b2a02' }],
  ])('differs by %s', (_, changes) => {
    expect(idOf({ ...line, ...changes })).not.toBe(idOf(line));
  });

  it.each<[string, object]>([
    ['the day', { effectiveOn: '2019-04-01' }],
    ['the office', { source: { ...source, division: '510112' } }],
    ['the payload', { data: { ...arrival.data, basis: 'LEASE' } }],
  ])('does not depend on %s: a record that was changed is told from a new one', (_, changes) => {
    expect(idOf({ ...line, ...changes })).toBe(idOf(line));
  });

  it('follows, for a person named by national ID, from a keyed pseudonym only', () => {
    const byNumber = { ...without(line, 'person'), nationalId: VALID_NATIONAL_ID };
    const options = { pseudonymOf: (nationalId: string) => `pseudonym of ${nationalId}` };
    const other = { pseudonymOf: (nationalId: string) => `another of ${nationalId}` };
    expect(idOf(byNumber, options)).not.toBe(idOf(byNumber, other));
    expect(refusalsOf(byNumber)).toMatchObject([{ code: 'MISSING_FIELD', field: 'id' }]);
  });

  it('gives a new person an id that follows from it', () => {
    const registered = { ...without(registration, 'id', 'person'), source };
    const { id, subject } = commandOf(registered);
    expect(commandOf({ ...registered, id }).subject).toEqual(subject);
    expect([id, subject]).toEqual([
      '2e6e0e6c-aead-506e-adcc-13853d3f7f99',
      { kind: 'person', id: '6a164d77-5eea-533d-b281-2a253dc1b103' },
    ]);
  });
});

describe('bad input', () => {
  it.each(BAD_INPUT)('is refused: $name', (row) => {
    const refusals = refusalsOf(sent(row));
    expect(refusals.map(({ code, field }) => ({ code, field }))).toContainEqual({
      code: row.code,
      field: row.field,
    });
  });

  it.each(BAD_INPUT)('names one fault only: $name', (row) => {
    expect(new Set(refusalsOf(sent(row)).map(({ code }) => code))).toEqual(new Set([row.code]));
  });

  it.each(BAD_INPUT)('is not repeated in what is said about it: $name', (row) => {
    const said = JSON.stringify(refusalsOf(sent(row)));
    for (const secret of [VALID_NATIONAL_ID, '110105', '吉克', '龙泉驿区', '身份证遗失'])
      expect(said).not.toContain(secret);
  });

  it('is told of with all that is wrong, and with the id of the event', () => {
    const line = {
      ...arrival,
      effectiveOn: '2019-02-30',
      household: arrival.person,
      data: { division: '510112', basis: 'X' },
    };
    const said = refusalsOf(line).map(({ code, field, eventId }) => [code, field, eventId]);
    expect(said).toEqual([
      ['INVALID_FIELD', 'household', arrival.id],
      ['INVALID_FIELD', 'effectiveOn', arrival.id],
      ['MISSING_FIELD', 'urbanRuralClass', arrival.id],
      ['UNKNOWN_CODE', 'basis', arrival.id],
    ]);
  });

  it('is told of in both languages, with the nearest known name', () => {
    const [typo] = refusalsOf({ ...arrival, type: 'UrbanArivalRecorded' });
    expect(typo?.message.en).toContain('Did you mean UrbanArrivalRecorded?');
    expect(typo?.message.zh).toContain('UrbanArrivalRecorded');
    const [field] = refusalsOf({ ...arrival, efectiveUntil: '2020-01-01' });
    expect(field?.message.en).toContain('Did you mean effectiveUntil?');
  });

  it('with very many faults is told of with some', () => {
    const fields = Object.fromEntries(
      Array.from({ length: 1000 }, (_, index): [string, number] => [`field${index}`, index]),
    );
    expect(refusalsOf({ ...arrival, ...fields })).toHaveLength(20);
  });

  it('that hides a key of the language in an object is refused whatever the door', () => {
    const data = JSON.parse('{"__proto__":{"division":"510112"}}') as JsonObject;
    expect(refusalsOf({ ...arrival, data })).toMatchObject([{ code: 'MALFORMED' }]);
  });
});
