/**
 * A rule is data (design §6): a tree of conditions over quantities. The same tree is compiled for whole lives, walked
 * for an explanation, printed into the policy pages and searched for what it depends on. Nothing is written twice.
 */
import type { CalendarUnit, Day } from '@ledger/time';
import type { FactUnit, HouseholdKind } from '@ledger/case';
import type { Department } from '@ledger/vocabulary';

export interface Title {
  readonly zh: string;
  readonly en: string;
}

export type Relation = 'at least' | 'more than' | 'at most' | 'less than';

/** Something that holds, does not hold, or cannot be told, on each day. */
export type Condition =
  | { readonly op: 'all'; readonly of: readonly Condition[] }
  | { readonly op: 'any'; readonly of: readonly Condition[] }
  | { readonly op: 'not'; readonly of: Condition }
  /** A fact that is yes or no. */
  | { readonly op: 'yes'; readonly fact: string }
  | {
      readonly op: 'isOneOf';
      readonly value: Quantity;
      readonly words: readonly (string | number | boolean)[];
    }
  | { readonly op: 'same'; readonly left: Quantity; readonly right: Quantity }
  | { readonly op: 'compare'; readonly left: Quantity; readonly relation: Relation; readonly right: Quantity }
  /** The anniversary of a date has come; the anniversary itself counts. */
  | {
      readonly op: 'reaches';
      readonly date: Quantity;
      readonly amount: Quantity;
      readonly unit: CalendarUnit;
    }
  /** A state has lasted so long; gaps of up to the tolerated days do not break it. */
  | {
      readonly op: 'hasLasted';
      readonly of: Condition;
      readonly amount: Quantity;
      readonly unit: CalendarUnit;
      readonly tolerated: Quantity;
    }
  /** Decided on the first day of each month, held for the whole month. */
  | { readonly op: 'monthly'; readonly of: Condition }
  | { readonly op: 'onFirstOfYear'; readonly of: Condition }
  | { readonly op: 'sometimeInYear'; readonly of: Condition }
  /** Counts from the month of its beginning, or the month after, as the start rule says. */
  | { readonly op: 'startsBy'; readonly rule: Quantity; readonly of: Condition }
  /** Held on the day before: a right that ends with the month after an event looks at the eve of the month. */
  | { readonly op: 'onTheEve'; readonly of: Condition }
  | { readonly op: 'inForce'; readonly from: Day; readonly basis: string }
  /** Which condition applies is a figure's to say. */
  | { readonly op: 'choose'; readonly by: Quantity; readonly among: Readonly<Record<string, Condition>> }
  /** Cannot be told from what departments report: names the fact that would settle it. */
  | { readonly op: 'cannotBeTold'; readonly fact: string }
  /** Somebody has said, whatever it is. */
  | { readonly op: 'known'; readonly value: Quantity }
  /** On days of membership in a household of this kind, what holds for that household. */
  | {
      readonly op: 'ofHousehold';
      readonly household: HouseholdKind;
      readonly of: Condition;
      readonly verifiedIn?: Quantity;
    }
  /** In some employment of the person, each looked at as if it were the only one. */
  | { readonly op: 'inAnyEmployment'; readonly of: Condition }
  /** Some member of the household meets it while a member. */
  | { readonly op: 'anyMember'; readonly of: Condition }
  | {
      readonly op: 'derived';
      readonly fact: DerivedFact & { readonly rule: { readonly condition: Condition } };
    };

/** A value on each day: money in fen, areas in square centimetres, whole numbers, dates, codes. */
export type Quantity =
  | { readonly op: 'fact'; readonly fact: string }
  | { readonly op: 'parameter'; readonly id: string; readonly place: Quantity }
  | { readonly op: 'division'; readonly code: string }
  /** Since when a state has lasted; gaps of up to the tolerated days do not break it. */
  | { readonly op: 'since'; readonly of: Condition; readonly tolerated: Quantity }
  | { readonly op: 'either'; readonly when: Condition; readonly then: Quantity; readonly otherwise: Quantity }
  /** In the month in which a condition is first met, the value of that day already from the first of the month. */
  | { readonly op: 'fromMonthOf'; readonly first: Condition; readonly of: Quantity }
  | { readonly op: 'sum'; readonly of: readonly Quantity[] }
  | { readonly op: 'difference'; readonly from: Quantity; readonly less: Quantity }
  | { readonly op: 'product'; readonly of: readonly [Quantity, Quantity] }
  /** Rounded half up to the unit. */
  | { readonly op: 'quotient'; readonly of: Quantity; readonly by: Quantity }
  | { readonly op: 'chooseValue'; readonly by: Quantity; readonly among: Readonly<Record<string, Quantity>> }
  /** The first where it is known, else the second. */
  | { readonly op: 'orElse'; readonly first: Quantity; readonly second: Quantity }
  | { readonly op: 'monthlyValue'; readonly of: Quantity }
  | {
      readonly op: 'ofHouseholdValue';
      readonly household: HouseholdKind;
      readonly of: Quantity;
      readonly verifiedIn?: Quantity;
    }
  | { readonly op: 'ofHead'; readonly of: Quantity }
  /** Of the first member, in the order of joining, who meets the condition. */
  | { readonly op: 'ofMember'; readonly who: Condition; readonly of: Quantity }
  /** The best grade (in alphabetical order) of the members who meet the condition, `worst` where nobody does. */
  | {
      readonly op: 'bestOfMembers';
      readonly who: Condition;
      readonly of: Quantity;
      readonly best: string;
      readonly worst: string;
    }
  | { readonly op: 'countMembers'; readonly who: Condition }
  /** The word of the first rung whose condition holds. */
  | {
      readonly op: 'ladder';
      readonly rungs: readonly { readonly word: string; readonly when: Condition }[];
      readonly otherwise: string;
    }
  | {
      readonly op: 'derivedValue';
      readonly fact: DerivedFact & { readonly rule: { readonly quantity: Quantity } };
    };

/** A fact that follows from stated facts by a rule, often with figures of the law (`libs/policy/facts`). */
export interface DerivedFact {
  readonly name: string;
  readonly title: Title;
  readonly unit: FactUnit;
  /** The article that coins it; 0 is the preamble. */
  readonly article: number;
  readonly rule: { readonly condition: Condition } | { readonly quantity: Quantity };
}

export type RuleNode = Condition | Quantity;

/** What the text leaves to people: quoted, with the reason and who decides. */
export interface NotEncoded {
  readonly quote: string;
  readonly reason: Title;
  readonly decidedBy: Department;
}

export type Per = 'once' | 'day' | 'month' | 'term' | 'year';

/** One entitlement of the catalogue (`entitlements.md`). */
export interface EntitlementDefinition {
  readonly code: string;
  readonly title: Title;
  /** Number of the article of 川发改社会〔2019〕522号. */
  readonly article: number;
  readonly department: Department;
  readonly beneficiary:
    { readonly kind: 'person' } | { readonly kind: 'household'; readonly household: HouseholdKind };
  /** The date of the oldest legal basis that grants it; before it nobody has it. */
  readonly inForceFrom: Day;
  readonly basis: string;
  readonly when: Condition;
  readonly amount?: { readonly value: Quantity; readonly per: Per };
  /** The division that is competent for it. */
  readonly division: Quantity;
  /** Where the article gives priority (优先): over others, and the place in the queue. */
  readonly priority?: { readonly over: Condition; readonly class: Quantity };
  readonly notEncoded: readonly NotEncoded[];
}
