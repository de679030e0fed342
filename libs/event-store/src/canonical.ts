/**
 * RFC 8785 (JSON Canonicalization Scheme) over the model that events are held to: well-formed text, safe integers,
 * booleans, null, arrays and plain objects. No fractions, so that no two languages can print one number two ways.
 */
import { createHash } from 'node:crypto';

/** Text that JSON writes as it stands: no control character, quote, backslash or surrogate. */
const PLAIN = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;
/** Half of a character: it has no UTF-8 form, so no digest could be agreed upon. */
const LONE_SURROGATE = /\p{Surrogate}/u;
/** Deeper data is a mistake or an attack; payload schemas stay below ten. */
const DEEPEST = 64;

/**
 * The canonical text of a value: keys sorted by UTF-16 code units, no white space. Text is kept as given, not normalised.
 * @throws TypeError on what the model leaves out: fractions, unsafe integers, undefined, lone surrogates, class instances.
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0);
}

/** SHA-256, lower-case hex. */
export function digestOf(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function write(value: unknown, depth: number): string {
  switch (typeof value) {
    case 'string':
      return writeText(value);
    case 'number':
      if (!Number.isSafeInteger(value)) throw new TypeError('a canonical number is a safe integer');
      return value === 0 ? '0' : String(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      if (depth === DEEPEST) throw new TypeError(`canonical JSON nests at most ${DEEPEST} levels`);
      return Array.isArray(value) ? writeArray(value, depth + 1) : writeObject(value, depth + 1);
    default:
      throw new TypeError(`canonical JSON has no ${typeof value}`);
  }
}

function writeText(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  if (LONE_SURROGATE.test(text)) throw new TypeError('canonical text has no lone surrogates');
  return JSON.stringify(text);
}

function writeArray(values: readonly unknown[], depth: number): string {
  let text = '[';
  for (let index = 0; index < values.length; index++) {
    if (index > 0) text += ',';
    text += write(values[index], depth);
  }
  return text + ']';
}

function writeObject(value: object, depth: number): string {
  if (!isPlain(value)) throw new TypeError('canonical JSON has plain objects only');
  const members = value as Readonly<Record<string, unknown>>;
  const keys = Object.keys(members).sort();
  let text = '{';
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] as string;
    if (index > 0) text += ',';
    text += writeText(key) + ':' + write(members[key], depth);
  }
  return text + '}';
}

/** Of the root of its prototypes or of none; not compared with this realm's `Object`, for workers and test runners have others. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
