/**
 * The kinds of field that payloads are made of. Each is a zod schema with a {@link FieldMeta}: from the one schema of
 * an event type come its TypeScript type, GraphQL input, import columns, catalogue entry, sealed fields and subjects.
 */
import { z } from 'zod';
import { parseDay } from '@ledger/time';
import { CODE_LISTS, type CodeListName, type CodeOf } from './code-lists.js';
import type { JsonObject } from './envelope.js';

export type FieldKind =
  | 'text'
  | 'date'
  | 'month'
  | 'money'
  | 'decimal'
  | 'whole'
  | 'flag'
  | 'code'
  | 'division'
  | 'person'
  | 'household'
  | 'event'
  | 'decision'
  | 'nationalId'
  | 'list'
  | 'group'
  | 'free';

export interface FieldMeta {
  readonly kind: FieldKind;
  /** Identity or secret: sealed with the subject's own key before it is stored (design §4). */
  readonly sealed?: true;
  /** Read by the ledger from another field of the payload, never sent: not an input. */
  readonly derived?: true;
  readonly codeList?: CodeListName;
}

/** What the ledger knows of each field schema beside its type. */
export const fieldRegistry = z.registry<FieldMeta>();

function field<S extends z.ZodType>(schema: S, meta: FieldMeta): S {
  fieldRegistry.add(schema, meta);
  return schema;
}

/** Longest text of any one field, so that no event outgrows the log's 64 KiB. */
const LONGEST_TEXT = 2_000;
/** Most entries of any one list: a household of fifty has room, a flood has not. */
export const LONGEST_LIST = 200;

/** Without control characters and lone surrogates, which neither PostgreSQL nor canonical JSON can carry. */
const UNPRINTABLE = /(?![\n\r\t])[\p{Cc}\p{Cs}]/u;
const isPrintable = (value: string): boolean => !UNPRINTABLE.test(value);

export const text = (longest = LONGEST_TEXT) =>
  field(z.string().min(1).max(longest).refine(isPrintable), { kind: 'text' });
export const sealedText = (longest = LONGEST_TEXT) =>
  field(z.string().min(1).max(longest).refine(isPrintable), { kind: 'text', sealed: true });
export const nationalId = () => field(z.string().min(1).max(64), { kind: 'nationalId', sealed: true });
export const calendarDate = () =>
  field(
    z.string().refine((value) => parseDay(value) !== undefined),
    { kind: 'date' },
  );
export const derivedDate = () =>
  field(
    z.string().refine((value) => parseDay(value) !== undefined),
    { kind: 'date', derived: true },
  );
/** `YYYY-MM` */
export const month = () =>
  field(
    z.string().refine((value) => parseDay(`${value}-01`) !== undefined),
    { kind: 'month' },
  );
/** Decimal text in yuan, to the fen: `"105.00"`. */
export const money = () => field(z.string().regex(/^(0|[1-9]\d{0,14})(\.\d{1,2})?$/), { kind: 'money' });
/** Decimal text, not negative: areas, rates. */
export const decimal = () => field(z.string().regex(/^(0|[1-9]\d{0,14})(\.\d{1,6})?$/), { kind: 'decimal' });
export const whole = (least = 0, most = Number.MAX_SAFE_INTEGER) =>
  field(z.int().min(least).max(most), { kind: 'whole' });
export const flag = () => field(z.boolean(), { kind: 'flag' });
/** One of the codes of a shared list. */
export const code = <Name extends CodeListName>(list: Name) =>
  field(z.enum(CODE_LISTS[list].codes as readonly CodeOf<Name>[]), { kind: 'code', codeList: list });
export const derivedCode = <Name extends CodeListName>(list: Name) =>
  field(z.enum(CODE_LISTS[list].codes as readonly CodeOf<Name>[]), {
    kind: 'code',
    codeList: list,
    derived: true,
  });
/** One of a closed set of upper-case words that only this field uses. */
export const oneOf = <const Words extends readonly [string, ...string[]]>(...words: Words) =>
  field(z.enum(words), { kind: 'code' });
/** GB/T 2260 code of six digits, or twelve for a village; that it exists on the day is the deciders' to say. */
export const division = () => field(z.string().regex(/^(\d{6}|\d{12})$/), { kind: 'division' });
/** Ledger ids are UUIDs; capital letters are folded, so that one subject has one name. */
const uuid = () => z.uuid().toLowerCase();
export const personId = () => field(uuid(), { kind: 'person' });
export const eventId = () => field(uuid(), { kind: 'event' });
export const decisionId = () => field(uuid(), { kind: 'decision' });
export const list = <S extends z.ZodType>(item: S) =>
  field(z.array(item).max(LONGEST_LIST), { kind: 'list' });
export const group = <Shape extends z.ZodRawShape>(shape: Shape) =>
  field(z.strictObject(shape), { kind: 'group' });
/** A group whose fields must also hold together; where they do not, the group itself is the invalid field. */
export const groupWhere = <Shape extends z.ZodRawShape>(
  shape: Shape,
  holds: (value: z.output<z.ZodObject<Shape, z.core.$strict>>) => boolean,
) => field(z.strictObject(shape).refine(holds), { kind: 'group' });
/** An object whose shape another schema judges: the changed fields of a correction. */
export const free = () =>
  field(
    z.custom<JsonObject>((value) => typeof value === 'object' && value !== null && !Array.isArray(value)),
    { kind: 'free' },
  );
