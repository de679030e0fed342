/** Each subject's own key: the port, and what a key is. Destroying a subject's key erases what was sealed with it. */
import { createHash, createSecretKey, randomBytes, timingSafeEqual, type KeyObject } from 'node:crypto';
import type { Subject } from '@ledger/vocabulary';
import { KeyRefused } from './key-provider.js';
import { KEY_BYTES } from './master-key-provider.js';

export interface ActiveKey {
  readonly subject: Subject;
  readonly state: 'active';
  readonly key: KeyObject;
}

/**
 * `restricted`: kept, but nobody may work with what it seals (Personal Information Protection Law art. 47, where a
 * retention period still runs). `destroyed`: gone for good.
 */
export interface RetiredKey {
  readonly subject: Subject;
  readonly state: 'restricted' | 'destroyed';
}

export type SubjectKey = ActiveKey | RetiredKey;
export type KeyState = SubjectKey['state'];

/** By subject; a subject that never had a key is not in it. */
export type SubjectKeyring = ReadonlyMap<Subject, SubjectKey>;

export interface SubjectKeys {
  /** The keys of these subjects; missing ones are created, and are durable when this returns. */
  forSealing(subjects: readonly Subject[]): Promise<SubjectKeyring>;
  /** The keys that these subjects have, in one round trip for as many as are asked for. */
  forOpening(subjects: readonly Subject[]): Promise<SubjectKeyring>;
  /** Restricts or destroys keys; a destroyed key stays destroyed. Other processes may hold it for {@link KEY_CACHE_MS} more. */
  retire(subjects: readonly Subject[], state: RetiredKey['state']): Promise<void>;
}

/** Keys held unwrapped in memory: 10,000 of them are about 4 MB, and one import works on fewer subjects at a time. */
export const MOST_CACHED_KEYS = 10_000;
/** How long a process may go on with a key that another process has destroyed. */
export const KEY_CACHE_MS = 60_000;

export function newSubjectKey(): KeyObject {
  return createSecretKey(randomBytes(KEY_BYTES));
}

/**
 * What commits the vault to one key: AES-GCM alone would let an insider swap in another key under which a crafted
 * ciphertext opens to another story.
 */
export function commitmentOf(key: KeyObject): Buffer {
  return createHash('sha256').update('elog/dek/v1').update(key.export()).digest();
}

/** Throws {@link KeyRefused} where a key is not the one committed to. */
export function assertCommitted(subject: Subject, key: KeyObject, commitment: Uint8Array): void {
  const actual = commitmentOf(key);
  if (actual.length !== commitment.length || !timingSafeEqual(actual, commitment)) {
    throw new KeyRefused(`the key of ${subject} is not the one the vault has committed to`);
  }
}
