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
  readonly claimed_at: Date;
}

const CLAIM = `
  insert into vault.identity (blind_index, key_version, person, event_id, claimed_at)
  values ($1, $2, $3, $4, $5)
      on conflict (blind_index) do nothing`;

const READ = 'select person, event_id, claimed_at from vault.identity where blind_index = $1';

/** Only if nobody else has taken it over since it was read. */
const TAKE_OVER = `
  update vault.identity
     set key_version = $2, person = $3, event_id = $4, claimed_at = $5
   where blind_index = $1 and person = $6 and event_id = $7 and claimed_at = $8`;

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
    return row && { person: row.person, eventId: row.event_id, claimedAt: row.claimed_at.getTime() };
  }

  private async takeOver(held: HeldClaim, asked: IdentityClaim): Promise<boolean> {
    const seen = [held.person, held.eventId, new Date(held.claimedAt)];
    const { rowCount } = await this.pool.query(TAKE_OVER, [...columnsOf(asked), ...seen]);
    return rowCount === 1;
  }
}

function columnsOf({ blindIndex, keyVersion, person, eventId, now }: IdentityClaim): unknown[] {
  return [blindIndex, keyVersion, person, eventId, new Date(now)];
}
