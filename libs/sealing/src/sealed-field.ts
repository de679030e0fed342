/**
 * One sealed field: `sealed:v1:<base64url(iv | ciphertext | tag)>`, AES-256-GCM with the subject's own key. It is bound
 * to its place (subject, event, type, field), so that a ciphertext moved elsewhere does not open.
 */
import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto';
import type { Json, Subject } from '@ledger/vocabulary';

const PREFIX = 'sealed:v1:';
/** 96 random bits; one key seals some hundreds of fields in a life, far below the 2^32 that NIST SP 800-38D allows. */
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** At least 39 characters: the iv, one byte (the digit `0`) and the tag are 29 bytes. */
const SEALED = /^sealed:v1:[A-Za-z0-9_-]{39,}$/;
/** What no clear text may begin with: this version's mark, and those to come. */
const SEAL_MARK = /^sealed:v\d/;

export interface SealedPlace {
  readonly subject: Subject;
  readonly eventId: string;
  readonly type: string;
  /** Within `data`, lists by index: `conditionsStated[0].text`. */
  readonly path: string;
}

/** A sealed text does not open where it stands: it was moved or changed, or the key is another. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

export function isSealed(value: unknown): value is string {
  return typeof value === 'string' && SEALED.test(value);
}

/** Whether a clear text would be taken for a sealed one, of this version or another. */
export function looksSealed(text: string): boolean {
  return SEAL_MARK.test(text);
}

/** Seals any JSON value; what it was (text, number, list) comes back as it was. */
export function sealValue(value: Json, place: SealedPlace, key: KeyObject): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(associated(place));
  const sealed = Buffer.concat([
    iv,
    cipher.update(JSON.stringify(value), 'utf8'),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  return PREFIX + sealed.toString('base64url');
}

/** Throws {@link SealBroken}. */
export function openValue(text: string, place: SealedPlace, key: KeyObject): Json {
  try {
    const sealed = Buffer.from(text.slice(PREFIX.length), 'base64url');
    const iv = sealed.subarray(0, IV_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
    decipher.setAAD(associated(place));
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    const clear = Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
    return JSON.parse(clear.toString('utf8')) as Json;
  } catch (cause) {
    throw new SealBroken(
      `${place.path} of event ${place.eventId} does not open with the key of ${place.subject}`,
      { cause },
    );
  }
}

/** Only the path may hold a `|`, and it stands last: no two places have the same bytes. */
function associated({ subject, eventId, type, path }: SealedPlace): Buffer {
  return Buffer.from(`${subject}|${eventId}|${type}|${path}`);
}
