/** The law as known at a position: which figures, and which rule set. */
import { DIVISIONS, ParameterIndex } from '@ledger/case';
import { RULE_SETS, type RuleSet } from '@ledger/policy';
import type { DataOf, Position, RecordedEvent } from '@ledger/vocabulary';

/** Streams of divisions hold figures and rule sets, and nothing about persons. */
export const LAW_STREAMS = { streamKinds: ['division'] } as const;

export class LawInForce {
  private readonly events: RecordedEvent[] = [];
  private readonly indexes = new Map<number, ParameterIndex>();

  constructor(events: readonly RecordedEvent[] = []) {
    this.append(events);
  }

  /** Starts over with these events. */
  reset(events: readonly RecordedEvent[]): void {
    this.events.length = 0;
    this.indexes.clear();
    this.append(events);
  }

  /** What an amendment of a figure amends, itself perhaps an amendment. */
  targetOf(event: RecordedEvent): RecordedEvent | undefined {
    const { corrects, voids, reverses } = event.data as Readonly<Record<string, unknown>>;
    const id = corrects ?? voids ?? reverses;
    const target = id === undefined ? undefined : this.events.find((candidate) => candidate.id === id);
    return target && (this.targetOf(target) ?? target);
  }

  /** In the order of the log. */
  append(events: readonly RecordedEvent[]): void {
    for (const event of events) if (event.stream.startsWith('division-')) this.events.push(event);
  }

  parametersAt(position: Position): ParameterIndex {
    const count = this.countUpTo(position);
    let index = this.indexes.get(count);
    if (!index) {
      index = new ParameterIndex(this.events.slice(0, count), DIVISIONS);
      if (this.indexes.size >= MOST_INDEXES) this.indexes.clear();
      this.indexes.set(count, index);
    }
    return index;
  }

  /** The set activated last by then; undefined while a ledger has none, and as known before it there is nothing. */
  ruleSetAt(position: Position): RuleSet | undefined {
    const activated = this.events.slice(0, this.countUpTo(position)).findLast((event) => event.type === 'RuleSetActivated');
    if (!activated) return undefined;
    const { rulesetVersion } = activated.data as DataOf<'RuleSetActivated'>;
    const ruleSet = RULE_SETS.find(({ version }) => version === rulesetVersion);
    if (!ruleSet) throw new Error(`rule set ${rulesetVersion} is not part of this build`);
    return ruleSet;
  }

  private countUpTo(position: Position): number {
    let low = 0;
    let high = this.events.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.events[middle]?.position ?? position) <= position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Questions are about few distinct states of the law at a time; each index holds all figures. */
const MOST_INDEXES = 64;
