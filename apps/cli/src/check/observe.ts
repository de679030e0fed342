/** What the ledger answers about one subject on one day, from the cases themselves: the rules and findings of production. */
import {
  HouseholdCase,
  isEventAtom,
  isMissingAtom,
  isParameterAtom,
  overMembership,
  yuanOf,
  type Case,
  type SharedHousehold,
} from '@ledger/case';
import { findingsOf } from '@ledger/findings';
import { factOver, factsAbout, findEntitlement, type RuleSet } from '@ledger/policy';
import {
  explain,
  outcomesOf,
  statusOver,
  writtenFact,
  type EntitlementDefinition,
  type EntitlementStatus,
  type Explanation,
} from '@ledger/rules';
import {
  UNKNOWN_FACT,
  type Observation,
  type ObservedEntitlement,
  type ObservedExplanation,
  type Question,
} from '@ledger/stories';
import {
  constant,
  formatDay,
  formatOpenDay,
  merged,
  or,
  pieceAt,
  UNKNOWN,
  valueAt,
  type Day,
  type Truth,
  type TruthTimeline,
} from '@ledger/time';

type Asked = Pick<Question, 'entitlements' | 'facts' | 'findings'>;

export function observeCase(subject: Case, ruleSet: RuleSet, on: Day, asked: Asked): Observation {
  return {
    entitlements: new Map(
      asked.entitlements.flatMap((code) => {
        const definition = findEntitlement(ruleSet, code);
        const answer = definition && observeEntitlement(definition, subject, on);
        return answer ? [[code, answer] as const] : [];
      }),
    ),
    facts: observeFacts(subject, ruleSet, on, asked.facts),
    findings: asked.findings
      ? findingsOf(subject)
          .filter(({ from, until }) => from <= on && on < until)
          .map(({ kind, code, entitlement, from }) => ({
            kind,
            code,
            entitlement,
            since: formatDay(from),
            amount: null,
          }))
      : [],
    state: null,
  };
}

function observeFacts(
  subject: Case,
  ruleSet: RuleSet,
  on: Day,
  names: readonly string[],
): Observation['facts'] {
  const units = new Map(factsAbout(ruleSet, subject).map(({ name, unit }) => [name, unit]));
  const facts = new Map<string, string | number | boolean>();
  for (const name of names) {
    const unit = units.get(name);
    if (unit === undefined) continue;
    const value = valueAt(factOver(ruleSet, subject, name), on);
    if (value === UNKNOWN) facts.set(name, UNKNOWN_FACT);
    else facts.set(name, typeof value === 'boolean' ? value : writtenFact(value, unit));
  }
  return facts;
}

/** Undefined where such a subject cannot have it. A household's may be asked of a member, on the days of membership. */
function observeEntitlement(
  definition: EntitlementDefinition,
  subject: Case,
  on: Day,
): ObservedEntitlement | undefined {
  const { beneficiary } = definition;
  if (!isKnown(subject)) return answer(definition, undefined, NEVER, on);
  if (subject instanceof HouseholdCase) {
    const isItsOwn = beneficiary.kind === 'household' && beneficiary.household === subject.householdKind;
    return isItsOwn ? answer(definition, subject, statusOver(definition, subject), on) : undefined;
  }
  if (beneficiary.kind === 'person') return answer(definition, subject, statusOver(definition, subject), on);
  const shared = subject.households(beneficiary.household);
  return answer(definition, householdOn(shared, on), statusOfMember(definition, shared), on);
}

/** Of whom the ledger does not know yet, nothing is computed. */
function isKnown(subject: Case): boolean {
  if (subject instanceof HouseholdCase) return subject.householdKind !== undefined;
  return subject.stream.ofType('PersonRegistered').length > 0;
}

const NEVER = constant<Truth>(false);

function householdOn(shared: readonly SharedHousehold[], on: Day): HouseholdCase | undefined {
  return shared.find(({ membership }) => valueAt(membership.relation, on) !== null)?.household;
}

function statusOfMember(
  definition: EntitlementDefinition,
  shared: readonly SharedHousehold[],
): TruthTimeline {
  return shared
    .map(({ household, membership }) =>
      overMembership(NEVER, statusOver(definition, household), membership.relation),
    )
    .reduce(or, NEVER);
}

const NO_OUTCOME = { amount: null, per: null, priority: 'no', priorityClass: null, missing: [] } as const;

/** @param subject whose outcome it is; undefined for somebody who belongs to no such household on the day */
function answer(
  definition: EntitlementDefinition,
  subject: Case | undefined,
  status: TruthTimeline,
  on: Day,
): ObservedEntitlement {
  const piece = merged(status).find(({ from, until }) => from <= on && on < until) ?? pieceAt(status, on);
  const outcome =
    subject && outcomesOf(definition, subject).find(({ from, until }) => from <= on && on < until);
  return {
    ...NO_OUTCOME,
    ...(outcome && {
      per: outcome.per,
      amount: outcome.amount === null ? null : yuanOf(outcome.amount),
      priority: outcome.priority,
      priorityClass: outcome.priorityClass,
      missing: outcome.missing,
    }),
    status: statusFrom(piece.value),
    since: formatOpenDay(piece.from),
    until: formatOpenDay(piece.until),
    explanation: subject ? observedExplanation(explain(definition, subject, on)) : null,
  };
}

function statusFrom(truth: Truth): EntitlementStatus {
  if (truth === UNKNOWN) return 'undetermined';
  return truth ? 'entitled' : 'not-entitled';
}

function observedExplanation({ label, verdict, value, restsOn, because }: Explanation): ObservedExplanation {
  return {
    label: label.en,
    verdict,
    value,
    events: restsOn.filter(isEventAtom).map(({ key }) => key),
    parameters: restsOn
      .filter(isParameterAtom)
      .map(({ row }) => `${row.id} = ${row.text} ${row.unit} (${row.division})`),
    missing: restsOn.filter(isMissingAtom).map(({ key }) => key),
    because: because.map(observedExplanation),
  };
}
