/**
 * Compiles the tree into functions from a case to a timeline over its whole life. Compilation happens once a node;
 * evaluation allocates timelines and nothing else. Grounds are carried along, explanations are not built here.
 */
import {
  BEGINNING,
  all,
  any,
  constant,
  flatMap,
  hasLasted,
  lastingSince,
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
  type Ground,
  type Timeline,
  type Truth,
  type TruthTimeline,
  type Unknown,
} from '@ledger/time';
import {
  missingAtom,
  overMembership,
  PersonCase,
  HouseholdCase,
  type Case,
  type FactTimeline,
  type FactValue,
  type HouseholdKind,
} from '@ledger/case';
import { chosen, fromMonthOf, orAllAgree, sometimeInYear, startsBy } from './law-time.js';
import { anyMember, bestOfMembers, countMembers, headOf, ofMember } from './members.js';
import { arithmetic, quotientHalfUp } from './arithmetic.js';
import type { Condition, Quantity, Relation } from './tree.js';

export type Evaluate<T> = (subject: Case) => Timeline<T>;
export type EvaluateCondition = Evaluate<Truth>;
export type EvaluateQuantity = Evaluate<FactValue | Unknown>;

const conditions = new WeakMap<Condition, EvaluateCondition>();
const quantities = new WeakMap<Quantity, EvaluateQuantity>();

export function compileCondition(node: Condition): EvaluateCondition {
  let compiled = conditions.get(node);
  if (!compiled) conditions.set(node, (compiled = CONDITIONS[node.op](node as never)));
  return compiled;
}

export function compileQuantity(node: Quantity): EvaluateQuantity {
  let compiled = quantities.get(node);
  if (!compiled) quantities.set(node, (compiled = QUANTITIES[node.op](node as never)));
  return compiled;
}

type ConditionOf<Op extends Condition['op']> = Extract<Condition, { readonly op: Op }>;
type QuantityOf<Op extends Quantity['op']> = Extract<Quantity, { readonly op: Op }>;

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

const CONDITIONS: { readonly [Op in Condition['op']]: (node: ConditionOf<Op>) => EvaluateCondition } = {
  all: ({ of }) => {
    const parts = of.map(compileCondition);
    return (subject) => all(parts.map((part) => part(subject)));
  },
  any: ({ of }) => {
    const parts = of.map(compileCondition);
    return (subject) => any(parts.map((part) => part(subject)));
  },
  not: ({ of }) => {
    const part = compileCondition(of);
    return (subject) => not(part(subject));
  },
  yes:
    ({ fact }) =>
    (subject) =>
      subject.fact(fact) as TruthTimeline,
  isOneOf: ({ value, words }) => {
    const part = compileQuantity(value);
    const wanted = new Set<FactValue>(words);
    return (subject) =>
      map(part(subject), (found): Truth => (found === UNKNOWN ? UNKNOWN : wanted.has(found)));
  },
  same: ({ left, right }) => {
    const [a, b] = [compileQuantity(left), compileQuantity(right)];
    return (subject) => whereKnown(a(subject), b(subject), (x, y) => x === y);
  },
  compare: ({ left, relation, right }) => {
    const [a, b, holds] = [compileQuantity(left), compileQuantity(right), compare[relation]];
    return (subject) => whereKnown(a(subject), b(subject), (x, y) => holds(Number(x), Number(y)));
  },
  reaches: ({ date, amount, unit }) => {
    const [a, b] = [compileQuantity(date), compileQuantity(amount)];
    return (subject) =>
      reached(a(subject) as Timeline<Day | Unknown>, b(subject) as Timeline<number | Unknown>, unit);
  },
  hasLasted: ({ of, amount, unit, tolerated }) => {
    const [state, a, b] = [compileCondition(of), compileQuantity(amount), compileQuantity(tolerated)];
    return (subject) =>
      hasLasted(
        state(subject),
        a(subject) as Timeline<number | Unknown>,
        unit,
        b(subject) as Timeline<number | Unknown>,
      );
  },
  monthly: ({ of }) => {
    const part = compileCondition(of);
    return (subject) => monthly(part(subject));
  },
  onFirstOfYear: ({ of }) => {
    const part = compileCondition(of);
    return (subject) => yearly(part(subject));
  },
  sometimeInYear: ({ of }) => {
    const part = compileCondition(of);
    return (subject) => sometimeInYear(part(subject));
  },
  startsBy: ({ rule, of }) => {
    const [a, part] = [compileQuantity(rule), compileCondition(of)];
    return (subject) => startsBy(a(subject), part(subject));
  },
  onTheEve: ({ of }) => {
    const part = compileCondition(of);
    return (subject) => shiftDays(part(subject), 1);
  },
  inForce: ({ from }) => {
    const timeline = new TimelineBuilder<Truth>().then(BEGINNING, false, null).then(from, true, null).build();
    return () => timeline;
  },
  choose: ({ by, among }) => {
    const selector = compileQuantity(by);
    const parts = new Map(Object.entries(among).map(([word, node]) => [word, compileCondition(node)]));
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
  known: ({ value }) => {
    const part = compileQuantity(value);
    // That nobody has said is itself known: it asks for no fact.
    return (subject) =>
      flatMap(part(subject), ({ from, value: found, because }) => [
        { from, value: found !== UNKNOWN, because: found === UNKNOWN ? null : because },
      ]);
  },
  ofHousehold: ({ household, of, verifiedIn }) => {
    const part = compileCondition(of);
    const place = verifiedIn && compileQuantity(verifiedIn);
    return (subject) =>
      ofHouseholds<Truth>(personOf(subject), household, false, (shared) =>
        place ? inPlace(place(subject), shared, part) : part(shared),
      );
  },
  inAnyEmployment: ({ of }) => {
    const part = compileCondition(of);
    return (subject) => personOf(subject).inEachEmployment().map(part).reduce(or, NEVER);
  },
  anyMember: ({ of }) => {
    const part = compileCondition(of);
    return (subject) => anyMember(householdOf(subject), part);
  },
  derived: ({ fact }) => {
    const part = compileCondition(fact.rule.condition);
    return (subject) => subject.once(`derived:${fact.name}`, () => part(subject));
  },
};

const QUANTITIES: { readonly [Op in Quantity['op']]: (node: QuantityOf<Op>) => EvaluateQuantity } = {
  fact:
    ({ fact }) =>
    (subject) =>
      subject.fact(fact),
  parameter: ({ id, place }) => {
    const where = compileQuantity(place);
    return (subject) => subject.world.parameters.valueIn(id, where(subject) as Timeline<string | Unknown>);
  },
  division: ({ code }) => {
    const timeline = constant<FactValue | Unknown>(code);
    return () => timeline;
  },
  sum: ({ of }) => {
    const parts = of.map(compileQuantity);
    return (subject) =>
      parts.map((part) => part(subject)).reduce((a, b) => arithmetic(a, b, (x, y) => Number(x) + Number(y)));
  },
  difference: ({ from, less }) => {
    const [a, b] = [compileQuantity(from), compileQuantity(less)];
    return (subject) => arithmetic(a(subject), b(subject), (x, y) => Number(x) - Number(y));
  },
  product: ({ of }) => {
    const [a, b] = [compileQuantity(of[0]), compileQuantity(of[1])];
    return (subject) => arithmetic(a(subject), b(subject), (x, y) => Number(x) * Number(y));
  },
  quotient: ({ of, by }) => {
    const [a, b] = [compileQuantity(of), compileQuantity(by)];
    return (subject) => quotientHalfUp(a(subject), b(subject));
  },
  chooseValue: ({ by, among }) => {
    const selector = compileQuantity(by);
    const parts = new Map(Object.entries(among).map(([word, node]) => [word, compileQuantity(node)]));
    return (subject) => chosen(selector(subject), (word) => parts.get(word)?.(subject));
  },
  orElse: ({ first, second }) => {
    const [a, b] = [compileQuantity(first), compileQuantity(second)];
    return (subject) => {
      const preferred = a(subject);
      if (!preferred.values.includes(UNKNOWN)) return preferred;
      return chosen(
        map(preferred, (value) => (value === UNKNOWN ? 'second' : 'first')),
        (word) => (word === 'first' ? preferred : b(subject)),
      );
    };
  },
  monthlyValue: ({ of }) => {
    const part = compileQuantity(of);
    return (subject) => monthly(part(subject));
  },
  ofHouseholdValue: ({ household, of, verifiedIn }) => {
    const part = compileQuantity(of);
    const place = verifiedIn && compileQuantity(verifiedIn);
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
  since: ({ of, tolerated }) => {
    const [state, days] = [compileCondition(of), compileQuantity(tolerated)];
    return (subject) => lastingSince(state(subject), days(subject) as Timeline<number | Unknown>);
  },
  either: ({ when, then, otherwise }) => {
    const [condition, a, b] = [compileCondition(when), compileQuantity(then), compileQuantity(otherwise)];
    return (subject) =>
      chosen(condition(subject) as FactTimeline, (word) => (word === 'true' ? a(subject) : b(subject)));
  },
  fromMonthOf: ({ first, of }) => {
    const [condition, part] = [compileCondition(first), compileQuantity(of)];
    return (subject) => fromMonthOf(condition(subject), part(subject));
  },
  ofHead: ({ of }) => {
    const part = compileQuantity(of);
    return (subject) => headOf(householdOf(subject), part);
  },
  ofMember: ({ who, of }) => {
    const [condition, part] = [compileCondition(who), compileQuantity(of)];
    return (subject) => ofMember(householdOf(subject), condition, part);
  },
  bestOfMembers: ({ who, of, best, worst }) => {
    const [condition, part] = [compileCondition(who), compileQuantity(of)];
    return (subject) => bestOfMembers(householdOf(subject), condition, part, { best, worst });
  },
  countMembers: ({ who }) => {
    const condition = compileCondition(who);
    return (subject) => countMembers(householdOf(subject), condition);
  },
  ladder: ({ rungs, otherwise }) => {
    const steps = rungs.map(({ word, when }) => ({ word, holds: compileCondition(when) }));
    return (subject) =>
      steps.reduceRight<FactTimeline>(
        (below, { word, holds }) =>
          chosen(holds(subject) as FactTimeline, (truth) =>
            truth === 'true' ? constant<FactValue | Unknown>(word) : below,
          ),
        constant<FactValue | Unknown>(otherwise),
      );
  },
  derivedValue: ({ fact }) => {
    const part = compileQuantity(fact.rule.quantity);
    return (subject) => subject.once(`derived:${fact.name}`, () => part(subject));
  },
};

const NEVER: TruthTimeline = constant<Truth>(false);

/** What a person's households of a kind say, each on the days of membership. */
function ofHouseholds<T>(
  person: PersonCase,
  kind: HouseholdKind,
  outside: T,
  evaluate: Evaluate<T>,
  because: Ground = null,
): Timeline<T> {
  let timeline = constant<T>(outside, because);
  for (const { household, membership } of person.households(kind)) {
    timeline = overMembership(timeline, evaluate(household), membership.relation);
  }
  return timeline;
}

/** What a household's housing, as verified in a place that may change over time, says. */
function inPlace<T>(place: FactTimeline, household: Case, evaluate: Evaluate<T>): Timeline<T | Unknown> {
  return chosen(place, (where) => evaluate(householdOf(household).housingVerifiedIn(where)));
}

function personOf(subject: Case): PersonCase {
  if (subject instanceof PersonCase) return subject;
  throw new Error('this condition is about a person');
}

function householdOf(subject: Case): HouseholdCase {
  if (subject instanceof HouseholdCase) return subject;
  throw new Error('this condition is about a household');
}
