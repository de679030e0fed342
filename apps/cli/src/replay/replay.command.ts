/** `ledger replay <person or household>`: history, facts and entitlements as they stood, and as they were known. */
import { at, type Clocks } from '../service/clocks.js';
import { ask, CannotDo } from '../service/running-service.js';

interface RecordedEvent {
  readonly id: string;
  readonly type: string;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  readonly standing: string;
  readonly source: { readonly department: string };
  readonly data: unknown;
}

interface Entitlement {
  readonly code: string;
  readonly status: string;
  readonly since: string | null;
  readonly until: string | null;
  readonly amount: string | null;
  readonly per: string | null;
}

interface Fact {
  readonly name: string;
  readonly value: unknown;
  readonly from: string | null;
  readonly until: string | null;
}

interface Page {
  readonly nodes: readonly RecordedEvent[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

interface Replayed {
  readonly history: Page;
  readonly facts?: readonly Fact[];
  readonly members?: readonly {
    readonly person: { readonly id: string };
    readonly relation: string;
    readonly from: string;
  }[];
  readonly entitlements: readonly Entitlement[];
}

const HISTORY = `history(at: $at, first: 200, after: $after) {
  nodes { id type effectiveOn recordedAt standing source { department } data } pageInfo { hasNextPage endCursor } }`;
const ENTITLEMENTS = 'entitlements(at: $at) { code status since until amount per }';
const OF_A_PERSON = `query Replay($id: ID!, $at: At, $after: String) { subject: person(id: $id) {
  ${HISTORY} facts(at: $at) { name value from until } ${ENTITLEMENTS} } }`;
const OF_A_HOUSEHOLD = `query Replay($id: ID!, $at: At, $after: String) { subject: household(id: $id) {
  ${HISTORY} members(at: $at) { person { id } relation from } ${ENTITLEMENTS} } }`;

export async function replay(id: string, clocks: Clocks & { readonly json?: boolean }): Promise<void> {
  const found = (await replayed(OF_A_PERSON, id, clocks)) ?? (await replayed(OF_A_HOUSEHOLD, id, clocks));
  if (!found) throw new CannotDo('the ledger knows no person and no household of this id');
  process.stdout.write(clocks.json ? `${JSON.stringify(found)}\n` : `${text(found).join('\n')}\n`);
}

async function replayed(question: string, id: string, clocks: Clocks): Promise<Replayed | undefined> {
  let result: Replayed | undefined;
  let after: string | null = null;
  do {
    const { subject }: { subject: Replayed | null } = await ask<{ subject: Replayed | null }>(question, {
      id,
      at: at(clocks),
      after,
    });
    if (!subject) return undefined;
    const nodes = [...(result?.history.nodes ?? []), ...subject.history.nodes];
    result = { ...subject, history: { ...subject.history, nodes } };
    after = subject.history.pageInfo.hasNextPage ? subject.history.pageInfo.endCursor : null;
  } while (after !== null);
  return result;
}

function text({ history, facts, members, entitlements }: Replayed): readonly string[] {
  return [
    'HISTORY (in the order in which the ledger learned of it)',
    ...history.nodes.map(
      ({ recordedAt, effectiveOn, type, source, standing, id }) =>
        `  ${recordedAt}  ${effectiveOn}  ${type} by ${source.department}${standing === 'IN_FORCE' ? '' : ` [${standing}]`}  ${id}`,
    ),
    ...(members
      ? [
          'MEMBERS',
          ...members.map(({ person, relation, from }) => `  ${person.id}  ${relation}  since ${from}`),
        ]
      : []),
    ...(facts
      ? [
          'FACTS',
          ...facts
            .filter(({ value }) => value !== null && value !== false && value !== 'none' && value !== 0)
            .map(
              ({ name, value, from, until }) =>
                `  ${name} = ${JSON.stringify(value)}  ${from ?? ''}…${until ?? ''}`,
            ),
        ]
      : []),
    'ENTITLEMENTS',
    ...entitlements.map(
      ({ code, status, since, until, amount, per }) =>
        `  ${code}: ${status} ${since ?? ''}…${until ?? ''}${amount === null ? '' : ` ${amount} per ${String(per).toLowerCase()}`}`,
    ),
  ];
}
