import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** PostgreSQL refuses to run as root; "nobody" exists by number on every system, so no user has to be created. */
const NOBODY = 65534;

const OTHERS_READ = 0o4;
const OTHERS_ENTER = 0o1;

export const runsAsRoot = process.getuid?.() === 0;

/** The identity for spawn and initdb; empty when we are an ordinary user already. */
export const serverIdentity: { uid?: number; gid?: number } = runsAsRoot ? { uid: NOBODY, gid: NOBODY } : {};

export function giveToServerUser(file: string): void {
  if (runsAsRoot) fs.chownSync(file, NOBODY, NOBODY);
}

/** Whether the server's user can pass through every existing folder down to `folder`. */
export function serverUserCanEnter(folder: string): boolean {
  if (!runsAsRoot) return true;
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const stat = fs.statSync(at, { throwIfNoEntry: false });
    if (stat && !(stat.mode & OTHERS_ENTER) && stat.uid !== NOBODY) return false;
    if (at === path.dirname(at)) return true;
  }
}

/** Whether the server's user can read (and for folders, enter) this one file or folder. */
export function serverUserCanRead(file: string): boolean {
  if (!runsAsRoot) return true;
  const stat = fs.statSync(file);
  const needed = stat.isDirectory() ? OTHERS_READ | OTHERS_ENTER : OTHERS_READ;
  return (stat.mode & needed) === needed || stat.uid === NOBODY;
}

/**
 * Where things go that the server's user could not reach at their own place (a checkout under /root, say).
 * /var/tmp before /tmp, because it survives a reboot. The name is predictable, so whoever else made the folder
 * is not trusted with it.
 */
export function refuge(name: string): string {
  const folder = refugeFolder(name);
  if (fs.existsSync(folder) && !isOurFolder(folder)) {
    throw new Error(`${folder} is not ours: remove it, or move the checkout out of the closed folder.`);
  }
  return folder;
}

/** The refuge of that name if we made it earlier. */
export function earlierRefuge(name: string): string | undefined {
  const folder = refugeFolder(name);
  return isOurFolder(folder) ? folder : undefined;
}

function refugeFolder(name: string): string {
  return path.join(fs.existsSync('/var/tmp') ? '/var/tmp' : os.tmpdir(), name);
}

function isOurFolder(folder: string): boolean {
  const stat = fs.lstatSync(folder, { throwIfNoEntry: false });
  return stat?.isDirectory() === true && stat.uid === process.getuid?.();
}
