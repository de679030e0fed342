/** Plays a story in a ledger of its own, in memory: recording path, rules and findings are those of production. */
import { randomBytes } from 'node:crypto';
import { DIVISIONS, Histories, ParameterIndex, World } from '@ledger/case';
import { MemoryEventStore, ORIGIN } from '@ledger/event-store';
import { toCommand, type Command, type Refusal } from '@ledger/intake';
import { RULE_SETS, type RuleSet } from '@ledger/policy';
import { Recorder } from '@ledger/recording';
import { KEY_BYTES, MasterKeyProvider, MemoryIdentityIndex, MemorySubjectKeys } from '@ledger/sealing';
import type { Observation, Question, SendResult, StoryEvent, StoryWorld } from '@ledger/stories';
import { day } from '@ledger/time';
import { streamOf, type DataOf, type Position, type RecordedEvent } from '@ledger/vocabulary';
import { observeCase } from './observe.js';
import type { OpenWorld } from './run-story.js';
import { FIRST_INSTANT, StoryClock } from './story-clock.js';
import { lineOf } from './story-line.js';

/** Events read at a time. */
const EVENTS_A_READ = 1_000;

export async function playInMemory(): Promise<OpenWorld> {
  const world = new MemoryLedger();
  return { world, close: () => world.close() };
}

/** Divisions, decisions and complaints have neither entitlements nor facts of their own, and no findings yet. */
const NOTHING_COMPUTED: Observation = {
  entitlements: new Map(),
  facts: new Map(),
  findings: [],
  state: null,
};

interface Known {
  readonly world: World;
  readonly ruleSet: RuleSet;
}

class MemoryLedger implements StoryWorld {
  private readonly clock = new StoryClock((command) => this.record(command));
  private readonly known = new Map<Position, Known>();
  private readonly store = new MemoryEventStore();
  private readonly recorder = new Recorder({
    store: this.store,
    keys: new MemorySubjectKeys(),
    identities: new MemoryIdentityIndex(),
    keyProvider: new MasterKeyProvider([randomBytes(KEY_BYTES)]),
    clock: this.clock.now,
  });

  async send(event: StoryEvent, at: number): Promise<SendResult> {
    await this.clock.passTo(at);
    const reading = toCommand(lineOf(event));
    return 'command' in reading ? this.record(reading.command) : refused(reading.refusals);
  }

  async observe({ subject, asOf, asKnownAt, ...asked }: Question): Promise<Observation> {
    await this.clock.passTo(asKnownAt);
    if (subject.kind !== 'person' && subject.kind !== 'household') return NOTHING_COMPUTED;
    const position = await this.store.positionAt(Math.max(asKnownAt, FIRST_INSTANT));
    const { world, ruleSet } = await this.knownAt(position);
    return observeCase(world.caseOf(streamOf(subject.kind, subject.id)), ruleSet, day(asOf), asked);
  }

  close(): Promise<void> {
    return this.store.close();
  }

  private async record(command: Command): Promise<SendResult> {
    const result = await this.recorder.record(command);
    return result.outcome === 'refused' ? refused([result.refusal]) : result;
  }

  /** Everything as known at a position, and the rule set activated last by then. */
  private async knownAt(position: Position): Promise<Known> {
    let known = this.known.get(position);
    if (!known) {
      const events = await this.eventsUpTo(position);
      const policy = events.filter(({ stream }) => stream.startsWith('division-'));
      const world = new World(new Histories(events), new ParameterIndex(policy, DIVISIONS), position);
      this.known.set(position, (known = { world, ruleSet: activeRuleSet(policy) }));
    }
    return known;
  }

  private async eventsUpTo(position: Position): Promise<readonly RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    for (let after = ORIGIN; ;) {
      const batch = await this.store.readAll({ after, limit: EVENTS_A_READ });
      events.push(...batch.events.filter((event) => event.position <= position));
      if (batch.events.length < EVENTS_A_READ || batch.checkpoint >= position) return events;
      after = batch.checkpoint;
    }
  }
}

function activeRuleSet(policy: readonly RecordedEvent[]): RuleSet {
  const activated = policy.findLast(({ type }) => type === 'RuleSetActivated')?.data as
    DataOf<'RuleSetActivated'> | undefined;
  const ruleSet = RULE_SETS.find(({ version }) => version === activated?.rulesetVersion);
  if (!ruleSet) throw new Error('the built-in policy activates a rule set of this build');
  return ruleSet;
}

function refused([refusal]: readonly Refusal[]): SendResult {
  if (!refusal) throw new Error('a refusal has its reason');
  const { code, field = null, message } = refusal;
  return { outcome: 'refused', code, field, message: message.en };
}
