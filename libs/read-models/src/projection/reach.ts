/**
 * Whom an event can touch, read off the rules themselves: an event of a type feeds facts, facts are read along paths
 * (a household's members, a person's households), and walking a path backwards from the event's stream finds the
 * subjects whose answers may change. Nothing about this is written by hand, so that no rule can be forgotten.
 */
import { getStatedFact, type Histories } from '@ledger/case';
import { FINDINGS_OF_HOUSEHOLDS_FEED, FINDINGS_OF_PERSONS_FEED } from '@ledger/findings';
import type { RuleSet } from '@ledger/policy';
import { dependenciesOf, type Path } from '@ledger/rules';
import { partsOf, streamOf, type EventTypeName, type StreamName } from '@ledger/vocabulary';

/** From an event's stream to a subject: from a person to the households that name him, from a household to its members. */
type Hop = 'households' | 'members';

export interface Touched {
  readonly codes: ReadonlySet<string>;
  readonly findings: boolean;
}

interface Reach {
  readonly hops: readonly Hop[];
  readonly codes: ReadonlySet<string>;
  readonly findings: boolean;
}

/** What decides who belongs together; whoever is near is touched in everything. */
const MEMBERSHIP_EVENTS: ReadonlySet<string> = new Set<EventTypeName>([
  'HouseholdEstablished',
  'HouseholdMemberJoined',
  'HouseholdMemberLeft',
  'PovertyHouseholdRegistered',
]);
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
    this.everything = NEAR.map((hops) => ({ hops, codes, findings: true }));
    const collected = new Map<
      string,
      Map<string, { hops: readonly Hop[]; codes: Set<string>; findings: boolean }>
    >();
    const note = (type: string, hops: readonly Hop[], code?: string): void => {
      const ofType =
        collected.get(type) ??
        new Map<string, { hops: readonly Hop[]; codes: Set<string>; findings: boolean }>();
      collected.set(type, ofType);
      const reach = ofType.get(hops.join()) ?? { hops, codes: new Set<string>(), findings: false };
      ofType.set(hops.join(), reach);
      if (code === undefined) reach.findings = true;
      else reach.codes.add(code);
    };
    for (const definition of ruleSet.entitlements.values()) {
      for (const { name, path } of dependenciesOf(definition).facts) {
        const fact = getStatedFact(name);
        const hops = hopsBack(definition.beneficiary.kind, path, fact.scope === 'person');
        for (const type of fact.from) note(type, hops, definition.code);
      }
    }
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

  /** The subjects that an event of a type in a stream touches, and in what. */
  touched(type: string, stream: StreamName, lives: Histories): ReadonlyMap<StreamName, Touched> {
    const reaches = MEMBERSHIP_EVENTS.has(type) ? this.everything : (this.byType.get(type) ?? []);
    const found = new Map<StreamName, { codes: Set<string>; findings: boolean }>();
    for (const { hops, codes, findings } of reaches) {
      for (const subject of walk(stream, hops, lives)) {
        const touched = found.get(subject) ?? { codes: new Set<string>(), findings: false };
        found.set(subject, touched);
        for (const code of codes) touched.codes.add(code);
        touched.findings ||= findings;
      }
    }
    return found;
  }
}

function hopsBack(beneficiary: 'person' | 'household', path: Path, personal: boolean): readonly Hop[] {
  let holder = beneficiary;
  for (const step of path) holder = step === 'member' ? 'person' : 'household';
  const hops: Hop[] = holder === 'person' && !personal ? ['members'] : [];
  for (const step of [...path].reverse()) hops.push(step === 'member' ? 'households' : 'members');
  return hops;
}

function walk(stream: StreamName, hops: readonly Hop[], lives: Histories): ReadonlySet<StreamName> {
  let here = new Set<StreamName>([stream]);
  for (const hop of hops) {
    const next = new Set<StreamName>();
    for (const name of here) for (const neighbour of neighbours(name, hop, lives)) next.add(neighbour);
    here = next;
  }
  return here;
}

function neighbours(stream: StreamName, hop: Hop, lives: Histories): readonly StreamName[] {
  const { kind, id } = partsOf(stream);
  if (hop === 'households') return kind === 'person' ? lives.householdsNaming(id) : [];
  return kind === 'household' ? lives.personsNamedBy(stream).map((person) => streamOf('person', person)) : [];
}
