/** How memberships are kept (`reading.membership`); the subject is the household. */
import { piecesOf, type Day } from '@ledger/time';
import type { HouseholdCase } from '@ledger/case';
import { streamOf, type StreamName } from '@ledger/vocabulary';
import type { TableDefinition } from '../bitemporal-table.js';
import { dateText } from '../valid-range.js';

export interface MembershipRow {
  readonly person: StreamName;
  readonly kind: string;
  readonly relation: string;
  readonly from: Day;
  readonly until: Day;
}

export const MEMBERSHIPS: TableDefinition<MembershipRow> = {
  table: 'membership',
  group: () => '',
  groupColumn: null,
  columns: [
    { name: 'person', type: 'text', value: (row) => row.person },
    { name: 'kind', type: 'text', value: (row) => row.kind },
    { name: 'relation', type: 'text', value: (row) => row.relation },
    { name: 'valid_from', type: 'date', value: (row) => dateText(row.from) },
    { name: 'valid_until', type: 'date', value: (row) => dateText(row.until) },
  ],
};

export function membershipRows(household: HouseholdCase): readonly MembershipRow[] {
  const kind = household.householdKind;
  if (kind === undefined) return [];
  return household
    .members()
    .flatMap(({ person, membership }) =>
      piecesOf(membership.relation).flatMap(({ from, until, value }) =>
        value === null ? [] : [{ person: streamOf('person', person.id), kind, relation: value, from, until }],
      ),
    );
}
