/**
 * Master keys in a file of the data folder, for one machine and for development. The first line names the format; each
 * line after it is one master key, oldest first: `<version> <32 bytes in base64url>`. A key is rotated by adding a line.
 */
import { randomBytes } from 'node:crypto';
import { link, mkdir, open, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { KeyRefused, type KeyProvider } from './key-provider.js';
import { KEY_BYTES, MasterKeyProvider } from './master-key-provider.js';

const FILE_NAME = 'master-keys';
const FORMAT = 'ledger-master-keys/v1';
/** Only the owner may read or write it. */
const OWNER_ONLY = 0o600;
const ANYBODY_ELSE = 0o077;
const KEY_LINE = /^(\d+) ([A-Za-z0-9_-]{43})$/;

/** Opens the key file of a data folder; the first caller creates it. Throws {@link KeyRefused} on a file it cannot trust. */
export async function openLocalFileKeys(dataFolder: string): Promise<KeyProvider> {
  const path = join(dataFolder, FILE_NAME);
  const text = (await readKeyFile(path)) ?? (await createKeyFile(path));
  return new MasterKeyProvider(parse(path, text));
}

async function readKeyFile(path: string): Promise<string | undefined> {
  const file = await open(path, 'r').catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  });
  if (!file) return undefined;
  try {
    const { mode } = await file.stat();
    if ((mode & ANYBODY_ELSE) !== 0) {
      throw new KeyRefused(
        `${path} may be read by others than its owner: chmod 600 it, and ask who has read it`,
      );
    }
    return await file.readFile('utf8');
  } finally {
    await file.close();
  }
}

/** Written aside and linked into place, so that nobody ever reads half a key and of two creators one wins. */
async function createKeyFile(path: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  const aside = `${path}.${randomBytes(8).toString('hex')}`;
  const file = await open(aside, 'wx', OWNER_ONLY);
  try {
    await file.writeFile(`${FORMAT}\n1 ${randomBytes(KEY_BYTES).toString('base64url')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(aside, path);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    await unlink(aside);
  }
  await syncFolder(dirname(path));
  const text = await readKeyFile(path);
  if (text === undefined) throw new KeyRefused(`${path} has vanished while it was being created`);
  return text;
}

/** A key that is lost in a power cut, after data was sealed with it, is data lost. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function parse(path: string, text: string): readonly Uint8Array[] {
  const [format, ...lines] = text.trimEnd().split('\n');
  if (format !== FORMAT)
    throw new KeyRefused(`${path} is not a file of master keys: it should begin with ${FORMAT}`);
  return lines.map((line, index) => {
    const match = KEY_LINE.exec(line);
    if (!match || Number(match[1]) !== index + 1) {
      throw new KeyRefused(`line ${index + 2} of ${path} should hold master key ${index + 1}`);
    }
    return Buffer.from(match[2] as string, 'base64url');
  });
}

function hasCode(error: unknown, code: string): boolean {
  return (error as NodeJS.ErrnoException).code === code;
}
