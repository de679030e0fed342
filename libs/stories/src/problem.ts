/** What is wrong with a story file: where, and what to write instead. */
import { nearestName } from '@ledger/vocabulary';

export interface Problem {
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/** Of so few names all are shown where none is near. */
const MOST_NAMES_SHOWN = 20;

/** Collects every problem of a file, so that its writer sees them all at once. */
export class Problems {
  private readonly found: Problem[] = [];

  add(line: number, message: string): void {
    const told = this.found.some((problem) => problem.line === line && problem.message === message);
    if (!told) this.found.push({ line, message });
  }

  /** A name that nothing known has, with the one that was probably meant. */
  unknown(line: number, kind: string, name: string, names: Iterable<string>): void {
    const known = [...names];
    const nearest = nearestName(name, known) ?? longestSharedBeginning(name, known);
    const listed = known.length <= MOST_NAMES_SHOWN ? `; known: ${known.join(', ')}` : '';
    this.add(line, `unknown ${kind} ${name}${nearest === undefined ? listed : `, did you mean ${nearest}?`}`);
  }

  get all(): readonly Problem[] {
    return [...this.found].sort((a, b) => a.line - b.line);
  }
}

/** Shorter beginnings are shared by chance. */
const SHORTEST_SHARED = 4;

/** For names cut short, which no slip of the pen explains: `UrbanArrival`. */
function longestSharedBeginning(name: string, known: readonly string[]): string | undefined {
  const shared = (other: string): number => {
    let length = 0;
    while (length < name.length && name[length]?.toLowerCase() === other[length]?.toLowerCase()) length += 1;
    return length;
  };
  const [best] = [...known].sort((a, b) => shared(b) - shared(a));
  return best !== undefined && shared(best) >= SHORTEST_SHARED ? best : undefined;
}
