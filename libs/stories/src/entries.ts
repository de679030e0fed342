/** A map of a story file, read key by key; what is wrong is told with its line, and reading goes on. */
import { parseDay } from '@ledger/time';
import { plain, type Entry, type Located, type LocatedMap, type Scalar } from './located.js';
import type { Problems } from './problem.js';

export class Entries {
  readonly line: number;

  constructor(
    private readonly map: LocatedMap,
    private readonly problems: Problems,
  ) {
    this.line = map.line;
  }

  has(key: string): boolean {
    return this.map.entries.has(key);
  }

  lineOf(key: string): number {
    return this.map.entries.get(key)?.line ?? this.line;
  }

  all(): readonly (readonly [string, Entry])[] {
    return [...this.map.entries];
  }

  /** A key that nobody reads would be silently ignored. */
  allow(keys: readonly string[]): void {
    for (const [key, { line }] of this.map.entries) {
      if (!keys.includes(key)) this.problems.unknown(line, 'key', key, keys);
    }
  }

  located(key: string): Located | undefined {
    return this.map.entries.get(key)?.value;
  }

  scalar(key: string): Scalar | undefined {
    const value = this.located(key);
    if (value === undefined || value.kind === 'scalar') return value?.value;
    this.problems.add(value.line, `${key} is one value, not a ${value.kind}`);
    return undefined;
  }

  text(key: string): string | undefined {
    const value = this.scalar(key);
    if (value === undefined || typeof value === 'string') return value;
    this.problems.add(
      this.lineOf(key),
      value === null ? `${key} is empty` : `${key} is text: write "${String(value)}"`,
    );
    return undefined;
  }

  /** Text, or null where it says null. */
  textOrNull(key: string): string | null | undefined {
    return this.scalar(key) === null ? null : this.text(key);
  }

  required(key: string): string | undefined {
    if (!this.has(key)) this.problems.add(this.line, `${key} is missing`);
    return this.text(key);
  }

  date(key: string): string | undefined {
    return this.checkedDate(key, this.text(key));
  }

  dateOrNull(key: string): string | null | undefined {
    const value = this.textOrNull(key);
    return value === null ? null : this.checkedDate(key, value);
  }

  private checkedDate(key: string, value: string | undefined): string | undefined {
    if (value === undefined || parseDay(value) !== undefined) return value;
    this.problems.add(this.lineOf(key), `${key}: there is no day ${value}; a day is written 2020-03-01`);
    return undefined;
  }

  /** One of a closed set of words. */
  word<Word extends string>(key: string, kind: string, words: Iterable<Word>): Word | undefined {
    const value = this.text(key);
    return value === undefined ? undefined : knownWord(value, this.lineOf(key), kind, words, this.problems);
  }

  list(key: string): readonly Located[] | undefined {
    const value = this.located(key);
    if (value === undefined || value.kind === 'list') return value?.items;
    this.problems.add(value.line, `${key} is a list`);
    return undefined;
  }

  entries(key: string): Entries | undefined {
    const value = this.located(key);
    return value === undefined ? undefined : entriesOf(value, key, this.problems);
  }

  plain(key: string): ReturnType<typeof plain> | undefined {
    const value = this.located(key);
    return value && plain(value);
  }
}

/** The map that a place of the file must hold. */
export function entriesOf(value: Located, name: string, problems: Problems): Entries | undefined {
  if (value.kind === 'map') return new Entries(value, problems);
  problems.add(value.line, `${name} has keys and values`);
  return undefined;
}

/** Text in a list. */
export function textOf(item: Located, name: string, problems: Problems): string | undefined {
  if (item.kind === 'scalar' && typeof item.value === 'string') return item.value;
  const written = item.kind === 'scalar' && item.value !== null ? `: write "${String(item.value)}"` : '';
  problems.add(item.line, `${name} is text${written}`);
  return undefined;
}

export function knownWord<Word extends string>(
  value: string,
  line: number,
  kind: string,
  words: Iterable<Word>,
  problems: Problems,
): Word | undefined {
  const known = [...words];
  const found = known.find((word) => word === value);
  if (found === undefined) problems.unknown(line, kind, value, known);
  return found;
}
