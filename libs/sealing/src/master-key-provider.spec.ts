import { createSecretKey, randomBytes } from 'node:crypto';
import { KeyRefused } from './key-provider.js';
import { MasterKeyProvider } from './master-key-provider.js';

const HER = 'person-5a0e7a0c-8c0f-4f0e-9d69-1b1c4d4b2a01';
const HIS = 'person-5a0e7a0c-8c0f-4f0e-9d69-1b1c4d4b2a02';
const [first, second] = [randomBytes(32), randomBytes(32)];
const subjectKey = createSecretKey(randomBytes(32));

describe('a provider over master keys', () => {
  it('unwraps what it wrapped', async () => {
    const provider = new MasterKeyProvider([first]);
    const unwrapped = await provider.unwrap(HER, await provider.wrap(HER, subjectKey));
    expect(unwrapped.equals(subjectKey)).toBe(true);
  });

  it('refuses a key that was wrapped for another subject', async () => {
    const provider = new MasterKeyProvider([first]);
    const wrapped = await provider.wrap(HER, subjectKey);
    await expect(provider.unwrap(HIS, wrapped)).rejects.toThrow(KeyRefused);
  });

  it('refuses a key that another master key wrapped, and one whose master key is not there', async () => {
    const wrapped = await new MasterKeyProvider([first]).wrap(HER, subjectKey);
    await expect(new MasterKeyProvider([second]).unwrap(HER, wrapped)).rejects.toThrow(KeyRefused);
    await expect(
      new MasterKeyProvider([first]).unwrap(HER, { ...wrapped, masterVersion: 2 }),
    ).rejects.toThrow(KeyRefused);
  });

  it('wraps with the newest master key and still unwraps what older ones wrapped', async () => {
    const before = new MasterKeyProvider([first]);
    const after = new MasterKeyProvider([first, second]);
    const old = await before.wrap(HER, subjectKey);
    expect((await after.wrap(HER, subjectKey)).masterVersion).toBe(2);
    expect((await after.unwrap(HER, old)).equals(subjectKey)).toBe(true);
  });

  it('keeps fingerprints and blind indexes the same when a master key is added', async () => {
    const before = new MasterKeyProvider([first]);
    const after = new MasterKeyProvider([first, second]);
    expect((await after.fingerprintKey()).equals(await before.fingerprintKey())).toBe(true);
    expect((await after.blindIndexKey()).key.equals((await before.blindIndexKey()).key)).toBe(true);
  });

  it('derives a key of its own for each purpose', async () => {
    const provider = new MasterKeyProvider([first]);
    const fingerprint = await provider.fingerprintKey();
    const { key } = await provider.blindIndexKey();
    const [name] = await provider.masterKeyNames();
    const texts = [
      fingerprint.export().toString('hex'),
      key.export().toString('hex'),
      name?.name,
      first.toString('hex'),
    ];
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('takes no short key and no empty list', () => {
    expect(() => new MasterKeyProvider([])).toThrow(KeyRefused);
    expect(() => new MasterKeyProvider([randomBytes(16)])).toThrow(KeyRefused);
  });
});
