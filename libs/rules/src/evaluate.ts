/**
 * Compiles the tree into functions from a case to a timeline over its whole life. Compilation happens once a node;
 * evaluation allocates timelines and nothing else. Grounds are carried along, explanations are not built here.
 */
import { all, and, any, constant, or, type Timeline, type Truth, type Unknown } from '@ledger/time';
import type { Case, FactValue } from '@ledger/case';
import { CONDITIONS } from './conditions.js';
import { QUANTITIES } from './quantities.js';
import type { Condition, Quantity, RuleNode } from './tree.js';

export type Evaluate<T> = (subject: Case) => Timeline<T>;
export type EvaluateCondition = Evaluate<Truth>;
export type EvaluateQuantity = Evaluate<FactValue | Unknown>;

/** How parts that must all be met, or of which any must, are taken together. */
type Joining = (parts: readonly EvaluateCondition[]) => EvaluateCondition;

/**
 * A node as compiled. Rules say much alike (who is alive, where a pension is administered, when an age is reached):
 * what stands in several places, in one rule or in several, is evaluated once a case.
 */
interface Compiled {
  readonly evaluate: Evaluate<unknown>;
  readonly kept: Evaluate<unknown>;
  places: number;
}

/** Their evaluation costs no more than finding it kept. */
const NEVER_KEPT: ReadonlySet<string> = new Set<RuleNode['op']>([
  'yes',
  'fact',
  'division',
  'inForce',
  'cannotBeTold',
]);

/** Turns nodes into functions over cases, each node once; nodes of one text are one node. */
export class Compiler {
  private readonly nodes = new WeakMap<RuleNode, Compiled>();
  private readonly texts = new Map<string, Compiled>();

  constructor(
    readonly all: Joining,
    readonly any: Joining,
  ) {}

  condition(node: Condition): EvaluateCondition {
    return this.compiled(node, () => CONDITIONS[node.op](node as never, this)) as EvaluateCondition;
  }

  quantity(node: Quantity): EvaluateQuantity {
    return this.compiled(node, () => QUANTITIES[node.op](node as never, this)) as EvaluateQuantity;
  }

  private compiled(node: RuleNode, compile: () => Evaluate<unknown>): Evaluate<unknown> {
    let found = this.nodes.get(node);
    if (!found) {
      const text = JSON.stringify(node);
      found = this.texts.get(text) ?? compiledAs(compile());
      this.texts.set(text, found);
      this.nodes.set(node, found);
    }
    found.places++;
    return NEVER_KEPT.has(node.op) ? found.evaluate : found.kept;
  }
}

function compiledAs(evaluate: Evaluate<unknown>): Compiled {
  const compiled: Compiled = {
    evaluate,
    kept: (subject) => (compiled.places > 1 ? subject.once(compiled, evaluate) : evaluate(subject)),
    places: 0,
  };
  return compiled;
}

/** Every part is looked at, and what follows rests on all that settle it: what an explanation shows. */
const whole = new Compiler(
  (parts) => (subject) => all(parts.map((part) => part(subject))),
  (parts) => (subject) => any(parts.map((part) => part(subject))),
);

export function compileCondition(node: Condition): EvaluateCondition {
  return whole.condition(node);
}

export function compileQuantity(node: Quantity): EvaluateQuantity {
  return whole.quantity(node);
}

/** Says the same, and looks at no further part once the answer is settled for a whole life: what outcomes need. */
export const untilSettled = new Compiler(stoppingAt(false, and), stoppingAt(true, or));

function stoppingAt(settled: boolean, join: typeof and): Joining {
  const nothing = constant<Truth>(!settled);
  return (parts) => (subject) => {
    let result = nothing;
    for (const part of parts) {
      result = join(result, part(subject));
      if (result.values.every((value) => value === settled)) break;
    }
    return result;
  };
}
