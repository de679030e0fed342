import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';
import type { Subject } from '@ledger/vocabulary';
import type { KeyProvider } from './key-provider.js';
import {
  assertCommitted,
  commitmentOf,
  KEY_CACHE_MS,
  MOST_CACHED_KEYS,
  newSubjectKey,
  type ActiveKey,
  type RetiredKey,
  type SubjectKey,
  type SubjectKeyring,
  type SubjectKeys,
} from './subject-keys.js';

interface KeyRow {
  readonly subject: Subject;
  readonly state: 'active' | 'restricted' | 'destroyed';
  readonly master_version: number;
  readonly wrapped: Buffer | null;
  readonly key_commit: Buffer;
}

const READ = `
  select subject, state, master_version, wrapped, key_commit
    from vault.subject_key
   where subject = any($1::text[])`;

/** In the order of the subjects, so that two writers who share some of them wait for each other and do not deadlock. */
const CREATE = `
  insert into vault.subject_key (subject, state, master_version, wrapped, key_commit)
  select subject, 'active', master_version, wrapped, key_commit
    from unnest($1::text[], $2::integer[], $3::bytea[], $4::bytea[]) as t (subject, master_version, wrapped, key_commit)
   order by subject
      on conflict (subject) do nothing
  returning subject`;

const RETIRE = `
  update vault.subject_key
     set state = $2, wrapped = case when $2 = 'destroyed' then null else wrapped end
   where subject = any($1::text[]) and state <> 'destroyed'`;

/** Subject keys in the vault of a PostgreSQL database, wrapped by a {@link KeyProvider}. */
export class PostgresSubjectKeys implements SubjectKeys {
  private readonly cache = new LRUCache<Subject, ActiveKey>({ max: MOST_CACHED_KEYS, ttl: KEY_CACHE_MS });

  constructor(
    private readonly pool: Pick<Pool, 'query'>,
    private readonly provider: KeyProvider,
  ) {}

  async forSealing(subjects: readonly Subject[]): Promise<SubjectKeyring> {
    const found = new Map(await this.forOpening(subjects));
    const missing = [...new Set(subjects)].filter((subject) => !found.has(subject));
    if (missing.length === 0) return found;
    const created = await this.create(missing);
    for (const key of created) found.set(key.subject, key);
    const createdByOthers = missing.filter((subject) => !found.has(subject));
    for (const [subject, key] of await this.forOpening(createdByOthers)) found.set(subject, key);
    return found;
  }

  async forOpening(subjects: readonly Subject[]): Promise<SubjectKeyring> {
    const found = new Map<Subject, SubjectKey>();
    const unknown = new Set<Subject>();
    for (const subject of subjects) {
      const cached = this.cache.get(subject);
      if (cached) found.set(subject, cached);
      else unknown.add(subject);
    }
    if (unknown.size === 0) return found;
    const { rows } = await this.pool.query<KeyRow>(READ, [[...unknown]]);
    for (const key of await Promise.all(rows.map((row) => this.unwrapped(row)))) found.set(key.subject, key);
    return found;
  }

  async retire(subjects: readonly Subject[], state: RetiredKey['state']): Promise<void> {
    await this.pool.query(RETIRE, [subjects, state]);
    for (const subject of subjects) this.cache.delete(subject);
  }

  /** The keys that this call created; those that another writer created first are not among them. */
  private async create(subjects: readonly Subject[]): Promise<readonly ActiveKey[]> {
    const fresh = await Promise.all(
      subjects.map(async (subject) => {
        const key = newSubjectKey();
        return { subject, key, wrapped: await this.provider.wrap(subject, key) };
      }),
    );
    const { rows } = await this.pool.query<Pick<KeyRow, 'subject'>>(CREATE, [
      fresh.map(({ subject }) => subject),
      fresh.map(({ wrapped }) => wrapped.masterVersion),
      fresh.map(({ wrapped }) => wrapped.bytes),
      fresh.map(({ key }) => commitmentOf(key)),
    ]);
    const ours = new Set(rows.map(({ subject }) => subject));
    return fresh
      .filter(({ subject }) => ours.has(subject))
      .map(({ subject, key }) => this.cached(subject, key));
  }

  private async unwrapped(row: KeyRow): Promise<SubjectKey> {
    const { subject, state } = row;
    if (state !== 'active' || row.wrapped === null) {
      return { subject, state: state === 'restricted' ? 'restricted' : 'destroyed' };
    }
    const key = await this.provider.unwrap(subject, {
      masterVersion: row.master_version,
      bytes: row.wrapped,
    });
    assertCommitted(subject, key, row.key_commit);
    return this.cached(subject, key);
  }

  private cached(subject: Subject, key: ActiveKey['key']): ActiveKey {
    const active: ActiveKey = { subject, state: 'active', key };
    this.cache.set(subject, active);
    return active;
  }
}
