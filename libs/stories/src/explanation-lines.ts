/** The explanation tree as indented lines, and the events that it names. */
import type { ObservedExplanation } from './story-world.js';

/** Parts without anything to tell below the ones that do are left to the full explanation of the ledger. */
const DEEPEST_SHOWN = 12;

export function explanationLines(explanation: ObservedExplanation, depth = 0): readonly string[] {
  const { label, verdict, value, events, parameters, missing, because } = explanation;
  const isLeaf = because.length === 0;
  const grounds = isLeaf ? [...events, ...parameters, ...missing.map((name) => `${name} is missing`)] : [];
  const said = value === null ? '' : ` = ${value}`;
  const resting = grounds.length === 0 ? '' : `  [${grounds.join('; ')}]`;
  const line = `${'  '.repeat(depth)}${verdict.padEnd(7)} ${label}${said}${resting}`;
  return depth === DEEPEST_SHOWN
    ? [line]
    : [line, ...because.flatMap((part) => explanationLines(part, depth + 1))];
}

/** Ids of the events named anywhere in the tree. */
export function eventsNamedIn(explanation: ObservedExplanation): ReadonlySet<string> {
  return new Set([...explanation.events, ...explanation.because.flatMap((part) => [...eventsNamedIn(part)])]);
}
