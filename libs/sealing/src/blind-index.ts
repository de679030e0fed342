import { createHmac, type KeyObject } from 'node:crypto';

/** 128 bits: no two of 1.4 thousand million numbers share one, and no more of the digest is given away. */
const INDEX_BYTES = 16;

/**
 * Keyed look-up value of a national ID: 32 lower-case hex digits. There are few enough valid numbers to try them all, so
 * whoever has the key can reverse it: it stands in the vault only, never in an event, a read model or an answer.
 * @param canonicalId as `readNationalId` gives it: 18 characters, checked
 */
export function blindIndexOf(key: KeyObject, canonicalId: string): string {
  const digest = createHmac('sha256', key).update(`cn-id/v1:${canonicalId}`).digest();
  return digest.subarray(0, INDEX_BYTES).toString('hex');
}
