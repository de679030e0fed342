/**
 * Which person has which national ID: claims by blind index, in the vault. A claim is made before the event that states
 * the number is appended, so that two registrations of one person cannot both be recorded.
 */

export interface IdentityClaim {
  /** Of {@link blindIndexOf}. */
  readonly blindIndex: string;
  /** Version of the blind index key. */
  readonly keyVersion: number;
  /** Ledger id of the person. */
  readonly person: string;
  /** The event that is to state the number. */
  readonly eventId: string;
  /** Milliseconds UTC. */
  readonly now: number;
}

export type ClaimResult =
  | 'claimed'
  /** Another person has this number: `DUPLICATE_PERSON`. */
  | { readonly heldBy: string }
  /** Another event is about to state this number and nobody can say yet whether it will: ask again. */
  | 'busy';

/** Whether an event stands in the log and has not been voided. */
export type IsRecorded = (eventId: string) => Promise<boolean>;

export interface IdentityIndex {
  claim(claim: IdentityClaim, isRecorded: IsRecorded): Promise<ClaimResult>;
  /** The persons (ledger ids) who hold these blind indexes, by index. One round trip. */
  find(blindIndexes: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /**
   * Frees what an event of a person has claimed: it was voided, or corrected to another number. A claim whose event was
   * refused may as well be left to lapse; it must be, while another attempt with the same event id may be under way.
   */
  release(person: string, eventId: string): Promise<void>;
}

/**
 * How long a claim is kept for an event that is not in the log. Whoever claims must have appended or given up by then;
 * an append takes milliseconds, and the recording path gives up after some seconds.
 */
export const CLAIM_LEASE_MS = 60_000;

export interface HeldClaim {
  readonly person: string;
  readonly eventId: string;
  readonly claimedAt: number;
}

/** What becomes of a claim on a number that is held already. */
export function judgeClaim(
  held: HeldClaim,
  asked: IdentityClaim,
  heldIsRecorded: boolean,
): ClaimResult | 'take-over' {
  if (heldIsRecorded) return held.person === asked.person ? 'claimed' : { heldBy: held.person };
  const leaseIsOver = asked.now - held.claimedAt >= CLAIM_LEASE_MS;
  return held.eventId === asked.eventId || leaseIsOver ? 'take-over' : 'busy';
}
