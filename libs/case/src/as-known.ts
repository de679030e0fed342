/**
 * What the events of one stream say, as known at a position: amendments applied in the order of their positions
 * (design §4), the voided left out. Everything downstream sees events only in this form.
 */
import { day, join, type Day, type Ground } from '@ledger/time';
import type { DataOf, EventTypeName, Position, RecordedEvent, StreamName } from '@ledger/vocabulary';
import { eventAtom } from './atoms.js';
import type { FactTimeline, StatedFact } from './fact.js';

export interface KnownEvent<Type extends EventTypeName = EventTypeName> {
  readonly type: Type;
  readonly event: RecordedEvent;
  /** The payload with every correction in force laid over it. */
  readonly data: DataOf<Type>;
  /** First day of what it says; corrections may move it. */
  readonly from: Day;
  /** First day on which it no longer holds, where the event itself says so. */
  readonly until: Day | undefined;
  /** The event and the amendments in force on it. */
  readonly because: Ground;
  /** Ids of corrections in force on it, in the order of their positions. */
  readonly amendedBy: readonly string[];
}

type Amendment = 'EventCorrected' | 'EventVoided' | 'VoidingReversed';
const AMENDMENTS: ReadonlySet<string> = new Set<Amendment>([
  'EventCorrected',
  'EventVoided',
  'VoidingReversed',
]);

export function isAmendment(type: string): type is Amendment {
  return AMENDMENTS.has(type);
}

/** How the events of one stream stand towards each other: which are voided, by what, and which corrections apply. */
export interface Standing {
  /** Event id → id of the EventVoided in force on it. */
  readonly voidedBy: ReadonlyMap<string, string>;
  /** Event id → corrections in force on it, in order. */
  readonly correctedBy: ReadonlyMap<string, readonly RecordedEvent[]>;
  /** Id of an EventVoided → id of the VoidingReversed in force on it. */
  readonly reversedBy: ReadonlyMap<string, string>;
}

const STANDS: Standing = { voidedBy: new Map(), correctedBy: new Map(), reversedBy: new Map() };

export function standingOf(events: readonly RecordedEvent[]): Standing {
  if (!events.some((event) => isAmendment(event.type))) return STANDS;
  const reversedBy = new Map<string, string>();
  for (const event of events) {
    if (event.type === 'VoidingReversed')
      reversedBy.set((event.data as DataOf<'VoidingReversed'>).reverses, event.id);
  }
  const voidedBy = new Map<string, string>();
  for (const event of events) {
    if (event.type === 'EventVoided' && !reversedBy.has(event.id)) {
      voidedBy.set((event.data as DataOf<'EventVoided'>).voids, event.id);
    }
  }
  const correctedBy = new Map<string, RecordedEvent[]>();
  for (const event of events) {
    if (event.type !== 'EventCorrected' || voidedBy.has(event.id)) continue;
    const target = (event.data as DataOf<'EventCorrected'>).corrects;
    const earlier = correctedBy.get(target);
    if (earlier) earlier.push(event);
    else correctedBy.set(target, [event]);
  }
  return { voidedBy, correctedBy, reversedBy };
}

function knownEvent(event: RecordedEvent, corrections: readonly RecordedEvent[]): KnownEvent {
  let data = event.data;
  let { effectiveOn } = event;
  let because: Ground = eventAtom(event.id);
  for (const correction of corrections) {
    const amendment = correction.data as DataOf<'EventCorrected'>;
    data = { ...data, ...(amendment.data as object) };
    effectiveOn = amendment.effectiveOn ?? effectiveOn;
    because = join(because, eventAtom(correction.id));
  }
  return {
    type: event.type as EventTypeName,
    event,
    data,
    from: day(effectiveOn),
    until: event.effectiveUntil === undefined ? undefined : day(event.effectiveUntil),
    because,
    amendedBy: corrections.map((correction) => correction.id),
  };
}

const NO_CORRECTIONS: readonly RecordedEvent[] = [];

/** What recorded events of one stream say together: amendments applied, the voided left out. */
export function knownEvents(recorded: readonly RecordedEvent[]): readonly KnownEvent[] {
  const { voidedBy, correctedBy } = standingOf(recorded);
  return recorded
    .filter((event) => !isAmendment(event.type) && !voidedBy.has(event.id))
    .map((event) => knownEvent(event, correctedBy.get(event.id) ?? NO_CORRECTIONS));
}

const NO_EVENTS: readonly KnownEvent[] = [];

/** One stream as known at some position; facts folded from it are kept with it. */
export class KnownStream {
  private readonly folded = new Map<unknown, unknown>();
  private readonly facts = new Map<StatedFact, FactTimeline>();
  private types: ReadonlyMap<string, readonly KnownEvent[]> | undefined;

  constructor(
    readonly stream: StreamName,
    /** In the order of the log; a corrected event keeps its place. */
    readonly events: readonly KnownEvent[],
  ) {}

  /** The stream with one more event at its end; facts that are not folded from such events stay folded. */
  with(known: KnownEvent): KnownStream {
    const longer = new KnownStream(this.stream, [...this.events, known]);
    for (const [fact, timeline] of this.facts) {
      if (!fact.from.includes(known.type)) longer.facts.set(fact, timeline);
    }
    return longer;
  }

  /** The stream with only some of its events, as if the others had never been known. */
  where(keep: (known: KnownEvent) => boolean): KnownStream {
    return new KnownStream(this.stream, this.events.filter(keep));
  }

  /** Whether there is an event of any of these types. */
  hasAny(types: readonly EventTypeName[]): boolean {
    return types.some((type) => this.byType.has(type));
  }

  /** Events of one type, by the day on which they take effect; those of one day in the order of the log. */
  ofType<Type extends EventTypeName>(type: Type): readonly KnownEvent<Type>[] {
    return (this.byType.get(type) ?? NO_EVENTS) as readonly KnownEvent<Type>[];
  }

  /** Events of several types together, by the day on which they take effect. */
  ofTypes<Type extends EventTypeName>(...types: readonly Type[]): readonly KnownEvent<Type>[] {
    const there = types.filter((type) => this.byType.has(type));
    const [only] = there;
    if (only === undefined) return [];
    if (there.length === 1) return this.ofType(only);
    return inOrder(
      this.events.filter((known) => there.includes(known.type as Type)),
    ) as readonly KnownEvent<Type>[];
  }

  /** Folds a fact from these events once. */
  fact(fact: StatedFact, fold: (stream: KnownStream) => FactTimeline): FactTimeline {
    let timeline = this.facts.get(fact);
    if (!timeline) this.facts.set(fact, (timeline = fold(this)));
    return timeline;
  }

  /** Computes something from these events once. */
  once<T>(key: unknown, fold: () => T): T {
    let found = this.folded.get(key);
    if (found === undefined) this.folded.set(key, (found = fold()));
    return found as T;
  }

  private get byType(): ReadonlyMap<string, readonly KnownEvent[]> {
    return (this.types ??= groupedByType(this.events));
  }
}

function groupedByType(events: readonly KnownEvent[]): ReadonlyMap<string, readonly KnownEvent[]> {
  const types = new Map<string, KnownEvent[]>();
  for (const known of events) {
    const earlier = types.get(known.type);
    if (earlier) earlier.push(known);
    else types.set(known.type, [known]);
  }
  for (const ofType of types.values()) inOrder(ofType);
  return types;
}

/** Sorts by the day on which they take effect, in place; those of one day keep their order. */
function inOrder(events: KnownEvent[]): readonly KnownEvent[] {
  return events.length === 1 ? events : events.sort((a, b) => a.from - b.from);
}

/** Events by the stream they stand in; the order within each stays. */
export function groupedByStream(events: readonly RecordedEvent[]): ReadonlyMap<StreamName, RecordedEvent[]> {
  const streams = new Map<StreamName, RecordedEvent[]>();
  for (const event of events) {
    const earlier = streams.get(event.stream);
    if (earlier) earlier.push(event);
    else streams.set(event.stream, [event]);
  }
  return streams;
}

/** The whole recorded life of one stream; answers as known at any position. */
export class StreamHistory {
  /** As known after so many events: the one asked for last, and the one before it. */
  private latest: KnownAfter | undefined;
  private earlier: KnownAfter | undefined;

  constructor(
    readonly stream: StreamName,
    /** In the order of the log. */
    private readonly recorded: RecordedEvent[],
  ) {}

  append(event: RecordedEvent): void {
    this.recorded.push(event);
  }

  get events(): readonly RecordedEvent[] {
    return this.recorded;
  }

  asKnown(position: Position): KnownStream {
    return this.after(countUpTo(this.recorded, position));
  }

  /** As known at a position but for the last event by then. */
  asKnownBeforeLast(position: Position): KnownStream {
    return this.after(Math.max(0, countUpTo(this.recorded, position) - 1));
  }

  private after(count: number): KnownStream {
    const { latest, earlier } = this;
    if (latest?.count === count) return latest.known;
    if (earlier?.count === count) return earlier.known;
    this.earlier = latest;
    this.latest = { count, known: this.longer(count) ?? this.fresh(count) };
    return this.latest.known;
  }

  /** From what was known one event earlier: a new event that amends none leaves the others as they were. */
  private longer(count: number): KnownStream | undefined {
    const event = this.recorded[count - 1];
    const before = [this.latest, this.earlier].find((known) => known?.count === count - 1)?.known;
    return before && event && !isAmendment(event.type)
      ? before.with(knownEvent(event, NO_CORRECTIONS))
      : undefined;
  }

  private fresh(count: number): KnownStream {
    return new KnownStream(this.stream, knownEvents(this.recorded.slice(0, count)));
  }
}

interface KnownAfter {
  readonly count: number;
  readonly known: KnownStream;
}

/** How many of the events, in the order of the log, lie at or before a position. */
function countUpTo(events: readonly RecordedEvent[], position: Position): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const event = events[middle];
    if (event !== undefined && event.position <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}
