/**
 * One typed payload an event type, made from the vocabulary's one schema. Everything in it may be left out and codes are
 * text, so that a bad value refuses its event with a code and not the whole batch.
 */
import { Type } from '@nestjs/common';
import { Field, InputType, Int } from '@nestjs/graphql';
import {
  definitionOf,
  EVENT_TYPE_NAMES,
  inputFieldsOf,
  type EventTypeName,
  type FieldNode,
} from '@ledger/vocabulary';
import { JsonValue } from '../graphql/scalars.js';

/** Amendments have mutations of their own, and the trace of a refusal is the ledger's to write. */
const NOT_SENT: ReadonlySet<EventTypeName> = new Set([
  'EventCorrected',
  'EventVoided',
  'VoidingReversed',
  'RefusalRecorded',
]);

const SENT = EVENT_TYPE_NAMES.filter((type) => !NOT_SENT.has(type));

/** `personRegistered` → `PersonRegistered` */
const TYPES: ReadonlyMap<string, EventTypeName> = new Map(SENT.map((type) => [withSmallInitial(type), type]));

export const LifeEventPayload = payloadType();

export interface Payload {
  readonly type: EventTypeName;
  readonly data: unknown;
}

/** @param input of {@link LifeEventPayload}: exactly one field, which GraphQL has seen to */
export function payloadOf(input: object): Payload {
  const [[field, data] = ['', undefined]] = Object.entries(input) as [string, unknown][];
  const type = TYPES.get(field);
  if (!type) throw new Error('a payload that the schema does not know');
  return { type, data };
}

function payloadType(): Type<object> {
  const payload = inputType('LifeEventPayload', {
    description:
      '@oneOf: residencePermitIssued, employmentStarted, hukouTransferApplied, …: one typed payload per event type of the catalogue, fields nullable, codes as strings.',
    isOneOf: true,
  });
  for (const [field, type] of TYPES) {
    const { title } = definitionOf(type);
    const input = groupType(type, inputFieldsOf(type));
    const description = `${title.zh} / ${title.en}`;
    Field(() => input, { nullable: true, description })(payload.prototype as object, field);
  }
  return payload;
}

/** Named by the way to it: `HukouTransferAppliedInput`, `HukouTransferAppliedToInput`. */
function groupType(name: string, fields: readonly FieldNode[]): Type<object> {
  const group = inputType(`${name}Input`);
  for (const node of fields) {
    const type = graphqlTypeOf(node, `${name}${withGreatInitial(node.name)}`);
    const nullable = node.kind === 'list' ? 'itemsAndList' : true;
    Field(() => type, { nullable })(group.prototype as object, node.name);
  }
  return group;
}

type FieldType = Type<object> | typeof Int | typeof JsonValue | typeof String | typeof Boolean;

function graphqlTypeOf({ kind, fields, item }: FieldNode, name: string): FieldType | [FieldType] {
  switch (kind) {
    case 'whole':
      return Int;
    case 'flag':
      return Boolean;
    case 'free':
      return JsonValue;
    case 'group':
      return groupType(name, fields ?? []);
    case 'list': {
      if (!item || item.kind === 'list') throw new TypeError(`${name} is not a list of single values`);
      return [graphqlTypeOf(item, name) as FieldType];
    }
    case 'text':
    case 'date':
    case 'month':
    case 'money':
    case 'decimal':
    case 'code':
    case 'division':
    case 'person':
    case 'household':
    case 'event':
    case 'decision':
    case 'nationalId':
      return String;
  }
}

function inputType(name: string, options: Parameters<typeof InputType>[1] = {}): Type<object> {
  // eslint-disable-next-line @typescript-eslint/no-extraneous-class -- its fields are given to it one by one
  const made = class {};
  Object.defineProperty(made, 'name', { value: name });
  InputType(name, options)(made);
  return made;
}

function withSmallInitial(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function withGreatInitial(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
