/** JSON as departments send it, read more strictly than `JSON.parse`: nothing is silently dropped or overwritten. */
import type { Json } from '@ledger/vocabulary';

export type JsonReading = { readonly value: Json } | { readonly fault: JsonFault };

export type JsonFault =
  | 'not-json'
  /** One key twice in an object: `JSON.parse` would take the last, another reader the first. */
  | 'duplicate-key';

const BACKSLASH = '\\';

export function readJson(text: string): JsonReading {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return { fault: 'not-json' };
  }
  return repeatsAKey(text) ? { fault: 'duplicate-key' } : { value };
}

/** Looks at the keys of a text that is known to be JSON: two quotes, and what stands between is a string. */
function repeatsAKey(text: string): boolean {
  /** Of each object or list around the place being read: the keys so far; none for a list. */
  const open: (Set<string> | undefined)[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '{' || character === '[') {
      open.push(character === '{' ? new Set() : undefined);
    } else if (character === '}' || character === ']') {
      open.pop();
    } else if (character === '"') {
      const end = endOfString(text, at);
      const keys = open.at(-1);
      if (keys && isKey(text, end)) {
        const key = nameOf(text.slice(at, end + 1));
        if (keys.has(key)) return true;
        keys.add(key);
      }
      at = end;
    }
  }
  return false;
}

/** The index of the quote that ends the string which begins at `start`. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text[end - 1 - backslashes] === BACKSLASH) backslashes += 1;
    if (backslashes % 2 === 0) return end;
  }
}

/** A string is a key where a colon follows it. */
function isKey(text: string, end: number): boolean {
  for (let at = end + 1; at < text.length; at++) {
    const character = text[at];
    if (character === ':') return true;
    if (character !== ' ' && character !== '\t' && character !== '\r' && character !== '\n') return false;
  }
  return false;
}

/** Two spellings of one key are one key: `"na\\u006de"` is `"name"`. */
function nameOf(quoted: string): string {
  return quoted.includes(BACKSLASH) ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);
}
