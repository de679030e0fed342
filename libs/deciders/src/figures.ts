/** The figures of the law that preconditions rest on. Where one has no value, its condition refuses nobody. */
import { NATION } from '@ledger/case';
import { constant, valueAt, type Day } from '@ledger/time';
import type { Knowledge } from './knowledge.js';

/** Every parameter that a decider reads, with its unit. */
export const PRECONDITION_FIGURES = {
  'residence-permit.min-stay': 'month',
  'employment.min-age': 'year',
  'pension.resident.enrolment-age': 'year',
  'pension.resident.age': 'year',
  'retirement.age.male': 'year',
  'retirement.age.female-worker': 'year',
  'minor.age': 'year',
  'elder.age': 'year',
  'tekun.minor-age': 'year',
  'orphan.student-extension': 'flag',
  'land.return-notice': 'month',
} as const satisfies Readonly<Record<string, 'year' | 'month' | 'flag'>>;

type FigureUnit = (typeof PRECONDITION_FIGURES)[keyof typeof PRECONDITION_FIGURES];
type FigureOf<Unit extends FigureUnit> = {
  [Id in keyof typeof PRECONDITION_FIGURES]: (typeof PRECONDITION_FIGURES)[Id] extends Unit ? Id : never;
}[keyof typeof PRECONDITION_FIGURES];

/** @param division where the figure is to hold; the narrowest that has one wins */
export function numberOn(
  known: Knowledge,
  id: FigureOf<'year' | 'month'>,
  on: Day,
  division: string = NATION,
): number | undefined {
  const value = valueAt(known.parameters.valueIn(id, constant(division)), on);
  return typeof value === 'number' ? value : undefined;
}

export function flagOn(
  known: Knowledge,
  id: FigureOf<'flag'>,
  on: Day,
  division: string = NATION,
): boolean | undefined {
  const value = valueAt(known.parameters.valueIn(id, constant(division)), on);
  return typeof value === 'boolean' ? value : undefined;
}
