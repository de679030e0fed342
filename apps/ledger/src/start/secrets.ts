/** Passwords that the ledger makes for itself, each in a file that only its owner may read. */
import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';

const OWNER_ONLY = 0o600;

/** Read, or made and durable when this returns; of two who make it at once both get the first one's. */
export async function ownPassword(dataFolder: string, name: string): Promise<string> {
  const file = path.join(dataFolder, name);
  await mkdir(dataFolder, { recursive: true });
  const aside = `${file}.${randomBytes(8).toString('hex')}`;
  await writeFile(aside, randomBytes(24).toString('base64url'), { mode: OWNER_ONLY, flush: true });
  try {
    await link(aside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(aside);
  }
  return readFile(file, 'utf8');
}
