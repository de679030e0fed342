import { createHmac, type KeyObject } from 'node:crypto';
import canonicalize from 'canonicalize';

/**
 * Keyed fingerprint of a command: HMAC-SHA-256, lower-case hex, over its canonical JSON (RFC 8785). Two commands are the
 * same command when their fingerprints are equal; keyed, because a plain digest of a name or number could be guessed.
 */
export function commandFingerprint(key: KeyObject, command: object): string {
  const text = canonicalize(command);
  if (text === undefined) throw new TypeError('a command is a JSON object');
  return createHmac('sha256', key).update('ledger/command/v1\n').update(text).digest('hex');
}
