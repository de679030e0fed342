/** The rule sets this build knows. A set once activated stays, so that an answer as known then is computed as then. */
import { getStatedFact, STATED_FACTS, type Case, type FactTimeline, type FactUnit } from '@ledger/case';
import {
  compileCondition,
  compileQuantity,
  type DerivedFact,
  type EntitlementDefinition,
  type Title,
} from '@ledger/rules';
import { residentPension, residentPremiumSubsidy } from './article-08.js';
import { dibao } from './article-10.js';
import { disabilityNursing } from './article-11.js';
import { publicRental } from './article-12.js';
import { residencePermit } from './article-14.js';
import { contractRightKept, noCondition } from './article-16.js';
import {
  inHardship,
  inTownSince,
  oneYearInTown,
  priority,
  priorityClass,
  registeredPoor,
  targetGroup,
} from './facts/target-group.js';
import { PENSION_FIGURES } from './parameters/pension.js';
import { PRECONDITION_FIGURES } from './parameters/preconditions.js';
import { SERVICE_FIGURES } from './parameters/services.js';
import type { Figure } from './parameters/figures.js';

export interface RuleSet {
  readonly version: string;
  readonly entitlements: ReadonlyMap<string, EntitlementDefinition>;
  readonly derivedFacts: ReadonlyMap<string, DerivedFact>;
}

const ENTITLEMENTS: readonly EntitlementDefinition[] = [
  residentPremiumSubsidy,
  residentPension,
  dibao,
  disabilityNursing,
  publicRental,
  residencePermit,
  contractRightKept,
  noCondition,
];

const DERIVED: readonly DerivedFact[] = [
  registeredPoor,
  inHardship,
  targetGroup,
  inTownSince,
  oneYearInTown,
  priority,
  priorityClass,
].map((node) => node.fact);

export const FIRST_SLICE: RuleSet = {
  version: 'sichuan-2019-522/1',
  entitlements: new Map(ENTITLEMENTS.map((definition) => [definition.code, definition])),
  derivedFacts: new Map(DERIVED.map((fact) => [fact.name, fact])),
};

export const RULE_SETS: readonly RuleSet[] = [FIRST_SLICE];

/** Every built-in figure, as recorded when a ledger is created. */
export const BUILT_IN_FIGURES: readonly Figure[] = [
  ...PENSION_FIGURES,
  ...SERVICE_FIGURES,
  ...PRECONDITION_FIGURES,
];

/** The text whose digest names a rule set: its rules as data, and the division table they are read with. */
export function contentOf(ruleSet: RuleSet, divisionTableText: string): string {
  return JSON.stringify([
    ruleSet.version,
    [...ruleSet.entitlements.values()],
    [...ruleSet.derivedFacts.values()],
    divisionTableText,
  ]);
}

export function findEntitlement(ruleSet: RuleSet, code: string): EntitlementDefinition | undefined {
  return ruleSet.entitlements.get(code);
}

export function getEntitlement(ruleSet: RuleSet, code: string): EntitlementDefinition {
  const definition = ruleSet.entitlements.get(code);
  if (!definition) throw new Error(`no such entitlement: ${code}`);
  return definition;
}

export interface NamedFact {
  readonly name: string;
  readonly title: Title;
  readonly unit: FactUnit;
}

/** Facts of a person, or of a household of a kind, stated and derived, in catalogue order. */
export function factsAbout(ruleSet: RuleSet, subject: Case): readonly NamedFact[] {
  const stated = [...STATED_FACTS.values()].filter((fact) =>
    subject.kind === 'person' ? true : fact.scope === subject.householdKind,
  );
  return subject.kind === 'person' ? [...stated, ...ruleSet.derivedFacts.values()] : stated;
}

/** A stated or derived fact of a case, over its whole life. */
export function factOver(ruleSet: RuleSet, subject: Case, name: string): FactTimeline {
  const derived = ruleSet.derivedFacts.get(name);
  if (!derived) return subject.fact(getStatedFact(name).name);
  return 'condition' in derived.rule
    ? compileCondition(derived.rule.condition)(subject)
    : compileQuantity(derived.rule.quantity)(subject);
}
