/** The whole life of one entitlement of one subject: read models store what is not "not entitled", the rest is between. */
import { BEGINNING, END, type Day } from '@ledger/time';
import type { EntitlementInterval } from '@ledger/read-models';
import type { EntitlementStatus, Per } from '@ledger/rules';

export interface Stretch {
  readonly from: Day;
  /** exclusive */
  readonly until: Day;
  /** Null while not entitled. */
  readonly outcome: EntitlementInterval | null;
}

export type Life = readonly [Stretch, ...Stretch[]];

/** @param intervals of one subject and code, as known at one position, in any order */
export function lifeOf(intervals: readonly EntitlementInterval[]): Life {
  const stretches: Stretch[] = [];
  let reached: Day = BEGINNING;
  for (const outcome of [...intervals].sort((a, b) => a.from - b.from)) {
    const { from, until } = outcome;
    if (reached < from) stretches.push({ from: reached, until: from, outcome: null });
    stretches.push({ from, until, outcome });
    reached = until;
  }
  if (reached < END) stretches.push({ from: reached, until: END, outcome: null });
  return stretches as unknown as Life;
}

export function stretchAt(life: Life, day: Day): Stretch {
  const found = life.find(({ from, until }) => from <= day && day < until);
  if (!found) throw new Error('a life covers every day');
  return found;
}

export function statusOf({ outcome }: Stretch): EntitlementStatus {
  return outcome?.status ?? 'not-entitled';
}

/** The unbroken interval of the status on a day. */
export function unbroken(life: Life, day: Day): Pick<Stretch, 'from' | 'until'> {
  const at = life.indexOf(stretchAt(life, day));
  const status = statusOf(life[at] ?? life[0]);
  let [first, last] = [at, at];
  while (first > 0 && statusOf(life[first - 1] ?? life[0]) === status) first--;
  while (last < life.length - 1 && statusOf(life[last + 1] ?? life[0]) === status) last++;
  return { from: (life[first] ?? life[0]).from, until: (life[last] ?? life[0]).until };
}

/** What the contract calls an interval: status and amount, whatever else changes meanwhile. */
export interface PaidInterval {
  readonly from: Day;
  readonly until: Day;
  readonly status: EntitlementStatus;
  /** Fen. */
  readonly amount: number | null;
  readonly per: Per | null;
}

export function paidIntervals(life: Life): readonly PaidInterval[] {
  const intervals: PaidInterval[] = [];
  for (const stretch of life) {
    const next = paidInterval(stretch);
    const last = intervals.at(-1);
    if (last && samePay(last, next)) intervals[intervals.length - 1] = { ...last, until: next.until };
    else intervals.push(next);
  }
  return intervals;
}

/** Where two lives pay, or promise, something else: the longest periods of one same difference. */
export function differingPeriods(before: Life, after: Life): readonly Pick<Stretch, 'from' | 'until'>[] {
  const [old, recent] = [paidIntervals(before), paidIntervals(after)];
  return old.flatMap((a) =>
    recent
      .filter((b) => a.from < b.until && b.from < a.until && !samePay(a, b))
      .map((b) => ({ from: later(a.from, b.from), until: earlier(a.until, b.until) })),
  );
}

function paidInterval(stretch: Stretch): PaidInterval {
  const { from, until, outcome } = stretch;
  return {
    from,
    until,
    status: statusOf(stretch),
    amount: outcome?.amount ?? null,
    per: outcome?.per ?? null,
  };
}

function samePay(a: PaidInterval, b: PaidInterval): boolean {
  return a.status === b.status && a.amount === b.amount && a.per === b.per;
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}
