/** A key provider over master keys in memory: the cryptography of {@link KeyProvider}, without where they are kept. */
import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import type { Subject } from '@ledger/vocabulary';
import { KeyRefused, type KeyProvider, type MasterKeyName, type WrappedKey } from './key-provider.js';

/** AES-256, HMAC-SHA-256 and every derived key: 256 bits. */
export const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** The version of the one blind index key there is so far. */
const BLIND_INDEX_VERSION = 1;

/** What a key is derived for; the text keeps the keys apart for ever and is never changed. */
type Purpose = 'subject-key-wrap/v1' | 'command-fingerprint/v1' | 'blind-index/v1' | 'master-key-name/v1';

export class MasterKeyProvider implements KeyProvider {
  /** Oldest first: the key at index 0 is version 1. The newest wraps, each unwraps what it wrapped. */
  constructor(private readonly masterKeys: readonly Uint8Array[]) {
    if (masterKeys.length === 0) throw new KeyRefused('a key provider needs at least one master key');
    if (masterKeys.some((key) => key.length !== KEY_BYTES))
      throw new KeyRefused(`a master key has ${KEY_BYTES} bytes`);
  }

  wrap(subject: Subject, key: KeyObject): Promise<WrappedKey> {
    const masterVersion = this.masterKeys.length;
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.derive('subject-key-wrap/v1', masterVersion), iv);
    cipher.setAAD(associated(subject, masterVersion));
    const bytes = Buffer.concat([iv, cipher.update(key.export()), cipher.final(), cipher.getAuthTag()]);
    return Promise.resolve({ masterVersion, bytes });
  }

  unwrap(subject: Subject, { masterVersion, bytes }: WrappedKey): Promise<KeyObject> {
    try {
      const wrapped = Buffer.from(bytes);
      const key = this.derive('subject-key-wrap/v1', masterVersion);
      const decipher = createDecipheriv('aes-256-gcm', key, wrapped.subarray(0, IV_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(associated(subject, masterVersion));
      decipher.setAuthTag(wrapped.subarray(-TAG_BYTES));
      const clear = Buffer.concat([
        decipher.update(wrapped.subarray(IV_BYTES, -TAG_BYTES)),
        decipher.final(),
      ]);
      return Promise.resolve(createSecretKey(clear));
    } catch (cause) {
      return Promise.reject(new KeyRefused(`the key of ${subject} cannot be unwrapped`, { cause }));
    }
  }

  fingerprintKey(): Promise<KeyObject> {
    return Promise.resolve(this.derive('command-fingerprint/v1', 1));
  }

  blindIndexKey(): Promise<{ readonly version: number; readonly key: KeyObject }> {
    return Promise.resolve({ version: BLIND_INDEX_VERSION, key: this.derive('blind-index/v1', 1) });
  }

  masterKeyNames(): Promise<readonly MasterKeyName[]> {
    const names = this.masterKeys.map((_, index) => {
      const version = index + 1;
      return { version, name: this.derive('master-key-name/v1', version).export().toString('hex') };
    });
    return Promise.resolve(names);
  }

  private derive(purpose: Purpose, masterVersion: number): KeyObject {
    const master = this.masterKeys[masterVersion - 1];
    if (!master) throw new KeyRefused(`there is no master key of version ${masterVersion}`);
    return createSecretKey(Buffer.from(hkdfSync('sha256', master, '', purpose, KEY_BYTES)));
  }
}

/** Binds a wrapped key to its subject, so that two rows of the vault cannot be swapped. */
function associated(subject: Subject, masterVersion: number): Buffer {
  return Buffer.from(`subject-key/v1|${subject}|${masterVersion}`);
}
