/** The law as known at a position: which figures, and which rule set. */
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { DIVISIONS, ParameterIndex } from '@ledger/case';
import { contentOf, RULE_SETS, type RuleSet } from '@ledger/policy';
import type { DataOf, Position, RecordedEvent } from '@ledger/vocabulary';

/** Streams of divisions hold figures and rule sets, and nothing about persons. */
export const LAW_STREAMS = { streamKinds: ['division'] } as const;

/** States of the law that are asked about at a time: now, the clocks of questions, and campaigns that wait. */
const MOST_INDEXES = 256;

export class LawInForce {
  /** In the order of the log. */
  private readonly events: RecordedEvent[] = [];
  private readonly activations: { readonly position: Position; readonly ruleSet: RuleSet }[] = [];
  private readonly indexes = new LRUCache<number, ParameterIndex>({ max: MOST_INDEXES });

  /** Starts over with these events. */
  reset(events: readonly RecordedEvent[]): void {
    this.events.length = 0;
    this.activations.length = 0;
    this.indexes.clear();
    this.append(events);
  }

  /** In the order of the log; what is not law is left aside. */
  append(events: readonly RecordedEvent[]): void {
    for (const event of events) {
      if (!event.stream.startsWith('division-')) continue;
      this.events.push(event);
      if (event.type === 'RuleSetActivated') {
        const ruleSet = activatedBy(event.data as DataOf<'RuleSetActivated'>);
        this.activations.push({ position: event.position, ruleSet });
      }
    }
  }

  parametersAt(position: Position): ParameterIndex {
    const count = this.countUpTo(position);
    let index = this.indexes.get(count);
    if (!index) {
      index = new ParameterIndex(this.events.slice(0, count), DIVISIONS);
      this.indexes.set(count, index);
    }
    return index;
  }

  /** The set activated last by then; undefined while a ledger has none, and as known before it there is nothing. */
  ruleSetAt(position: Position): RuleSet | undefined {
    return this.activations.findLast((activation) => activation.position <= position)?.ruleSet;
  }

  /** The set that was active before an activation. */
  ruleSetBefore(position: Position): RuleSet | undefined {
    return this.activations.findLast((activation) => activation.position < position)?.ruleSet;
  }

  /** The figures that an event sets, or that an amendment may touch: all that what it amends has ever been said to be. */
  parametersTouchedBy(event: RecordedEvent): ReadonlySet<string> {
    const base = this.baseOf(event);
    if (base.type !== 'ParameterSet') return new Set();
    const ids = new Set([(base.data as DataOf<'ParameterSet'>).parameterId]);
    for (const other of this.events) {
      if (other.type !== 'EventCorrected' || this.baseOf(other) !== base) continue;
      const corrected = (other.data as DataOf<'EventCorrected'>).data['parameterId'];
      if (typeof corrected === 'string') ids.add(corrected);
    }
    return ids;
  }

  /** What an amendment amends in the end: a voiding of a correction is about what was corrected. */
  private baseOf(event: RecordedEvent): RecordedEvent {
    const { corrects, voids, reverses } = event.data as Readonly<Record<string, unknown>>;
    const id = corrects ?? voids ?? reverses;
    const target = id === undefined ? undefined : this.events.find((candidate) => candidate.id === id);
    return target ? this.baseOf(target) : event;
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

const digests = new WeakMap<RuleSet, string>();

function digestOf(ruleSet: RuleSet): string {
  let digest = digests.get(ruleSet);
  if (digest === undefined) {
    digest = createHash('sha256').update(contentOf(ruleSet, DIVISIONS.content)).digest('hex');
    digests.set(ruleSet, digest);
  }
  return digest;
}

/** Sets once activated stay in the build, found by the digest of their content (design §6). */
function activatedBy({ rulesetVersion, codeHash }: DataOf<'RuleSetActivated'>): RuleSet {
  const ruleSet = RULE_SETS.find((known) => known.version === rulesetVersion && digestOf(known) === codeHash);
  if (!ruleSet)
    throw new Error(`rule set ${rulesetVersion} with digest ${codeHash} is not part of this build`);
  return ruleSet;
}
