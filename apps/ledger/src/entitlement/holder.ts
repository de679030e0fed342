import type { Period } from '@ledger/time';
import type { HouseholdKind, StreamName } from '@ledger/vocabulary';

/** Whoever may have entitlements: a person, or a household of a kind. */
export interface Holder {
  readonly stream: StreamName;
  /** Undefined for a person. */
  readonly kind?: HouseholdKind;
  /** Of a household looked at from one of its members: what it has counts on the days of membership only. */
  readonly memberDuring?: readonly Period[];
}
