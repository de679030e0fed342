import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeyRefused } from './key-provider.js';
import { openLocalFileKeys } from './local-file-key-provider.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledger-keys-'));
});
afterEach(() => rm(folder, { recursive: true }));

const keyFile = () => join(folder, 'master-keys');
const namesIn = async () => (await openLocalFileKeys(folder)).masterKeyNames();

describe('master keys in a local file', () => {
  it('are created on first use, for the owner only, and found again', async () => {
    const created = await namesIn();
    expect(created).toHaveLength(1);
    expect((await stat(keyFile())).mode & 0o777).toBe(0o600);
    expect(await namesIn()).toEqual(created);
  });

  it('are created once, however many start at the same time, and leave nothing aside', async () => {
    const names = await Promise.all(Array.from({ length: 8 }, namesIn));
    expect(new Set(names.map((some) => some[0]?.name)).size).toBe(1);
    expect(await readdir(folder)).toEqual(['master-keys']);
  });

  it('are created in a folder that is not there yet', async () => {
    await openLocalFileKeys(join(folder, 'keys', 'of', 'the', 'ledger'));
    expect(await readdir(join(folder, 'keys', 'of', 'the', 'ledger'))).toEqual(['master-keys']);
  });

  it.each([0o640, 0o604, 0o660])('are refused where others may read or write them: %o', async (mode) => {
    await openLocalFileKeys(folder);
    await chmod(keyFile(), mode);
    await expect(openLocalFileKeys(folder)).rejects.toThrow(KeyRefused);
  });

  it('are rotated by adding a line', async () => {
    const before = await namesIn();
    const text = await readFile(keyFile(), 'utf8');
    await writeFile(keyFile(), `${text}2 ${randomBytes(32).toString('base64url')}\n`);
    const after = await namesIn();
    expect(after.map(({ version }) => version)).toEqual([1, 2]);
    expect(after[0]).toEqual(before[0]);
  });

  it.each([
    ['empty', ''],
    ['another format', 'ledger-master-keys/v2\n'],
    ['no key', 'ledger-master-keys/v1\n'],
    ['a short key', 'ledger-master-keys/v1\n1 c2hvcnQ\n'],
    ['keys out of order', `ledger-master-keys/v1\n2 ${randomBytes(32).toString('base64url')}\n`],
  ])('are refused in a file that is damaged: %s', async (_, text) => {
    await writeFile(keyFile(), text, { mode: 0o600 });
    await expect(openLocalFileKeys(folder)).rejects.toThrow(KeyRefused);
  });
});
