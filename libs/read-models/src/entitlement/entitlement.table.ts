/** How entitlements are kept (`reading.entitlement`). */
import type { Outcome } from '@ledger/rules';
import type { TableDefinition } from '../bitemporal-table.js';
import { dateText } from '../valid-range.js';

export interface EntitlementRow extends Outcome {
  readonly code: string;
}

export const ENTITLEMENTS: TableDefinition<EntitlementRow> = {
  table: 'entitlement',
  group: (row) => row.code,
  groupColumn: 'code',
  columns: [
    { name: 'code', type: 'text', value: (row) => row.code },
    { name: 'valid_from', type: 'date', value: (row) => dateText(row.from) },
    { name: 'valid_until', type: 'date', value: (row) => dateText(row.until) },
    { name: 'status', type: 'text', value: (row) => row.status },
    { name: 'amount', type: 'bigint', value: (row) => row.amount },
    { name: 'per', type: 'text', value: (row) => row.per },
    { name: 'amount_verified', type: 'boolean', value: (row) => row.amountVerified },
    { name: 'division', type: 'text', value: (row) => row.division },
    { name: 'priority', type: 'text', value: (row) => row.priority },
    { name: 'priority_class', type: 'text', value: (row) => row.priorityClass },
    { name: 'missing', type: 'text', arrayOf: 'text', value: (row) => row.missing.join(',') },
  ],
};
