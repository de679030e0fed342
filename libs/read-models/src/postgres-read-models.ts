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
import { LAW_STREAMS, LawInForce } from './projection/figures.js';
import { Neighbourhood } from './projection/neighbourhood.js';
import { pendingFindings, pendingFor, pendingSubjects, readProjectionState, type ProjectionState } from './projection/projection-state.js';

/** How long a question about a position that is not reached waits (design §7). */
const LONGEST_WAIT_MS = 2_000;
const WAIT_STEP_MS = 5;
const LAW_BATCH = 1_000;

export class PostgresReadModels implements ReadModels {
  private readonly law = new LawInForce();
  private lawReadTo: Position = ORIGIN;
  private state: ProjectionState = { checkpoint: ORIGIN, campaigns: [] };

  constructor(
    private readonly dataSource: DataSource,
    private readonly store: EventStore,
    private readonly clock: () => number,
  ) {}

  async momentOf({ asOf, asKnownAt, position }: AskedMoment): Promise<Moment> {
    const known = position ?? (asKnownAt === undefined ? (await this.store.head()).position : await this.store.positionAt(asKnownAt));
    await this.waitFor(known);
    return { asOf: asOf ?? dayInShanghai(this.clock()), position: known };
  }

  async entitlementsOf(
    subjects: readonly StreamName[],
    position: Position,
  ): Promise<ReadonlyMap<StreamName, readonly EntitlementInterval[]>> {
    const ruleSet = (await this.lawAt(position)).ruleSetAt(position)?.version ?? '';
    const stored = await entitlementsOf(this.pool, subjects, position, ruleSet);
    return this.withPending(subjects, position, stored, async (pending) => {
      const { world, ruleSet: active } = await this.casesOf(pending, position);
      return pendingFor(world, active, pending);
    });
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
    const stored = await findingsOf(this.pool, subjects, position);
    return this.withPending(subjects, position, stored, async (pending) =>
      pendingFindings((await this.casesOf(pending, position)).world, pending),
    );
  }

  async entitlementsIn(question: Parameters<ReadModels['entitlementsIn']>[0]): Promise<PageOf<EntitlementInterval>> {
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
    const neighbourhood = new Neighbourhood(this.store, position);
    await neighbourhood.load(subjects);
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
    if (this.state.checkpoint >= position && this.state.campaigns.length === 0) return;
    for (;;) {
      await this.refresh();
      if (this.state.checkpoint >= position) return;
      if (performance.now() >= until) throw new NotYetProjected(position);
      await new Promise((resolve) => setTimeout(resolve, WAIT_STEP_MS));
    }
  }

  private async refresh(): Promise<void> {
    this.state = await readProjectionState(this.pool);
  }

  /** Subjects that a campaign has not reached are judged from the log: their answers are exact all the same. */
  private async withPending<T>(
    subjects: readonly StreamName[],
    position: Position,
    stored: ReadonlyMap<StreamName, readonly T[]>,
    judge: (pending: readonly StreamName[]) => Promise<ReadonlyMap<StreamName, readonly T[]>>,
  ): Promise<ReadonlyMap<StreamName, readonly T[]>> {
    if (this.state.campaigns.length === 0) return stored;
    const pending = await pendingSubjects(this.pool, this.state, subjects, position);
    if (pending.length === 0) return stored;
    return new Map([...stored, ...(await judge(pending))]);
  }

  /** Figures and rule sets up to a position; reads what has been recorded since it last looked. */
  private async lawAt(position: Position): Promise<LawInForce> {
    while (this.lawReadTo < position) {
      const after = this.lawReadTo;
      const { events, checkpoint } = await this.store.readAll({ after, limit: LAW_BATCH, filter: LAW_STREAMS });
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

