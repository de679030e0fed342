/** How findings are kept (`reading.finding`). */
import { pieceAt } from '@ledger/time';
import type { Case } from '@ledger/case';
import { findingsOf, type Finding } from '@ledger/findings';
import type { TableDefinition } from '../bitemporal-table.js';
import { dateText } from '../valid-range.js';

export interface FindingRow extends Finding {
  readonly division: string | null;
}

export const FINDINGS: TableDefinition<FindingRow> = {
  table: 'finding',
  group: () => '',
  groupColumn: null,
  columns: [
    { name: 'kind', type: 'text', value: (row) => row.kind },
    { name: 'code', type: 'text', value: (row) => row.code },
    { name: 'entitlement', type: 'text', value: (row) => row.entitlement },
    { name: 'division', type: 'text', value: (row) => row.division },
    { name: 'valid_from', type: 'date', value: (row) => dateText(row.from) },
    { name: 'valid_until', type: 'date', value: (row) => dateText(row.until) },
    { name: 'events', type: 'text', arrayOf: 'uuid', value: (row) => row.events.join(',') },
  ],
};

/** A finding belongs to the division of the hukou on the day it opens; a household's, to where it was established. */
export function findingRows(subject: Case): readonly FindingRow[] {
  return findingsOf(subject).map((finding) => ({ ...finding, division: divisionOf(subject, finding) }));
}

function divisionOf(subject: Case, { from }: Finding): string | null {
  if (subject.kind === 'household')
    return subject.stream.ofType('HouseholdEstablished').at(-1)?.data.division ?? null;
  const { value } = pieceAt(subject.fact('hukouDivision'), from);
  return typeof value === 'string' ? value : null;
}
