import { randomBytes, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import {
  CLAIM_LEASE_MS,
  type ClaimResult,
  type IdentityClaim,
  type IdentityIndex,
} from './identity-index.js';
import { MemoryIdentityIndex } from './memory-identity-index.js';
import { PostgresIdentityIndex } from './postgres-identity-index.js';
import { openVaultDatabase, type VaultDatabase } from './testing/vault-database.js';

const NOON = Date.UTC(2024, 5, 1, 4);
let vault: VaultDatabase;
let pool: Pool;

beforeAll(async () => {
  vault = await openVaultDatabase();
  pool = vault.pool;
});
afterAll(() => vault.close());

function aClaim(changes: Partial<IdentityClaim> = {}): IdentityClaim {
  const blindIndex = randomBytes(16).toString('hex');
  return { blindIndex, keyVersion: 1, person: randomUUID(), eventId: randomUUID(), now: NOON, ...changes };
}

const inTheLog =
  (...ids: string[]) =>
  (id: string) =>
    Promise.resolve(ids.includes(id));
const nothingRecorded = inTheLog();

describe.each<[string, () => IdentityIndex]>([
  ['memory', () => new MemoryIdentityIndex()],
  ['PostgreSQL', () => new PostgresIdentityIndex(pool)],
])('the identity index in %s', (_, open) => {
  it('gives a number to the first who claims it, and finds that person', async () => {
    const [index, hers, his] = [open(), aClaim(), aClaim()];
    expect(await index.claim(hers, nothingRecorded)).toBe('claimed');
    expect(await index.claim(his, nothingRecorded)).toBe('claimed');
    expect(await index.find([hers.blindIndex, his.blindIndex, aClaim().blindIndex])).toEqual(
      new Map([
        [hers.blindIndex, hers.person],
        [his.blindIndex, his.person],
      ]),
    );
    expect(await index.find([])).toEqual(new Map());
  });

  it.each<[string, boolean, Partial<IdentityClaim>, (first: IdentityClaim) => ClaimResult]>([
    [
      'another person, recorded: is held',
      true,
      { person: randomUUID(), eventId: randomUUID() },
      ({ person }) => ({ heldBy: person }),
    ],
    [
      'the same person by a further event, recorded: is theirs',
      true,
      { eventId: randomUUID() },
      () => 'claimed',
    ],
    ['the same event again, recorded: is theirs', true, {}, () => 'claimed'],
    ['the same event again, not recorded: is theirs at once', false, {}, () => 'claimed'],
    [
      'another event, not recorded, at once: nobody can say',
      false,
      { person: randomUUID(), eventId: randomUUID() },
      () => 'busy',
    ],
    [
      'another event, not recorded, just before the lease is over: nobody can say',
      false,
      { person: randomUUID(), eventId: randomUUID(), now: NOON + CLAIM_LEASE_MS - 1 },
      () => 'busy',
    ],
    [
      'another event, not recorded, once the lease is over: takes it',
      false,
      { person: randomUUID(), eventId: randomUUID(), now: NOON + CLAIM_LEASE_MS },
      () => 'claimed',
    ],
    [
      'another person, recorded, long after the lease: is held',
      true,
      { person: randomUUID(), eventId: randomUUID(), now: NOON + 100 * CLAIM_LEASE_MS },
      ({ person }) => ({ heldBy: person }),
    ],
  ])('asked by %s', async (_case, recorded, changes, expected) => {
    const [index, first] = [open(), aClaim()];
    await index.claim(first, nothingRecorded);
    const isRecorded = recorded ? inTheLog(first.eventId) : nothingRecorded;
    const again = { ...first, ...changes };
    const result = await index.claim(again, isRecorded);
    expect(result).toEqual(expected(first));
    const holder = result === 'claimed' ? again.person : first.person;
    expect(await index.find([first.blindIndex])).toEqual(new Map([[first.blindIndex, holder]]));
  });

  it('starts a new lease with each taking over', async () => {
    const [index, first] = [open(), aClaim()];
    await index.claim(first, nothingRecorded);
    await index.claim({ ...first, now: NOON + CLAIM_LEASE_MS }, nothingRecorded);
    const other = aClaim({ blindIndex: first.blindIndex, now: NOON + CLAIM_LEASE_MS + 1 });
    expect(await index.claim(other, nothingRecorded)).toBe('busy');
  });

  it('frees what an event claimed, and nothing else', async () => {
    const [index, hers] = [open(), aClaim()];
    const more = aClaim({ person: hers.person });
    await index.claim(hers, nothingRecorded);
    await index.claim(more, nothingRecorded);
    await index.release(hers.person, hers.eventId);
    expect(await index.find([hers.blindIndex, more.blindIndex])).toEqual(
      new Map([[more.blindIndex, hers.person]]),
    );
    expect(await index.claim(aClaim({ blindIndex: hers.blindIndex }), nothingRecorded)).toBe('claimed');
  });

  it('lets exactly one of many who ask at once have a number', async () => {
    const index = open();
    const { blindIndex } = aClaim();
    const claims = Array.from({ length: 10 }, () => aClaim({ blindIndex }));
    const results = await Promise.all(claims.map((claim) => index.claim(claim, nothingRecorded)));
    expect(results.filter((result) => result === 'claimed')).toHaveLength(1);
    expect(results.filter((result) => result === 'busy')).toHaveLength(9);
  });

  it('lets exactly one of many take over a claim that has lapsed', async () => {
    const [index, lapsed] = [open(), aClaim()];
    await index.claim(lapsed, nothingRecorded);
    const now = NOON + CLAIM_LEASE_MS;
    const claims = Array.from({ length: 10 }, () => aClaim({ blindIndex: lapsed.blindIndex, now }));
    const results = await Promise.all(claims.map((claim) => index.claim(claim, nothingRecorded)));
    expect(results.filter((result) => result === 'claimed')).toHaveLength(1);
  });
});
