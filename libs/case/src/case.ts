/**
 * A case is one person, or one household, with what it shares with others: a person's households, a household's
 * members, to depth one (design §6). A {@link World} holds the streams that cases are made of, as known at a position.
 */
import {
  flatMap,
  join,
  paint,
  piecesOf,
  constant,
  UNKNOWN,
  type Ground,
  type Timeline,
  type Unknown,
  type Day,
} from '@ledger/time';
import {
  HOUSEHOLD_KINDS,
  type JsonObject,
  partsOf,
  type Position,
  type RecordedEvent,
  type StreamName,
  streamOf,
} from '@ledger/vocabulary';
import { KnownStream, StreamHistory, type KnownEvent } from './as-known.js';
import { missingAtom } from './atoms.js';
import { DIVISIONS } from './divisions.js';
import type { FactTimeline, FactValue, HouseholdKind, StatedFact } from './fact.js';
import { employmentsOf } from './employment.facts.js';
import { isOf, membershipsOf, type Membership } from './membership.js';
import type { ParameterIndex } from './parameters.js';
import { getStatedFact } from './stated-facts.js';

export interface SharedHousehold {
  readonly household: HouseholdCase;
  readonly membership: Membership;
}

export interface SharedMember {
  readonly person: PersonCase;
  readonly membership: Membership;
}

/** What a case keeps of its computations, so that a fact read by several rules is folded once. */
abstract class CaseBase {
  private readonly kept = new Map<unknown, unknown>();

  constructor(
    readonly id: string,
    readonly stream: KnownStream,
    readonly world: World,
  ) {}

  once<T>(key: unknown, compute: (subject: this) => T): T {
    let found = this.kept.get(key);
    if (found === undefined) this.kept.set(key, (found = compute(this)));
    return found as T;
  }

  /** A stated fact over the whole life of the case; unknown where nobody has said and silence is no answer. */
  fact(name: string): FactTimeline {
    return this.over(getStatedFact(name));
  }

  abstract over(fact: StatedFact): FactTimeline;
}

/** What a stream says of a fact of its own; folded once, and for nobody where no event speaks of it. */
export function foldedOf(fact: StatedFact, stream: KnownStream): FactTimeline {
  if (!stream.hasAny(fact.from)) return silenceOf(fact);
  return stream.fact(fact, () => namedWhereMissing(fact.fold(stream), fact.name));
}

const silences = new Map<StatedFact, FactTimeline>();

function silenceOf(fact: StatedFact): FactTimeline {
  let silence = silences.get(fact);
  if (!silence) {
    silence = namedWhereMissing(constant<FactValue | Unknown>(fact.silent), fact.name);
    silences.set(fact, silence);
  }
  return silence;
}

/** What is unknown names itself, so that whoever asks learns which fact to supply. */
function namedWhereMissing(timeline: FactTimeline, name: string): FactTimeline {
  if (!timeline.values.includes(UNKNOWN)) return timeline;
  return flatMap(timeline, (piece) => [
    piece.value === UNKNOWN ? { ...piece, because: missingAtom(name) } : piece,
  ]);
}

export class PersonCase extends CaseBase {
  readonly kind = 'person';

  /** The households of a kind in which the person ever was, as known. */
  households(kind: HouseholdKind): readonly SharedHousehold[] {
    return this.once(kind, () =>
      this.world
        .householdsNaming(this.id)
        .filter((household) => household.householdKind === kind)
        .flatMap((household) => {
          const membership = membershipsOf(household.stream).get(this.id);
          return membership ? [{ household, membership }] : [];
        })
        .sort((a, b) => joinedBefore(a.membership, b.membership)),
    );
  }

  /** The same person as seen from each employment alone, as if it were the only one. */
  inEachEmployment(): readonly PersonCase[] {
    return this.once('employments', () => {
      const employments = employmentsOf(this.stream);
      if (employments.length <= 1) return [this];
      return employments.map(({ event, endedBy }) => {
        const own = new Set([event, endedBy]);
        const others = (known: KnownEvent): boolean =>
          (known.type !== 'EmploymentStarted' && known.type !== 'EmploymentEnded') || own.has(known.event.id);
        return new PersonCase(this.id, this.stream.where(others), this.world);
      });
    });
  }

  over(fact: StatedFact): FactTimeline {
    const { scope } = fact;
    return scope === 'person' ? foldedOf(fact, this.stream) : this.once(fact, () => this.shared(fact, scope));
  }

  /** What the person's households of a kind say, each on the days of membership. */
  private shared(fact: StatedFact, kind: HouseholdKind): FactTimeline {
    const silence = silenceOf(fact);
    let timeline = silence;
    for (const { household, membership } of this.households(kind)) {
      const { stream } = household;
      const apart = fact.perMember === true && stream.hasAny(fact.from);
      const inside = apart ? fact.fold(stream, this.id) : foldedOf(fact, stream);
      if (inside === silence && timeline === silence) continue;
      timeline = overMembership(timeline, inside, membership.relation);
    }
    return namedWhereMissing(timeline, fact.name);
  }
}

export class HouseholdCase extends CaseBase {
  readonly kind = 'household';

  get householdKind(): HouseholdKind | undefined {
    return this.stream.ofType('HouseholdEstablished').at(-1)?.data.kind;
  }

  /** The household as if its housing had only been verified in one division, or in one city. */
  housingVerifiedIn(place: string): HouseholdCase {
    return this.once(`housing:${place}`, () => {
      const there = (known: KnownEvent): boolean =>
        !isOf(known, 'HousingConditionVerified') ||
        known.data.division === place ||
        DIVISIONS.prefectureOf(known.data.division, known.from) === place;
      return new HouseholdCase(this.id, this.stream.where(there), this.world);
    });
  }

  /** Everyone who ever was a member, as known. */
  members(): readonly SharedMember[] {
    return this.once('members', () =>
      [...membershipsOf(this.stream).values()].map((membership) => ({
        person: this.world.person(membership.person),
        membership,
      })),
    );
  }

  over(fact: StatedFact): FactTimeline {
    if (fact.scope === 'person') throw new Error(`${fact.name} is a person's fact`);
    return foldedOf(fact, this.stream);
  }
}

function joinedBefore(a: Membership, b: Membership): number {
  return a.joined.from - b.joined.from || (a.joined.position < b.joined.position ? -1 : 1);
}

/**
 * Lays what a household says over a person's timeline on the days of membership. What it says of a member rests on the
 * joining too, and what it no longer says on the leaving; its silence rests on nothing.
 */
export function overMembership<T>(
  outside: Timeline<T>,
  inside: Timeline<T>,
  relation: Timeline<string | null>,
): Timeline<T> {
  let result = outside;
  for (const member of piecesOf(relation)) {
    for (const piece of piecesOf(inside)) {
      const from = Math.max(piece.from, member.from) as Day;
      const until = Math.min(piece.until, member.until) as Day;
      const { because } = piece;
      if (member.value !== null) {
        const ground = because === null ? null : join(because, member.because);
        result = paint(result, from, until, piece.value, ground);
      } else if (because !== null && member.because !== null) {
        result = restingOn(result, from, until, member.because);
      }
    }
  }
  return result;
}

/** The same, where what rested on nothing on these days rests on something. */
function restingOn<T>(timeline: Timeline<T>, from: Day, until: Day, ground: Ground): Timeline<T> {
  return piecesOf(timeline).reduce<Timeline<T>>((result, piece) => {
    if (piece.because !== null) return result;
    const [first, end] = [Math.max(piece.from, from) as Day, Math.min(piece.until, until) as Day];
    return paint(result, first, end, piece.value, ground);
  }, timeline);
}

export type Case = PersonCase | HouseholdCase;

/** Streams and figures as known at one position. */
export class World {
  private readonly cases = new Map<StreamName, Case>();
  private provenWorld: World | undefined;

  constructor(
    private readonly histories: Histories,
    readonly parameters: ParameterIndex,
    readonly position: Position,
    /** Whether facts that persons have only declared themselves are left out. */
    private readonly provenOnly = false,
  ) {}

  /** The same world without what has only been declared: a declared fact alone never proves a money benefit. */
  proven(): World {
    this.provenWorld ??= new World(this.histories, this.parameters, this.position, true);
    return this.provenWorld;
  }

  person(id: string): PersonCase {
    return this.caseOf(streamOf('person', id)) as PersonCase;
  }

  household(id: string): HouseholdCase {
    return this.caseOf(streamOf('household', id)) as HouseholdCase;
  }

  caseOf(stream: StreamName): Case {
    let found = this.cases.get(stream);
    if (!found) {
      const { kind, id } = partsOf(stream);
      const all = this.histories.asKnown(stream, this.position);
      const known = this.provenOnly ? all.where(({ event }) => event.confidence !== 'declared') : all;
      found = kind === 'person' ? new PersonCase(id, known, this) : new HouseholdCase(id, known, this);
      this.cases.set(stream, found);
    }
    return found;
  }

  /** Whether anything that a case may look at has only been declared. */
  restsOnDeclared(stream: StreamName): boolean {
    return this.histories.restsOnDeclared(stream);
  }

  householdsNaming(person: string): readonly HouseholdCase[] {
    return this.histories.householdsNaming(person).map((stream) => this.caseOf(stream) as HouseholdCase);
  }
}

/** The recorded lives of a set of streams, and which households name which person. */
export class Histories {
  private readonly streams = new Map<StreamName, StreamHistory>();
  private readonly naming = new Map<string, StreamName[]>();
  private readonly named = new Map<StreamName, string[]>();
  private readonly kinds = new Map<StreamName, HouseholdKind[]>();
  private readonly declared = new Set<StreamName>();

  constructor(events: readonly RecordedEvent[] = []) {
    for (const event of events) this.append(event);
  }

  /** Events of one stream must come in the order of the log. */
  append(event: RecordedEvent): void {
    const history = this.streams.get(event.stream);
    if (history) history.append(event);
    else this.streams.set(event.stream, new StreamHistory(event.stream, [event]));
    if (event.confidence === 'declared') this.declared.add(event.stream);
    if (!event.stream.startsWith('household-')) return;
    const kindSaid = kindSaidBy(event);
    if (kindSaid) addTo(this.kinds, event.stream, kindSaid);
    for (const subject of event.subjects) {
      const { kind, id } = partsOf(subject);
      if (kind !== 'person') continue;
      addTo(this.naming, id, event.stream);
      addTo(this.named, event.stream, id);
    }
  }

  /** Whether anything that a case of this stream may look at has only been declared. */
  restsOnDeclared(stream: StreamName): boolean {
    if (this.declared.size === 0) return false;
    const { kind, id } = partsOf(stream);
    if (kind === 'person') return this.personRestsOnDeclared(id);
    return (
      this.declared.has(stream) ||
      this.personsNamedBy(stream).some((person) => this.personRestsOnDeclared(person))
    );
  }

  private personRestsOnDeclared(id: string): boolean {
    if (this.declared.has(streamOf('person', id))) return true;
    return this.householdsNaming(id).some(
      (household) =>
        this.declared.has(household) ||
        this.personsNamedBy(household).some((person) => this.declared.has(streamOf('person', person))),
    );
  }

  /** Every kind that a household was ever said to be of. */
  kindsOf(household: StreamName): readonly HouseholdKind[] {
    return this.kinds.get(household) ?? NONE;
  }

  has(stream: StreamName): boolean {
    return this.streams.has(stream);
  }

  historyOf(stream: StreamName): StreamHistory | undefined {
    return this.streams.get(stream);
  }

  asKnown(stream: StreamName, position: Position): KnownStream {
    return this.streams.get(stream)?.asKnown(position) ?? new KnownStream(stream, []);
  }

  /** In a fixed order, so that the same events always give the same answer. */
  householdsNaming(person: string): readonly StreamName[] {
    return this.naming.get(person) ?? NONE;
  }

  /** Everyone whom any event of a household's stream ever named. */
  personsNamedBy(household: StreamName): readonly string[] {
    return this.named.get(household) ?? NONE;
  }
}

/** A household's kind, as established or as corrected. */
function kindSaidBy({ type, data }: RecordedEvent): HouseholdKind | undefined {
  const said = type === 'EventCorrected' ? (data['data'] as JsonObject)['kind'] : data['kind'];
  if (type !== 'HouseholdEstablished' && type !== 'EventCorrected') return undefined;
  return HOUSEHOLD_KINDS.find((kind) => kind === said);
}

const NONE: readonly never[] = [];

/** Adds to a list that is kept in order: it is asked for more often than it grows. */
function addTo<K, V extends string>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (!list) lists.set(key, [value]);
  else if (!list.includes(value)) {
    list.push(value);
    list.sort();
  }
}
