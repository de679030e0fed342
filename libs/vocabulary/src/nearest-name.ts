/** Farther than this from every known name, a guess would mislead. */
const FARTHEST_GUESS = 3;
/** A longer word is no slip of the pen; comparing it would only cost time. */
const LONGEST_GUESSED = 80;

/** The known name that was probably meant, or undefined where none is near. */
export function nearestName(name: string, names: Iterable<string>): string | undefined {
  if (name.length > LONGEST_GUESSED) return undefined;
  const wanted = name.toLowerCase();
  let nearest: string | undefined;
  let least = Math.min(FARTHEST_GUESS, Math.ceil(name.length / 2)) + 1;
  for (const known of names) {
    if (Math.abs(known.length - name.length) >= least) continue;
    const distance = editDistance(wanted, known.toLowerCase());
    if (distance < least) [nearest, least] = [known, distance];
  }
  return nearest;
}

/** Levenshtein's distance, in one row. */
function editDistance(a: string, b: string): number {
  const row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    let diagonal = row[0] ?? 0;
    row[0] = i;
    for (let j = 1; j <= b.length; j += 1) {
      const above = row[j] ?? 0;
      const substituted = diagonal + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(above + 1, (row[j - 1] ?? 0) + 1, substituted);
      diagonal = above;
    }
  }
  return row[b.length] ?? 0;
}
