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
  readonly parameters: readonly { readonly id: string; readonly division: string; readonly value: string; readonly unit: string; readonly source: string; readonly verified: boolean }[];
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
const NODE = 'label verdict value from until article { number title } events { id type effectiveOn } parameters { id division value unit source verified }';

function tree(depth: number): string {
  return depth === 0 ? NODE : `${NODE} because { ${tree(depth - 1)} }`;
}

const QUESTION = `query Explain($person: ID!, $code: ID!, $at: At) {
  person(id: $person) { entitlement(code: $code, at: $at) {
    code title status since until amount per amountVerified missing { fact title department }
    explanation { ${tree(DEPTH)} } } } }`;

const MARKS = { YES: '✓', NO: '✗', UNKNOWN: '?' } as const;

export async function explain(person: string, code: string, clocks: Clocks & { readonly json?: boolean }): Promise<void> {
  const answer = await ask<{ person: { entitlement: Entitlement | null } | null }>(QUESTION, { person, code, at: at(clocks) });
  const entitlement = answer.person?.entitlement;
  if (!entitlement) throw new CannotDo('there is no such person, or no such entitlement');
  if (clocks.json) process.stdout.write(`${JSON.stringify(entitlement)}\n`);
  else process.stdout.write(`${[...heading(entitlement), ...lines(entitlement.explanation, 0)].join('\n')}\n`);
}

function heading(entitlement: Entitlement): readonly string[] {
  const { code, title, status, since, until, amount, per, amountVerified, missing } = entitlement;
  const money = amount === null ? '' : ` · ${amount} CNY per ${String(per).toLowerCase()}${amountVerified ? '' : ' (a figure in it is not verified)'}`;
  return [
    `${title} (${code}): ${status} from ${since ?? 'ever'} until ${until ?? 'further notice'}${money}`,
    ...missing.map(({ fact, title: what, department }) => `missing: ${what} (${fact}), owed by ${department}`),
  ];
}

function lines(node: Node, depth: number): readonly string[] {
  const indent = '  '.repeat(depth);
  const value = node.value === null ? '' : `: ${node.value}`;
  const article = node.article ? ` [art. ${String(node.article.number)} ${node.article.title}]` : '';
  const leaf = (node.because ?? []).length === 0;
  const grounds = leaf
    ? [
        ...node.events.map(({ type, effectiveOn, id }) => `${indent}    event ${type} of ${effectiveOn} (${id})`),
        ...node.parameters.map(
          (figure) =>
            `${indent}    figure ${figure.id} ${figure.division}: ${figure.value} ${figure.unit} — ${figure.source}${figure.verified ? '' : ' (not verified)'}`,
        ),
      ]
    : [];
  return [
    `${indent}${MARKS[node.verdict]} ${node.label}${value}${article}`,
    ...grounds,
    ...(node.because ?? []).flatMap((part) => lines(part, depth + 1)),
  ];
}
