/** {@link ReadModels} over PostgreSQL. Hot reads are named statements; lists go through the entities. */
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { dayInShanghai } from '@ledger/time';
import { DIVISIONS, World } from '@ledger/case';
import { ORIGIN, type EventStore } from '@ledger/event-store';
import type { Position, RecordedEvent, StreamName } from '@ledger/vocabulary';
import type {
  EntitlementInterval,
  FindingInterval,
  LedgerStatus,
  MembershipInterval,
  PageOf,
  ReadModels,
} from './api.js';
import { entitlementPage, entitlementsOf } from './entitlement/entitlement.query.js';
import { findingPage, findingsOf } from './finding/finding.query.js';
import { membershipsOf } from './membership/membership.query.js';
import { NotYetProjected, type AskedMoment, type Moment } from './moment.js';
import { LAW_STREAMS, LawInForce } from './projection/law-in-force.js';
import { Neighbourhood, READ_DISTANCE } from './projection/neighbourhood.js';
import { pendingEntitlements, pendingFindings, type PendingCases } from './projection/pending.js';
import { pendingSubjects, readProjectionState, type ProjectionState } from './projection/projection-state.js';

/** How long a question about a position that is not reached waits (design §7). */
const LONGEST_WAIT_MS = 2_000;
const WAIT_STEP_MS = 5;
const LAW_BATCH = 1_000;

export class PostgresReadModels implements ReadModels {
  private readonly law = new LawInForce();
  private lawReadTo: Position = ORIGIN;
  private state: ProjectionState = { checkpoint: ORIGIN, campaigns: [] };
  private reading: Promise<void> | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly store: EventStore,
    private readonly clock: () => number,
  ) {}

  async momentOf({ asOf, asKnownAt, position }: AskedMoment): Promise<Moment> {
    const known =
      position ??
      (asKnownAt === undefined ? (await this.store.head()).position : await this.store.positionAt(asKnownAt));
    await this.waitFor(known);
    return { asOf: asOf ?? dayInShanghai(this.clock()), position: known };
  }

  async entitlementsOf(
    subjects: readonly StreamName[],
    position: Position,
  ): Promise<ReadonlyMap<StreamName, readonly EntitlementInterval[]>> {
    const ruleSet = (await this.lawAt(position)).ruleSetAt(position)?.version ?? '';
    return this.withPending(
      subjects,
      position,
      (settled) => entitlementsOf(this.pool, settled, position, ruleSet),
      pendingEntitlements,
    );
  }

  async membershipsOf(
    subjects: readonly StreamName[],
    position: Position,
  ): Promise<ReadonlyMap<StreamName, readonly MembershipInterval[]>> {
    return membershipsOf(this.pool, subjects, position);
  }

  async findingsOf(
    subjects: readonly StreamName[],
    position: Position,
  ): Promise<ReadonlyMap<StreamName, readonly FindingInterval[]>> {
    return this.withPending(
      subjects,
      position,
      (settled) => findingsOf(this.pool, settled, position),
      pendingFindings,
    );
  }

  async entitlementsIn(
    question: Parameters<ReadModels['entitlementsIn']>[0],
  ): Promise<PageOf<EntitlementInterval>> {
    const moment = await this.listable(question.moment);
    const ruleSet = (await this.lawAt(moment.position)).ruleSetAt(moment.position)?.version ?? '';
    const divisions = DIVISIONS.codesWithin(question.division, moment.asOf);
    return entitlementPage(this.dataSource, { ...question, moment, divisions, ruleSet }, this.completeTo());
  }

  async findingsIn(question: Parameters<ReadModels['findingsIn']>[0]): Promise<PageOf<FindingInterval>> {
    const moment = await this.listable(question.moment);
    const divisions = DIVISIONS.codesWithin(question.division, moment.asOf);
    return findingPage(this.dataSource, { ...question, moment, divisions }, this.completeTo());
  }

  async casesOf(
    subjects: readonly StreamName[],
    position: Position,
  ): Promise<{ readonly world: World; readonly ruleSet: ReturnType<LawInForce['ruleSetAt']> }> {
    const law = await this.lawAt(position);
    const neighbourhood = new Neighbourhood(this.store);
    await neighbourhood.load(subjects, READ_DISTANCE, position);
    return {
      world: new World(neighbourhood.lives, law.parametersAt(position), position),
      ruleSet: law.ruleSetAt(position),
    };
  }

  async eventsAbout(subjects: readonly StreamName[], position: Position): Promise<readonly RecordedEvent[]> {
    return this.store.readSubjects(subjects, position);
  }

  async status(): Promise<LedgerStatus> {
    const [{ position: head }] = await Promise.all([this.store.head(), this.refresh()]);
    const ruleSet = (await this.lawAt(head)).ruleSetAt(head)?.version ?? '';
    return { head, completeTo: this.completeTo(), ruleSet };
  }

  /** Every list is complete up to here: the checkpoint, or where the oldest unfinished campaign began. */
  private completeTo(): Position {
    const [oldest] = this.state.campaigns;
    return oldest && oldest.after < this.state.checkpoint ? oldest.after : this.state.checkpoint;
  }

  /** A list about a position that campaigns still work on is answered as of where it is complete. */
  private async listable(moment: Moment): Promise<Moment> {
    await this.refresh();
    const completeTo = this.completeTo();
    return moment.position <= completeTo ? moment : { ...moment, position: completeTo };
  }

  private async waitFor(position: Position): Promise<void> {
    const until = performance.now() + LONGEST_WAIT_MS;
    // Nothing that comes later changes what is known at a position that is reached with no campaign running.
    if (this.state.checkpoint >= position && this.state.campaigns.length === 0) return;
    for (;;) {
      await this.refresh();
      if (this.state.checkpoint >= position) return;
      if (performance.now() >= until) throw new NotYetProjected(position);
      await new Promise((resolve) => setTimeout(resolve, WAIT_STEP_MS));
    }
  }

  /** Reads the state after this call began; questions that ask meanwhile share the next reading, and it never goes back. */
  private async refresh(): Promise<void> {
    if (this.reading) await this.reading.catch(() => undefined); // its own callers are told of its failure
    this.reading ??= this.readState();
    await this.reading;
  }

  private async readState(): Promise<void> {
    try {
      this.state = await readProjectionState(this.pool);
    } finally {
      this.reading = undefined;
    }
  }

  /**
   * Subjects that a campaign has not reached are judged from the log: their answers are exact all the same. Who is
   * pending is settled before any row is read, so that a campaign that gets on meanwhile costs work and no answer.
   */
  private async withPending<T>(
    subjects: readonly StreamName[],
    position: Position,
    stored: (settled: readonly StreamName[]) => Promise<ReadonlyMap<StreamName, readonly T[]>>,
    judge: (cases: PendingCases) => ReadonlyMap<StreamName, readonly T[]>,
  ): Promise<ReadonlyMap<StreamName, readonly T[]>> {
    const { campaigns } = this.state;
    const pending =
      campaigns.length === 0 ? [] : await pendingSubjects(this.pool, campaigns, subjects, position);
    if (pending.length === 0) return stored(subjects);
    const waiting = new Set(pending.map(({ subject }) => subject));
    const settled = await stored(subjects.filter((subject) => !waiting.has(subject)));
    const { world, ruleSet } = await this.casesOf([...waiting], position);
    return new Map([...settled, ...(ruleSet ? judge({ world, ruleSet, pending }) : [])]);
  }

  /** Figures and rule sets up to a position; reads what has been recorded since it last looked. */
  private async lawAt(position: Position): Promise<LawInForce> {
    while (this.lawReadTo < position) {
      const after = this.lawReadTo;
      const { events, checkpoint } = await this.store.readAll({
        after,
        limit: LAW_BATCH,
        filter: LAW_STREAMS,
      });
      if (this.lawReadTo !== after) continue; // another question has read on meanwhile
      this.law.append(events);
      this.lawReadTo = checkpoint;
      if (checkpoint === after) break;
    }
    return this.law;
  }

  /** The pool beneath TypeORM: named statements are prepared once a connection. */
  private get pool(): Pool {
    return (this.dataSource.driver as unknown as { readonly master: Pool }).master;
  }
}
