import {
  judgeClaim,
  type ClaimResult,
  type HeldClaim,
  type IdentityClaim,
  type IdentityIndex,
  type IsRecorded,
} from './identity-index.js';

/** The identity index of a ledger that lives in memory: stories and tests. */
export class MemoryIdentityIndex implements IdentityIndex {
  private readonly claims = new Map<string, HeldClaim>();

  async claim(asked: IdentityClaim, isRecorded: IsRecorded): Promise<ClaimResult> {
    const held = this.claims.get(asked.blindIndex);
    if (!held) return this.hold(asked);
    const verdict = judgeClaim(held, asked, await isRecorded(held.eventId));
    if (verdict !== 'take-over') return verdict;
    return this.claims.get(asked.blindIndex) === held ? this.hold(asked) : 'busy';
  }

  find(blindIndexes: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    for (const index of blindIndexes) {
      const held = this.claims.get(index);
      if (held) found.set(index, held.person);
    }
    return Promise.resolve(found);
  }

  release(person: string, eventId: string): Promise<void> {
    for (const [index, held] of this.claims) {
      if (held.person === person && held.eventId === eventId) this.claims.delete(index);
    }
    return Promise.resolve();
  }

  private hold({ blindIndex, person, eventId, now }: IdentityClaim): 'claimed' {
    this.claims.set(blindIndex, { person, eventId, claimedAt: now });
    return 'claimed';
  }
}
