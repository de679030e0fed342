/**
 * What one request has read so far. Everything that belongs to many is loaded for all of them together, so that the
 * number of statements does not depend on how many there are; and "now" is one position throughout a request.
 */
import DataLoader from 'dataloader';
import {
  groupedByStream,
  KnownStream,
  knownEvents,
  standingOf,
  type Case,
  type ParameterRow,
  type Standing,
} from '@ledger/case';
import type {
  EntitlementInterval,
  FindingInterval,
  MembershipInterval,
  Moment,
  ReadModels,
} from '@ledger/read-models';
import type { EventStore } from '@ledger/event-store';
import type { RuleSet } from '@ledger/policy';
import type { Position, RecordedEvent, StreamName } from '@ledger/vocabulary';
import type { Given } from '../graphql/given.js';
import { askedMoment, type At } from '../graphql/at.js';

/** A case as known at a position, and the rule set that was active then. */
export interface CaseThen {
  readonly subject: Case;
  readonly ruleSet: RuleSet;
}

export interface PolicyThen {
  readonly ruleSet: RuleSet;
  readonly parameters: () => readonly ParameterRow[];
}

/** One stream as known at a position. */
export interface StreamThen {
  readonly events: readonly RecordedEvent[];
  readonly standing: Standing;
  readonly known: KnownStream;
}

/** Before any rule set was activated nothing was granted and nothing followed. */
const NO_RULES: RuleSet = { version: '', entitlements: new Map(), derivedFacts: new Map() };

type Loader<Key, Value> = DataLoader<Key, Value>;

export class Reading {
  readonly #moments = new Map<string, Promise<Moment>>();
  readonly #once = new Map<string, Promise<unknown>>();

  constructor(
    readonly readModels: ReadModels,
    readonly store: EventStore,
  ) {}

  /** The moment a question means; throws where the read models have not come that far. */
  async momentOf(at?: Given<At>): Promise<Moment> {
    const { asOf, ...known } = askedMoment(at);
    const key = JSON.stringify(known);
    let moment = this.#moments.get(key);
    if (!moment) this.#moments.set(key, (moment = this.readModels.momentOf(known)));
    return asOf === undefined ? moment : { ...(await moment), asOf };
  }

  /** By position: stretches of a subject's entitlements. */
  readonly entitlements = byPosition((position) =>
    mapLoader<StreamName, EntitlementInterval>((subjects) =>
      this.readModels.entitlementsOf(subjects, position),
    ),
  );

  /** By position: memberships of a person, or in a household. */
  readonly memberships = byPosition((position) =>
    mapLoader<StreamName, MembershipInterval>((subjects) =>
      this.readModels.membershipsOf(subjects, position),
    ),
  );

  /** By position: findings about a subject. */
  readonly findings = byPosition((position) =>
    mapLoader<StreamName, FindingInterval>((subjects) => this.readModels.findingsOf(subjects, position)),
  );

  /** By position: a case, recomputed from the log. */
  readonly cases = byPosition(
    (position): Loader<StreamName, CaseThen> =>
      new DataLoader(async (subjects) => {
        const { world, ruleSet = NO_RULES } = await this.readModels.casesOf(subjects, position);
        return subjects.map((subject) => ({ subject: world.caseOf(subject), ruleSet }));
      }),
  );

  /** By position: every event that speaks of a subject, in the order of the log. */
  readonly about = byPosition(
    (position): Loader<StreamName, readonly RecordedEvent[]> =>
      new DataLoader(async (subjects) => {
        const events = await this.readModels.eventsAbout(subjects, position);
        return subjects.map((subject) => events.filter((event) => event.subjects.includes(subject)));
      }),
  );

  /** By position: a stream and how its events stand towards each other. */
  readonly streams = byPosition(
    (position): Loader<StreamName, StreamThen> =>
      new DataLoader(async (streams) => {
        const events = groupedByStream(await this.store.readStreams(streams, position));
        return streams.map((stream) => streamThen(stream, events.get(stream) ?? []));
      }),
  );

  /** What costs much and is asked for by many: a household's entitlement stands on each of its members. */
  once<T>(key: string, make: () => Promise<T>): Promise<T> {
    let made = this.#once.get(key);
    if (!made) this.#once.set(key, (made = make()));
    return made as Promise<T>;
  }

  /** A stream as known now. */
  async streamNow(stream: StreamName): Promise<StreamThen> {
    const { position } = await this.momentOf();
    return this.streams(position).load(stream);
  }

  /** Events by id, whenever they were recorded. */
  readonly events: Loader<string, RecordedEvent | undefined> = new DataLoader(async (ids) => {
    const found = new Map((await this.store.findEvents(ids)).map((event) => [event.id, event]));
    return ids.map((id) => found.get(id));
  });

  /** The rule set and the figures as known at a position. */
  policy(position: Position): Promise<PolicyThen> {
    return this.once(`policy ${position}`, async () => {
      const { world, ruleSet = NO_RULES } = await this.readModels.casesOf([], position);
      return { ruleSet, parameters: () => world.parameters.all() };
    });
  }
}

function streamThen(stream: StreamName, events: readonly RecordedEvent[]): StreamThen {
  return { events, standing: standingOf(events), known: new KnownStream(stream, knownEvents(events)) };
}

/** One loader a position, made when it is first asked for. */
function byPosition<Made>(make: (position: Position) => Made): (position: Position) => Made {
  const made = new Map<Position, Made>();
  return (position) => {
    let found = made.get(position);
    if (found === undefined) made.set(position, (found = make(position)));
    return found;
  };
}

function mapLoader<Key, Row>(
  read: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, readonly Row[]>>,
): Loader<Key, readonly Row[]> {
  return new DataLoader(async (keys) => {
    const rows = await read(keys);
    return keys.map((key) => rows.get(key) ?? []);
  });
}
