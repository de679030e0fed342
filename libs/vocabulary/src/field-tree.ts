/** An event type's one schema, read as a tree of fields: what GraphQL, imports, the catalogue and sealing derive from. */
import { z } from 'zod';
import { definitionOf, type EventTypeName } from './catalogue.js';
import { fieldRegistry, LONGEST_LIST, type FieldMeta } from './fields.js';

export interface FieldNode extends FieldMeta {
  /** The key in its group; empty for the items of a list. */
  readonly name: string;
  /** From the payload down: `to.division`, `members[]`, `conditionsStated[].text`. */
  readonly path: string;
  readonly required: boolean;
  /** Of a code: every word it may be. */
  readonly words?: readonly string[];
  /** Smallest value of a whole number. */
  readonly least?: number;
  /** Largest value of a whole number, most characters of a text, most items of a list. */
  readonly most?: number;
  /** Of a group. */
  readonly fields?: readonly FieldNode[];
  /** Of a list. */
  readonly item?: FieldNode;
}

interface EventFields {
  readonly all: readonly FieldNode[];
  readonly input: readonly FieldNode[];
  readonly sealed: readonly string[];
}

const known = new Map<EventTypeName, EventFields>();

/** All payload fields of an event type, derived ones included. */
export function fieldsOf(type: EventTypeName): readonly FieldNode[] {
  return read(type).all;
}

/** The payload fields that a sender may give. */
export function inputFieldsOf(type: EventTypeName): readonly FieldNode[] {
  return read(type).input;
}

/** Paths of the fields that are sealed before an event is stored; `[]` stands for every item of a list. */
export function sealedFieldsOf(type: EventTypeName): readonly string[] {
  return read(type).sealed;
}

/** The same of a correction: its own, and within `data` those of the type that it corrects. */
export function sealedFieldsOfCorrection(corrected: EventTypeName): readonly string[] {
  return [...sealedFieldsOf('EventCorrected'), ...sealedFieldsOf(corrected).map((path) => `data.${path}`)];
}

/** The fields of any group made of the vocabulary's kinds. */
export function nodesOf(group: z.core.$ZodType): readonly FieldNode[] {
  return groupFields(group, '');
}

function read(type: EventTypeName): EventFields {
  let fields = known.get(type);
  if (!fields) {
    const all = nodesOf(definitionOf(type).data);
    const input = all.filter((node) => !node.derived);
    fields = { all, input, sealed: all.flatMap(sealedPaths) };
    known.set(type, fields);
  }
  return fields;
}

function sealedPaths(node: FieldNode): readonly string[] {
  if (node.sealed) return [node.path];
  return [...(node.fields ?? []), ...(node.item ? [node.item] : [])].flatMap(sealedPaths);
}

function groupFields(schema: z.core.$ZodType, prefix: string): readonly FieldNode[] {
  if (!(schema instanceof z.ZodObject)) throw new TypeError('a payload is a group of fields');
  return Object.entries(schema.shape as z.ZodRawShape).map(([name, field]) =>
    nodeOf(field, name, `${prefix}${name}`),
  );
}

function nodeOf(schema: z.core.$ZodType, name: string, path: string): FieldNode {
  if (schema instanceof z.ZodExactOptional)
    return { ...nodeOf(schema.unwrap(), name, path), required: false };
  const meta = fieldRegistry.get(schema);
  if (!meta) throw new TypeError(`field ${path} is not made of the vocabulary's kinds`);
  const node = { ...meta, ...limitsOf(schema), name, path, required: true };
  if (schema instanceof z.ZodObject) return { ...node, fields: groupFields(schema, `${path}.`) };
  if (schema instanceof z.ZodArray) return { ...node, item: nodeOf(schema.element, '', `${path}[]`) };
  if (schema instanceof z.ZodEnum) return { ...node, words: schema.options as readonly string[] };
  return node;
}

function limitsOf(schema: z.core.$ZodType): Pick<FieldNode, 'least' | 'most'> {
  if (schema instanceof z.ZodNumber) return { least: schema.minValue ?? 0, most: schema.maxValue ?? 0 };
  if (schema instanceof z.ZodString) return schema.maxLength === null ? {} : { most: schema.maxLength };
  return schema instanceof z.ZodArray ? { most: LONGEST_LIST } : {};
}
