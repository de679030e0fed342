/** Why: the tree of a rule as it stood for one case on one day, with what each part rests on. Built on demand only. */
import {
  atomsOf,
  merged,
  UNKNOWN,
  type Atom,
  type Day,
  type Piece,
  type Truth,
  type Unknown,
  formatDay,
  END,
} from '@ledger/time';
import {
  isParameterAtom,
  m2Of,
  STATED_FACTS,
  yuanOf,
  type Case,
  type FactUnit,
  type FactValue,
} from '@ledger/case';
import { compileCondition, compileQuantity } from './evaluate.js';
import { conditionOf, statusOver, verdictOf, type Verdict } from './outcome.js';
import type { EntitlementDefinition, RuleNode, Title } from './tree.js';
import { isQuantity } from './quantities.js';
import { looksOf, type Look } from './walk.js';
import { wordsOf } from './words.js';

export interface Explanation {
  readonly label: Title;
  /** Of a quantity: yes where it is known. */
  readonly verdict: Verdict;
  /** As written at the boundary, where the part is a quantity. */
  readonly value: string | null;
  /** The unbroken stretch, around the day asked for, of this verdict and value. */
  readonly from: Day;
  readonly until: Day;
  /** The article that coins it. */
  readonly article: number | null;
  /** Events, parameters and missing facts that settle it. */
  readonly restsOn: readonly Atom[];
  readonly because: readonly Explanation[];
}

/** Why a subject has, or has not, an entitlement on a day; its amount is explained beside its condition. */
export function explain(definition: EntitlementDefinition, subject: Case, day: Day): Explanation {
  const when = provenExplanation(definition, subject, day);
  const parts = [...when.because];
  if (definition.amount && when.verdict === 'yes') {
    const amount = explainNode({ node: definition.amount.value, subject, day });
    parts.push({ ...amount, label: { zh: `金额：${amount.label.zh}`, en: `Amount: ${amount.label.en}` } });
  }
  return { ...when, label: definition.title, article: definition.article, because: parts };
}

/** What holds only with facts that were merely declared waits for their verification, and says so. */
function provenExplanation(definition: EntitlementDefinition, subject: Case, day: Day): Explanation {
  const stated = explainNode({ node: conditionOf(definition), subject, day });
  const status = merged<Truth>(statusOver(definition, subject)).find(
    (piece) => piece.from <= day && day < piece.until,
  );
  if (!status || verdictOf(status.value) === stated.verdict) return stated;
  const waiting: Explanation = {
    ...{ from: status.from, until: status.until, article: null, value: null, because: [] },
    label: UNVERIFIED_LABEL,
    verdict: 'unknown',
    restsOn: atomsOf(status.because),
  };
  const { from, until } = status;
  return { ...stated, from, until, verdict: 'unknown', because: [...stated.because, waiting] };
}

const UNVERIFIED_LABEL: Title = {
  zh: '本人申报的事实须经部门核实，方可发放待遇',
  en: 'Facts that were only declared must be verified by a department before money is due on them',
};

export function explainNode(look: Look): Explanation {
  const { node } = look;
  const [only, second] = looksOf(look);
  if (only && !second && SPEAKS_FOR_ITS_PART.has(node.op)) return explainNode(only);
  const piece = pieceFor(look);
  const children = looksOf(look).map((part) => withSubject(explainNode(part), part, look));
  const shared = {
    label: wordsOf(node),
    from: piece.from,
    until: piece.until,
    article: node.op === 'derived' || node.op === 'derivedValue' ? node.fact.article : null,
    restsOn: atomsOf(piece.because),
    because: children,
  };
  if (isQuantity(node)) {
    const known = piece.value !== UNKNOWN;
    return { ...shared, verdict: known ? 'yes' : 'unknown', value: known ? written(node, piece) : null };
  }
  return { ...shared, verdict: verdictOf(piece.value as Truth), value: null };
}

/** Says of whom a part speaks, where that is another than its parent. */
function withSubject(explanation: Explanation, part: Look, parent: Look): Explanation {
  if (part.subject === parent.subject) return explanation;
  const { zh, en } = explanation.label;
  const { id, kind } = part.subject;
  const who =
    kind === 'person'
      ? { zh: `成员 ${id}`, en: `member ${id}` }
      : { zh: `家庭 ${id}`, en: `household ${id}` };
  return { ...explanation, label: { zh: `${who.zh}：${zh}`, en: `${who.en}: ${en}` } };
}

/** Says nothing of its own beside the part that applies. */
const SPEAKS_FOR_ITS_PART: ReadonlySet<RuleNode['op']> = new Set(['orElse', 'monthlyValue']);

function pieceFor({ node, subject, day }: Look): Piece<FactValue | Unknown> {
  const timeline = isQuantity(node) ? compileQuantity(node)(subject) : compileCondition(node)(subject);
  const found = merged<FactValue | Unknown>(timeline).find((piece) => piece.from <= day && day < piece.until);
  if (!found) throw new Error('a timeline covers every day');
  return found;
}

/** A value as people write it: by the unit of the fact or figure it comes from. */
function written(node: RuleNode, piece: Piece<FactValue | Unknown>): string {
  const figure = atomsOf(piece.because).find(isParameterAtom);
  if (node.op === 'parameter' && figure) return `${figure.row.text} ${figure.row.unit}`;
  return writtenFact(piece.value as FactValue, unitOf(node));
}

export function writtenFact(value: FactValue, unit: FactUnit): string {
  if (unit === 'money') return yuanOf(Number(value));
  if (unit === 'area') return m2Of(Number(value));
  if (unit === 'date') return value === END ? 'none' : formatDay(value as Day);
  return String(value);
}

/** Sums, products and the like are of the unit of their parts; money where any of them is money. */
function unitOf(node: RuleNode): FactUnit {
  switch (node.op) {
    case 'fact':
      return STATED_FACTS.get(node.fact)?.unit ?? 'code';
    case 'sum':
    case 'product':
      return node.of.map(unitOf).includes('money') ? 'money' : 'number';
    case 'difference':
      return unitOf(node.from);
    case 'parameter':
      return 'money';
    case 'monthlyValue':
    case 'quotient':
    case 'ofHouseholdValue':
    case 'ofHead':
    case 'ofMember':
    case 'bestOfMembers':
    case 'fromMonthOf':
      return unitOf(node.of);
    case 'chooseValue':
      return Object.values(node.among).map(unitOf)[0] ?? 'code';
    case 'orElse':
      return unitOf(node.first);
    case 'either':
      return unitOf(node.then);
    case 'since':
      return 'date';
    case 'derivedValue':
      return node.fact.unit;
    default:
      return 'code';
  }
}
