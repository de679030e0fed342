/** The index by which an event is found: every subject it speaks of, derived from its schema (design §4). */
import type { EventTypeName } from './catalogue.js';
import { streamOf, type StreamName, type Subject } from './envelope.js';
import { fieldsOf, type FieldNode } from './field-tree.js';

type Collect = (data: Readonly<Record<string, unknown>>, into: Set<Subject>) => void;

const collectors = new Map<EventTypeName, Collect | undefined>();

/**
 * The event's own stream first, then each person and household of its payload, without doubles. Divisions are subjects
 * of their own streams only. The recording path adds to an amendment the subjects of what it amends.
 */
export function subjectsOf(
  type: EventTypeName,
  stream: StreamName,
  data: Readonly<Record<string, unknown>>,
): readonly Subject[] {
  if (!collectors.has(type)) collectors.set(type, collectorOf(fieldsOf(type)));
  const collect = collectors.get(type);
  if (!collect) return [stream];
  const subjects = new Set<Subject>([stream]);
  collect(data, subjects);
  return [...subjects];
}

/** Undefined where a group names nobody, so that such events cost nothing. */
function collectorOf(fields: readonly FieldNode[]): Collect | undefined {
  const steps = fields.flatMap((node) => {
    const take = takerOf(node);
    return take ? [[node.name, take] as const] : [];
  });
  if (steps.length === 0) return undefined;
  return (data, into) => {
    for (const [name, take] of steps) {
      if (data[name] !== undefined) take(data[name], into);
    }
  };
}

function takerOf(node: FieldNode): ((value: unknown, into: Set<Subject>) => void) | undefined {
  const { kind } = node;
  if (kind === 'person' || kind === 'household') return (id, into) => into.add(streamOf(kind, id as string));
  if (node.fields)
    return collectorOf(node.fields) as ((value: unknown, into: Set<Subject>) => void) | undefined;
  const take = node.item && takerOf(node.item);
  if (!take) return undefined;
  return (items, into) => {
    for (const item of items as readonly unknown[]) take(item, into);
  };
}
