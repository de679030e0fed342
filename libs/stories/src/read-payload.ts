/** A payload as a story writes it: unknown fields are told, and labels become the ids of what they name. */
import type { FieldNode, Json, JsonObject } from '@ledger/vocabulary';
import { entriesOf } from './entries.js';
import type { Labels, Named } from './labels.js';
import { plain, type Located } from './located.js';
import type { Problems } from './problem.js';

export interface PayloadReading {
  readonly labels: Labels;
  readonly problems: Problems;
  /** Whether a label may name something that no event introduces: of an event that must be refused. */
  readonly strangers: boolean;
}

/** What a field holds is the ledger's to judge; that it exists, and whom it names, is the reader's. */
export function readFields(
  written: Located,
  fields: readonly FieldNode[],
  reading: PayloadReading,
): JsonObject {
  const entries = entriesOf(written, 'data', reading.problems);
  const payload: Record<string, Json> = {};
  for (const [name, { line, value }] of entries?.all() ?? []) {
    const field = fields.find((node) => node.name === name);
    if (field) payload[name] = readField(value, field, reading);
    else
      reading.problems.unknown(
        line,
        'field',
        name,
        fields.map((node) => node.name),
      );
  }
  return payload;
}

function readField(written: Located, field: FieldNode, reading: PayloadReading): Json {
  const { item, fields, kind } = field;
  if (fields && written.kind === 'map') return readFields(written, fields, reading);
  if (item && written.kind === 'list') return written.items.map((one) => readField(one, item, reading));
  const value = plain(written);
  const named = NAMING[kind];
  return named && typeof value === 'string' ? idNamed(named, value, written.line, reading) : value;
}

const NAMING: Readonly<Partial<Record<FieldNode['kind'], Named>>> = {
  person: 'person',
  household: 'household',
  event: 'event',
  decision: 'decision',
};

/** The id that a label stands for. */
export function idNamed(
  kind: Named,
  label: string,
  line: number,
  { labels, problems, strangers }: PayloadReading,
): string {
  const known = labels.find(kind, label);
  if (known !== undefined) return known;
  if (!strangers) problems.unknown(line, kind, label, labels.ofKind(kind));
  return labels.introduce(kind, label);
}
