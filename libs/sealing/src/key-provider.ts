/**
 * The port to whoever keeps the master key: a file on one machine, a key management service or a hardware module in a
 * province. The master key never leaves it; what leaves it are wrapped keys and two derived keys.
 */
import type { KeyObject } from 'node:crypto';
import type { Subject } from '@ledger/vocabulary';

/** A subject's key as the vault stores it. */
export interface WrappedKey {
  /** Version of the master key that wrapped it; only that one unwraps it. */
  readonly masterVersion: number;
  readonly bytes: Uint8Array;
}

/** A master key's public name: tells two keys apart and gives neither away. */
export interface MasterKeyName {
  readonly version: number;
  readonly name: string;
}

export interface KeyProvider {
  /** Wraps a 32-byte key with the newest master key, for this subject only. */
  wrap(subject: Subject, key: KeyObject): Promise<WrappedKey>;
  /** Throws where the key was wrapped for another subject or by a master key that is not here. */
  unwrap(subject: Subject, wrapped: WrappedKey): Promise<KeyObject>;
  /** Compares commands for ever, so it is derived from the first master key and never changes. */
  fingerprintKey(): Promise<KeyObject>;
  /** Its version stands beside each index made with it, so that it can be rotated one day by a second column. */
  blindIndexKey(): Promise<{ readonly version: number; readonly key: KeyObject }>;
  masterKeyNames(): Promise<readonly MasterKeyName[]>;
}

/** The keys are not the right ones, or have been tampered with: nothing can be read or written until somebody looks. */
export class KeyRefused extends Error {
  override readonly name = 'KeyRefused';
}
