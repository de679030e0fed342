/**
 * Loads the lives that cases are made of: a subject, the households that name it, their members, their other
 * households, and so on to the depth that any rule reads. Set-based: the number of statements depends on the depth,
 * never on how many subjects are asked for.
 */
import { Histories } from '@ledger/case';
import type { EventStore } from '@ledger/event-store';
import { partsOf, type Position, type RecordedEvent, type StreamName, type Subject } from '@ledger/vocabulary';

/** person → households → members → households → members: the longest path of any rule, from an event to what is read. */
const DEPTH = 4;

export class Neighbourhood {
  readonly lives = new Histories();
  /** Persons of whom every event, and every event of every household that names them, is loaded. */
  private readonly complete = new Set<Subject>();
  private loaded = 0;

  constructor(
    private readonly store: EventStore,
    /** Loads nothing after it; the head where it is left out. */
    private readonly upTo?: Position,
  ) {}

  get size(): number {
    return this.loaded;
  }

  async load(subjects: Iterable<StreamName>, upTo = this.upTo): Promise<void> {
    let wanted = this.missing(subjects);
    for (let depth = 0; depth <= DEPTH && wanted.length > 0; depth++) {
      const events = await this.store.readSubjects(wanted, upTo);
      const households = new Set<StreamName>();
      for (const event of events) {
        if (event.stream.startsWith('household-') && !this.complete.has(event.stream)) households.add(event.stream);
      }
      // Events about a person name his households; a household is only known whole from its own stream.
      const own = new Set<StreamName>(wanted);
      const partial = [...households].filter((stream) => !own.has(stream));
      const whole = partial.length > 0 ? await this.store.readStreams(partial, upTo) : [];
      this.add(events.filter((event) => own.has(event.stream)));
      this.add(whole);
      for (const subject of [...wanted, ...partial]) this.complete.add(subject);
      wanted = this.missing(this.namedBy([...wanted.filter((name) => name.startsWith('household-')), ...partial]));
    }
  }

  /** A recorded event that follows what is loaded; of streams that are not, nothing is kept. */
  follow(event: RecordedEvent): void {
    const isNew = event.revision === 0;
    if (!this.complete.has(event.stream) && !isNew) return;
    if (isNew) this.complete.add(event.stream);
    this.lives.append(event);
    this.loaded++;
  }

  private missing(subjects: Iterable<StreamName>): StreamName[] {
    const names = new Set<StreamName>();
    for (const subject of subjects) {
      const { kind } = partsOf(subject);
      if ((kind === 'person' || kind === 'household') && !this.complete.has(subject)) names.add(subject);
    }
    return [...names];
  }

  private namedBy(households: readonly StreamName[]): StreamName[] {
    return households.flatMap((household) => this.lives.personsNamedBy(household).map((id): StreamName => `person-${id}`));
  }

  private add(events: readonly RecordedEvent[]): void {
    for (const event of events) {
      if (this.complete.has(event.stream)) continue;
      this.lives.append(event);
      this.loaded++;
    }
  }
}
