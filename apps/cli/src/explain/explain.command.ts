/** `ledger explain <person> <entitlement>`: the tree, with articles, events and figures. */
import { at, type Clocks } from '../service/clocks.js';
import { ask, CannotDo } from '../service/running-service.js';

interface Node {
  readonly label: string;
  readonly verdict: 'YES' | 'NO' | 'UNKNOWN';
  readonly value: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly article: { readonly number: number; readonly title: string } | null;
  readonly events: readonly { readonly id: string; readonly type: string; readonly effectiveOn: string }[];
  readonly parameters: readonly {
    readonly id: string;
    readonly division: string;
    readonly value: string;
    readonly unit: string;
    readonly source: string;
    readonly verified: boolean;
  }[];
  readonly because?: readonly Node[];
}

interface Entitlement {
  readonly code: string;
  readonly title: string;
  readonly status: string;
  readonly since: string | null;
  readonly until: string | null;
  readonly amount: string | null;
  readonly per: string | null;
  readonly amountVerified: boolean;
  readonly missing: readonly { readonly fact: string; readonly title: string; readonly department: string }[];
  readonly explanation: Node;
}

/** Levels of the tree that one question can carry within the service's depth limit. */
const DEPTH = 7;
const NODE =
  'label(language: $language) verdict value from until article { number title(language: $language) } events { id type effectiveOn } parameters { id division value unit source verified }';

function tree(depth: number): string {
  return depth === 0 ? NODE : `${NODE} because { ${tree(depth - 1)} }`;
}

const QUESTION = `query Explain($person: ID!, $code: ID!, $at: At, $language: Language!) {
  person(id: $person) { entitlement(code: $code, at: $at) {
    code title(language: $language) status since until amount per amountVerified missing { fact title(language: $language) department }
    explanation { ${tree(DEPTH)} } } } }`;

const MARKS = { YES: '✓', NO: '✗', UNKNOWN: '?' } as const;

export interface ExplainOptions extends Clocks {
  readonly json?: boolean;
  readonly language: 'zh' | 'en';
}

export async function explain(
  person: string,
  code: string,
  { language, json, ...clocks }: ExplainOptions,
): Promise<void> {
  const variables = { person, code, at: at(clocks), language: language.toUpperCase() };
  const answer = await ask<{ person: { entitlement: Entitlement | null } | null }>(QUESTION, variables);
  const entitlement = answer.person?.entitlement;
  if (!entitlement) throw new CannotDo('there is no such person, or no such entitlement');
  if (json) process.stdout.write(`${JSON.stringify(entitlement)}\n`);
  else
    process.stdout.write(`${[...heading(entitlement), ...lines(entitlement.explanation, 0)].join('\n')}\n`);
}

function heading(entitlement: Entitlement): readonly string[] {
  const { code, title, status, since, until, amount, per, amountVerified, missing } = entitlement;
  const money =
    amount === null
      ? ''
      : ` · ${amount} CNY per ${String(per).toLowerCase()}${amountVerified ? '' : ' (a figure in it is not verified)'}`;
  return [
    `${title} (${code}): ${status} from ${since ?? 'ever'} until ${until ?? 'further notice'}${money}`,
    ...missing.map(
      ({ fact, title: what, department }) => `missing: ${what} (${fact}), owed by ${department}`,
    ),
  ];
}

function lines(node: Node, depth: number): readonly string[] {
  const indent = '  '.repeat(depth);
  const said = node.value === null ? '' : `: ${node.value}`;
  const article = node.article ? ` [art. ${String(node.article.number)} ${node.article.title}]` : '';
  const isLeaf = (node.because ?? []).length === 0;
  const isFigure = node.value !== null && node.parameters.length === 1;
  const grounds = [
    ...(isLeaf ? node.events : []).map(
      ({ type, effectiveOn, id }) => `${indent}    event ${type} of ${effectiveOn} (${id})`,
    ),
    ...(isLeaf || isFigure ? node.parameters : []).map(
      ({ id, division, value, unit, source, verified }) =>
        `${indent}    figure ${id} ${division}: ${value} ${unit} — ${source}${verified ? '' : ' (not verified)'}`,
    ),
  ];
  return [
    `${indent}${MARKS[node.verdict]} ${node.label}${said}${article}`,
    ...grounds,
    ...(node.because ?? []).flatMap((part) => lines(part, depth + 1)),
  ];
}
