import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Another live process runs PostgreSQL on this folder; it was left alone. */
export class DataFolderInUse extends Error {
  override readonly name = 'DataFolderInUse';

  constructor(
    readonly dataDir: string,
    readonly pid: number,
  ) {
    super(
      `${dataDir} is in use by process ${String(pid)}. Stop that process, or choose another data folder.`,
    );
  }
}

interface Owner {
  readonly pid: number;
  /** When that process began, since a process number alone is reused. */
  readonly startedAt: string;
  /** Tells one claim from the next by the same process. */
  readonly claim: string;
}

/** Each retry means that somebody else's claim just began or ended; more than a few is a broken disk. */
const ATTEMPTS = 100;

/**
 * Makes this process the one owner of the folder, or throws `DataFolderInUse`. A claim whose process is dead is
 * taken over, and of several that try at once one succeeds. Returns how to give the folder up.
 */
export function claimFolder(folder: string): () => void {
  const ownerFile = path.join(folder, 'owner.json');
  const mine: Owner = { pid: process.pid, startedAt: processStart(process.pid) ?? '', claim: randomUUID() };
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (createOnce(ownerFile, mine))
      return () => {
        release(ownerFile, mine);
      };
    const current = readOwner(ownerFile);
    if (!current) continue;
    refuseIfAlive(folder, current);
    if (inherit(ownerFile, current, mine))
      return () => {
        release(ownerFile, mine);
      };
  }
  throw new Error(`Could not claim ${folder}: its owner.json keeps changing.`);
}

/**
 * Takes over from a dead owner. Removing its file and making a new one would let two heirs remove each other's;
 * so the heirs of one dead claim first race for one file named after that claim. If the winner dies before it has
 * replaced owner.json, its own claim is inherited in the same way.
 */
function inherit(ownerFile: string, dead: Owner, mine: Owner): boolean {
  const folder = path.dirname(ownerFile);
  const willOf = (owner: Owner) => path.join(folder, `owner.after-${owner.claim}.json`);
  const wills = [willOf(dead)];
  for (let will = willOf(dead); !createOnce(will, mine); wills.push(will)) {
    const heir = readOwner(will);
    if (!heir) return false;
    refuseIfAlive(folder, heir);
    will = willOf(heir);
  }
  const stillTheirs = readOwner(ownerFile)?.claim === dead.claim;
  if (stillTheirs) {
    const replacement = writeAside(folder, mine);
    fs.renameSync(replacement, ownerFile);
  }
  for (const will of stillTheirs ? wills : wills.slice(-1)) fs.rmSync(will, { force: true });
  return stillTheirs;
}

function release(ownerFile: string, mine: Owner): void {
  if (readOwner(ownerFile)?.claim === mine.claim) fs.rmSync(ownerFile, { force: true });
}

function refuseIfAlive(folder: string, owner: Owner): void {
  if (owner.startedAt !== '' && processStart(owner.pid) === owner.startedAt) {
    throw new DataFolderInUse(folder, owner.pid);
  }
}

/** True if the file was not there: a hard link, unlike a write, makes a file whole or not at all. */
function createOnce(file: string, owner: Owner): boolean {
  const aside = writeAside(path.dirname(file), owner);
  try {
    fs.linkSync(aside, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    fs.rmSync(aside, { force: true });
  }
}

function writeAside(folder: string, owner: Owner): string {
  const file = path.join(folder, `owner.${randomUUID()}.tmp`);
  fs.writeFileSync(file, JSON.stringify(owner), { mode: 0o600 });
  return file;
}

/** A file that a power cut left empty belongs to nobody alive. */
function readOwner(file: string): Owner | undefined {
  let text: string;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  try {
    return JSON.parse(text) as Owner;
  } catch {
    return { pid: 0, startedAt: '', claim: 'unreadable' };
  }
}

/** When the process began, as an opaque text that no later process of that number repeats; none if it is dead. */
function processStart(pid: number): string | undefined {
  try {
    if (process.platform !== 'linux') {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    }
    const stat = fs.readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    // The second field is the program's name in brackets and may hold anything: count from the last bracket.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, ticksSinceBoot] = [fields[0], fields[19]];
    if (state === 'Z' || ticksSinceBoot === undefined) return undefined;
    const boot = fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}/${ticksSinceBoot}`;
  } catch {
    return undefined;
  }
}
