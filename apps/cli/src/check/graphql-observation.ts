/** What the public interface answers about one subject on one day, as a story's observation. */
import type { EntitlementStatus, Per, Verdict } from '@ledger/rules';
import type { FindingKind } from '@ledger/findings';
import {
  UNKNOWN_FACT,
  type Observation,
  type ObservedEntitlement,
  type ObservedExplanation,
  type Question,
} from '@ledger/stories';

/** Levels of an explanation asked for: the deepest rule's, within the service's depth limit. */
const LEVELS = 12;

function explanation(levels: number): string {
  const own = 'label(language: EN) verdict value events { id } parameters { id value unit division }';
  return levels === 0 ? own : `${own} because { ${explanation(levels - 1)} }`;
}

const ENTITLEMENTS = `entitlements(at: $at, codes: $codes) { code status since until amount per priority priorityClass
  missing { fact } explanation { ${explanation(LEVELS)} } }`;
const FINDINGS = 'findings(at: $at) { kind code entitlement since amount }';

export const OBSERVATION = {
  person: `query Observe($id: ID!, $at: At, $codes: [ID!]) { subject: person(id: $id) {
    facts(at: $at) { name value } ${ENTITLEMENTS} ${FINDINGS} } }`,
  household: `query Observe($id: ID!, $at: At, $codes: [ID!]) { subject: household(id: $id) { ${ENTITLEMENTS} ${FINDINGS} } }`,
} as const;

interface AnsweredExplanation {
  readonly label: string;
  readonly verdict: 'YES' | 'NO' | 'UNKNOWN';
  readonly value: string | null;
  readonly events: readonly { readonly id: string }[];
  readonly parameters: readonly {
    readonly id: string;
    readonly value: string;
    readonly unit: string;
    readonly division: string;
  }[];
  readonly because?: readonly AnsweredExplanation[];
}

interface AnsweredEntitlement {
  readonly code: string;
  readonly status: 'ENTITLED' | 'NOT_ENTITLED' | 'UNDETERMINED';
  readonly since: string | null;
  readonly until: string | null;
  readonly amount: string | null;
  readonly per: string | null;
  readonly priority: 'YES' | 'NO' | 'UNKNOWN';
  readonly priorityClass: string | null;
  readonly missing: readonly { readonly fact: string }[];
  readonly explanation: AnsweredExplanation;
}

export interface AnsweredSubject {
  readonly facts?: readonly { readonly name: string; readonly value: string | number | boolean | null }[];
  readonly entitlements: readonly AnsweredEntitlement[];
  readonly findings: readonly {
    readonly kind: string;
    readonly code: string | null;
    readonly entitlement: string | null;
    readonly since: string;
    readonly amount: string | null;
  }[];
}

/** `INELIGIBLE_IN_RECEIPT` is written `ineligible-in-receipt` in stories, and so on. */
const word = (name: string): string => name.toLowerCase().replaceAll('_', '-');

export function observationOf(
  { facts = [], entitlements, findings }: AnsweredSubject,
  asked: Pick<Question, 'facts' | 'findings'>,
): Observation {
  return {
    entitlements: new Map(entitlements.map((answer) => [answer.code, observedEntitlement(answer)])),
    facts: new Map(
      facts
        .filter(({ name }) => asked.facts.includes(name))
        .map(({ name, value }) => [name, value ?? UNKNOWN_FACT]),
    ),
    findings: asked.findings
      ? findings.map((finding) => ({ ...finding, kind: word(finding.kind) as FindingKind }))
      : [],
    state: null,
  };
}

function observedEntitlement(answer: AnsweredEntitlement): ObservedEntitlement {
  const { since, until, amount, priorityClass } = answer;
  return {
    ...{ since, until, amount, priorityClass },
    status: word(answer.status) as EntitlementStatus,
    per: answer.per === null ? null : (word(answer.per) as Per),
    priority: word(answer.priority) as Verdict,
    missing: answer.missing.map(({ fact }) => fact),
    explanation: observedExplanation(answer.explanation),
  };
}

function observedExplanation({
  label,
  verdict,
  value,
  events,
  parameters,
  because = [],
}: AnsweredExplanation): ObservedExplanation {
  return {
    label,
    verdict: word(verdict) as Verdict,
    value,
    events: events.map(({ id }) => id),
    parameters: parameters.map(
      (figure) => `${figure.id} = ${figure.value} ${figure.unit} (${figure.division})`,
    ),
    missing: [],
    because: because.map(observedExplanation),
  };
}
