/**
 * Whom an event can touch, read off the rules themselves: an event of a type feeds facts, facts are read along paths
 * (a household's members, a person's households), and walking a path backwards from the event's stream finds the
 * subjects whose answers may change. No rule can be forgotten; findings are code, and say beside it what feeds them.
 */
import {
  getStatedFact,
  mayChange,
  type FactScope,
  type Histories,
  type HouseholdKind,
  type StatedFact,
} from '@ledger/case';
import {
  FINDINGS_OF_HOUSEHOLDS_FEED,
  FINDINGS_OF_PERSONS_FEED,
  KINDS_READ_BY_FINDINGS,
} from '@ledger/findings';
import type { RuleSet } from '@ledger/policy';
import { dependenciesOf, type EntitlementDefinition, type Path } from '@ledger/rules';
import {
  partsOf,
  streamOf,
  type EventTypeName,
  type RecordedEvent,
  type StreamName,
} from '@ledger/vocabulary';

/**
 * From a stream to those beside it: a household's members, those of them whom the event itself names, the households
 * (of a kind) that name a person.
 */
type Hop = 'members' | 'named' | 'households' | `households:${HouseholdKind}`;

export interface Touched {
  readonly codes: ReadonlySet<string>;
  readonly findings: boolean;
}

interface Reach {
  readonly hops: readonly Hop[];
  /** The fact by way of which it touches; undefined where it may touch whatever the facts are. */
  readonly fact: StatedFact | undefined;
  readonly codes: ReadonlySet<string>;
  readonly findings: boolean;
}

/** What decides who belongs together. */
const MEMBERSHIP_EVENTS: ReadonlySet<string> = new Set<EventTypeName>([
  'HouseholdMemberJoined',
  'HouseholdMemberLeft',
  'PovertyHouseholdRegistered',
]);
const membershipIn = (kind: HouseholdKind): string => `membership in ${kind}`;
const NEAR: readonly (readonly Hop[])[] = [
  [],
  ['members'],
  ['members', 'households'],
  ['members', 'households', 'members'],
];

const NEAR_A_PERSON: readonly (readonly Hop[])[] = [
  ['households'],
  ['households', 'members'],
  ['households', 'members', 'households'],
];

export class ReachTable {
  private readonly byType = new Map<string, readonly Reach[]>();
  private readonly everything: readonly Reach[];

  constructor(ruleSet: RuleSet) {
    const codes = new Set(ruleSet.entitlements.keys());
    this.everything = NEAR.map((hops) => ({ hops, fact: undefined, codes, findings: true }));
    const collected = new Map<string, Map<string, Reach & { codes: Set<string>; findings: boolean }>>();
    const note = (type: string, hops: readonly Hop[], code?: string, fact?: StatedFact): void => {
      const ofType =
        collected.get(type) ?? new Map<string, Reach & { codes: Set<string>; findings: boolean }>();
      collected.set(type, ofType);
      const key = `${fact?.name ?? ''} ${hops.join()}`;
      const reach = ofType.get(key) ?? { hops, fact, codes: new Set<string>(), findings: false };
      ofType.set(key, reach);
      if (code === undefined) reach.findings = true;
      else reach.codes.add(code);
    };
    for (const definition of ruleSet.entitlements.values()) {
      const { code, beneficiary } = definition;
      if (beneficiary.kind === 'household') note('HouseholdEstablished', [], code);
      for (const { name, path } of dependenciesOf(definition).facts) {
        const fact = getStatedFact(name);
        const { back, crossed } = wayBack(definition, path, fact.scope);
        for (const type of fact.from) note(type, back, code, fact);
        for (const { kind, hops } of crossed) note(membershipIn(kind), hops, code);
      }
    }
    for (const kind of KINDS_READ_BY_FINDINGS) note(membershipIn(kind), ['named']);
    for (const type of FINDINGS_OF_PERSONS_FEED) note(type, []);
    for (const type of FINDINGS_OF_HOUSEHOLDS_FEED) {
      note(type, []);
      note(type, ['members']);
    }
    for (const [type, ofType] of collected) this.byType.set(type, [...ofType.values()]);
  }

  /** Everybody whom an event in a stream may touch in anything. */
  static near(stream: StreamName, lives: Histories): ReadonlySet<StreamName> {
    const found = new Set<StreamName>([stream]);
    for (const hops of [...NEAR, ...NEAR_A_PERSON])
      for (const subject of walk(stream, hops, lives)) found.add(subject);
    return found;
  }

  /**
   * The subjects that an event touches, and in what.
   * @param type of the event, or of what it amends
   */
  touched(event: RecordedEvent, type: string, lives: Histories): ReadonlyMap<StreamName, Touched> {
    const found = new Map<StreamName, { codes: Set<string>; findings: boolean }>();
    const changes = changedBy(event, type, lives);
    for (const { hops, fact, codes, findings } of this.reachesOf(event, type, lives)) {
      if (fact && !changes(fact)) continue;
      // An amendment may have named somebody else before: everybody in the household then.
      const steps = type === event.type ? hops : hops.map((hop) => (hop === 'named' ? 'members' : hop));
      for (const subject of walk(event.stream, steps, lives, event)) {
        const touched = found.get(subject) ?? { codes: new Set<string>(), findings: false };
        found.set(subject, touched);
        for (const code of codes) touched.codes.add(code);
        touched.findings ||= findings;
      }
    }
    return found;
  }

  private reachesOf(event: RecordedEvent, type: string, lives: Histories): readonly Reach[] {
    // A household that becomes one of another kind changes everything for everybody near.
    if (type === 'HouseholdEstablished' && type !== event.type) return this.everything;
    const own = this.byType.get(type) ?? [];
    if (!MEMBERSHIP_EVENTS.has(type)) return own;
    return [
      ...own,
      ...lives.kindsOf(event.stream).flatMap((kind) => this.byType.get(membershipIn(kind)) ?? []),
    ];
  }
}

/** Which facts an event changes, as far as a rule can tell. */
function changedBy(event: RecordedEvent, type: string, lives: Histories): (fact: StatedFact) => boolean {
  const history = lives.historyOf(event.stream);
  // What is only declared may leave a fact as it was and change what is proven of it.
  if (!history || event.revision === 0 || lives.restsOnDeclared(event.stream)) return () => true;
  const before = history.asKnownBeforeLast(event.position);
  const after = history.asKnown(event.position);
  const found = new Map<StatedFact, boolean>();
  return (fact) => {
    let changed = found.get(fact);
    if (changed === undefined) found.set(fact, (changed = mayChange(fact, type, before, after)));
    return changed;
  };
}

interface WayBack {
  /** From the stream in which a fact is stated to the subject whose rule reads it. */
  readonly back: readonly Hop[];
  /** The memberships on the way: from a household of the kind to the subject. */
  readonly crossed: readonly { readonly kind: HouseholdKind; readonly hops: readonly Hop[] }[];
}

function wayBack({ beneficiary }: EntitlementDefinition, path: Path, scope: FactScope): WayBack {
  let back: readonly Hop[] = [];
  let household = beneficiary.kind === 'household' ? beneficiary.household : undefined;
  const crossed: { kind: HouseholdKind; hops: readonly Hop[] }[] = [];
  for (const step of path) {
    if (step !== 'member') {
      household = step;
      crossed.push({ kind: step, hops: ['named', ...back] });
      back = ['members', ...back];
    } else if (household !== undefined) {
      crossed.push({ kind: household, hops: back });
      back = [`households:${household}`, ...back];
      household = undefined;
    }
  }
  if (household !== undefined || scope === 'person') return { back, crossed };
  return { back: ['members', ...back], crossed: [...crossed, { kind: scope, hops: ['named', ...back] }] };
}

function walk(
  stream: StreamName,
  hops: readonly Hop[],
  lives: Histories,
  event?: RecordedEvent,
): ReadonlySet<StreamName> {
  let here = new Set<StreamName>([stream]);
  for (const hop of hops) {
    const next = new Set<StreamName>();
    for (const name of here) for (const neighbour of neighbours(name, hop, lives, event)) next.add(neighbour);
    here = next;
  }
  return here;
}

function neighbours(
  stream: StreamName,
  hop: Hop,
  lives: Histories,
  event: RecordedEvent | undefined,
): readonly StreamName[] {
  const { kind, id } = partsOf(stream);
  if (hop === 'named') return event?.subjects.filter((subject) => subject.startsWith('person-')) ?? [];
  if (hop === 'members') {
    return kind === 'household'
      ? lives.personsNamedBy(stream).map((person) => streamOf('person', person))
      : [];
  }
  if (kind !== 'person') return [];
  const households = lives.householdsNaming(id);
  if (hop === 'households') return households;
  return households.filter((household) => lives.kindsOf(household).some((own) => hop.endsWith(own)));
}
