/**
 * Provenance: what a piece of a timeline rests on. A ground is a set of atoms (an event, a parameter, a fact that
 * nobody has stated), kept as a tree of joins so that carrying it through an operation costs one small object and is
 * only unfolded when somebody asks why.
 */
export interface Atom {
  /** What sort of thing is relied on, for instance `event` or `parameter`. */
  readonly kind: string;
  /** Its identity within the kind. */
  readonly key: string;
}

class Join {
  constructor(
    readonly left: Atom | Join,
    readonly right: Atom | Join,
  ) {}
}

export type Ground = Atom | Join | null;

/** What rests on nothing. */
export const NO_GROUND: Ground = null;

export function join(left: Ground, right: Ground): Ground {
  if (left === null || left === right) return right;
  if (right === null) return left;
  return new Join(left, right);
}

/** The atoms of a ground, each once, in the order in which they were joined. */
export function atomsOf(ground: Ground): readonly Atom[] {
  if (ground === null) return [];
  if (!(ground instanceof Join)) return [ground];
  const found = new Map<string, Atom>();
  const seen = new Set<Join>();
  const open: (Atom | Join)[] = [ground];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (!(next instanceof Join)) {
      const key = `${next.kind}:${next.key}`;
      if (!found.has(key)) found.set(key, next);
    } else if (!seen.has(next)) {
      seen.add(next);
      open.push(next.right, next.left);
    }
  }
  return [...found.values()];
}
