/** What the checker of preconditions remembers of the lines it has read. */
import type { DataOf, EventTypeName, HouseholdKind, Source } from '@ledger/vocabulary';

interface LineOf<Type extends EventTypeName> {
  readonly id: string;
  readonly type: Type;
  readonly person?: string;
  readonly household?: string;
  readonly effectiveOn: string;
  readonly source: Source;
  readonly evidence?: readonly { readonly kind: string }[];
  readonly data: DataOf<Type>;
}

/** A line whose type says what its payload is. */
export type Line = { [Type in EventTypeName]: LineOf<Type> }[EventTypeName];

export interface Membership {
  readonly household: string;
  readonly from: string;
  until: string;
}

export interface PersonTold {
  readonly born: string;
  died: string;
  readonly memberships: Map<HouseholdKind, Membership[]>;
  /** Of the present stay in towns; empty where there is none. */
  urban: { readonly on: string; readonly city: string }[];
  pupilSince: string | undefined;
  readonly jobs: Set<string>;
  readonly enrolled: Map<string, string>;
  readonly paid: Set<string>;
  pension: string | undefined;
  certified: boolean;
  tekun: boolean;
  hukou: string;
  applied: boolean;
}

export interface HouseholdTold {
  readonly id: string;
  readonly kind: HouseholdKind;
  readonly on: string;
  readonly everMembers: Set<string>;
  poverty: 'none' | 'not-exited' | 'exited' | 'returned';
  contract: boolean;
  /** First day on which no public rental is held any more. */
  rentalUntil: string;
  dibao: readonly string[];
}

export interface Told {
  readonly persons: Map<string, PersonTold>;
  readonly households: Map<string, HouseholdTold>;
  readonly nationalIds: Set<string>;
  readonly lines: Map<string, Line>;
  readonly amended: Set<string>;
}

/** Notes a fault where the condition does not hold. */
export type Require = (holds: boolean, fault: string) => void;

export const FOR_EVER = '9999-12-31';

export function membersOn(told: Told, household: HouseholdTold, on: string): readonly string[] {
  return [...household.everMembers].filter((person) =>
    told.persons
      .get(person)
      ?.memberships.get(household.kind)
      ?.some(({ household: id, from, until }) => id === household.id && from <= on && on < until),
  );
}

export function subset(some: readonly string[], all: readonly string[]): boolean {
  return some.every((one) => all.includes(one)) && new Set(some).size === some.length;
}

/** `YYYY-MM-DD` some months later, at the month's last day where there is no such day. */
export function later(date: string, months: number): string {
  const [year, month, dayOfMonth] = date.split('-').map(Number) as [number, number, number];
  const index = year * 12 + month - 1 + months;
  const last = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate();
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${Math.floor(index / 12)}-${pad((index % 12) + 1)}-${pad(Math.min(dayOfMonth, last))}`;
}
