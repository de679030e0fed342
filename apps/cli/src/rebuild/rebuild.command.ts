/** `ledger rebuild`: read models made anew beside the live ones; switched to when they agree. */
import { Pool } from 'pg';
import { PostgresEventStore } from '@ledger/event-store';
import { rebuild } from '@ledger/read-models';
import { CannotDo, findService } from '../service/running-service.js';

/** The lock of the rebuild, its transaction, and the transaction of the tables beside. */
const CONNECTIONS = 3;

export interface RebuildOptions {
  readonly acceptDifferences?: boolean;
  readonly json?: boolean;
}

/** @returns the exit status: 0 when switched, 2 when the rebuilt read models differ and the live ones were kept */
export async function rebuildReadModels({
  acceptDifferences = false,
  json = false,
}: RebuildOptions): Promise<number> {
  const url = process.env['LEDGER_DATABASE_URL'] ?? findService().ownerDatabaseUrl;
  if (url === undefined)
    throw new CannotDo('set LEDGER_DATABASE_URL to the database of the ledger, as its owner');
  const pool = new Pool({ connectionString: url, max: CONNECTIONS });
  const store = new PostgresEventStore(url);
  try {
    const onProgress = (events: number): void => {
      if (process.stderr.isTTY) process.stderr.write(`\r${String(events)} events`);
    };
    const report = await rebuild({ pool, store, acceptDifferences, onProgress });
    process.stdout.write(json ? `${JSON.stringify(report)}\n` : `${text(report).join('\n')}\n`);
    return report.switched ? 0 : 2;
  } finally {
    await store.close();
    await pool.end();
  }
}

function text({ events, differences, switched }: Awaited<ReturnType<typeof rebuild>>): readonly string[] {
  return [
    `${String(events)} events applied`,
    ...differences.map(
      ({ table, onlyLive, onlyRebuilt }) =>
        `${table}: ${String(onlyLive)} rows only live, ${String(onlyRebuilt)} only rebuilt`,
    ),
    switched
      ? 'switched to the rebuilt read models'
      : 'the live read models were kept: see --accept-differences',
  ];
}
