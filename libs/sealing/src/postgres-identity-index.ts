import type { Pool } from 'pg';
import {
  judgeClaim,
  type ClaimResult,
  type HeldClaim,
  type IdentityClaim,
  type IdentityIndex,
  type IsRecorded,
} from './identity-index.js';

interface IdentityRow {
  readonly person: string;
  readonly event_id: string;
  /** bigint comes as text */
  readonly claimed_at: string;
}

const CLAIM = `
  insert into vault.identity (blind_index, key_version, person, event_id, claimed_at)
  values ($1, $2, $3, $4, to_timestamp($5::double precision / 1000))
      on conflict (blind_index) do nothing`;

const READ = `
  select person, event_id, (extract(epoch from claimed_at) * 1000)::bigint as claimed_at
    from vault.identity
   where blind_index = $1`;

/** Only if nobody else has taken it over since it was read. */
const TAKE_OVER = `
  update vault.identity
     set key_version = $2, person = $3, event_id = $4, claimed_at = to_timestamp($5::double precision / 1000)
   where blind_index = $1 and person = $6 and event_id = $7
     and claimed_at = to_timestamp($8::double precision / 1000)`;

/** Each try beyond the first means that another writer has just won; after three the caller asks again later. */
const MOST_TRIES = 3;

/** The identity index in the vault of a PostgreSQL database. */
export class PostgresIdentityIndex implements IdentityIndex {
  constructor(private readonly pool: Pick<Pool, 'query'>) {}

  async claim(asked: IdentityClaim, isRecorded: IsRecorded): Promise<ClaimResult> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      if (await this.tryClaim(asked)) return 'claimed';
      const held = await this.read(asked.blindIndex);
      if (!held) continue;
      const verdict = judgeClaim(held, asked, await isRecorded(held.eventId));
      if (verdict !== 'take-over') return verdict;
      if (await this.takeOver(held, asked)) return 'claimed';
    }
    return 'busy';
  }

  async find(blindIndexes: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (blindIndexes.length === 0) return new Map();
    const { rows } = await this.pool.query<{ blind_index: string; person: string }>(
      'select blind_index, person from vault.identity where blind_index = any($1::text[])',
      [blindIndexes],
    );
    return new Map(rows.map((row) => [row.blind_index, row.person]));
  }

  async release(person: string, eventId: string): Promise<void> {
    await this.pool.query('delete from vault.identity where person = $1 and event_id = $2', [
      person,
      eventId,
    ]);
  }

  private async tryClaim(asked: IdentityClaim): Promise<boolean> {
    const { rowCount } = await this.pool.query(CLAIM, columnsOf(asked));
    return rowCount === 1;
  }

  private async read(blindIndex: string): Promise<HeldClaim | undefined> {
    const { rows } = await this.pool.query<IdentityRow>(READ, [blindIndex]);
    const row = rows[0];
    return row && { person: row.person, eventId: row.event_id, claimedAt: Number(row.claimed_at) };
  }

  private async takeOver(held: HeldClaim, asked: IdentityClaim): Promise<boolean> {
    const seen = [held.person, held.eventId, held.claimedAt];
    const { rowCount } = await this.pool.query(TAKE_OVER, [...columnsOf(asked), ...seen]);
    return rowCount === 1;
  }
}

function columnsOf({ blindIndex, keyVersion, person, eventId, now }: IdentityClaim): unknown[] {
  return [blindIndex, keyVersion, person, eventId, now];
}
