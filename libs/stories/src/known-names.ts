/** The names that a story may use: those of the vocabulary, and those of every rule set that this build knows. */
import { STATED_FACTS, type FactUnit } from '@ledger/case';
import { BREACH_CODES, CONFLICT_CODES } from '@ledger/findings';
import { BUILT_IN_FIGURES, RULE_SETS } from '@ledger/policy';
import { dependenciesOf, UNVERIFIED } from '@ledger/rules';

const definitions = RULE_SETS.flatMap(({ entitlements }) => [...entitlements.values()]);
const derived = RULE_SETS.flatMap(({ derivedFacts }) => [...derivedFacts.values()]);

export const ENTITLEMENT_CODES: ReadonlySet<string> = new Set(definitions.map(({ code }) => code));

const FACT_UNITS: ReadonlyMap<string, FactUnit> = new Map(
  [...STATED_FACTS.values(), ...derived].map(({ name, unit }) => [name, unit]),
);

export const FACT_NAMES: ReadonlySet<string> = new Set(FACT_UNITS.keys());

export function unitOfFact(name: string): FactUnit {
  return FACT_UNITS.get(name) ?? 'code';
}

/** What an outcome may be missing: facts, and figures of the law. */
export const MISSABLE_NAMES: ReadonlySet<string> = new Set([
  ...FACT_NAMES,
  ...BUILT_IN_FIGURES.map(({ id }) => id),
  UNVERIFIED,
  ...definitions.flatMap((definition) => {
    const { facts, parameters } = dependenciesOf(definition);
    return [...facts.map(({ name }) => name), ...parameters];
  }),
]);

export const FINDING_CODES: readonly string[] = [...CONFLICT_CODES, ...BREACH_CODES];
