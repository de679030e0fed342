/** How far the projector is, as readers see it. */
import type { Pool } from 'pg';
import type { Position, StreamName } from '@ledger/vocabulary';
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

/** A subject that some campaign has yet to reach, and the last one that owes it a judgement. */
export interface PendingSubject {
  readonly subject: StreamName;
  readonly campaign: RunningCampaign;
}

/** Of these subjects, those that some campaign at or before a position has yet to reach. */
export async function pendingSubjects(
  pool: Pool,
  campaigns: readonly RunningCampaign[],
  subjects: readonly StreamName[],
  position: Position,
): Promise<readonly PendingSubject[]> {
  const running = campaigns.filter((campaign) => campaign.position <= position);
  const behind = subjects.filter((subject) => running.some((campaign) => subject > campaign.cursor));
  if (behind.length === 0) return [];
  const { rows } = await pool.query<{ subject: StreamName; position: string }>({
    name: 'campaigns ahead',
    text: `SELECT subject, position::text FROM reading.campaign_ahead WHERE subject = ANY($1) AND position = ANY($2)`,
    values: [behind, running.map((campaign) => storedPosition(campaign.position))],
  });
  const done = new Set(rows.map((row) => `${row.subject}|${positionOf(row.position)}`));
  return behind.flatMap((subject) => {
    const campaign = running.findLast(
      (one) => subject > one.cursor && !done.has(`${subject}|${one.position}`),
    );
    return campaign ? [{ subject, campaign }] : [];
  });
}
