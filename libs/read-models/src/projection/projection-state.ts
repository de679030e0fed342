/** How far the projector is, as readers see it. */
import type { Pool } from 'pg';
import type { World } from '@ledger/case';
import type { RuleSet } from '@ledger/policy';
import { isBeneficiary, outcomesOf } from '@ledger/rules';
import type { Position, StreamName } from '@ledger/vocabulary';
import type { EntitlementInterval, FindingInterval } from '../api.js';
import { findingRows } from '../finding/finding.table.js';
import { positionOf, storedPosition } from '../stored-position.js';

export interface RunningCampaign {
  readonly position: Position;
  readonly after: Position;
  readonly event: string;
  readonly cursor: string;
}

export interface ProjectionState {
  readonly checkpoint: Position;
  /** Unfinished ones, oldest first. */
  readonly campaigns: readonly RunningCampaign[];
}

interface StateRow {
  readonly checkpoint: string;
  readonly position: string | null;
  readonly after: string;
  readonly event: string;
  readonly cursor: string;
}

export async function readProjectionState(pool: Pool): Promise<ProjectionState> {
  const { rows } = await pool.query<StateRow>({
    name: 'projection state',
    text: `SELECT p.position::text AS checkpoint, c.position::text, c.after::text, c.event, c.cursor
           FROM reading.checkpoint p LEFT JOIN reading.campaign c ON NOT c.finished
           ORDER BY c.position`,
  });
  return {
    checkpoint: positionOf(rows[0]?.checkpoint ?? '0'),
    campaigns: rows.flatMap(({ position, after, event, cursor }) =>
      position === null ? [] : [{ position: positionOf(position), after: positionOf(after), event, cursor }],
    ),
  };
}

/** Of these subjects, those that some campaign at or before a position has yet to reach. */
export async function pendingSubjects(
  pool: Pool,
  state: ProjectionState,
  subjects: readonly StreamName[],
  position: Position,
): Promise<readonly StreamName[]> {
  const running = state.campaigns.filter((campaign) => campaign.position <= position);
  const behind = subjects.filter((subject) => running.some((campaign) => subject > campaign.cursor));
  if (behind.length === 0) return [];
  const { rows } = await pool.query<{ subject: StreamName; done: string }>({
    name: 'campaigns ahead',
    text: `SELECT subject, count(*)::text AS done FROM reading.campaign_ahead
           WHERE subject = ANY($1) AND position = ANY($2) GROUP BY subject`,
    values: [behind, running.map((campaign) => storedPosition(campaign.position))],
  });
  const done = new Map(rows.map((row) => [row.subject, Number(row.done)]));
  return behind.filter((subject) => {
    const owed = running.filter((campaign) => subject > campaign.cursor).length;
    return (done.get(subject) ?? 0) < owed;
  });
}

/** The entitlements of subjects judged from the log, in the form of stored rows. */
export function pendingFor(
  world: World,
  ruleSet: RuleSet | undefined,
  subjects: readonly StreamName[],
): ReadonlyMap<StreamName, readonly EntitlementInterval[]> {
  return new Map(subjects.map((subject) => [subject, ruleSet ? judged(world, ruleSet, subject) : []]));
}

/** The findings of subjects judged from the log, in the form of stored rows. */
export function pendingFindings(
  world: World,
  subjects: readonly StreamName[],
): ReadonlyMap<StreamName, readonly FindingInterval[]> {
  return new Map(
    subjects.map((subject) => [
      subject,
      findingRows(world.caseOf(subject)).map((row, index) => ({ ...row, subject, id: `${subject}#${String(index)}` })),
    ]),
  );
}

function judged(world: World, ruleSet: RuleSet, subject: StreamName): readonly EntitlementInterval[] {
  const found = world.caseOf(subject);
  return [...ruleSet.entitlements.values()].flatMap((definition) => {
    if (!isBeneficiary(definition, found)) return [];
    const { code } = definition;
    return outcomesOf(definition, found).map((outcome) => ({ ...outcome, subject, code, ruleSet: ruleSet.version, cause: '' }));
  });
}
