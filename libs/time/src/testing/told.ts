/** Timelines as specs compare them: by what they say and rest on, whatever pieces they are made of. */
import { addDays, formatDay, formatOpenDay, type Day } from '../calendar.js';
import { atomsOf, type Atom, type Ground } from '../ground.js';
import { pieceAt, piecesOf, type Timeline } from '../timeline.js';

const nameOf = ({ kind, key }: Atom): string => `${kind}:${key}`;

/** The atoms of a ground as a set: sorted names, `kind:key`. */
export function namesIn(ground: Ground): readonly string[] {
  return atomsOf(ground).map(nameOf).sort();
}

const said = (value: unknown, because: readonly string[]): string =>
  `${String(value)} [${because.join(' ')}]`;

/** What a timeline says, in the fewest lines: `2020-03-01: true [event:a event:b]`. */
export function told(timeline: Timeline<unknown>): readonly string[] {
  const lines: string[] = [];
  let before: string | undefined;
  for (const { from, value, because } of piecesOf(timeline)) {
    const now = said(value, namesIn(because));
    if (now !== before) lines.push(`${formatOpenDay(from) ?? 'always'}: ${now}`);
    before = now;
  }
  return lines;
}

/** As {@link told}, without the grounds. */
export function toldValues(timeline: Timeline<unknown>): readonly string[] {
  return told({ ...timeline, because: timeline.because.map(() => null) });
}

/** What a function of the day says of each day of a window: a line for each day on which that changes, in one text. */
export function eachDay(
  { first, last }: { readonly first: Day; readonly last: Day },
  on: (day: Day) => { readonly value: unknown; readonly because?: readonly string[] },
): string {
  const lines: string[] = [];
  let before: string | undefined;
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const { value, because } = on(day);
    const now = because ? said(value, because) : String(value);
    if (now !== before) lines.push(`${formatDay(day)}: ${now}`);
    before = now;
  }
  return lines.join('\n');
}

/** Value and ground of a timeline on each day of a window. */
export function dayByDay(
  timeline: Timeline<unknown>,
  window: { readonly first: Day; readonly last: Day },
): string {
  return eachDay(window, (day) => {
    const { value, because } = pieceAt(timeline, day);
    return { value, because: namesIn(because) };
  });
}

/** Value of a timeline on each day of a window. */
export function valuesByDay(
  timeline: Timeline<unknown>,
  window: { readonly first: Day; readonly last: Day },
): string {
  return eachDay(window, (day) => ({ value: pieceAt(timeline, day).value }));
}
