/** The committed schema is what clients have; whoever changes it sees the change in the diff. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { EVENT_TYPE_NAMES } from '@ledger/vocabulary';
import { builtSchema, printed } from './testing/printed-schema.js';

const REPOSITORY = path.resolve(import.meta.dirname, '../../../..');
const COMMITTED = path.join(REPOSITORY, 'apps/ledger/schema.graphql');
const SLICE = path.join(REPOSITORY, 'test/graphql/contract-slice.graphql');

let schema: GraphQLSchema;

beforeAll(async () => {
  schema = await builtSchema();
});

it('is the committed one; LEDGER_WRITE_SCHEMA=true writes it', () => {
  const text = printed(schema);
  if (process.env['LEDGER_WRITE_SCHEMA'] === 'true') writeFileSync(COMMITTED, text);
  expect(readFileSync(COMMITTED, 'utf8')).toBe(text);
});

describe('the slice of the client contract', () => {
  const contract = buildSchema(readFileSync(SLICE, 'utf8'));
  const named = Object.values(contract.getTypeMap()).filter(({ name }) => !name.startsWith('__'));

  it.each(named.map((type) => [type.name, type] as const))('%s is as the contract has it', (name, type) => {
    const ours = schema.getType(name);
    expect(ours?.constructor).toBe(type.constructor);
    expect(described(ours)).toEqual(described(type));
    if (name !== 'LifeEventPayload') expect(membersOf(ours)).toMatchObject(membersOf(type));
  });
});

describe('the payloads', () => {
  it('are one of one per event type that a department may send', () => {
    const payload = schema.getType('LifeEventPayload');
    if (!isInputObjectType(payload)) throw new Error('LifeEventPayload is an input');
    expect(payload.isOneOf).toBe(true);
    const own = ['EventCorrected', 'EventVoided', 'VoidingReversed', 'RefusalRecorded'];
    const sent = EVENT_TYPE_NAMES.filter((type) => !own.includes(type));
    expect(Object.values(payload.getFields()).map(({ type }) => type.toString())).toEqual(
      sent.map((type) => `${type}Input`),
    );
  });

  it('require nothing, so that what is missing refuses its event only', () => {
    const inputs = Object.values(schema.getTypeMap()).filter(
      (type) => isInputObjectType(type) && EVENT_TYPE_NAMES.some((event) => type.name.startsWith(event)),
    );
    const required = inputs.flatMap((type) =>
      Object.values(isInputObjectType(type) ? type.getFields() : {}).filter((field) =>
        field.type.toString().includes('!'),
      ),
    );
    expect(required).toEqual([]);
  });
});

type Members = Readonly<Record<string, unknown>>;

function described(type: GraphQLNamedType | undefined): string | undefined {
  return type?.description ?? undefined;
}

/** Fields with their types, arguments and descriptions, or the values of an enumeration. */
function membersOf(type: GraphQLNamedType | undefined): Members {
  if (isEnumType(type)) return Object.fromEntries(type.getValues().map(({ name }) => [name, true]));
  if (!isObjectType(type) && !isInputObjectType(type)) return {};
  const fields: readonly (GraphQLField<unknown, unknown> | GraphQLInputField)[] = Object.values(
    type.getFields(),
  );
  return Object.fromEntries(fields.map((field) => [field.name, memberOf(field)]));
}

function memberOf(field: GraphQLField<unknown, unknown> | GraphQLInputField): Members {
  const args: readonly GraphQLArgument[] = 'args' in field ? field.args : [];
  return {
    type: field.type.toString(),
    ...(field.description == null ? {} : { description: field.description }),
    args: Object.fromEntries(
      args.map(({ name, type, defaultValue }) => [name, { type: type.toString(), defaultValue }]),
    ),
  };
}
