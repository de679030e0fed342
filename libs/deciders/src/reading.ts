/** What has been read of the log about a set of subjects, in its order; it grows with what is decided upon it. */
import { Histories, type KnownStream } from '@ledger/case';
import type { Position, RecordedEvent, StreamName, Subject } from '@ledger/vocabulary';

/** After every position of every log: positions are digits and letters, compared as text. */
export const LATEST = '~' as Position;

const NONE: readonly RecordedEvent[] = [];

export class Reading {
  readonly histories = new Histories();
  private readonly bySubject = new Map<Subject, RecordedEvent[]>();
  private readonly byId = new Map<string, RecordedEvent>();

  /** @param events all that speak of the subjects, each once, in the order of the log */
  constructor(events: readonly RecordedEvent[] = NONE) {
    for (const event of events) this.append(event);
  }

  append(event: RecordedEvent): void {
    this.histories.append(event);
    this.byId.set(event.id, event);
    for (const subject of event.subjects) {
      const earlier = this.bySubject.get(subject);
      if (earlier) earlier.push(event);
      else this.bySubject.set(subject, [event]);
    }
  }

  find(id: string): RecordedEvent | undefined {
    return this.byId.get(id);
  }

  /** The events of one stream, as far as they have been read. */
  of(stream: StreamName): readonly RecordedEvent[] {
    return this.histories.historyOf(stream)?.events ?? NONE;
  }

  about(subject: Subject): readonly RecordedEvent[] {
    return this.bySubject.get(subject) ?? NONE;
  }

  known(stream: StreamName): KnownStream {
    return this.histories.asKnown(stream, LATEST);
  }
}
