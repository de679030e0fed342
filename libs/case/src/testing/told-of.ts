/** What a case says of a fact on a day, as specs write it. */
import {
  atomsOf,
  day,
  formatDay,
  END,
  pieceAt,
  UNKNOWN,
  type Day,
  type Ground,
  type Timeline,
  type Unknown,
} from '@ledger/time';
import type { Case } from '../case.js';
import type { FactValue } from '../fact.js';
import { getStatedFact } from '../stated-facts.js';

export interface ToldOf {
  /** `unknown` where nobody has said; a date as text, `never` for one that does not come. */
  readonly value: FactValue;
  /** Labels of events and parameters, names of what is missing; sorted. */
  readonly because: readonly string[];
}

export const labelsIn = (ground: Ground): readonly string[] =>
  atomsOf(ground)
    .map(({ kind, key }) => (kind === 'missing' ? `missing ${key}` : key))
    .sort();

/** A timeline's answer on a day. */
export function toldOn(timeline: Timeline<FactValue | Unknown>, on: string): ToldOf {
  const { value, because } = pieceAt(timeline, day(on));
  return { value: value === UNKNOWN ? 'unknown' : value, because: labelsIn(because) };
}

/** A stated fact's answer on a day. */
export function factOn(subject: Case, name: string, on: string): ToldOf {
  const { value, because } = toldOn(subject.fact(name), on);
  if (getStatedFact(name).unit !== 'date' || value === 'unknown') return { value, because };
  return { value: value === END ? 'never' : formatDay(value as Day), because };
}

export const valueOn = (subject: Case, name: string, on: string): FactValue =>
  factOn(subject, name, on).value;
