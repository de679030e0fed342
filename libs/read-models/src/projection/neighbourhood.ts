/**
 * Loads the lives that cases are made of: a subject, the households that name it, their members, and so on as far as any
 * rule reads. Set-based: the number of statements depends on the distance, never on how many subjects are asked for.
 */
import { Histories } from '@ledger/case';
import type { EventStore } from '@ledger/event-store';
import { partsOf, streamOf, type Position, type RecordedEvent, type StreamName } from '@ledger/vocabulary';

/** Steps from a subject to the farthest fact that judging it reads: a household's member's household's members. */
export const READ_DISTANCE = 3;
/** Steps from an event to the farthest fact that judging whom it touches reads: as far as it reaches, and reading from there. */
export const TOUCH_DISTANCE = 6;

export class Neighbourhood {
  readonly lives = new Histories();
  /** Streams whose every event is loaded. */
  private readonly whole = new Set<StreamName>();
  /** Persons of whom every household that names them is loaded as well. */
  private readonly placed = new Set<StreamName>();
  private loaded = 0;

  constructor(private readonly store: EventStore) {}

  /** Events held. */
  get size(): number {
    return this.loaded;
  }

  /** Loads everybody within a distance of these subjects, up to a position. */
  async load(subjects: Iterable<StreamName>, distance: number, upTo: Position): Promise<void> {
    const seen = new Set<StreamName>();
    let circle = [...subjects].filter(isLife);
    for (let steps = 0; steps <= distance && circle.length > 0; steps++) {
      for (const name of circle) seen.add(name);
      await this.read(circle, upTo);
      circle = [...new Set(circle.flatMap((name) => this.beside(name)))].filter((name) => !seen.has(name));
    }
  }

  /** A recorded event that follows what is loaded; of a stream that is not, nothing is kept. */
  follow(event: RecordedEvent): void {
    if (!isLife(event.stream)) return;
    if (event.revision === 0) {
      this.whole.add(event.stream);
      // Nobody can be named before the own stream begins.
      if (event.stream.startsWith('person-')) this.placed.add(event.stream);
    }
    if (this.whole.has(event.stream)) this.keep(event);
  }

  /** Reads what is missing of a circle: the streams themselves, and for persons the households that name them. */
  private async read(circle: readonly StreamName[], upTo: Position): Promise<void> {
    const wanted = circle.filter((name) =>
      name.startsWith('person-') ? !this.placed.has(name) : !this.whole.has(name),
    );
    if (wanted.length === 0) return;
    const about = await this.store.readSubjects(wanted, upTo);
    const own = new Set(wanted.filter((name) => !this.whole.has(name)));
    const naming = new Set(
      about.map((event) => event.stream).filter((stream) => isHousehold(stream) && !own.has(stream)),
    );
    const partial = [...naming].filter((stream) => !this.whole.has(stream));
    const households = partial.length > 0 ? await this.store.readStreams(partial, upTo) : [];
    for (const event of [...about.filter(({ stream }) => own.has(stream)), ...households]) this.keep(event);
    for (const name of [...wanted, ...partial]) this.whole.add(name);
    for (const name of wanted) if (name.startsWith('person-')) this.placed.add(name);
  }

  private beside(name: StreamName): readonly StreamName[] {
    if (isHousehold(name)) return this.lives.personsNamedBy(name).map((id) => streamOf('person', id));
    return this.lives.householdsNaming(partsOf(name).id);
  }

  private keep(event: RecordedEvent): void {
    this.lives.append(event);
    this.loaded++;
  }
}

function isHousehold(name: StreamName): boolean {
  return name.startsWith('household-');
}

function isLife(name: StreamName): boolean {
  return isHousehold(name) || name.startsWith('person-');
}
