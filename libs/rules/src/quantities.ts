/** How each kind of quantity is evaluated. */
import { constant, flatMap, lastingSince, monthly, UNKNOWN, type Timeline, type Unknown } from '@ledger/time';
import { getStatedFact, missingAtom, type FactTimeline, type FactValue } from '@ledger/case';
import { arithmetic, quotientHalfUp } from './arithmetic.js';
import type { Compiler, EvaluateQuantity } from './evaluate.js';
import { chosen, fromMonthOf } from './law-time.js';
import { bestOfMembers, countMembers, headOf, ofMember } from './members.js';
import { householdOf, inPlace, ofHouseholds, personOf } from './sharing.js';
import type { Quantity, RuleNode } from './tree.js';

type QuantityOf<Op extends Quantity['op']> = Extract<Quantity, { readonly op: Op }>;

export const QUANTITIES: {
  readonly [Op in Quantity['op']]: (node: QuantityOf<Op>, compile: Compiler) => EvaluateQuantity;
} = {
  fact: ({ fact }) => {
    const stated = getStatedFact(fact);
    return (subject) => subject.over(stated);
  },
  parameter: ({ id, place }, compile) => {
    const where = compile.quantity(place);
    return (subject) => subject.world.parameters.valueIn(id, where(subject) as Timeline<string | Unknown>);
  },
  division: ({ code }) => {
    const timeline = constant<FactValue | Unknown>(code);
    return () => timeline;
  },
  sum: ({ of }, compile) => {
    const parts = of.map((part) => compile.quantity(part));
    return (subject) =>
      parts.map((part) => part(subject)).reduce((a, b) => arithmetic(a, b, (x, y) => Number(x) + Number(y)));
  },
  difference: ({ from, less }, compile) => {
    const [a, b] = [compile.quantity(from), compile.quantity(less)];
    return (subject) => arithmetic(a(subject), b(subject), (x, y) => Number(x) - Number(y));
  },
  product: ({ of }, compile) => {
    const [a, b] = [compile.quantity(of[0]), compile.quantity(of[1])];
    return (subject) => arithmetic(a(subject), b(subject), (x, y) => Number(x) * Number(y));
  },
  quotient: ({ of, by }, compile) => {
    const [a, b] = [compile.quantity(of), compile.quantity(by)];
    return (subject) => quotientHalfUp(a(subject), b(subject));
  },
  chooseValue: ({ by, among }, compile) => {
    const selector = compile.quantity(by);
    const parts = new Map(Object.entries(among).map(([word, node]) => [word, compile.quantity(node)]));
    return (subject) => chosen(selector(subject), (word) => parts.get(word)?.(subject));
  },
  orElse: ({ first, second }, compile) => {
    const [a, b] = [compile.quantity(first), compile.quantity(second)];
    return (subject) => {
      const preferred = a(subject);
      if (!preferred.values.includes(UNKNOWN)) return preferred;
      // That nobody has said the first asks for no fact: the second is as good.
      const which = flatMap(preferred, ({ from, value, because }) => [
        value === UNKNOWN ? { from, value: 'second', because: null } : { from, value: 'first', because },
      ]);
      return chosen(which, (word) => (word === 'first' ? preferred : b(subject)));
    };
  },
  monthlyValue: ({ of }, compile) => {
    const part = compile.quantity(of);
    return (subject) => monthly(part(subject));
  },
  ofHouseholdValue: ({ household, of, verifiedIn }, compile) => {
    const part = compile.quantity(of);
    const place = verifiedIn && compile.quantity(verifiedIn);
    const missing = missingAtom(of.op === 'fact' ? of.fact : household);
    return (subject) =>
      ofHouseholds<FactValue | Unknown>(
        personOf(subject),
        household,
        UNKNOWN,
        (shared) => (place ? inPlace(place(subject), shared, part) : part(shared)),
        missing,
      );
  },
  since: ({ of, tolerated }, compile) => {
    const [state, days] = [compile.condition(of), compile.quantity(tolerated)];
    return (subject) => lastingSince(state(subject), days(subject) as Timeline<number | Unknown>);
  },
  either: ({ when, then, otherwise }, compile) => {
    const [condition, a, b] = [compile.condition(when), compile.quantity(then), compile.quantity(otherwise)];
    return (subject) =>
      chosen(condition(subject) as FactTimeline, (word) => (word === 'true' ? a(subject) : b(subject)));
  },
  fromMonthOf: ({ first, of }, compile) => {
    const [condition, part] = [compile.condition(first), compile.quantity(of)];
    return (subject) => fromMonthOf(condition(subject), part(subject));
  },
  ofHead: ({ of }, compile) => {
    const part = compile.quantity(of);
    return (subject) => headOf(householdOf(subject), part);
  },
  ofMember: ({ who, of }, compile) => {
    const [condition, part] = [compile.condition(who), compile.quantity(of)];
    return (subject) => ofMember(householdOf(subject), condition, part);
  },
  bestOfMembers: ({ who, of, best, worst }, compile) => {
    const [condition, part] = [compile.condition(who), compile.quantity(of)];
    return (subject) => bestOfMembers(householdOf(subject), condition, part, { best, worst });
  },
  countMembers: ({ who }, compile) => {
    const condition = compile.condition(who);
    return (subject) => countMembers(householdOf(subject), condition);
  },
  ladder: ({ rungs, otherwise }, compile) => {
    const steps = rungs.map(({ word, when }) => ({ word, holds: compile.condition(when) }));
    return (subject) =>
      steps.reduceRight<FactTimeline>(
        (below, { word, holds }) =>
          chosen(holds(subject) as FactTimeline, (truth) =>
            truth === 'true' ? constant<FactValue | Unknown>(word) : below,
          ),
        constant<FactValue | Unknown>(otherwise),
      );
  },
  derivedValue: ({ fact }, compile) => compile.quantity(fact.rule.quantity),
};

/** Whether a node gives a value rather than a verdict. */
export function isQuantity(node: RuleNode): node is Quantity {
  return Object.hasOwn(QUANTITIES, node.op);
}
