/** What a payload names, and where in it: persons, households, divisions, decisions. */
import { fieldsOf, type EventTypeName, type FieldNode, type Subject } from '@ledger/vocabulary';
import { streamOf } from '@ledger/vocabulary';

const NAMING_KINDS = ['person', 'household', 'division', 'decision'] as const;
export type NamedKind = (typeof NAMING_KINDS)[number];

export interface Named {
  readonly kind: NamedKind;
  /** Ledger id, or division code. */
  readonly id: string;
  /** Within the payload: `to.division`, `members[2]`. */
  readonly field: string;
}

const naming = new Map<EventTypeName, readonly FieldNode[]>();

/** @param data a payload, or the changed part of one, that its schema has passed */
export function namedIn(type: EventTypeName, data: object): readonly Named[] {
  let fields = naming.get(type);
  if (!fields) naming.set(type, (fields = fieldsOf(type).filter(names)));
  if (fields.length === 0) return [];
  const found: Named[] = [];
  collect(fields, data, '', found);
  return found;
}

export function subjectOf({ kind, id }: Named): Subject {
  return streamOf(kind, id);
}

function names(node: FieldNode): boolean {
  return (
    isNaming(node.kind) ||
    (node.fields?.some(names) ?? false) ||
    (node.item !== undefined && names(node.item))
  );
}

function isNaming(kind: string): kind is NamedKind {
  return (NAMING_KINDS as readonly string[]).includes(kind);
}

function collect(fields: readonly FieldNode[], data: object, prefix: string, found: Named[]): void {
  for (const node of fields) {
    const value = (data as Readonly<Record<string, unknown>>)[node.name];
    if (value !== undefined) take(node, value, `${prefix}${node.name}`, found);
  }
}

function take(node: FieldNode, value: unknown, field: string, found: Named[]): void {
  const { kind, fields, item } = node;
  if (isNaming(kind)) found.push({ kind, id: value as string, field });
  else if (fields) collect(fields, value as object, `${field}.`, found);
  else if (item && names(item)) {
    (value as readonly unknown[]).forEach((entry, index) => take(item, entry, `${field}[${index}]`, found));
  }
}
