import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Binaries } from './binaries.js';
import {
  earlierRefuge,
  giveToServerUser,
  refuge,
  serverIdentity,
  serverUserCanEnter,
} from './server-user.js';

export const SUPERUSER = 'postgres';

/**
 * What one database server keeps:
 *
 *     <home>/owner.json           the process that runs it
 *     <home>/superuser-password   0600, ours; the server's user cannot read it
 *     <home>/cluster/             PostgreSQL's own files, 0700, the server's
 */
export interface DataFolder {
  readonly home: string;
  readonly cluster: string;
}

/** Opens or makes the folder, elsewhere if PostgreSQL could not enter it where it was asked for. */
export function openDataFolder(dataDir: string): DataFolder {
  const home = chooseHome(path.resolve(dataDir));
  const firstMade = fs.mkdirSync(home, { recursive: true }) ?? home;
  if (!serverUserCanEnter(home)) openUpTo(firstMade, home);
  return { home, cluster: clusterIn(home) };
}

/** Data stays where it was first put: a folder closed or opened since must not lead to a new, empty cluster. */
function chooseHome(asked: string): string {
  const closed = !serverUserCanEnter(path.dirname(asked));
  const hasData = (home: string) => fs.existsSync(clusterIn(home));
  if (closed && hasData(asked)) {
    throw new Error(
      `PostgreSQL runs as another user than root and cannot enter ${asked}: open the folders above it.`,
    );
  }
  // The same name for the same checkout, every time.
  const elsewhere = `entitlement-ledger-${createHash('sha256').update(asked).digest('hex').slice(0, 16)}`;
  if (closed) return refuge(elsewhere);
  const earlier = earlierRefuge(elsewhere);
  return earlier !== undefined && hasData(earlier) && !hasData(asked) ? earlier : asked;
}

function clusterIn(home: string): string {
  return path.join(home, 'cluster');
}

/** A narrow umask made the folder, or the new ones above it, impassable for the server's user. */
function openUpTo(first: string, last: string): void {
  for (let at = last; ; at = path.dirname(at)) {
    fs.chmodSync(at, 0o711);
    if (at === first) return;
  }
}

/**
 * Makes the cluster unless it is there. It is built under another name and moved into place: a cut-off attempt is
 * thrown away by the next. Call only as the folder's owner.
 */
export function ensureCluster(folder: DataFolder, binaries: Binaries): void {
  if (fs.existsSync(folder.cluster)) return;
  const unfinished = path.join(folder.home, 'cluster.unfinished');
  fs.rmSync(unfinished, { recursive: true, force: true });
  fs.mkdirSync(unfinished, { mode: 0o700 });
  giveToServerUser(unfinished);
  withPasswordFile(folder, (passwordFile) => {
    initdb(binaries, unfinished, passwordFile);
  });
  fs.renameSync(unfinished, folder.cluster);
  syncToDisk(folder.home);
}

function initdb(binaries: Binaries, cluster: string, passwordFile: string): void {
  const options = [
    ['-D', cluster],
    ['-U', SUPERUSER],
    ['--auth=scram-sha-256', `--pwfile=${passwordFile}`],
    // The builtin provider sorts the same on every operating system: an index stays valid when the OS changes.
    ['--encoding=UTF8', '--locale-provider=builtin', '--locale=C.UTF-8'],
    ['--data-checksums', '--no-instructions'],
  ];
  try {
    execFileSync(binaries.initdb, options.flat(), {
      ...serverIdentity,
      cwd: '/',
      env: serverEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  } catch (error) {
    const { stderr } = error as { stderr?: Buffer };
    throw new Error(`initdb failed in ${cluster}: ${stderr?.toString().trim() ?? ''}`, { cause: error });
  }
}

/** Nothing of the caller's PG* variables or locale may reach the server. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC', HOME: os.tmpdir() };
}

export function superuserPassword(folder: DataFolder): string {
  const file = path.join(folder.home, 'superuser-password');
  if (!fs.existsSync(file)) {
    const aside = `${file}.unfinished`;
    fs.rmSync(aside, { force: true });
    fs.writeFileSync(aside, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true });
    fs.renameSync(aside, file);
  }
  return fs.readFileSync(file, 'utf8');
}

/** initdb runs as the server's user and must read the password once. */
function withPasswordFile(folder: DataFolder, use: (file: string) => void): void {
  const file = path.join(folder.home, 'superuser-password.initdb');
  fs.rmSync(file, { force: true });
  fs.writeFileSync(file, superuserPassword(folder), { mode: 0o600 });
  giveToServerUser(file);
  try {
    use(file);
  } finally {
    fs.rmSync(file, { force: true });
  }
}

function syncToDisk(folder: string): void {
  const handle = fs.openSync(folder, 'r');
  fs.fsyncSync(handle);
  fs.closeSync(handle);
}
