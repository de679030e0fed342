/** A YAML 1.2 document as plain values that know their lines. Dates stay text: the core schema has none. */
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { Json } from '@ledger/vocabulary';
import type { Problem } from './problem.js';

export type Scalar = string | number | boolean | null;

export type Located =
  | { readonly kind: 'scalar'; readonly line: number; readonly value: Scalar }
  | { readonly kind: 'list'; readonly line: number; readonly items: readonly Located[] }
  | LocatedMap;

export interface LocatedMap {
  readonly kind: 'map';
  readonly line: number;
  readonly entries: ReadonlyMap<string, Entry>;
}

export interface Entry {
  /** Of the key. */
  readonly line: number;
  readonly value: Located;
}

/** A story is six levels deep at the most; an alias that contains itself would never end. */
const DEEPEST = 20;

export type LocatedReading = { readonly root: Located } | { readonly problems: readonly Problem[] };

export function readYaml(source: string): LocatedReading {
  const lines = new LineCounter();
  const document = parseDocument(source, {
    version: '1.2',
    schema: 'core',
    lineCounter: lines,
    prettyErrors: false,
  });
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) {
    return { problems: faults.map(({ pos, message }) => ({ line: lines.linePos(pos[0]).line, message })) };
  }
  const reader = new TreeReader(document, lines);
  const root = reader.read(document.contents, 1, 0);
  return reader.problems.length > 0 ? { problems: reader.problems } : { root };
}

class TreeReader {
  readonly problems: Problem[] = [];

  constructor(
    private readonly document: Document,
    private readonly lines: LineCounter,
  ) {}

  read(node: Node | null, parentLine: number, depth: number): Located {
    const line = this.lineOf(node, parentLine);
    if (depth > DEEPEST) return this.refuse(line, 'this is nested too deep for a story');
    if (isAlias(node)) return this.read(node.resolve(this.document) ?? null, line, depth + 1);
    if (isSeq<Node | null>(node)) {
      return { kind: 'list', line, items: node.items.map((item) => this.read(item, line, depth + 1)) };
    }
    if (isMap<Node, Node | null>(node)) {
      const entries = new Map<string, Entry>();
      for (const { key, value } of node.items) {
        const at = this.lineOf(key, line);
        const name = isScalar(key) ? String(key.value) : '';
        if (!isScalar(key)) this.refuse(at, 'a key is a word');
        entries.set(name, { line: at, value: this.read(value, at, depth + 1) });
      }
      return { kind: 'map', line, entries };
    }
    return { kind: 'scalar', line, value: isScalar(node) ? (node.value as Scalar) : null };
  }

  private lineOf(node: Node | null, otherwise: number): number {
    return node?.range ? this.lines.linePos(node.range[0]).line : otherwise;
  }

  private refuse(line: number, message: string): Located {
    this.problems.push({ line, message });
    return { kind: 'scalar', line, value: null };
  }
}

/** The value without its lines. */
export function plain(located: Located): Json {
  switch (located.kind) {
    case 'scalar':
      return located.value;
    case 'list':
      return located.items.map(plain);
    case 'map':
      return Object.fromEntries([...located.entries].map(([name, { value }]) => [name, plain(value)]));
  }
}
