import type { Pool } from 'pg';
import { KeyRefused, type KeyProvider } from './key-provider.js';

const REMEMBER = `
  insert into vault.master_key (version, name)
  select version, name from unnest($1::integer[], $2::text[]) as t (version, name) order by version
      on conflict (version) do nothing`;

/**
 * Throws {@link KeyRefused} where the master keys are not those that this database was sealed with. Asked at every
 * start: a ledger that goes on with a fresh key could open nothing it knows, and would register everybody twice.
 */
export async function assertSameMasterKeys(pool: Pick<Pool, 'query'>, provider: KeyProvider): Promise<void> {
  const names = await provider.masterKeyNames();
  await pool.query(REMEMBER, [names.map(({ version }) => version), names.map(({ name }) => name)]);
  const { rows } = await pool.query<{ version: number; name: string }>(
    'select version, name from vault.master_key',
  );
  const given = new Map(names.map(({ version, name }) => [version, name]));
  for (const { version, name } of rows) {
    if (given.get(version) !== name) {
      throw new KeyRefused(
        `this database was sealed with another master key (version ${version}): restore the key file that belongs to it`,
      );
    }
  }
}
