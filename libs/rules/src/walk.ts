/** The parts of a node, and what each looks at: the shape that explaining, printing and searching share. */
import { addDays, firstOfMonth, firstOfYear, pieceAt, UNKNOWN, type Day } from '@ledger/time';
import { HouseholdCase, PersonCase, type Case, type HouseholdKind } from '@ledger/case';
import { compileCondition, compileQuantity } from './evaluate.js';
import { isQuantity } from './quantities.js';
import type { Condition, Quantity, RuleNode } from './tree.js';

/** Whose facts a part looks at, from where its parent stands. */
export type Step = 'own' | 'member' | { readonly household: HouseholdKind };

export interface Part {
  readonly node: RuleNode;
  readonly step: Step;
  /** The word under which a choice or a ladder has this part. */
  readonly word?: string;
}

const own = (...nodes: readonly RuleNode[]): readonly Part[] => nodes.map((node) => ({ node, step: 'own' }));
const choices = (by: Quantity, among: Readonly<Record<string, RuleNode>>): readonly Part[] => [
  ...own(by),
  ...Object.entries(among).map(([word, node]): Part => ({ node, step: 'own', word })),
];

type Parts = {
  readonly [Op in RuleNode['op']]: (node: Extract<RuleNode, { readonly op: Op }>) => readonly Part[];
};

const NO_PARTS: readonly Part[] = [];

const PARTS: Parts = {
  all: ({ of }) => own(...of),
  any: ({ of }) => own(...of),
  not: ({ of }) => own(of),
  yes: () => NO_PARTS,
  isOneOf: ({ value }) => own(value),
  same: ({ left, right }) => own(left, right),
  compare: ({ left, right }) => own(left, right),
  reaches: ({ date, amount }) => own(date, amount),
  hasLasted: ({ of, amount, tolerated }) => own(of, amount, tolerated),
  monthly: ({ of }) => own(of),
  onFirstOfYear: ({ of }) => own(of),
  sometimeInYear: ({ of }) => own(of),
  startsBy: ({ rule, of }) => own(of, rule),
  onTheEve: ({ of }) => own(of),
  inForce: () => NO_PARTS,
  choose: ({ by, among }) => choices(by, among),
  cannotBeTold: () => NO_PARTS,
  known: ({ value }) => own(value),
  ofHousehold: ({ household, of, verifiedIn }) => [
    { node: of, step: { household } },
    ...own(...(verifiedIn ? [verifiedIn] : [])),
  ],
  inAnyEmployment: ({ of }) => own(of),
  anyMember: ({ of }) => [{ node: of, step: 'member' }],
  derived: ({ fact }) => own(fact.rule.condition),
  fact: () => NO_PARTS,
  parameter: ({ place }) => own(place),
  division: () => NO_PARTS,
  sum: ({ of }) => own(...of),
  difference: ({ from, less }) => own(from, less),
  product: ({ of }) => own(...of),
  quotient: ({ of, by }) => own(of, by),
  chooseValue: ({ by, among }) => choices(by, among),
  orElse: ({ first, second }) => own(first, second),
  monthlyValue: ({ of }) => own(of),
  ofHouseholdValue: ({ household, of, verifiedIn }) => [
    { node: of, step: { household } },
    ...own(...(verifiedIn ? [verifiedIn] : [])),
  ],
  since: ({ of, tolerated }) => own(of, tolerated),
  either: ({ when, then, otherwise }) => own(when, then, otherwise),
  fromMonthOf: ({ of, first }) => own(of, first),
  ofHead: ({ of }) => [{ node: of, step: 'member' }],
  ofMember: ({ who, of }) => [
    { node: who, step: 'member' },
    { node: of, step: 'member' },
  ],
  bestOfMembers: ({ who, of }) => [
    { node: who, step: 'member' },
    { node: of, step: 'member' },
  ],
  countMembers: ({ who }) => [{ node: who, step: 'member' }],
  ladder: ({ rungs }) => rungs.map(({ word, when }): Part => ({ node: when, step: 'own', word })),
  derivedValue: ({ fact }) => own(fact.rule.quantity),
};

export function partsOfNode(node: RuleNode): readonly Part[] {
  return PARTS[node.op](node as never);
}

/** A part of a rule, looked at in one case on one day. */
export interface Look {
  readonly node: RuleNode;
  readonly subject: Case;
  readonly day: Day;
}

/** The day that matters to the parts of a node, when it is asked about a day. */
function dayForParts(node: RuleNode, day: Day): Day {
  switch (node.op) {
    case 'monthly':
    case 'monthlyValue':
      return firstOfMonth(day);
    case 'onFirstOfYear':
      return firstOfYear(day);
    case 'onTheEve':
      return addDays(day, -1);
    default:
      return day;
  }
}

/** What a node's answer on a day is made of: its parts, each in the cases and on the day it looks at. */
export function looksOf({ node, subject, day }: Look): readonly Look[] {
  const on = dayForParts(node, day);
  return applicableParts(node, subject, on).flatMap((part) =>
    casesFor(part.step, subject, on).map((next) => ({ node: part.node, subject: next, day: on })),
  );
}

function applicableParts(node: RuleNode, subject: Case, day: Day): readonly Part[] {
  if (node.op === 'either') return eitherParts(node, subject, day);
  if (node.op === 'orElse') {
    const { value } = pieceAt(compileQuantity(node.first)(subject), day);
    return own(value === UNKNOWN ? node.second : node.first);
  }
  return node.op === 'choose' || node.op === 'chooseValue'
    ? chosenParts(node, subject, day)
    : partsOfNode(node);
}

/** Of two values, the one that applies and why; both where that cannot be told. */
function eitherParts(
  node: Extract<RuleNode, { readonly op: 'either' }>,
  subject: Case,
  day: Day,
): readonly Part[] {
  const { value } = pieceAt(compileCondition(node.when)(subject), day);
  if (value === UNKNOWN) return partsOfNode(node);
  return own(node.when, value ? node.then : node.otherwise);
}

/** Of a choice, only the part that applies is worth looking at. */
function chosenParts(node: Condition | Quantity, subject: Case, day: Day): readonly Part[] {
  const parts = partsOfNode(node);
  const [by] = parts;
  if (!by || !isQuantity(by.node)) return parts;
  const { value } = pieceAt(compileQuantity(by.node)(subject), day);
  return parts.filter(
    (part) => part.word === undefined || (value !== UNKNOWN && part.word === String(value)),
  );
}

function casesFor(step: Step, subject: Case, day: Day): readonly Case[] {
  if (step === 'own') return [subject];
  if (step === 'member') {
    if (!(subject instanceof HouseholdCase)) return [];
    return subject
      .members()
      .filter(({ membership }) => pieceAt(membership.relation, day).value !== null)
      .map(({ person }) => person);
  }
  if (!(subject instanceof PersonCase)) return [];
  return subject
    .households(step.household)
    .filter(({ membership }) => pieceAt(membership.relation, day).value !== null)
    .map(({ household }) => household);
}
