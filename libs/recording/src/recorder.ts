/** The command path (design §1): resolve, load, decide, seal, append, and decide anew where others came before. */
import { DIVISIONS } from '@ledger/case';
import { referencesOf } from '@ledger/deciders';
import type { EventStore } from '@ledger/event-store';
import type { Command } from '@ledger/intake';
import { commandFingerprint, type IdentityIndex, type KeyProvider, type SubjectKeys } from '@ledger/sealing';
import { dayInShanghai } from '@ledger/time';
import type { DivisionTable, RecordedEvent } from '@ledger/vocabulary';
import { carryOut, keysFor } from './appending.js';
import { inParallel, pauseBefore } from './in-parallel.js';
import { MOST_AT_ONCE, MOST_ATTEMPTS, MOST_COMMANDS_A_ROUND } from './limits.js';
import { NationalIds } from './national-ids.js';
import { Plan } from './plan.js';
import { PolicyFigures } from './policy-figures.js';
import { proposalOf, subjectsNamedBy } from './proposing.js';
import { refusedAs, type RecordResult } from './record-result.js';
import { situationOf, type Proposed } from './situation.js';
import { Task } from './task.js';

export interface RecorderPorts {
  readonly store: EventStore;
  readonly keys: SubjectKeys;
  readonly identities: IdentityIndex;
  readonly keyProvider: Pick<KeyProvider, 'fingerprintKey' | 'blindIndexKey'>;
  /** Milliseconds UTC. */
  readonly clock: () => number;
  readonly divisions?: DivisionTable;
}

export class Recorder {
  private readonly figures: PolicyFigures;
  private readonly ids: NationalIds;

  constructor(private readonly ports: RecorderPorts) {
    this.figures = new PolicyFigures(ports.store, ports.divisions ?? DIVISIONS);
    this.ids = new NationalIds(ports);
  }

  async record(command: Command): Promise<RecordResult> {
    const [result] = await this.recordAll([command]);
    if (!result) throw new Error('a command has a result');
    return result;
  }

  /**
   * Records commands in their order; results come in the same order. Commands that share no subject are recorded side by
   * side, a refused one stops no other, and later ones see what earlier ones have changed.
   */
  async recordAll(commands: readonly Command[]): Promise<readonly RecordResult[]> {
    const key = await this.ports.keyProvider.fingerprintKey();
    const tasks = commands.map((command) => new Task(command, commandFingerprint(key, command)));
    for (const round of roundsOf(tasks)) await this.recordRound(round);
    return tasks.map(({ result }) => result);
  }

  private async recordRound(tasks: readonly Task[]): Promise<void> {
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      const open = tasks.filter(({ isSettled }) => !isSettled);
      if (open.length === 0) return;
      if (attempt > 1) await pauseBefore(attempt - 1);
      await this.attempt(open);
    }
    for (const task of tasks) {
      if (!task.isSettled) task.settle(refusedAs(task.command.id, 'CONCURRENT_CHANGE'));
    }
  }

  /** Reads once for all, decides group by group, appends; whoever lost to another writer stays open. */
  private async attempt(tasks: readonly Task[]): Promise<void> {
    const proposed = await this.propose(tasks);
    const ids = proposed.flatMap(({ task, proposal }) => [task.command.id, ...referencesOf(proposal)]);
    const found = await this.findEvents(ids);
    const fresh = await this.withoutRepeated(proposed, found);
    if (fresh.length === 0) return;
    const figures = await this.figures.current();
    const { position, groups } = await situationOf(fresh, found, this.ports.store);
    const now = this.ports.clock();
    const circumstances = { figures, today: dayInShanghai(now), now, ids: this.ids, referenced: found };
    const plans = await inParallel(groups, MOST_AT_ONCE, (group) => Plan.of(group, circumstances));
    const keyring = await keysFor(plans, this.ports.keys);
    const { store, clock } = this.ports;
    await inParallel(plans, MOST_AT_ONCE, (plan) =>
      carryOut(plan, position, { store, ids: this.ids, keyring, clock }),
    );
  }

  private async propose(tasks: readonly Task[]): Promise<readonly Proposed[]> {
    const subjectOf = await subjectsNamedBy(
      tasks.map(({ command }) => command),
      this.ids,
    );
    return tasks.flatMap((task) => {
      const stream = subjectOf(task.command);
      if (stream !== undefined) return [{ task, proposal: proposalOf(task.command, stream) }];
      task.settle(refusedAs(task.command.id, 'UNKNOWN_SUBJECT', 'nationalId'));
      return [];
    });
  }

  private async findEvents(ids: readonly string[]): Promise<ReadonlyMap<string, RecordedEvent>> {
    const events = await this.ports.store.findEvents([...new Set(ids)]);
    return new Map(events.map((event) => [event.id, event]));
  }

  /** A command that stands in the log is answered as the first time, and refused if it is another under the same id. */
  private async withoutRepeated(
    proposed: readonly Proposed[],
    found: ReadonlyMap<string, RecordedEvent>,
  ): Promise<readonly Proposed[]> {
    const repeated = proposed.filter(({ task }) => found.has(task.command.id));
    await inParallel(repeated, MOST_AT_ONCE, async ({ task }) => {
      const { id } = task.command;
      const same = (await this.ports.store.fingerprintOf(id)) === task.fingerprint;
      const event = found.get(id);
      if (!same || !event) {
        task.settle(refusedAs(id, 'IDEMPOTENCY_MISMATCH', 'id'));
        return;
      }
      const { stream, position, recordedAt } = event;
      task.settle({ id, outcome: 'already-recorded', stream, position, recordedAt });
    });
    return proposed.filter(({ task }) => !task.isSettled);
  }
}

/** A figure of the law is in force for whatever comes after it, and an id sent twice is first recorded, then repeated. */
function roundsOf(tasks: readonly Task[]): readonly (readonly Task[])[] {
  const rounds: Task[][] = [];
  let ids = new Set<string>();
  for (const task of tasks) {
    const { id, subject } = task.command;
    const last = rounds.at(-1);
    const sort = last?.[0]?.command.subject.kind === 'division';
    const goesOn =
      last && last.length < MOST_COMMANDS_A_ROUND && !ids.has(id) && sort === (subject.kind === 'division');
    if (goesOn) last.push(task);
    else {
      rounds.push([task]);
      ids = new Set();
    }
    ids.add(id);
  }
  return rounds;
}
