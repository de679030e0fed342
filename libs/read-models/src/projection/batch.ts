/** The events of one transaction, applied one after the other. */
import type { PoolClient } from 'pg';
import { World, type Histories } from '@ledger/case';
import type { RuleSet } from '@ledger/policy';
import type { DataOf, Position, RecordedEvent, StreamName } from '@ledger/vocabulary';
import { positionOf, storedPosition } from '../stored-position.js';
import { touchedByLaw, type Campaign, type CampaignTable } from './campaigns.js';
import type { Judgements, Occasion } from './judgement.js';
import type { LawInForce } from './law-in-force.js';
import type { ReachTable } from './reach.js';

export interface BatchState {
  readonly client: PoolClient;
  readonly schema: string;
  readonly campaigns: CampaignTable;
  readonly judgements: Judgements;
  readonly law: LawInForce;
  readonly lives: Histories;
  readonly reachOf: (ruleSet: RuleSet) => ReachTable;
}

export class Batch {
  private readonly ahead: { readonly campaign: Campaign; readonly subject: StreamName }[] = [];
  private readonly begun = new Map<StreamName, string>();

  constructor(private readonly state: BatchState) {}

  async apply(event: RecordedEvent, before: Position): Promise<void> {
    const { law, lives, judgements } = this.state;
    const ruleSet = law.ruleSetAt(event.position);
    const occasion: Occasion = { position: storedPosition(event.position), cause: event.id };
    if (event.stream.startsWith('division-')) {
      if (ruleSet) await this.applyLaw(event, ruleSet, occasion, before);
      return;
    }
    if (event.revision === 0) {
      this.begun.set(event.stream, occasion.position);
      judgements.begin(event.stream);
    }
    const world = new World(lives, law.parametersAt(event.position), event.position);
    if (event.stream.startsWith('household-')) judgements.judgeMembers(event.stream, world, occasion);
    if (ruleSet) this.applyToSubjects(event, world, ruleSet, occasion);
  }

  private applyToSubjects(event: RecordedEvent, world: World, ruleSet: RuleSet, occasion: Occasion): void {
    const { lives, reachOf, judgements } = this.state;
    const type = amendedType(event, lives.historyOf(event.stream)?.events ?? []);
    const touched = [...reachOf(ruleSet).touched(event, type, lives)].filter(([subject]) =>
      isKnown(subject, event.position, lives),
    );
    this.passThroughCampaigns(touched.map(([subject]) => subject));
    for (const [subject, what] of touched) judgements.judge(subject, what, world, ruleSet, occasion);
  }

  /** What campaigns owe these subjects comes before the event, campaign by campaign. */
  private passThroughCampaigns(subjects: readonly StreamName[]): void {
    const { campaigns, law, lives, judgements } = this.state;
    for (const campaign of campaigns.running) {
      const owed = subjects.filter(
        (subject) =>
          campaigns.owes(campaign, subject) && isKnown(subject, positionOf(campaign.position), lives),
      );
      if (owed.length === 0) continue;
      judgeForCampaign(campaign, owed, law, lives, judgements);
      for (const subject of owed) {
        campaigns.passed(campaign, subject);
        this.ahead.push({ campaign, subject });
      }
    }
  }

  private async applyLaw(
    event: RecordedEvent,
    ruleSet: RuleSet,
    occasion: Occasion,
    before: Position,
  ): Promise<void> {
    const { client, campaigns, law } = this.state;
    const touched = touchedByLaw(event, law, ruleSet);
    if (!touched || !(await this.anybodyKnown())) return;
    await campaigns.open(client, {
      position: occasion.position,
      after: storedPosition(before),
      event: event.id,
      touched,
    });
  }

  /** Where nobody is known yet, as when a ledger is created, a figure changes nothing for anybody. */
  private async anybodyKnown(): Promise<boolean> {
    if (this.begun.size > 0) return true;
    const { rows } = await this.state.client.query<{ known: boolean }>(
      `SELECT EXISTS (SELECT FROM ${this.state.schema}.subject) AS known`,
    );
    return rows[0]?.known ?? false;
  }

  async write(): Promise<void> {
    const { client, schema, judgements, campaigns } = this.state;
    if (this.begun.size > 0) {
      await client.query(
        `INSERT INTO ${schema}.subject (subject, known_from) SELECT * FROM unnest($1::text[], $2::bigint[])`,
        [[...this.begun.keys()], [...this.begun.values()]],
      );
    }
    await judgements.flush(client);
    await campaigns.markDone(client, this.ahead);
  }
}

/** Judges subjects for a campaign, as known at the campaign's position. */
export function judgeForCampaign(
  campaign: Campaign,
  subjects: readonly StreamName[],
  law: LawInForce,
  lives: Histories,
  judgements: Judgements,
): void {
  const position = positionOf(campaign.position);
  const ruleSet = law.ruleSetAt(position);
  if (!ruleSet) return;
  const world = new World(lives, law.parametersAt(position), position);
  const occasion = { position: campaign.position, cause: campaign.event };
  for (const subject of subjects) judgements.judge(subject, campaign.touched, world, ruleSet, occasion);
}

/** A subject whose stream has begun by then. */
function isKnown(subject: StreamName, position: Position, lives: Histories): boolean {
  const first = lives.historyOf(subject)?.events[0];
  return first !== undefined && first.position <= position;
}

/** An amendment touches what the event it amends touches. */
function amendedType(event: RecordedEvent, stream: readonly RecordedEvent[]): string {
  let current: RecordedEvent | undefined = event;
  for (;;) {
    const data = current.data as Partial<
      DataOf<'EventCorrected'> & DataOf<'EventVoided'> & DataOf<'VoidingReversed'>
    >;
    const target: string | undefined = data.corrects ?? data.voids ?? data.reverses;
    const amended: RecordedEvent | undefined =
      target === undefined ? undefined : stream.find((candidate) => candidate.id === target);
    if (!amended) return current.type;
    current = amended;
  }
}
