/**
 * Applies events to the read models in the order of the log: batch by batch, rows and checkpoint in one transaction,
 * each touched subject judged as known at the position that touched it. Stops at what it cannot apply; never skips.
 */
import type { Pool, PoolClient } from 'pg';
import type { EventStore } from '@ledger/event-store';
import { World } from '@ledger/case';
import type { RuleSet } from '@ledger/policy';
import type { DataOf, Position, RecordedEvent, StreamName } from '@ledger/vocabulary';
import { positionOf, storedPosition } from '../stored-position.js';
import { CampaignTable, touchedByLaw, type Campaign } from './campaigns.js';
import { LAW_STREAMS, LawInForce } from './figures.js';
import { Judgements, type Occasion } from './judgement.js';
import { Neighbourhood } from './neighbourhood.js';
import { ReachTable, type Touched } from './reach.js';

/** Events a transaction: enough to spread its cost, few enough that visibility stays prompt. */
export const EVENTS_A_BATCH = 1_000;
/** Subjects a step of a campaign: some tens of milliseconds between two batches of events. */
const SUBJECTS_A_STEP = 500;
/** Events of loaded lives, beyond which they are let go: some 200 MB. */
const MOST_EVENTS_KEPT = 120_000;
/** Where read models live; a rebuild makes them beside. */
export const READING = 'reading';

/** Another projector has moved the checkpoint: this one must stop. */
export class ProjectorSuperseded extends Error {
  constructor() {
    super('another projector has moved the checkpoint: this one stops');
  }
}

export class Projector {
  private readonly law = new LawInForce();
  private readonly campaigns: CampaignTable;
  private readonly judgements: Judgements;
  private readonly reaches = new Map<RuleSet, ReachTable>();
  private neighbourhood: Neighbourhood;
  private checkpoint: Position | undefined;

  constructor(
    private readonly pool: Pool,
    private readonly store: EventStore,
    private readonly schema: string = READING,
  ) {
    this.campaigns = new CampaignTable(schema);
    this.judgements = new Judgements(schema);
    this.neighbourhood = new Neighbourhood(store);
  }

  /** Where it stands; reads its state again, as after a failed transaction. */
  async start(): Promise<Position> {
    this.judgements.forget();
    this.neighbourhood = new Neighbourhood(this.store);
    const client = await this.pool.connect();
    try {
      const { rows } = await client.query<{ position: string }>(`SELECT position::text FROM ${this.schema}.checkpoint`);
      this.checkpoint = positionOf(rows[0]?.position ?? '0');
      await this.campaigns.load(client);
    } finally {
      client.release();
    }
    this.law.reset(await this.readLaw(this.checkpoint));
    return this.checkpoint;
  }

  /** The position up to which events have been applied. */
  get reached(): Position {
    return this.checkpoint ?? positionOf('0');
  }

  /** Reads and applies the next events, at most `limit`; returns how many there were. */
  async applyNext(limit = EVENTS_A_BATCH): Promise<number> {
    const { events } = await this.store.readAll({ after: this.checkpoint ?? (await this.start()), limit });
    await this.apply(events);
    return events.length;
  }

  /** Applies events that follow the checkpoint without a gap. */
  async apply(events: readonly RecordedEvent[]): Promise<void> {
    const after = this.checkpoint ?? (await this.start());
    const last = events.at(-1);
    if (!last) return;
    await this.prepare(events, last.position);
    await this.transaction(async (client) => {
      await this.judgements.load(client, this.touchable(events));
      const batch = new Batch(this.law, this.neighbourhood, this.campaigns, this.judgements, (set) => this.reachOf(set), this.schema);
      let before = after;
      for (const event of events) {
        await batch.apply(client, event, before);
        before = event.position;
      }
      await batch.write(client);
      await this.moveCheckpoint(client, after, last.position);
    });
    this.checkpoint = last.position;
    if (this.neighbourhood.size > MOST_EVENTS_KEPT) this.letGo();
  }

  /** One step of the oldest unfinished campaign; false where there is none. */
  async stepCampaign(): Promise<boolean> {
    const campaign = this.campaigns.next;
    if (!campaign) return false;
    let [cursor, finished] = [campaign.cursor, false];
    await this.transaction(async (client) => {
      const { rows } = await client.query<{ subject: StreamName }>(
        `SELECT subject FROM ${this.schema}.subject WHERE subject > $1 AND known_from < $2 ORDER BY subject LIMIT $3`,
        [campaign.cursor, campaign.position, SUBJECTS_A_STEP],
      );
      const subjects = rows.map(({ subject }) => subject);
      await this.neighbourhood.load(subjects, this.checkpoint);
      await this.judgements.load(client, subjects);
      for (const subject of subjects) {
        if (!this.campaigns.isAhead(campaign, subject)) judgeFor(campaign, subject, this.law, this.neighbourhood, this.judgements);
      }
      cursor = subjects.at(-1) ?? cursor;
      finished = subjects.length < SUBJECTS_A_STEP;
      await this.judgements.flush(client);
      await this.campaigns.advance(client, campaign, cursor, finished);
    });
    this.campaigns.advanced(campaign, cursor, finished);
    if (this.neighbourhood.size > MOST_EVENTS_KEPT) this.letGo();
    return true;
  }

  private letGo(): void {
    this.neighbourhood = new Neighbourhood(this.store);
    this.judgements.forget();
  }

  private async prepare(events: readonly RecordedEvent[], upTo: Position): Promise<void> {
    for (const event of events) this.neighbourhood.follow(event);
    this.law.append(events);
    await this.neighbourhood.load(this.named(events), upTo);
  }

  private named(events: readonly RecordedEvent[]): readonly StreamName[] {
    return [...new Set(events.flatMap((event) => event.subjects))];
  }

  /** Every subject that some event of the batch may touch; a superset is fine, its rows are only loaded. */
  private touchable(events: readonly RecordedEvent[]): readonly StreamName[] {
    const { lives } = this.neighbourhood;
    const names = new Set<StreamName>();
    for (const stream of new Set(events.map((event) => event.stream))) {
      for (const subject of this.nearest(stream)) names.add(subject);
    }
    return [...names].filter((name) => lives.has(name));
  }

  private nearest(stream: StreamName): Iterable<StreamName> {
    return ReachTable.near(stream, this.neighbourhood.lives);
  }

  private reachOf(ruleSet: RuleSet): ReachTable {
    let table = this.reaches.get(ruleSet);
    if (!table) this.reaches.set(ruleSet, (table = new ReachTable(ruleSet)));
    return table;
  }

  private async moveCheckpoint(client: PoolClient, from: Position, to: Position): Promise<void> {
    const { rowCount } = await client.query(`UPDATE ${this.schema}.checkpoint SET position = $2 WHERE position = $1`, [
      storedPosition(from),
      storedPosition(to),
    ]);
    if (rowCount !== 1) throw new ProjectorSuperseded();
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
      this.checkpoint = undefined;
      await client.query('ROLLBACK').catch(() => undefined); // the connection may be what failed
      throw failure;
    } finally {
      client.release(failure);
    }
  }

  private async readLaw(upTo: Position): Promise<readonly RecordedEvent[]> {
    const law: RecordedEvent[] = [];
    for (let after = positionOf('0'); ; ) {
      const { events, checkpoint } = await this.store.readAll({ after, limit: EVENTS_A_BATCH, filter: LAW_STREAMS });
      law.push(...events.filter((event) => event.position <= upTo));
      if (events.length < EVENTS_A_BATCH || checkpoint >= upTo) return law;
      after = checkpoint;
    }
  }
}

/** Judges a subject for a campaign, as known at the campaign's position. */
function judgeFor(
  campaign: Campaign,
  subject: StreamName,
  law: LawInForce,
  neighbourhood: Neighbourhood,
  judgements: Judgements,
): void {
  const position = positionOf(campaign.position);
  const ruleSet = law.ruleSetAt(position);
  if (!ruleSet) return;
  const world = new World(neighbourhood.lives, law.parametersAt(position), position);
  judgements.judge(subject, campaign.touched, world, ruleSet, { position: campaign.position, cause: campaign.event });
}

/** The events of one transaction. */
class Batch {
  private readonly ahead: { campaign: Campaign; subject: StreamName }[] = [];
  private readonly begun = new Map<StreamName, string>();

  constructor(
    private readonly law: LawInForce,
    private readonly neighbourhood: Neighbourhood,
    private readonly campaigns: CampaignTable,
    private readonly judgements: Judgements,
    private readonly reachOf: (ruleSet: RuleSet) => ReachTable,
    private readonly schema: string,
  ) {}

  async apply(client: PoolClient, event: RecordedEvent, before: Position): Promise<void> {
    const ruleSet = this.law.ruleSetAt(event.position);
    const occasion: Occasion = { position: storedPosition(event.position), cause: event.id };
    if (event.stream.startsWith('division-')) {
      if (ruleSet) await this.applyLaw(client, event, ruleSet, occasion, before);
      return;
    }
    if (event.revision === 0) {
      this.begun.set(event.stream, occasion.position);
      this.judgements.begin(event.stream);
    }
    const world = new World(this.neighbourhood.lives, this.law.parametersAt(event.position), event.position);
    if (event.stream.startsWith('household-')) this.judgements.judgeMembers(event.stream, world, occasion);
    if (ruleSet) this.applyToSubjects(event, world, ruleSet, occasion);
  }

  private applyToSubjects(event: RecordedEvent, world: World, ruleSet: RuleSet, occasion: Occasion): void {
    const { lives } = this.neighbourhood;
    const type = amendedType(event, lives.historyOf(event.stream)?.events ?? []);
    for (const [subject, touched] of this.reachOf(ruleSet).touched(type, event.stream, lives)) {
      if (!isKnown(subject, event.position, lives)) continue;
      for (const campaign of this.campaigns.owedBy(subject)) this.passThrough(campaign, subject);
      this.judgements.judge(subject, touched, world, ruleSet, occasion);
    }
  }

  private passThrough(campaign: Campaign, subject: StreamName): void {
    if (!isKnown(subject, positionOf(campaign.position), this.neighbourhood.lives)) return;
    judgeFor(campaign, subject, this.law, this.neighbourhood, this.judgements);
    this.campaigns.passed(campaign, subject);
    this.ahead.push({ campaign, subject });
  }

  private async applyLaw(
    client: PoolClient,
    event: RecordedEvent,
    ruleSet: RuleSet,
    occasion: Occasion,
    before: Position,
  ): Promise<void> {
    const touched: Touched | undefined = touchedByLaw(event, this.law.targetOf(event), ruleSet);
    if (!touched || !(await this.anybodyKnown(client))) return;
    await this.campaigns.open(client, {
      position: occasion.position,
      after: storedPosition(before),
      event: event.id,
      touched,
    });
  }

  /** Where nobody is known yet, as when a ledger is created, a figure changes nothing for anybody. */
  private async anybodyKnown(client: PoolClient): Promise<boolean> {
    if (this.begun.size > 0) return true;
    const { rows } = await client.query<{ known: boolean }>(
      `SELECT EXISTS (SELECT FROM ${this.schema}.subject) AS known`,
    );
    return rows[0]?.known ?? false;
  }

  async write(client: PoolClient): Promise<void> {
    if (this.begun.size > 0) {
      await client.query(
        `INSERT INTO ${this.schema}.subject (subject, known_from) SELECT * FROM unnest($1::text[], $2::bigint[])`,
        [[...this.begun.keys()], [...this.begun.values()]],
      );
    }
    await this.judgements.flush(client);
    await this.campaigns.markDone(client, this.ahead);
  }
}

/** A subject whose stream has begun by then. */
function isKnown(subject: StreamName, position: Position, lives: Neighbourhood['lives']): boolean {
  const first = lives.historyOf(subject)?.events[0];
  return first !== undefined && first.position <= position;
}

/** An amendment touches what the event it amends touches. */
function amendedType(event: RecordedEvent, stream: readonly RecordedEvent[]): string {
  let current: RecordedEvent | undefined = event;
  for (;;) {
    const data = current.data as Partial<DataOf<'EventCorrected'> & DataOf<'EventVoided'> & DataOf<'VoidingReversed'>>;
    const target: string | undefined = data.corrects ?? data.voids ?? data.reverses;
    const amended: RecordedEvent | undefined =
      target === undefined ? undefined : stream.find((candidate) => candidate.id === target);
    if (!amended) return current.type;
    current = amended;
  }
}
