/** A payload judged by its event type's one schema. */
import type { z } from 'zod';
import { CODE_LISTS } from './code-lists.js';
import type { DataOf, EventTypeName } from './catalogue.js';
import { fieldsOf, inputFieldsOf, type FieldNode } from './field-tree.js';
import { message } from './messages.js';
import { nearestName } from './nearest-name.js';
import { schemaOf, type ValidationOptions } from './schema-variants.js';
import type { Title } from './title.js';

export interface FieldProblem {
  readonly code: 'MISSING_FIELD' | 'INVALID_FIELD' | 'UNKNOWN_FIELD' | 'UNKNOWN_CODE' | 'INVALID_PERIOD';
  /** From the payload down: `to.division`, `members[2]`; `data` where the payload itself is meant. */
  readonly field: string;
  /** What to do about it; it never repeats the value. */
  readonly message: Title;
}

export type Validated<Data> =
  | { readonly ok: true; readonly data: Data }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

type Path = readonly PropertyKey[];

/** More than these nobody reads at once. */
const MOST_PROBLEMS = 20;
/** Longer lists of words are referred to by name. */
const MOST_WORDS_SHOWN = 20;
/** Payloads are three levels deep at the most; what lies deeper is refused, not searched. */
const DEEPEST_FIELD = 4;

/**
 * The payload, checked and in the schema's order, or what is wrong with it. An absent field may also be written `null`
 * (a GraphQL client does), except in a correction, where that would read as "take it away".
 */
export function validateData<Type extends EventTypeName>(
  type: Type,
  data: unknown,
  options: ValidationOptions & { readonly partial: true },
): Validated<Partial<DataOf<Type>>>;
export function validateData<Type extends EventTypeName>(
  type: Type,
  data: unknown,
  options?: ValidationOptions,
): Validated<DataOf<Type>>;
export function validateData(
  type: EventTypeName,
  data: unknown,
  options: ValidationOptions = {},
): Validated<object> {
  const fields = options.stored ? fieldsOf(type) : inputFieldsOf(type);
  return judge(schemaOf(type, options), fields, data, options.partial ? 'kept' : 'absent');
}

/** Judges anything by a schema made of the vocabulary's fields; a null counts as absent, or is kept and refused. */
export function judge<Data extends object>(
  schema: z.ZodType,
  fields: readonly FieldNode[],
  data: unknown,
  nulls: 'absent' | 'kept' = 'absent',
): Validated<Data> {
  const first = schema.safeParse(data);
  if (first.success) return { ok: true, data: first.data as Data };
  const judged = nulls === 'kept' ? data : withoutNulls(data, DEEPEST_FIELD);
  const second = judged === data ? first : schema.safeParse(judged);
  if (second.success) return { ok: true, data: second.data as Data };
  const issues = second.error.issues.slice(0, MOST_PROBLEMS);
  const problems = issues.flatMap((issue) => problemsOf(issue, fields, judged));
  return { ok: false, problems: problems.slice(0, MOST_PROBLEMS) };
}

function problemsOf(
  issue: z.core.$ZodIssue,
  fields: readonly FieldNode[],
  data: unknown,
): readonly FieldProblem[] {
  const field = pathText(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const siblings = siblingsAt(fields, issue.path);
    return issue.keys
      .slice(0, MOST_PROBLEMS)
      .map((key) => unknownField(pathText([...issue.path, key]), key, siblings));
  }
  const node = nodeAt(fields, issue.path);
  if (!node)
    return [
      { code: 'INVALID_FIELD', field: 'data', message: message('field.notAnObject', { field: 'data' }) },
    ];
  const value = valueAt(data, issue.path);
  if (value === undefined)
    return [{ code: 'MISSING_FIELD', field, message: message('field.missing', { field }) }];
  if (value === null)
    return [{ code: 'INVALID_FIELD', field, message: message('field.notRemovable', { field }) }];
  if (issue.code === 'invalid_value' && typeof value === 'string') return [unknownCode(field, node)];
  return [{ code: 'INVALID_FIELD', field, message: invalid(field, node, value) }];
}

function unknownField(field: string, key: string, siblings: readonly FieldNode[]): FieldProblem {
  const nearest = nearestName(
    key,
    siblings.map(({ name }) => name),
  );
  const said = nearest
    ? message('field.unknownNear', { field, nearest })
    : message('field.unknown', { field });
  return { code: 'UNKNOWN_FIELD', field, message: said };
}

function unknownCode(field: string, node: FieldNode): FieldProblem {
  const words = node.words ?? [];
  const list = node.codeList && CODE_LISTS[node.codeList];
  if (list && words.length > MOST_WORDS_SHOWN) {
    const said = message('field.notACodeOfList', { field, list: list.title, standard: list.standard });
    return { code: 'UNKNOWN_CODE', field, message: said };
  }
  return {
    code: 'UNKNOWN_CODE',
    field,
    message: message('field.notACode', { field, words: words.join(', ') }),
  };
}

function invalid(field: string, node: FieldNode, value: unknown): Title {
  if (node.kind === 'code') return message('field.notText', { field });
  if (node.kind === 'group' && (typeof value !== 'object' || Array.isArray(value)))
    return message('field.notAnObject', { field });
  if (typeof value === 'number' && node.kind !== 'whole' && node.kind !== 'flag' && node.kind !== 'list')
    return message('field.notText', { field });
  const { kind, least = 0, most = 0 } = node;
  return message(`kind.${kind}`, { field, least, most });
}

/** A key that looks like an identity number or is no name at all is not repeated. */
const SPEAKABLE_KEY = /^(?!.*\d{15})[\w.-]{1,64}$/;

function pathText(path: Path): string {
  let text = '';
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`;
    else text += `${text && '.'}${SPEAKABLE_KEY.test(String(part)) ? String(part) : '?'}`;
  }
  return text || 'data';
}

function siblingsAt(fields: readonly FieldNode[], path: Path): readonly FieldNode[] {
  return path.length === 0 ? fields : (nodeAt(fields, path)?.fields ?? []);
}

function nodeAt(fields: readonly FieldNode[], path: Path): FieldNode | undefined {
  let node: FieldNode | undefined;
  for (const part of path) {
    const siblings: readonly FieldNode[] = node ? (node.fields ?? []) : fields;
    node = typeof part === 'number' ? node?.item : siblings.find(({ name }) => name === part);
  }
  return node;
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[part] : undefined,
    data,
  );
}

function withoutNulls(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || depth === 0) return value;
  if (Array.isArray(value)) return value.map((item) => withoutNulls(item, depth - 1));
  const entries = Object.entries(value).filter(([, field]) => field !== null && field !== undefined);
  return Object.fromEntries(entries.map(([name, field]) => [name, withoutNulls(field, depth - 1)]));
}
