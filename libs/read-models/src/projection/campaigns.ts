/**
 * When a figure or the rule set changes at a position, every subject it can touch is judged anew as known from there:
 * a campaign that walks over all subjects in order, resumable, each step in a transaction of its own. A later event of a
 * subject that the campaign has not reached yet judges it for the campaign first, so that each subject's positions are
 * always applied in order.
 */
import type { ClientBase } from 'pg';
import { FIGURES_OF_FINDINGS } from '@ledger/findings';
import type { RuleSet } from '@ledger/policy';
import { dependenciesOf } from '@ledger/rules';
import type { RecordedEvent, StreamName } from '@ledger/vocabulary';
import type { LawInForce } from './law-in-force.js';
import type { Touched } from './reach.js';

export interface Campaign {
  /** As stored. */
  readonly position: string;
  /** The position before it, as stored: up to there answers are complete while it runs. */
  readonly after: string;
  readonly event: string;
  readonly touched: Touched;
  /** The last subject done, in order. */
  cursor: string;
  finished: boolean;
}

/** What a change of the law touches; undefined where no rule reads it. */
export function touchedByLaw(event: RecordedEvent, law: LawInForce, ruleSet: RuleSet): Touched | undefined {
  if (event.type === 'RuleSetActivated') {
    const before = law.ruleSetBefore(event.position);
    return {
      codes: new Set([...ruleSet.entitlements.keys(), ...(before?.entitlements.keys() ?? [])]),
      findings: true,
    };
  }
  const ids = law.parametersTouchedBy(event);
  const codes = [...ruleSet.entitlements.values()]
    .filter((definition) => dependenciesOf(definition).parameters.some((id) => ids.has(id)))
    .map(({ code }) => code);
  const findings = [...ids].some((id) => FIGURES_OF_FINDINGS.has(id));
  return codes.length > 0 || findings ? { codes: new Set(codes), findings } : undefined;
}

export class CampaignTable {
  /** Unfinished ones, in order. */
  private campaigns: Campaign[] = [];
  private readonly ahead = new Map<string, Set<StreamName>>();

  constructor(private readonly schema: string) {}

  async load(client: ClientBase): Promise<void> {
    const { rows } = await client.query<{
      position: string;
      after: string;
      event: string;
      codes: string[];
      findings: boolean;
      cursor: string;
    }>(`SELECT position::text, after::text, event, codes, findings, cursor
        FROM ${this.schema}.campaign WHERE NOT finished ORDER BY campaign.position`);
    this.campaigns = rows.map(({ codes, findings, ...row }) => ({
      ...row,
      touched: { codes: new Set(codes), findings },
      finished: false,
    }));
    const ahead = await client.query<{ position: string; subject: StreamName }>(
      `SELECT position::text, subject FROM ${this.schema}.campaign_ahead`,
    );
    this.ahead.clear();
    for (const { position, subject } of ahead.rows) this.markAhead(position, subject);
  }

  get next(): Campaign | undefined {
    return this.campaigns[0];
  }

  async open(client: ClientBase, campaign: Omit<Campaign, 'cursor' | 'finished'>): Promise<void> {
    const { position, after, event, touched } = campaign;
    await client.query(
      `INSERT INTO ${this.schema}.campaign (position, after, event, codes, findings) VALUES ($1, $2, $3, $4, $5)`,
      [position, after, event, [...touched.codes], touched.findings],
    );
    this.campaigns.push({ ...campaign, cursor: '', finished: false });
  }

  /** Unfinished ones, in order. */
  get running(): readonly Campaign[] {
    return this.campaigns;
  }

  /** Whether a campaign still has to judge a subject, before a later event may. */
  owes(campaign: Campaign, subject: StreamName): boolean {
    return subject > campaign.cursor && !this.isAhead(campaign, subject);
  }

  isAhead(campaign: Campaign, subject: StreamName): boolean {
    return this.ahead.get(campaign.position)?.has(subject) ?? false;
  }

  private markAhead(position: string, subject: StreamName): void {
    const subjects = this.ahead.get(position);
    if (subjects) subjects.add(subject);
    else this.ahead.set(position, new Set([subject]));
  }

  async markDone(
    client: ClientBase,
    done: readonly { readonly campaign: Campaign; readonly subject: StreamName }[],
  ): Promise<void> {
    if (done.length === 0) return;
    await client.query(
      `INSERT INTO ${this.schema}.campaign_ahead (position, subject) SELECT * FROM unnest($1::bigint[], $2::text[]) ON CONFLICT DO NOTHING`,
      [done.map(({ campaign }) => campaign.position), done.map(({ subject }) => subject)],
    );
  }

  /** Remembers at once, so that the next event of the same batch does not judge again; written by {@link markDone}. */
  passed(campaign: Campaign, subject: StreamName): void {
    this.markAhead(campaign.position, subject);
  }

  async advance(client: ClientBase, campaign: Campaign, cursor: string, finished: boolean): Promise<void> {
    await client.query(`UPDATE ${this.schema}.campaign SET cursor = $2, finished = $3 WHERE position = $1`, [
      campaign.position,
      cursor,
      finished,
    ]);
    if (finished)
      await client.query(`DELETE FROM ${this.schema}.campaign_ahead WHERE position = $1`, [
        campaign.position,
      ]);
  }

  /** After the commit. */
  advanced(campaign: Campaign, cursor: string, finished: boolean): void {
    campaign.cursor = cursor;
    campaign.finished = finished;
    if (!finished) return;
    this.campaigns = this.campaigns.filter((other) => other !== campaign);
    this.ahead.delete(campaign.position);
  }
}
