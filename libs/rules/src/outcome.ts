/** What an entitlement's rule says of one case over its whole life: status, amount, priority, competent division. */
import {
  atomsOf,
  pieceAt,
  piecesOf,
  UNKNOWN,
  valueAt,
  zip,
  type Day,
  type Ground,
  type Piece,
  type Timeline,
  type Truth,
  type TruthTimeline,
} from '@ledger/time';
import { isMissingAtom, isParameterAtom, missingAtom, type Case, type FactTimeline } from '@ledger/case';
import { compileCondition, untilSettled, type EvaluateCondition, type EvaluateQuantity } from './evaluate.js';
import type { Condition, EntitlementDefinition, Per } from './tree.js';

export type EntitlementStatus = 'entitled' | 'not-entitled' | 'undetermined';
export type Verdict = 'yes' | 'no' | 'unknown';

/** One unbroken stretch of one outcome. */
export interface Outcome {
  readonly from: Day;
  /** exclusive */
  readonly until: Day;
  readonly status: Exclude<EntitlementStatus, 'not-entitled'>;
  /** Fen; null where the law names none, or the figure for it is not known. */
  readonly amount: number | null;
  readonly per: Per | null;
  /** Whether every figure in the amount has been verified. */
  readonly amountVerified: boolean;
  /** The competent division, null while nobody has said where. */
  readonly division: string | null;
  readonly priority: Verdict;
  readonly priorityClass: string | null;
  /** Facts and parameters that somebody owes, sorted. */
  readonly missing: readonly string[];
}

interface Compiled {
  readonly when: EvaluateCondition;
  readonly amount: EvaluateQuantity | undefined;
  readonly division: EvaluateQuantity;
  readonly over: EvaluateCondition | undefined;
  readonly class: EvaluateQuantity | undefined;
}

const compiled = new WeakMap<EntitlementDefinition, Compiled>();
const conditions = new WeakMap<EntitlementDefinition, Condition>();

/** The whole condition: in force, and what the article asks. A monthly right is in force from the first whole month. */
export function conditionOf(definition: EntitlementDefinition): Condition {
  let condition = conditions.get(definition);
  if (!condition) {
    const { when, inForceFrom, basis } = definition;
    const force: Condition = { op: 'inForce', from: inForceFrom, basis };
    condition =
      when.op === 'monthly'
        ? { op: 'monthly', of: { op: 'all', of: [force, when.of] } }
        : { op: 'all', of: [force, when] };
    conditions.set(definition, condition);
  }
  return condition;
}

function compile(definition: EntitlementDefinition): Compiled {
  let made = compiled.get(definition);
  if (!made) {
    const { amount, division, priority } = definition;
    made = {
      when: untilSettled.condition(conditionOf(definition)),
      amount: amount && untilSettled.quantity(amount.value),
      division: untilSettled.quantity(division),
      over: priority && untilSettled.condition(priority.over),
      class: priority && untilSettled.quantity(priority.class),
    };
    compiled.set(definition, made);
  }
  return made;
}

/** A fact that has only been declared, and that a department must verify before money is due on it. */
export const UNVERIFIED = 'verification';

/**
 * Status over the whole life, with what it rests on. A declared fact alone never proves a money benefit (design §4):
 * what holds only with declared facts cannot be told until a department has verified them.
 */
export function statusOver(definition: EntitlementDefinition, subject: Case): TruthTimeline {
  return statusBy(compileCondition(conditionOf(definition)), definition, subject);
}

function statusBy(when: EvaluateCondition, definition: EntitlementDefinition, subject: Case): TruthTimeline {
  const stated = when(subject);
  const proven = provenIf(definition, subject);
  if (proven === subject) return stated;
  return zip<Truth, Truth, Truth>(stated, when(proven), (truth, sure, because, becauseSure, emit) => {
    if (truth !== true || sure === true) emit(truth, because);
    else emit(UNKNOWN, sure === UNKNOWN ? becauseSure : missingAtom(UNVERIFIED));
  });
}

/** For money, the case without what has only been declared. */
function provenIf(definition: EntitlementDefinition, subject: Case): Case {
  if (!definition.amount || !subject.world.restsOnDeclared(subject.stream.stream)) return subject;
  return subject.world.proven().caseOf(subject.stream.stream);
}

/** Whether an entitlement is this subject's own to have: a person's, or of a household of its kind. */
export function isBeneficiary({ beneficiary }: EntitlementDefinition, subject: Case): boolean {
  if (beneficiary.kind === 'person') return subject.kind === 'person';
  return subject.kind === 'household' && subject.householdKind === beneficiary.household;
}

/** Every stretch on which the subject is entitled, or on which it cannot be told; between them there is no right. */
export function outcomesOf(definition: EntitlementDefinition, subject: Case): readonly Outcome[] {
  const made = compile(definition);
  const status = statusBy(made.when, definition, subject);
  if (status.values.every((value) => value === false)) return [];
  const over: Parts = {
    status,
    amount: made.amount?.(provenIf(definition, subject)),
    division: made.division(subject),
    priority: made.over?.(subject),
    class: made.class?.(subject),
    per: definition.amount?.per ?? null,
  };
  const outcomes: Outcome[] = [];
  for (const piece of piecesOf(status)) {
    if (piece.value === false) continue;
    for (const [from, until] of cuts(piece, over)) {
      const next = outcomeOn(piece, over, from, until);
      const last = outcomes.at(-1);
      if (last?.until === from && sameOutcome(last, next)) outcomes[outcomes.length - 1] = { ...last, until };
      else outcomes.push(next);
    }
  }
  return outcomes;
}

interface Parts {
  readonly status: TruthTimeline;
  readonly amount: FactTimeline | undefined;
  readonly division: FactTimeline;
  readonly priority: TruthTimeline | undefined;
  readonly class: FactTimeline | undefined;
  readonly per: Per | null;
}

/** The stretches of a piece within which nothing else changes. */
function cuts(piece: Piece<Truth>, over: Parts): readonly (readonly [Day, Day])[] {
  const days = new Set<Day>([piece.from]);
  for (const timeline of [over.amount, over.division, over.priority, over.class] as (
    Timeline<unknown> | undefined
  )[]) {
    if (!timeline || timeline.from.length === 1) continue;
    for (const from of timeline.from) if (from > piece.from && from < piece.until) days.add(from);
  }
  const ordered = [...days].sort((a, b) => a - b);
  return ordered.map((from, index) => [from, ordered[index + 1] ?? piece.until]);
}

/** Built in one place and one order: outcomes are many, and objects of one shape are cheap. */
function outcomeOn(piece: Piece<Truth>, over: Parts, from: Day, until: Day): Outcome {
  const division = valueAt(over.division, from);
  const priority = over.priority ? valueAt(over.priority, from) : false;
  const queue = over.class && valueAt(over.class, from);
  const entitled = piece.value !== UNKNOWN;
  const amount = entitled ? over.amount && pieceAt(over.amount, from) : undefined;
  const isOpen = amount?.value === UNKNOWN;
  return {
    from,
    until,
    status: entitled ? 'entitled' : 'undetermined',
    amount: amount && !isOpen ? Number(amount.value) : null,
    per: entitled ? over.per : null,
    amountVerified: !amount || (!isOpen && restsOnVerified(amount.because)),
    division: typeof division === 'string' ? division : null,
    priority: verdictOf(priority),
    priorityClass: typeof queue === 'string' ? queue : null,
    missing: entitled ? (isOpen ? missingIn(amount.because) : NOTHING) : missingIn(piece.because),
  };
}

const NOTHING: readonly string[] = [];

function restsOnVerified(ground: Ground): boolean {
  return atomsOf(ground).every((atom) => !isParameterAtom(atom) || atom.row.verified);
}

export function missingIn(ground: Ground): readonly string[] {
  return atomsOf(ground)
    .filter(isMissingAtom)
    .map((atom) => atom.key)
    .sort();
}

export function verdictOf(truth: Truth): Verdict {
  if (truth === UNKNOWN) return 'unknown';
  return truth ? 'yes' : 'no';
}

/** Whether two outcomes say the same of the days they cover. */
export function sameOutcome(a: Outcome, b: Outcome): boolean {
  return (
    a.status === b.status &&
    a.amount === b.amount &&
    a.per === b.per &&
    a.amountVerified === b.amountVerified &&
    a.division === b.division &&
    a.priority === b.priority &&
    a.priorityClass === b.priorityClass &&
    a.missing.length === b.missing.length &&
    a.missing.every((name, index) => name === b.missing[index])
  );
}
