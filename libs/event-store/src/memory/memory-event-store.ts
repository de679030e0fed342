/** The event store in memory: for tests and stories. Same answers as the durable adapters, gone with the process. */
import type { Position, RecordedEvent, StreamName, Subject } from '@ledger/vocabulary';
import { admit, placesOf, type Standing } from '../admission.js';
import { canonicalId, prepare } from '../append-request.js';
import { Hints } from '../hints.js';
import { placeOf, positionOf } from '../position.js';
import {
  ORIGIN,
  type AppendRequest,
  type AppendResult,
  type EventStore,
  type LogBatch,
  type LogHead,
} from '../port.js';
import { checkedLimit, followOn, matches, readOn, type Following, type ReadStretch } from '../reading.js';
import { recordedFrom, type StoredEvent } from '../stored-event.js';

/** Events a follower of few types looks at before it says how far it is. */
const STRETCH = 1_000;

export class MemoryEventStore implements EventStore {
  /** By place, from 1 on; the log has no place 0. */
  readonly #stored: StoredEvent[] = [];
  readonly #events: RecordedEvent[] = [];
  readonly #byId = new Map<string, number>();
  readonly #byStream = new Map<StreamName, number[]>();
  readonly #bySubject = new Map<Subject, number[]>();
  readonly #hints = new Hints();
  #closed = false;

  async append(request: AppendRequest): Promise<AppendResult> {
    this.#insistOpen();
    const admission = admit(prepare(request), this.#standing());
    if (!admission.admitted) return admission.result;
    for (const event of admission.events) this.#store(event);
    this.#hints.raise();
    return { outcome: 'appended', places: placesOf(admission.events) };
  }

  async readStream(
    stream: StreamName,
    options: { fromRevision?: number; limit?: number; backwards?: boolean } = {},
  ): Promise<readonly RecordedEvent[]> {
    this.#insistOpen();
    const places = this.#byStream.get(stream) ?? [];
    const { fromRevision, backwards = false } = options;
    const limit = options.limit === undefined ? places.length : checkedLimit(options.limit);
    const chosen = backwards
      ? places.slice(0, (fromRevision ?? places.length) + 1).reverse()
      : places.slice(fromRevision ?? 0);
    return chosen.slice(0, limit).map((place) => this.#at(place));
  }

  async readStreams(streams: readonly StreamName[], upTo?: Position): Promise<readonly RecordedEvent[]> {
    this.#insistOpen();
    return this.#inOrder(
      streams.map((stream) => this.#byStream.get(stream) ?? []),
      upTo,
    );
  }

  async readSubjects(subjects: readonly Subject[], upTo?: Position): Promise<readonly RecordedEvent[]> {
    this.#insistOpen();
    return this.#inOrder(
      subjects.map((subject) => this.#bySubject.get(subject) ?? []),
      upTo,
    );
  }

  async readAll({ after, limit, filter }: Parameters<EventStore['readAll']>[0]): Promise<LogBatch> {
    return readOn(this.#readStretch, { after, limit: checkedLimit(limit), filter });
  }

  follow(options: Following): AsyncIterable<LogBatch> {
    return followOn(this.#readStretch, this.#hints, options);
  }

  async findEvents(ids: readonly string[]): Promise<readonly RecordedEvent[]> {
    this.#insistOpen();
    const places = ids.flatMap((id) => this.#byId.get(canonicalId(id)) ?? []);
    return this.#inOrder([places], undefined);
  }

  async fingerprintOf(id: string): Promise<string | undefined> {
    this.#insistOpen();
    return this.#eventOf(canonicalId(id))?.fingerprint;
  }

  async head(): Promise<LogHead> {
    this.#insistOpen();
    const last = this.#events.at(-1);
    return last
      ? { position: last.position, recordedAt: last.recordedAt }
      : { position: ORIGIN, recordedAt: null };
  }

  async positionAt(instant: number): Promise<Position> {
    this.#insistOpen();
    if (Number.isNaN(instant)) throw new TypeError('an instant is milliseconds since 1970');
    let [known, beyond] = [0, this.#stored.length];
    while (known < beyond) {
      const middle = Math.ceil((known + beyond) / 2);
      if (Date.parse(this.#at(middle).recordedAt) <= instant) known = middle;
      else beyond = middle - 1;
    }
    return positionOf(known);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#hints.raise();
  }

  readonly #readStretch: ReadStretch = async ({ after, limit, filter }) => {
    this.#insistOpen();
    const events: RecordedEvent[] = [];
    let place = placeOf(after);
    const end = Math.min(this.#events.length, place + Math.max(STRETCH, limit));
    while (place < end && events.length < limit) {
      const event = this.#at(++place);
      if (matches(event, filter)) events.push(event);
    }
    return { events, checkpoint: positionOf(place) };
  };

  #standing(): Standing {
    const last = this.#stored.at(-1);
    return {
      head: this.#stored.length,
      recordedAt: last ? Date.parse(last.recordedAt) : 0,
      eventOf: (id) => this.#eventOf(id),
      revisionOf: (stream) => (this.#byStream.get(stream)?.length ?? 0) - 1,
      lastAbout: (subject) => this.#bySubject.get(subject)?.at(-1) ?? 0,
    };
  }

  #store(event: StoredEvent): void {
    this.#stored.push(event);
    this.#events.push(frozen(recordedFrom(event.body, event.place, event.digest)));
    this.#byId.set(event.id, event.place);
    add(this.#byStream, event.stream, event.place);
    for (const subject of event.subjects) add(this.#bySubject, subject, event.place);
  }

  #eventOf(id: string): StoredEvent | undefined {
    const place = this.#byId.get(id);
    return place === undefined ? undefined : this.#stored[place - 1];
  }

  #at(place: number): RecordedEvent {
    return this.#events[place - 1] as RecordedEvent;
  }

  #inOrder(places: readonly (readonly number[])[], upTo: Position | undefined): readonly RecordedEvent[] {
    const last = upTo === undefined ? this.#events.length : placeOf(upTo);
    const chosen = new Set(places.flat().filter((place) => place <= last));
    return [...chosen].sort((a, b) => a - b).map((place) => this.#at(place));
  }

  #insistOpen(): void {
    if (this.#closed) throw new Error('the event store is closed');
  }
}

function add<Key>(places: Map<Key, number[]>, key: Key, place: number): void {
  const known = places.get(key);
  if (known) known.push(place);
  else places.set(key, [place]);
}

/** Every reader is handed the same object: it must not be able to change it. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}
