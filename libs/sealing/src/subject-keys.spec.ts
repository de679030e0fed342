import { randomBytes, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Subject } from '@ledger/vocabulary';
import { KeyRefused } from './key-provider.js';
import { assertSameMasterKeys } from './master-key-check.js';
import { MasterKeyProvider } from './master-key-provider.js';
import { MemorySubjectKeys } from './memory-subject-keys.js';
import { PostgresSubjectKeys } from './postgres-subject-keys.js';
import { newSubjectKey, commitmentOf, type SubjectKey, type SubjectKeys } from './subject-keys.js';
import { openVaultDatabase, type VaultDatabase } from './testing/vault-database.js';

const masterKey = randomBytes(32);
const provider = new MasterKeyProvider([masterKey]);
let vault: VaultDatabase;
let pool: Pool;

beforeAll(async () => {
  vault = await openVaultDatabase();
  pool = vault.pool;
});
afterAll(() => vault.close());

const somebody = (): Subject => `person-${randomUUID()}`;

function bytesOf(key: SubjectKey | undefined): string {
  if (key?.state !== 'active') throw new Error('no active key');
  return key.key.export().toString('hex');
}

describe.each<[string, () => SubjectKeys]>([
  ['memory', () => new MemorySubjectKeys()],
  ['PostgreSQL', () => new PostgresSubjectKeys(pool, provider)],
])('subject keys in %s', (_, open) => {
  it('are created for sealing and found for opening', async () => {
    const [keys, her, him] = [open(), somebody(), somebody()];
    const created = await keys.forSealing([her, him, her]);
    const found = await keys.forOpening([him, her]);
    expect(bytesOf(found.get(her))).toBe(bytesOf(created.get(her)));
    expect(bytesOf(found.get(him))).not.toBe(bytesOf(found.get(her)));
  });

  it('are not created by opening', async () => {
    const [keys, her] = [open(), somebody()];
    expect((await keys.forOpening([her])).has(her)).toBe(false);
    expect((await keys.forOpening([])).size).toBe(0);
  });

  it('can be restricted and destroyed, and destroyed keys stay destroyed', async () => {
    const [keys, her] = [open(), somebody()];
    await keys.forSealing([her]);
    await keys.retire([her], 'restricted');
    expect((await keys.forOpening([her])).get(her)).toEqual({ subject: her, state: 'restricted' });
    await keys.retire([her], 'destroyed');
    await keys.retire([her], 'restricted');
    expect((await keys.forSealing([her])).get(her)).toEqual({ subject: her, state: 'destroyed' });
  });
});

describe('subject keys in PostgreSQL', () => {
  it('are the same for two processes that create them at the same time', async () => {
    const subjects = Array.from({ length: 50 }, somebody);
    const processes = Array.from({ length: 4 }, () => new PostgresSubjectKeys(pool, provider));
    const orders = [subjects, subjects.toReversed(), subjects, subjects.toReversed()];
    const rings = await Promise.all(
      processes.map((keys, index) => keys.forSealing(orders[index] as Subject[])),
    );
    for (const subject of subjects) {
      expect(new Set(rings.map((ring) => bytesOf(ring.get(subject)))).size).toBe(1);
    }
  });

  it('cost one statement for fifty subjects as for one, and none for keys held already', async () => {
    const subjects = Array.from({ length: 50 }, somebody);
    await new PostgresSubjectKeys(pool, provider).forSealing(subjects);
    let statements = 0;
    const counted: Pick<Pool, 'query'> = {
      query: ((...given: Parameters<Pool['query']>) => {
        statements += 1;
        return pool.query(...given);
      }) as Pool['query'],
    };
    const keys = new PostgresSubjectKeys(counted, provider);
    expect((await keys.forOpening(subjects)).size).toBe(50);
    expect(statements).toBe(1);
    await keys.forOpening(subjects);
    expect(statements).toBe(1);
  });

  it('are refused where the vault was given another key than the one it committed to', async () => {
    const her = somebody();
    await new PostgresSubjectKeys(pool, provider).forSealing([her]);
    const { bytes } = await provider.wrap(her, newSubjectKey());
    await pool.query('update vault.subject_key set wrapped = $2 where subject = $1', [her, bytes]);
    await expect(new PostgresSubjectKeys(pool, provider).forOpening([her])).rejects.toThrow(KeyRefused);
  });

  it('are refused where two subjects were given each other’s row', async () => {
    const [keys, her, him] = [new PostgresSubjectKeys(pool, provider), somebody(), somebody()];
    await keys.forSealing([her, him]);
    await pool.query(
      `update vault.subject_key as a set wrapped = b.wrapped, key_commit = b.key_commit
         from vault.subject_key as b where a.subject = $1 and b.subject = $2`,
      [her, him],
    );
    await expect(new PostgresSubjectKeys(pool, provider).forOpening([her])).rejects.toThrow(KeyRefused);
  });

  it('leave nothing of a destroyed key but its commitment', async () => {
    const [keys, her] = [new PostgresSubjectKeys(pool, provider), somebody()];
    const key = (await keys.forSealing([her])).get(her);
    await keys.retire([her], 'destroyed');
    const { rows } = await pool.query(
      'select state, wrapped, key_commit from vault.subject_key where subject = $1',
      [her],
    );
    if (key?.state !== 'active') throw new Error('no active key');
    expect(rows).toEqual([{ state: 'destroyed', wrapped: null, key_commit: commitmentOf(key.key) }]);
  });
});

describe('the master keys of a database', () => {
  it('must be those it was sealed with; a further one may be added', async () => {
    await assertSameMasterKeys(pool, provider);
    await assertSameMasterKeys(pool, new MasterKeyProvider([masterKey]));
    await expect(assertSameMasterKeys(pool, new MasterKeyProvider([randomBytes(32)]))).rejects.toThrow(
      KeyRefused,
    );
    await assertSameMasterKeys(pool, new MasterKeyProvider([masterKey, randomBytes(32)]));
    await expect(assertSameMasterKeys(pool, provider)).rejects.toThrow(KeyRefused);
  });
});

describe('the grants of the service on the vault', () => {
  it.each([
    'delete from vault.subject_key',
    'update vault.master_key set name = name',
    'delete from vault.master_key',
    'truncate vault.subject_key',
    'truncate vault.identity',
    'create table vault.other ()',
  ])('do not allow: %s', async (statement) => {
    await expect(pool.query(statement)).rejects.toThrow('permission denied');
  });
});
