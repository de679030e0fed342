/** How what somebody is due differs between two moments. */
import type { Moment } from '@ledger/read-models';
import { BEGINNING, type Day } from '@ledger/time';
import { Entitlement } from '../entitlement/entitlement.type.js';
import { differingPeriods, paidIntervals, type Life, type Stretch } from '../entitlement/life.js';
import { EntitlementChange } from './difference.type.js';

/**
 * Of the same day as known at two positions: every period of life that now looks otherwise. Of two days: what the later
 * question answers differently.
 */
export function entitlementChanges(
  before: readonly Entitlement[],
  after: readonly Entitlement[],
  moments: { readonly from: Moment; readonly to: Moment },
): readonly EntitlementChange[] {
  const sameDay = moments.from.asOf === moments.to.asOf;
  return pairs(before, after).flatMap(([old, recent]) => {
    const one = recent ?? old;
    if (!one) return [];
    const [lifeBefore, lifeAfter] = [old?.life ?? NOTHING_DUE, recent?.life ?? NOTHING_DUE];
    const periods = sameDay
      ? differingPeriods(lifeBefore, lifeAfter)
      : differingDays(lifeBefore, moments.from.asOf, lifeAfter, moments.to.asOf);
    return periods.map((period) => {
      const [then, now] = sameDay ? [dayIn(period), dayIn(period)] : [moments.from.asOf, moments.to.asOf];
      return new EntitlementChange(one.code, one.stream, period, onDay(old, then), onDay(recent, now));
    });
  });
}

const NOTHING_DUE: Life = [{ from: BEGINNING, until: Number.POSITIVE_INFINITY as Day, outcome: null }];

function pairs(
  before: readonly Entitlement[],
  after: readonly Entitlement[],
): readonly (readonly [Entitlement | undefined, Entitlement | undefined])[] {
  const key = ({ stream, code }: Entitlement): string => `${stream} ${code}`;
  const old = new Map(before.map((entitlement) => [key(entitlement), entitlement]));
  const recent = new Map(after.map((entitlement) => [key(entitlement), entitlement]));
  return [...new Set([...old.keys(), ...recent.keys()])].map((one) => [old.get(one), recent.get(one)]);
}

type Period = Pick<Stretch, 'from' | 'until'>;

function differingDays(before: Life, then: Day, after: Life, now: Day): readonly Period[] {
  const on = (life: Life, day: Day) =>
    paidIntervals(life).find(({ from, until }) => from <= day && day < until);
  const [old, recent] = [on(before, then), on(after, now)];
  if (!old || !recent) throw new Error('a life covers every day');
  const same = old.status === recent.status && old.amount === recent.amount && old.per === recent.per;
  return same ? [] : [{ from: recent.from, until: recent.until }];
}

/** Some day of a period: its first, or where it has always been so the one before its end. */
function dayIn({ from, until }: Period): Day {
  if (Number.isFinite(from)) return from;
  return (Number.isFinite(until) ? until - 1 : 0) as Day;
}

function onDay(entitlement: Entitlement | undefined, asOf: Day): Entitlement | null {
  return entitlement ? entitlement.on(asOf) : null;
}
