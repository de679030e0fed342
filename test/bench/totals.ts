/** What outcomes add up to: enough to see that two evaluators say the same. */
import { day } from '@ledger/time';
import type { Interval } from './hand-written.js';

const FROM = day('2010-01-01');
const UNTIL = day('2031-01-01');

interface Total {
  intervals: number;
  /** Within the window. */
  days: number;
  /** Fen by days, within the window. */
  amounts: number;
}

export class Totals {
  private readonly totals = new Map<string, Total>();

  add(code: string, intervals: readonly Interval[]): void {
    for (const { from, until, status, amount } of intervals) {
      const key = `${code} ${status}`;
      let total = this.totals.get(key);
      if (!total) this.totals.set(key, (total = { intervals: 0, days: 0, amounts: 0 }));
      const days = Math.max(0, Math.min(until, UNTIL) - Math.max(from, FROM));
      total.intervals++;
      total.days += days;
      total.amounts += days * (amount ?? 0);
    }
  }

  /** One a code and status, in order. */
  lines(): readonly string[] {
    return [...this.totals]
      .map(
        ([key, { intervals, days, amounts }]) =>
          `  ${key}: ${intervals} intervals, ${days} days, ${amounts} fen × days`,
      )
      .sort();
  }
}
