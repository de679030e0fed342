/** The words in which rules are written; each builds one node of the tree. */
import { day, type CalendarUnit } from '@ledger/time';
import type { HouseholdKind } from '@ledger/case';
import type { Condition, DerivedFact, EntitlementDefinition, Quantity } from './tree.js';

export const all = (...of: readonly Condition[]): Condition => ({ op: 'all', of });
export const any = (...of: readonly Condition[]): Condition => ({ op: 'any', of });
export const not = (of: Condition): Condition => ({ op: 'not', of });
export const yes = (fact: string): Condition => ({ op: 'yes', fact });
export const isOneOf = (value: Quantity, ...words: readonly (string | number | boolean)[]): Condition => ({
  op: 'isOneOf',
  value,
  words,
});
export const same = (left: Quantity, right: Quantity): Condition => ({ op: 'same', left, right });
export const atLeast = (left: Quantity, right: Quantity): Condition => ({
  op: 'compare',
  left,
  relation: 'at least',
  right,
});
export const atMost = (left: Quantity, right: Quantity): Condition => ({
  op: 'compare',
  left,
  relation: 'at most',
  right,
});
export const lessThan = (left: Quantity, right: Quantity): Condition => ({
  op: 'compare',
  left,
  relation: 'less than',
  right,
});
export const reaches = (date: Quantity, amount: Quantity, unit: CalendarUnit): Condition => ({
  op: 'reaches',
  date,
  amount,
  unit,
});
export const hasLasted = (
  of: Condition,
  amount: Quantity,
  unit: CalendarUnit,
  tolerated: Quantity,
): Condition => ({
  op: 'hasLasted',
  of,
  amount,
  unit,
  tolerated,
});
export const monthly = (of: Condition): Condition => ({ op: 'monthly', of });
export const onFirstOfYear = (of: Condition): Condition => ({ op: 'onFirstOfYear', of });
export const sometimeInYear = (of: Condition): Condition => ({ op: 'sometimeInYear', of });
export const startsBy = (rule: Quantity, of: Condition): Condition => ({ op: 'startsBy', rule, of });
export const onTheEve = (of: Condition): Condition => ({ op: 'onTheEve', of });
export const inForce = (from: string, basis: string): Condition => ({
  op: 'inForce',
  from: day(from),
  basis,
});
export const choose = (by: Quantity, among: Readonly<Record<string, Condition>>): Condition => ({
  op: 'choose',
  by,
  among,
});
export const cannotBeTold = (fact: string): Condition => ({ op: 'cannotBeTold', fact });
export const known = (value: Quantity): Condition => ({ op: 'known', value });
export const ofHousehold = (household: HouseholdKind, of: Condition, verifiedIn?: Quantity): Condition => ({
  op: 'ofHousehold',
  household,
  of,
  ...(verifiedIn && { verifiedIn }),
});
export const inAnyEmployment = (of: Condition): Condition => ({ op: 'inAnyEmployment', of });
export const anyMember = (of: Condition): Condition => ({ op: 'anyMember', of });

export const fact = (name: string): Quantity => ({ op: 'fact', fact: name });
export const division = (code: string): Quantity => ({ op: 'division', code });
export const parameter = (id: string, place: Quantity): Quantity => ({ op: 'parameter', id, place });
export const sum = (...of: readonly Quantity[]): Quantity => ({ op: 'sum', of });
export const difference = (from: Quantity, less: Quantity): Quantity => ({ op: 'difference', from, less });
export const product = (left: Quantity, right: Quantity): Quantity => ({ op: 'product', of: [left, right] });
export const quotient = (of: Quantity, by: Quantity): Quantity => ({ op: 'quotient', of, by });
export const chooseValue = (by: Quantity, among: Readonly<Record<string, Quantity>>): Quantity => ({
  op: 'chooseValue',
  by,
  among,
});
export const orElse = (first: Quantity, second: Quantity): Quantity => ({ op: 'orElse', first, second });
export const monthlyValue = (of: Quantity): Quantity => ({ op: 'monthlyValue', of });
export const ofHouseholdValue = (
  household: HouseholdKind,
  of: Quantity,
  verifiedIn?: Quantity,
): Quantity => ({
  op: 'ofHouseholdValue',
  household,
  of,
  ...(verifiedIn && { verifiedIn }),
});
export const since = (of: Condition, tolerated: Quantity): Quantity => ({ op: 'since', of, tolerated });
export const either = (when: Condition, then: Quantity, otherwise: Quantity): Quantity => ({
  op: 'either',
  when,
  then,
  otherwise,
});
export const fromMonthOf = (first: Condition, of: Quantity): Quantity => ({ op: 'fromMonthOf', first, of });
export const ofHead = (of: Quantity): Quantity => ({ op: 'ofHead', of });
export const ofMember = (who: Condition, of: Quantity): Quantity => ({ op: 'ofMember', who, of });
export const bestOfMembers = (who: Condition, of: Quantity, best: string, worst: string): Quantity => ({
  op: 'bestOfMembers',
  who,
  of,
  best,
  worst,
});
export const countMembers = (who: Condition): Quantity => ({ op: 'countMembers', who });
export const ladder = (
  rungs: readonly { readonly word: string; readonly when: Condition }[],
  otherwise: string,
): Quantity => ({ op: 'ladder', rungs, otherwise });

/** A fact that follows by a condition. */
export function derivedCondition(
  definition: Omit<DerivedFact, 'rule' | 'unit'> & { readonly condition: Condition },
): Condition & { readonly op: 'derived' } {
  const { condition, ...rest } = definition;
  return { op: 'derived', fact: { ...rest, unit: 'flag', rule: { condition } } };
}

/** A fact that follows as a value. */
export function derivedValue(
  definition: Omit<DerivedFact, 'rule'> & { readonly quantity: Quantity },
): Quantity & { readonly op: 'derivedValue' } {
  const { quantity, ...rest } = definition;
  return { op: 'derivedValue', fact: { ...rest, rule: { quantity } } };
}

export function entitlement(
  definition: Omit<EntitlementDefinition, 'inForceFrom'> & { readonly inForceFrom: string },
): EntitlementDefinition {
  return { ...definition, inForceFrom: day(definition.inForceFrom) };
}
