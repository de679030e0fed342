/** Questions to `reading.entitlement`. */
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { formatDay } from '@ledger/time';
import type { Outcome, Per } from '@ledger/rules';
import type { Position, StreamName } from '@ledger/vocabulary';
import type { EntitlementInterval, PageOf } from '../api.js';
import { cursorText, readCursor } from '../cursor.js';
import { knownAt } from '../known-at.js';
import type { Moment } from '../moment.js';
import { storedPosition } from '../stored-position.js';
import { dayOfDate } from '../valid-range.js';
import { EntitlementEntity } from './entitlement.entity.js';

type Stored = readonly [
  subject: StreamName,
  code: string,
  from: string,
  until: string,
  status: Outcome['status'],
  amount: string | null,
  per: Per | null,
  amountVerified: boolean,
  division: string | null,
  priority: Outcome['priority'],
  priorityClass: string | null,
  missing: readonly string[],
  cause: string,
];

/** Every stretch of these subjects as known at a position; one statement. */
export async function entitlementsOf(
  pool: Pool,
  subjects: readonly StreamName[],
  position: Position,
  ruleSet: string,
): Promise<ReadonlyMap<StreamName, readonly EntitlementInterval[]>> {
  const { rows } = await pool.query<Stored[]>({
    name: 'entitlements of subjects',
    rowMode: 'array',
    text: `SELECT subject, code, valid_from::text, valid_until::text, status, amount::text, per, amount_verified,
                  division, priority, priority_class, missing, cause
           FROM reading.entitlement
           WHERE subject = ANY($1) AND known_from <= $2 AND (known_until IS NULL OR known_until > $2)
           ORDER BY subject, code, valid_from`,
    values: [subjects, storedPosition(position)],
  } as never);
  const found = new Map<StreamName, EntitlementInterval[]>(subjects.map((subject) => [subject, []]));
  for (const row of rows as unknown as readonly Stored[]) found.get(row[0])?.push(intervalOf(row, ruleSet));
  return found;
}

function intervalOf(row: Stored, ruleSet: string): EntitlementInterval {
  const [
    subject,
    code,
    from,
    until,
    status,
    amount,
    per,
    amountVerified,
    division,
    priority,
    priorityClass,
    missing,
    cause,
  ] = row;
  return {
    subject,
    code,
    from: dayOfDate(from),
    until: dayOfDate(until),
    status,
    amount: amount === null ? null : Number(amount),
    per,
    amountVerified,
    division,
    priority,
    priorityClass,
    missing,
    ruleSet,
    cause,
  };
}

export interface EntitlementListQuestion {
  /** The division and everything below it. */
  readonly divisions: readonly string[];
  readonly codes?: readonly string[];
  readonly statuses?: readonly Outcome['status'][];
  readonly moment: Moment;
  readonly first: number;
  readonly after?: string;
  readonly ruleSet: string;
}

/** Outcomes on a day, by subject and row; the cursor is the last row's key. */
export async function entitlementPage(
  dataSource: DataSource,
  question: EntitlementListQuestion,
  completeTo: Position,
): Promise<PageOf<EntitlementInterval>> {
  const start = question.after === undefined ? undefined : readCursor(question.after);
  const { moment } = question;
  const query = dataSource
    .getRepository(EntitlementEntity)
    .createQueryBuilder('e')
    .where('e.division = ANY(:divisions)', { divisions: question.divisions })
    .andWhere('e.valid_from <= :asOf AND e.valid_until > :asOf', { asOf: formatDay(moment.asOf) });
  knownAt(query, 'e', moment.position);
  if (question.codes) query.andWhere('e.code = ANY(:codes)', { codes: question.codes });
  if (question.statuses) query.andWhere('e.status = ANY(:statuses)', { statuses: question.statuses });
  if (start) query.andWhere('(e.subject, e.id) > (:subject, :id)', { subject: start.subject, id: start.id });
  const rows = await query
    .orderBy('e.subject')
    .addOrderBy('e.id')
    .limit(question.first + 1)
    .getMany();
  return {
    items: rows.slice(0, question.first).map((row) => ({
      cursor: cursorText(row),
      item: fromEntity(row, question.ruleSet),
    })),
    hasNextPage: rows.length > question.first,
    moment,
    completeTo,
  };
}

function fromEntity(row: EntitlementEntity, ruleSet: string): EntitlementInterval {
  return {
    subject: row.subject as StreamName,
    code: row.code,
    from: dayOfDate(row.validFrom),
    until: dayOfDate(row.validUntil),
    status: row.status,
    amount: row.amount === null ? null : Number(row.amount),
    per: row.per as Per | null,
    amountVerified: row.amountVerified,
    division: row.division,
    priority: row.priority,
    priorityClass: row.priorityClass,
    missing: row.missing,
    ruleSet,
    cause: row.cause,
  };
}
