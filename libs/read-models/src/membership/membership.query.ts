/** Questions to `reading.membership`. */
import type { Pool } from 'pg';
import type { Position, StreamName } from '@ledger/vocabulary';
import type { MembershipInterval } from '../api.js';
import { storedPosition } from '../stored-position.js';
import { dayOfDate } from '../valid-range.js';

interface Stored {
  readonly subject: StreamName;
  readonly person: StreamName;
  readonly kind: string;
  readonly relation: string;
  readonly from: string;
  readonly until: string;
}

/** Memberships of persons and households alike, each under every subject asked for that it concerns; one statement. */
export async function membershipsOf(
  pool: Pool,
  subjects: readonly StreamName[],
  position: Position,
): Promise<ReadonlyMap<StreamName, readonly MembershipInterval[]>> {
  const { rows } = await pool.query<Stored>({
    name: 'memberships of subjects',
    text: `SELECT subject, person, kind, relation, valid_from::text AS from, valid_until::text AS until
           FROM reading.membership
           WHERE (subject = ANY($1) OR person = ANY($1)) AND known_from <= $2 AND (known_until IS NULL OR known_until > $2)
           ORDER BY valid_from, subject, person`,
    values: [subjects, storedPosition(position)],
  });
  const found = new Map<StreamName, MembershipInterval[]>(subjects.map((subject) => [subject, []]));
  for (const { subject, person, kind, relation, from, until } of rows) {
    const interval = {
      household: subject,
      person,
      kind,
      relation,
      from: dayOfDate(from),
      until: dayOfDate(until),
    };
    found.get(subject)?.push(interval);
    found.get(person)?.push(interval);
  }
  return found;
}
