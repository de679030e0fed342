/** How each kind of condition is evaluated. */
import {
  BEGINNING,
  constant,
  flatMap,
  hasLasted,
  map,
  monthly,
  not,
  or,
  reached,
  shiftDays,
  TimelineBuilder,
  UNKNOWN,
  yearly,
  type Day,
  type Timeline,
  type Truth,
  type TruthTimeline,
  type Unknown,
} from '@ledger/time';
import { getStatedFact, missingAtom, type FactTimeline, type FactValue } from '@ledger/case';
import { arithmetic } from './arithmetic.js';
import type { Compiler, EvaluateCondition } from './evaluate.js';
import { chosen, orAllAgree, sometimeInYear, startsBy } from './law-time.js';
import { anyMember } from './members.js';
import { householdOf, inPlace, ofHouseholds, personOf } from './sharing.js';
import type { Condition, Relation } from './tree.js';

type ConditionOf<Op extends Condition['op']> = Extract<Condition, { readonly op: Op }>;

const compare: Readonly<Record<Relation, (a: number, b: number) => boolean>> = {
  'at least': (a, b) => a >= b,
  'more than': (a, b) => a > b,
  'at most': (a, b) => a <= b,
  'less than': (a, b) => a < b,
};

/** Combines two quantities where both are known; where one is not, so is the result, and rests on that one. */
function whereKnown(
  left: FactTimeline,
  right: FactTimeline,
  settle: (a: FactValue, b: FactValue) => Truth,
): TruthTimeline {
  return arithmetic(left, right, settle) as TruthTimeline;
}

export const CONDITIONS: {
  readonly [Op in Condition['op']]: (node: ConditionOf<Op>, compile: Compiler) => EvaluateCondition;
} = {
  all: ({ of }, compile) => compile.all(of.map((part) => compile.condition(part))),
  any: ({ of }, compile) => compile.any(of.map((part) => compile.condition(part))),
  not: ({ of }, compile) => {
    const part = compile.condition(of);
    return (subject) => not(part(subject));
  },
  yes: ({ fact }) => {
    const stated = getStatedFact(fact);
    return (subject) => subject.over(stated) as TruthTimeline;
  },
  isOneOf: ({ value, words }, compile) => {
    const part = compile.quantity(value);
    const wanted = new Set<FactValue>(words);
    return (subject) =>
      map(part(subject), (found): Truth => (found === UNKNOWN ? UNKNOWN : wanted.has(found)));
  },
  same: ({ left, right }, compile) => {
    const [a, b] = [compile.quantity(left), compile.quantity(right)];
    return (subject) => whereKnown(a(subject), b(subject), (x, y) => x === y);
  },
  compare: ({ left, relation, right }, compile) => {
    const [a, b, holds] = [compile.quantity(left), compile.quantity(right), compare[relation]];
    return (subject) => whereKnown(a(subject), b(subject), (x, y) => holds(Number(x), Number(y)));
  },
  reaches: ({ date, amount, unit }, compile) => {
    const [a, b] = [compile.quantity(date), compile.quantity(amount)];
    return (subject) =>
      reached(a(subject) as Timeline<Day | Unknown>, b(subject) as Timeline<number | Unknown>, unit);
  },
  hasLasted: ({ of, amount, unit, tolerated }, compile) => {
    const [state, a, b] = [compile.condition(of), compile.quantity(amount), compile.quantity(tolerated)];
    return (subject) =>
      hasLasted(
        state(subject),
        a(subject) as Timeline<number | Unknown>,
        unit,
        b(subject) as Timeline<number | Unknown>,
      );
  },
  monthly: ({ of }, compile) => {
    const part = compile.condition(of);
    return (subject) => monthly(part(subject));
  },
  onFirstOfYear: ({ of }, compile) => {
    const part = compile.condition(of);
    return (subject) => yearly(part(subject));
  },
  sometimeInYear: ({ of }, compile) => {
    const part = compile.condition(of);
    return (subject) => sometimeInYear(part(subject));
  },
  startsBy: ({ rule, of }, compile) => {
    const [a, part] = [compile.quantity(rule), compile.condition(of)];
    return (subject) => startsBy(a(subject), part(subject));
  },
  onTheEve: ({ of }, compile) => {
    const part = compile.condition(of);
    return (subject) => shiftDays(part(subject), 1);
  },
  inForce: ({ from }) => {
    const timeline = new TimelineBuilder<Truth>().then(BEGINNING, false, null).then(from, true, null).build();
    return () => timeline;
  },
  choose: ({ by, among }, compile) => {
    const selector = compile.quantity(by);
    const parts = new Map(Object.entries(among).map(([word, node]) => [word, compile.condition(node)]));
    return (subject) => {
      const by = selector(subject);
      const found = chosen(by, (word) => parts.get(word)?.(subject));
      return by.values.includes(UNKNOWN)
        ? orAllAgree(
            found,
            [...parts.values()].map((part) => part(subject)),
          )
        : found;
    };
  },
  cannotBeTold: ({ fact }) => {
    const timeline = constant<Truth>(UNKNOWN, missingAtom(fact));
    return () => timeline;
  },
  known: ({ value }, compile) => {
    const part = compile.quantity(value);
    // That nobody has said is itself known: it asks for no fact.
    return (subject) =>
      flatMap(part(subject), ({ from, value: found, because }) => [
        { from, value: found !== UNKNOWN, because: found === UNKNOWN ? null : because },
      ]);
  },
  ofHousehold: ({ household, of, verifiedIn }, compile) => {
    const part = compile.condition(of);
    const place = verifiedIn && compile.quantity(verifiedIn);
    return (subject) =>
      ofHouseholds<Truth>(personOf(subject), household, false, (shared) =>
        place ? inPlace(place(subject), shared, part) : part(shared),
      );
  },
  inAnyEmployment: ({ of }, compile) => {
    const part = compile.condition(of);
    return (subject) => personOf(subject).inEachEmployment().map(part).reduce(or, NEVER);
  },
  anyMember: ({ of }, compile) => {
    const part = compile.condition(of);
    return (subject) => anyMember(householdOf(subject), part);
  },
  derived: ({ fact }, compile) => compile.condition(fact.rule.condition),
};

const NEVER: TruthTimeline = constant<Truth>(false);
