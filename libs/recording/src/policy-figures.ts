/** The figures of the law as known now, for preconditions: read once, then only what is new. */
import { DIVISIONS, ParameterIndex } from '@ledger/case';
import { ORIGIN, type EventStore } from '@ledger/event-store';
import type { DivisionTable, EventTypeName, Position, RecordedEvent } from '@ledger/vocabulary';
import { FIGURE_EVENTS_A_READ } from './limits.js';

const TYPES: readonly EventTypeName[] = ['ParameterSet', 'EventCorrected', 'EventVoided', 'VoidingReversed'];
const FIGURES = { types: TYPES, streamKinds: ['division'] };

export class PolicyFigures {
  private readonly events: RecordedEvent[] = [];
  private checkpoint: Position = ORIGIN;
  private index: ParameterIndex;
  private reading: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly store: Pick<EventStore, 'readAll'>,
    private readonly divisions: DivisionTable = DIVISIONS,
  ) {
    this.index = new ParameterIndex([], divisions);
  }

  /** As of the head of the log when it is asked. */
  current(): Promise<ParameterIndex> {
    const read = this.reading.then(() => this.catchUp());
    this.reading = read.catch(() => undefined);
    return read;
  }

  private async catchUp(): Promise<ParameterIndex> {
    const known = this.events.length;
    for (let more = true; more;) {
      const after = this.checkpoint;
      const { events, checkpoint } = await this.store.readAll({
        after,
        limit: FIGURE_EVENTS_A_READ,
        filter: FIGURES,
      });
      this.events.push(...events);
      this.checkpoint = checkpoint;
      more = events.length === FIGURE_EVENTS_A_READ;
    }
    if (this.events.length > known) this.index = new ParameterIndex(this.events, this.divisions);
    return this.index;
  }
}
