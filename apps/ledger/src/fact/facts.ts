/** Facts of a case as the contract gives them: a value in JSON, since when and until when, and the events behind it. */
import { isEventAtom, type FactUnit, type FactValue } from '@ledger/case';
import { factOver, factsAbout } from '@ledger/policy';
import { writtenFact } from '@ledger/rules';
import { atomsOf, merged, UNKNOWN, type Day, type Unknown } from '@ledger/time';
import type { Json, Title } from '@ledger/vocabulary';
import type { CaseThen } from '../reading/reading.js';

export interface FactOnDay {
  readonly name: string;
  readonly title: Title;
  /** Null: nobody has said. */
  readonly value: Json;
  /** The unbroken stretch of this value around the day. */
  readonly from: Day;
  readonly until: Day;
  readonly events: readonly string[];
}

/** In catalogue order. */
export function factsOn({ subject, ruleSet }: CaseThen, day: Day): readonly FactOnDay[] {
  return factsAbout(ruleSet, subject).map(({ name, title, unit }) => {
    const piece = merged(factOver(ruleSet, subject, name)).find(
      ({ from, until }) => from <= day && day < until,
    );
    if (!piece) throw new Error('a timeline covers every day');
    const { from, until, value, because } = piece;
    const events = atomsOf(because).filter(isEventAtom);
    return { name, title, value: jsonOf(value, unit), from, until, events: events.map(({ key }) => key) };
  });
}

/** Flags and numbers as they are, all else as people write it: money and areas as decimal text, days as `YYYY-MM-DD`. */
function jsonOf(value: FactValue | Unknown, unit: FactUnit): Json {
  if (value === UNKNOWN) return null;
  const isPlain = typeof value === 'boolean' || (typeof value === 'number' && unit === 'number');
  return isPlain ? value : writtenFact(value, unit);
}
