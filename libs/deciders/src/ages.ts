import { addYears, type Day } from '@ledger/time';
import type { StreamName } from '@ledger/vocabulary';
import { numberOn, type PRECONDITION_FIGURES } from './figures.js';
import type { Knowledge } from './knowledge.js';

type AgeFigure = {
  [Id in keyof typeof PRECONDITION_FIGURES]: (typeof PRECONDITION_FIGURES)[Id] extends 'year' ? Id : never;
}[keyof typeof PRECONDITION_FIGURES];

/** Whether a person is certainly below an age on a day: on the birthday itself it is reached (民法典 §1259). */
export function isBelow(
  known: Knowledge,
  person: StreamName,
  age: AgeFigure,
  on: Day,
  division?: string,
): boolean {
  const years = numberOn(known, age, on, division);
  return years !== undefined && on < addYears(known.birthOf(person), years);
}

/** Whether a person has certainly reached an age on a day. */
export function hasReached(
  known: Knowledge,
  person: StreamName,
  age: AgeFigure,
  on: Day,
  division?: string,
): boolean {
  const years = numberOn(known, age, on, division);
  return years !== undefined && on >= addYears(known.birthOf(person), years);
}
