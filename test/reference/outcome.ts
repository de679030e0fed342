/** What the reference answers for one entitlement on one day. */
import type { Day } from '@ledger/time';
import type { Truth3, Verdict } from './verdict.js';
import { withoutDeclared, type World } from './world.js';

export const CODES = [
  'pension.resident.premium-subsidy',
  'pension.resident.monthly',
  'assist.dibao',
  'welfare.disability.nursing',
  'housing.public-rental',
  'residence.permit',
  'land.contract-right-kept',
  'land.no-condition',
] as const;
export type Code = (typeof CODES)[number];

export type PriorityClass = 'A' | 'B' | 'C' | 'D' | 'E';

export interface Outcome {
  readonly status: 'entitled' | 'not-entitled' | 'undetermined';
  /** null: there is none, or it cannot be told */
  readonly amountFen: number | null;
  readonly per: 'month' | 'year' | null;
  readonly missing: readonly string[];
  /** Where the article gives priority (优先); false everywhere else. */
  readonly priority: Truth3;
  readonly priorityClass: PriorityClass | 'unknown' | null;
}

export const NOT_ENTITLED: Outcome = {
  status: 'not-entitled',
  amountFen: null,
  per: null,
  missing: [],
  priority: false,
  priorityClass: null,
};

const STATUS_OF = { true: 'entitled', false: 'not-entitled', unknown: 'undetermined' } as const;

/** An entitlement in kind. */
export function inKind(verdict: Verdict): Outcome {
  return { ...NOT_ENTITLED, status: STATUS_OF[`${verdict.truth}`], missing: verdict.missing };
}

/** An amount in fen, or what is missing to tell it. */
export type Amount = { readonly fen: number } | { readonly missing: readonly string[] };

/** An entitlement to money; the amount is looked at only where the right is certain. */
export function inMoney(verdict: Verdict, per: 'month' | 'year', amount: () => Amount): Outcome {
  if (verdict.truth !== true) return inKind(verdict);
  const due = amount();
  if ('fen' in due) return { ...inKind(verdict), per, amountFen: due.fen };
  return { ...inKind(verdict), per, missing: due.missing };
}

export type Rule = (world: World, subject: string, on: Day) => Outcome;

/** "A declared fact alone never proves a money benefit": what falls away with the declarations cannot be told. */
export function provenWithoutDeclarations(rule: Rule): Rule {
  return (world, subject, on) => {
    const outcome = rule(world, subject, on);
    const isDeclared = world.statements.some((statement) => statement.confidence === 'declared');
    if (outcome.status !== 'entitled' || !isDeclared) return outcome;
    const proven = rule(withoutDeclared(world), subject, on);
    return proven.status === 'entitled'
      ? proven
      : { ...NOT_ENTITLED, status: 'undetermined', missing: proven.missing };
  };
}
