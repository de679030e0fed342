/**
 * The words that people see, in Chinese and English, in one table that is total by type: a message cannot be used
 * before both are written, nor without the values that its sentence names.
 */
import { ENVELOPE_MESSAGES, FIELD_MESSAGES, KIND_MESSAGES } from './field-messages.js';
import { REFUSAL_MESSAGES } from './refusal-messages.js';
import type { RefusalCode } from './refusal.js';
import type { Title } from './title.js';

const FAMILIES = {
  refusal: REFUSAL_MESSAGES,
  field: FIELD_MESSAGES,
  kind: KIND_MESSAGES,
  envelope: ENVELOPE_MESSAGES,
} as const;

type Families = typeof FAMILIES;
type KeyIn<Family extends keyof Families> = `${Family}.${keyof Families[Family] & string}`;

/** `refusal.NOT_OWNER`, `field.missing`, `kind.date`, … */
export type MessageKey = { readonly [Family in keyof Families]: KeyIn<Family> }[keyof Families];

type EnglishOf<Key extends MessageKey> = Key extends `${infer Family extends keyof Families}.${infer Name}`
  ? Name extends keyof Families[Family]
    ? Families[Family][Name] extends { readonly en: infer English extends string }
      ? English
      : never
    : never
  : never;
type NamesIn<Sentence extends string> = Sentence extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

type Param = string | number | Title;

/** The values that a sentence names in braces; a title gives each language its own. */
export type MessageParams<Key extends MessageKey> = Readonly<Record<NamesIn<EnglishOf<Key>>, Param>>;

const TABLE = new Map<string, Title>(
  Object.entries(FAMILIES).flatMap(([family, messages]) =>
    Object.entries<Title>(messages).map(([name, title]): [string, Title] => [`${family}.${name}`, title]),
  ),
);

export const MESSAGE_KEYS = [...TABLE.keys()] as readonly MessageKey[];

/** The sentence in both languages; a value never speaks for itself, so callers pass only field names, limits and codes. */
export function message<Key extends MessageKey>(
  key: Key,
  ...[params]: NamesIn<EnglishOf<Key>> extends never ? [] : [params: MessageParams<Key>]
): Title {
  const title = TABLE.get(key);
  if (!title) throw new TypeError(`no message ${key}`);
  return params ? { zh: fill('zh', title, params), en: fill('en', title, params) } : title;
}

export function refusalMessage(code: RefusalCode): Title {
  return REFUSAL_MESSAGES[code];
}

function fill(language: keyof Title, title: Title, params: Readonly<Record<string, Param>>): string {
  return title[language].replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const param = params[name] ?? placeholder;
    return typeof param === 'object' ? param[language] : String(param);
  });
}
