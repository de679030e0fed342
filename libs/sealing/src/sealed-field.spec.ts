import { createSecretKey, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import type { Json } from '@ledger/vocabulary';
import { isSealed, looksSealed, openValue, SealBroken, sealValue, type SealedPlace } from './sealed-field.js';

const key = createSecretKey(randomBytes(32));
const place: SealedPlace = {
  subject: 'person-5a0e7a0c-8c0f-4f0e-9d69-1b1c4d4b2a01',
  eventId: '0b6f1c54-5d1b-4c51-8f0e-6f8d8f7f1a01',
  type: 'PersonRegistered',
  path: 'name',
};

describe('a sealed field', () => {
  it('opens to what was sealed, whatever it was', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const sealed = sealValue(value as Json, place, key);
        expect(isSealed(sealed)).toBe(true);
        expect(openValue(sealed, place, key)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('is known as sealed even with the shortest content', () => {
    expect(isSealed(sealValue(0, place, key))).toBe(true);
  });

  it('differs each time, so that equal names cannot be told to be equal', () => {
    expect(sealValue('吉克', place, key)).not.toBe(sealValue('吉克', place, key));
  });

  it.each<[string, Partial<SealedPlace>]>([
    ['another subject', { subject: 'person-5a0e7a0c-8c0f-4f0e-9d69-1b1c4d4b2a02' }],
    ['another event', { eventId: '0b6f1c54-5d1b-4c51-8f0e-6f8d8f7f1a02' }],
    ['another type', { type: 'PersonDied' }],
    ['another field', { path: 'nationalId' }],
  ])('does not open in %s', (_, elsewhere) => {
    expect(() => openValue(sealValue('吉克', place, key), { ...place, ...elsewhere }, key)).toThrow(
      SealBroken,
    );
  });

  it('does not open with another key', () => {
    expect(() => openValue(sealValue('吉克', place, key), place, createSecretKey(randomBytes(32)))).toThrow(
      SealBroken,
    );
  });

  it('does not open when any byte of it was changed, or when it was cut', () => {
    const sealed = sealValue('吉克', place, key);
    const bytes = Buffer.from(sealed.slice('sealed:v1:'.length), 'base64url');
    for (let index = 0; index < bytes.length; index++) {
      const changed = Buffer.from(bytes);
      changed[index] = (changed[index] as number) ^ 1;
      expect(() => openValue(`sealed:v1:${changed.toString('base64url')}`, place, key)).toThrow(SealBroken);
    }
    expect(() => openValue(sealed.slice(0, -4), place, key)).toThrow(SealBroken);
    expect(() => openValue('sealed:v1:AAAA', place, key)).toThrow(SealBroken);
  });

  it('tells nothing of its content when it does not open', () => {
    const sealed = sealValue('吉克', place, key);
    const open = () => openValue(sealed, { ...place, path: 'nationalId' }, key);
    expect(open).toThrow('nationalId of event 0b6f1c54-5d1b-4c51-8f0e-6f8d8f7f1a01 does not open');
  });

  it.each(['', '吉克', 'sealed', 'sealed:v1:', 'sealed:v1:too-short', 'the sealed:v1:AAAA'])(
    'is not: %j',
    (text) => {
      expect(isSealed(text)).toBe(false);
    },
  );

  it('is not mistaken for clear text of a later version', () => {
    expect(looksSealed('sealed:v2:AAAA')).toBe(true);
    expect(looksSealed('sealed with wax')).toBe(false);
  });
});
