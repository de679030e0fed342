/** What a decision rests on: the streams read, the figures in force, and the day. */
import {
  World,
  type FactValue,
  type HouseholdCase,
  type KnownStream,
  type ParameterIndex,
  type PersonCase,
} from '@ledger/case';
import { BEGINNING, valueAt, type Day, type Unknown } from '@ledger/time';
import { partsOf, type HouseholdKind, type RecordedEvent, type StreamName } from '@ledger/vocabulary';
import { LATEST, type Reading } from './reading.js';

export class Knowledge {
  readonly world: World;

  constructor(
    readonly reading: Reading,
    readonly parameters: ParameterIndex,
    /** In Asia/Shanghai, at the instant of recording. */
    readonly today: Day,
    /** Events that the proposal names by id, wherever they stand. */
    private readonly referenced: ReadonlyMap<string, RecordedEvent> = new Map(),
  ) {
    this.world = new World(reading.histories, parameters, LATEST);
  }

  /** Whether anything was ever recorded in a stream. */
  exists(stream: StreamName): boolean {
    return this.events(stream).length > 0;
  }

  events(stream: StreamName): readonly RecordedEvent[] {
    return this.reading.of(stream);
  }

  findEvent(id: string): RecordedEvent | undefined {
    return this.reading.find(id) ?? this.referenced.get(id);
  }

  /** The stream as known now: amendments applied, the voided left out. */
  known(stream: StreamName): KnownStream {
    return this.reading.known(stream);
  }

  /** Whether a person is registered, a household established, as known now. */
  isRegistered(stream: StreamName): boolean {
    const type = partsOf(stream).kind === 'person' ? 'PersonRegistered' : 'HouseholdEstablished';
    return this.known(stream).ofType(type).length > 0;
  }

  personOf(stream: StreamName): PersonCase {
    return this.world.person(partsOf(stream).id);
  }

  householdOf(stream: StreamName): HouseholdCase {
    return this.world.household(partsOf(stream).id);
  }

  householdKindOf(stream: StreamName): HouseholdKind | undefined {
    return partsOf(stream).kind === 'household' ? this.householdOf(stream).householdKind : undefined;
  }

  /** Of a registered person. */
  birthOf(stream: StreamName): Day {
    const birth = valueAt(this.personOf(stream).fact('birthDate'), BEGINNING);
    return typeof birth === 'number' ? (birth as Day) : BEGINNING;
  }

  deathOf(stream: StreamName): Day | undefined {
    return this.known(stream).ofType('PersonDied')[0]?.from;
  }

  /** A fact of a person or household on a day. */
  fact(stream: StreamName, name: string, on: Day): FactValue | Unknown {
    return valueAt(this.world.caseOf(stream).fact(name), on);
  }
}
