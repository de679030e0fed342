import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { findBinaries, type Binaries } from './binaries.js';
import {
  ensureCluster,
  openDataFolder,
  superuserPassword,
  SUPERUSER,
  type DataFolder,
} from './data-folder.js';
import { freePort } from './free-port.js';
import { claimFolder } from './owner.js';
import { findPostmaster, signalProcess, spawnPostmaster, stopOrphan } from './postmaster.js';

export interface EmbeddedPostgresOptions {
  readonly dataDir: string;
  /** PostgreSQL settings on top of ours, `port` among them. Nothing here weakens durability by default. */
  readonly settings?: Readonly<Record<string, string | number | boolean>>;
  /** What the server logs, as it comes. */
  readonly onLog?: (text: string) => void;
}

export interface EmbeddedPostgres {
  /** For the superuser; the database defaults to `postgres`. */
  url(database?: string): string;
  readonly port: number;
  /** Where the data really is: see openDataFolder. */
  readonly dataDir: string;
  /** Fast shutdown. May be called again. */
  stop(): Promise<void>;
}

const DEFAULT_SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
  log_checkpoints: 'off',
  // A violated constraint quotes the row, and rows are about people: neither may reach a log.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};

/** Replaying the log after a crash takes time in proportion to it; a server that is merely slow is left alone. */
const START_DEADLINE_MS = 10 * 60_000;
const STOP_DEADLINE_MS = 60_000;
const POLL_MS = 5;
/** Between finding a free port and taking it, somebody else may. */
const PORT_ATTEMPTS = 5;
/** Its exit may be known before the reason it logged has been read. */
const LAST_WORDS_MS = 1_000;
const KEPT_LOG_CHARACTERS = 4_000;

/**
 * Starts PostgreSQL on a data folder, making the folder first if need be. The server lives exactly as long as this
 * process, `kill -9` included. Rejects with `DataFolderInUse` if another live process has the folder.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const onLog = options.onLog ?? (() => undefined);
  const binaries = findBinaries();
  const folder = openDataFolder(options.dataDir);
  const release = claimFolder(folder.home);
  try {
    await stopOrphan(folder.cluster, onLog);
    ensureCluster(folder, binaries);
    const server = await startOnFreePort(binaries, folder, options.settings ?? {}, onLog);
    const password = superuserPassword(folder);
    return {
      port: server.port,
      dataDir: folder.home,
      url: (database = 'postgres') =>
        `postgres://${SUPERUSER}:${password}@127.0.0.1:${String(server.port)}/${encodeURIComponent(database)}`,
      stop: onlyOnce(async () => {
        await stopServer(server.child, folder);
        release();
      }),
    };
  } catch (error) {
    release();
    throw error;
  }
}

interface Server {
  readonly child: ChildProcess;
  readonly port: number;
}

async function startOnFreePort(
  binaries: Binaries,
  folder: DataFolder,
  settings: NonNullable<EmbeddedPostgresOptions['settings']>,
  onLog: (text: string) => void,
): Promise<Server> {
  for (let attempt = 1; ; attempt++) {
    const port = Number(settings['port'] ?? (await freePort()));
    const flags = Object.entries({ ...DEFAULT_SETTINGS, ...settings, port });
    const args = [
      '-D',
      folder.cluster,
      ...flags.flatMap(([name, value]) => ['-c', `${name}=${String(value)}`]),
    ];
    let log = '';
    const child = spawnPostmaster(binaries, args, (text) => {
      log = (log + text).slice(-KEPT_LOG_CHARACTERS);
      onLog(text);
    });
    const lastWords = once(child, 'close');
    if (await becomesReady(child, folder)) return { child, port };
    await Promise.race([lastWords, pause(LAST_WORDS_MS)]);
    const portWasTaken = log.includes('Address already in use');
    if (portWasTaken && settings['port'] === undefined && attempt < PORT_ATTEMPTS) continue;
    throw new Error(`PostgreSQL did not start on ${folder.home}: ${log.trim()}`);
  }
}

/** False once the server has given up. */
async function becomesReady(child: ChildProcess, folder: DataFolder): Promise<boolean> {
  const deadline = Date.now() + START_DEADLINE_MS;
  while (Date.now() < deadline) {
    if (hasEnded(child)) return false;
    if (findPostmaster(folder.cluster)?.status === 'ready') return true;
    await pause(POLL_MS);
  }
  child.stdin?.end();
  return false;
}

async function stopServer(child: ChildProcess, folder: DataFolder): Promise<void> {
  if (hasEnded(child)) return;
  child.ref();
  const ended = once(child, 'exit');
  child.stdin?.end();
  const impatience = setTimeout(() => {
    const server = findPostmaster(folder.cluster);
    if (server) signalProcess(server.pid, 'SIGQUIT');
  }, STOP_DEADLINE_MS);
  await ended;
  clearTimeout(impatience);
}

function hasEnded(child: ChildProcess): boolean {
  const neverBegan = child.pid === undefined;
  return neverBegan || child.exitCode !== null || child.signalCode !== null;
}

function onlyOnce(action: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= action());
}
