import { Pool } from 'pg';
import { migrate, SERVICE_ROLE } from '@ledger/event-store';
import { createTestDatabase } from '../../../../test/setup/database.js';

export interface VaultDatabase {
  /** As the service's role: what a spec can do with it, the grants allow. */
  readonly pool: Pool;
  close(): Promise<void>;
}

/** A database with a vault, for one spec. */
export async function openVaultDatabase(): Promise<VaultDatabase> {
  const database = await createTestDatabase();
  await migrate(database.url);
  const pool = new Pool({ connectionString: database.url, options: `-c role=${SERVICE_ROLE}` });
  pool.on('error', () => undefined); // a connection on its way out may still hear that its database is dropped
  return {
    pool,
    close: async () => {
      await pool.end();
      await database.drop();
    },
  };
}
