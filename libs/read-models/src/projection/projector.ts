/**
 * Applies events to the read models in the order of the log: batch by batch, rows and checkpoint in one transaction,
 * each touched subject judged as known at the position that touched it. Stops at what it cannot apply; never skips.
 */
import type { Pool, PoolClient } from 'pg';
import type { EventStore } from '@ledger/event-store';
import type { RuleSet } from '@ledger/policy';
import type { Position, RecordedEvent, StreamName } from '@ledger/vocabulary';
import { positionOf, storedPosition } from '../stored-position.js';
import { Batch, judgeForCampaign } from './batch.js';
import { CampaignTable } from './campaigns.js';
import { Judgements } from './judgement.js';
import { LAW_STREAMS, LawInForce } from './law-in-force.js';
import { Neighbourhood, READ_DISTANCE, TOUCH_DISTANCE } from './neighbourhood.js';
import { ReachTable } from './reach.js';

/** Events a transaction: enough to spread its cost, few enough that visibility stays prompt. */
export const EVENTS_A_BATCH = 1_000;
/** Subjects a step of a campaign: some tens of milliseconds between two batches of events. */
const SUBJECTS_A_STEP = 500;
/** Events of loaded lives, beyond which they are let go: some 200 MB. */
const MOST_EVENTS_KEPT = 120_000;
/** Where read models live; a rebuild makes them beside. */
export const READING = 'reading';

/** Another projector has moved the checkpoint, or the tables are others: this one must stop. */
export class ProjectorSuperseded extends Error {
  constructor() {
    super('another projector has moved the checkpoint, or the read models were rebuilt: this one stops');
  }
}

interface Standing {
  readonly position: Position;
  readonly epoch: string;
}

export class Projector {
  private readonly law = new LawInForce();
  private readonly campaigns: CampaignTable;
  private readonly judgements: Judgements;
  private readonly reaches = new Map<RuleSet, ReachTable>();
  private neighbourhood: Neighbourhood;
  /** Undefined before the start and after a failure: nothing in memory is trusted then. */
  private standing: Standing | undefined;

  constructor(
    private readonly pool: Pool,
    private readonly store: EventStore,
    private readonly schema: string = READING,
  ) {
    this.campaigns = new CampaignTable(schema);
    this.judgements = new Judgements(schema);
    this.neighbourhood = new Neighbourhood(store);
  }

  /** The position up to which events have been applied. */
  get reached(): Position {
    return this.standing?.position ?? positionOf('0');
  }

  /** Reads where it stands. */
  async start(): Promise<Position> {
    return (await this.started()).position;
  }

  /** Reads and applies the next events, at most `limit` and none after `upTo`; returns how many there were. */
  async applyNext(limit = EVENTS_A_BATCH, upTo?: Position): Promise<number> {
    const { position: after } = await this.started();
    const { events } = await this.store.readAll({ after, limit });
    const wanted = upTo === undefined ? events : events.filter(({ position }) => position <= upTo);
    await this.apply(wanted);
    return wanted.length;
  }

  /** Applies events that follow the checkpoint without a gap. */
  async apply(events: readonly RecordedEvent[]): Promise<void> {
    const { position: after, epoch } = await this.started();
    const last = events.at(-1);
    if (!last) return;
    await this.transaction(async (client) => {
      await this.insistOn(client, { position: after, epoch });
      await this.load(client, events, last.position);
      const batch = new Batch({
        ...{ client, schema: this.schema, campaigns: this.campaigns, judgements: this.judgements },
        ...{ law: this.law, lives: this.neighbourhood.lives, reachOf: (ruleSet) => this.reachOf(ruleSet) },
      });
      let before = after;
      for (const event of events) {
        await batch.apply(event, before);
        before = event.position;
      }
      await batch.write();
      await client.query(`UPDATE ${this.schema}.checkpoint SET position = $1`, [
        storedPosition(last.position),
      ]);
    });
    this.standing = { position: last.position, epoch };
    this.letGoIfMany();
  }

  /** One step of the oldest unfinished campaign; false where there is none. */
  async stepCampaign(): Promise<boolean> {
    const standing = await this.started();
    const campaign = this.campaigns.next;
    if (!campaign) return false;
    let [cursor, finished] = [campaign.cursor, false];
    await this.transaction(async (client) => {
      await this.insistOn(client, standing);
      const { rows } = await client.query<{ subject: StreamName }>(
        `SELECT subject FROM ${this.schema}.subject WHERE subject > $1 AND known_from < $2 ORDER BY subject LIMIT $3`,
        [campaign.cursor, campaign.position, SUBJECTS_A_STEP],
      );
      const subjects = rows.map(({ subject }) => subject);
      await this.neighbourhood.load(subjects, READ_DISTANCE, standing.position);
      await this.judgements.load(client, subjects);
      const waiting = subjects.filter((subject) => !this.campaigns.isAhead(campaign, subject));
      judgeForCampaign(campaign, waiting, this.law, this.neighbourhood.lives, this.judgements);
      cursor = subjects.at(-1) ?? cursor;
      finished = subjects.length < SUBJECTS_A_STEP;
      await this.judgements.flush(client);
      await this.campaigns.advance(client, campaign, cursor, finished);
    });
    this.campaigns.advanced(campaign, cursor, finished);
    this.letGoIfMany();
    return true;
  }

  private async started(): Promise<Standing> {
    if (this.standing) return this.standing;
    this.letGo();
    const client = await this.pool.connect();
    try {
      const standing = await this.readStanding(client, '');
      await this.campaigns.load(client);
      this.law.reset(await this.readLaw(standing.position));
      this.standing = standing;
      return standing;
    } finally {
      client.release();
    }
  }

  private async readStanding(client: PoolClient, lock: '' | 'FOR UPDATE'): Promise<Standing> {
    const { rows } = await client.query<{ position: string; epoch: string }>(
      `SELECT position::text, epoch FROM ${this.schema}.checkpoint ${lock}`,
    );
    const [row] = rows;
    if (!row) throw new Error('the read models have no checkpoint');
    return { position: positionOf(row.position), epoch: row.epoch };
  }

  /** Takes the lock under which rows and checkpoint move, before any row is touched. */
  private async insistOn(client: PoolClient, expected: Standing): Promise<void> {
    const { position, epoch } = await this.readStanding(client, 'FOR UPDATE');
    if (position !== expected.position || epoch !== expected.epoch) throw new ProjectorSuperseded();
  }

  private async load(client: PoolClient, events: readonly RecordedEvent[], upTo: Position): Promise<void> {
    for (const event of events) this.neighbourhood.follow(event);
    this.law.append(events);
    await this.neighbourhood.load(new Set(events.flatMap(({ subjects }) => subjects)), TOUCH_DISTANCE, upTo);
    const { lives } = this.neighbourhood;
    const near = new Set<StreamName>();
    for (const stream of new Set(events.map(({ stream }) => stream))) {
      for (const subject of ReachTable.near(stream, lives)) if (lives.has(subject)) near.add(subject);
    }
    await this.judgements.load(client, [...near]);
  }

  private letGoIfMany(): void {
    if (this.neighbourhood.size > MOST_EVENTS_KEPT) this.letGo();
  }

  private letGo(): void {
    this.neighbourhood = new Neighbourhood(this.store);
    this.judgements.forget();
  }

  private reachOf(ruleSet: RuleSet): ReachTable {
    let table = this.reaches.get(ruleSet);
    if (!table) this.reaches.set(ruleSet, (table = new ReachTable(ruleSet)));
    return table;
  }

  /** Rows and checkpoint together; after a failure nothing of the state in memory is trusted. */
  private async transaction(work: (client: PoolClient) => Promise<void>): Promise<void> {
    const client = await this.pool.connect();
    let failure: Error | undefined;
    try {
      await client.query('BEGIN');
      await work(client);
      await client.query('COMMIT');
    } catch (error) {
      failure = error instanceof Error ? error : new Error(String(error));
      this.standing = undefined;
      await client.query('ROLLBACK').catch(() => undefined); // the connection may be what failed
      throw failure;
    } finally {
      client.release(failure);
    }
  }

  private async readLaw(upTo: Position): Promise<readonly RecordedEvent[]> {
    const law: RecordedEvent[] = [];
    for (let after = positionOf('0'); ;) {
      const { events, checkpoint } = await this.store.readAll({
        after,
        limit: EVENTS_A_BATCH,
        filter: LAW_STREAMS,
      });
      law.push(...events.filter((event) => event.position <= upTo));
      if (events.length < EVENTS_A_BATCH || checkpoint >= upTo) return law;
      after = checkpoint;
    }
  }
}
