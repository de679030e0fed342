/** Questions to `reading.finding`. */
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { formatDay } from '@ledger/time';
import type { FindingKind } from '@ledger/findings';
import type { Position, StreamName } from '@ledger/vocabulary';
import type { FindingInterval, PageOf } from '../api.js';
import { cursorText, readCursor } from '../cursor.js';
import { knownAt } from '../known-at.js';
import type { Moment } from '../moment.js';
import { storedPosition } from '../stored-position.js';
import { dayOfDate } from '../valid-range.js';
import { FindingEntity } from './finding.entity.js';

type Stored = Omit<FindingInterval, 'from' | 'until'> & { readonly from: string; readonly until: string };

/** Findings about these subjects, whenever open, as known at a position; one statement. */
export async function findingsOf(
  pool: Pool,
  subjects: readonly StreamName[],
  position: Position,
): Promise<ReadonlyMap<StreamName, readonly FindingInterval[]>> {
  const { rows } = await pool.query<Stored>({
    name: 'findings of subjects',
    text: `SELECT subject, id, kind, code, entitlement, division, valid_from::text AS from, valid_until::text AS until, events
           FROM reading.finding
           WHERE subject = ANY($1) AND known_from <= $2 AND (known_until IS NULL OR known_until > $2)
           ORDER BY subject, valid_from, id`,
    values: [subjects, storedPosition(position)],
  });
  const found = new Map<StreamName, FindingInterval[]>(subjects.map((subject) => [subject, []]));
  for (const row of rows) {
    found.get(row.subject)?.push({ ...row, from: dayOfDate(row.from), until: dayOfDate(row.until) });
  }
  return found;
}

export interface FindingListQuestion {
  /** The division and everything below it. */
  readonly divisions: readonly string[];
  readonly kinds?: readonly FindingKind[];
  readonly moment: Moment;
  readonly first: number;
  readonly after?: string;
}

/** Findings open on a day, by subject and row; the cursor is the last row's key. */
export async function findingPage(
  dataSource: DataSource,
  question: FindingListQuestion,
  completeTo: Position,
): Promise<PageOf<FindingInterval>> {
  const start = question.after === undefined ? undefined : readCursor(question.after);
  const { moment } = question;
  const query = dataSource
    .getRepository(FindingEntity)
    .createQueryBuilder('f')
    .where('f.division = ANY(:divisions)', { divisions: question.divisions })
    .andWhere('f.valid_from <= :asOf AND f.valid_until > :asOf', { asOf: formatDay(moment.asOf) });
  knownAt(query, 'f', moment.position);
  if (question.kinds) query.andWhere('f.kind = ANY(:kinds)', { kinds: question.kinds });
  if (start) query.andWhere('(f.subject, f.id) > (:subject, :id)', { subject: start.subject, id: start.id });
  const rows = await query
    .orderBy('f.subject')
    .addOrderBy('f.id')
    .limit(question.first + 1)
    .getMany();
  return {
    items: rows.slice(0, question.first).map((row) => ({
      cursor: cursorText(row),
      item: {
        id: row.id,
        kind: row.kind as FindingKind,
        code: row.code,
        subject: row.subject as StreamName,
        division: row.division,
        entitlement: row.entitlement,
        from: dayOfDate(row.validFrom),
        until: dayOfDate(row.validUntil),
        events: row.events,
      },
    })),
    hasNextPage: rows.length > question.first,
    moment,
    completeTo,
  };
}
