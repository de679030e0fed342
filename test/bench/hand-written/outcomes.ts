/** A whole life from what is said on the days on which it may change. */
import { firstOfMonthFrom, type Day } from '@ledger/time';

export interface Judgement {
  readonly status: 'entitled' | 'undetermined';
  /** Fen; null where there is none, or nobody can tell. */
  readonly amount: number | null;
}

export interface Interval extends Judgement {
  readonly from: number;
  readonly until: number;
}

export type Judge = (on: number) => Judgement | undefined;

/** @param days on which something changes, in any order, from which on there is a right to it at all */
export function intervalsOf(days: number[], inForceFrom: number, judge: Judge): readonly Interval[] {
  const cuts = days.filter((day) => day > inForceFrom && day < Infinity).sort((a, b) => a - b);
  const intervals: { from: number; until: number; status: Judgement['status']; amount: number | null }[] = [];
  let open: (typeof intervals)[number] | undefined;
  for (let index = -1, before = -Infinity; index < cuts.length; index++) {
    const on = index === -1 ? inForceFrom : (cuts[index] as number);
    if (on === before) continue;
    before = on;
    const said = judge(on);
    if (open && said?.status === open.status && said.amount === open.amount) continue;
    if (open) open.until = on;
    open = said && { from: on, until: Infinity, status: said.status, amount: said.amount };
    if (open) intervals.push(open);
  }
  return intervals;
}

/** A right by the month is judged on firsts, and holds for the whole month. */
export function monthlyIntervalsOf(days: number[], inForceFrom: number, judge: Judge): readonly Interval[] {
  const first = firstOfMonthFrom(inForceFrom as Day);
  const firsts: number[] = [];
  for (const day of days) if (day > first && day < Infinity) firsts.push(firstOfMonthFrom(day as Day));
  return intervalsOf(firsts, first, judge);
}
