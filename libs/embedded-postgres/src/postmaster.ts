import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Binaries } from './binaries.js';
import { serverEnvironment } from './data-folder.js';
import { serverIdentity } from './server-user.js';

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** `starting`, `ready`, `stopping`, … as PostgreSQL itself writes it for pg_ctl. */
  readonly status: string;
}

/** What the pipes to a child process can do, beyond their declared type. */
interface Unreferable {
  unref(): void;
}

const POLL_MS = 10;
/** A fast shutdown writes a checkpoint: seconds on a slow disk. Then it is told to stop at once. */
const ORPHAN_FAST_STOP_MS = 30_000;
const ORPHAN_IMMEDIATE_STOP_MS = 10_000;

/**
 * Runs PostgreSQL and stops it (SIGINT: fast shutdown) when standard input ends, which the kernel sees to however
 * the process at the other end dies. Ends itself, with PostgreSQL's status, as soon as PostgreSQL does.
 */
const SUPERVISOR = `
  trap "" INT TERM HUP
  exec 3<&0
  "$@" </dev/null 3<&- &
  server=$!
  { cat >/dev/null; kill -INT $server; } <&3 2>/dev/null &
  watcher=$!
  exec 3<&- </dev/null
  wait $server
  status=$?
  kill -KILL $watcher 2>/dev/null
  exit $status
`;

/** Starts a server under its supervisor. Closing the child's standard input stops it. */
export function spawnPostmaster(
  binaries: Binaries,
  args: readonly string[],
  onLog: (text: string) => void,
): ChildProcess {
  const child = spawn('/bin/sh', ['-c', SUPERVISOR, 'postgres-supervisor', binaries.postgres, ...args], {
    ...serverIdentity,
    cwd: '/',
    env: serverEnvironment(),
    detached: true, // a Ctrl-C in the terminal is for us, who stop the server in our own time
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  child.on('error', (error) => {
    onLog(error.message);
  });
  child.stdin.on('error', () => undefined); // the server ended first; its exit tells
  child.stderr.setEncoding('utf8').on('data', onLog);
  // A process that has nothing left to do may end, and PostgreSQL with it.
  child.unref();
  for (const pipe of [child.stdin, child.stderr]) (pipe as typeof pipe & Unreferable).unref();
  return child;
}

/** The live server of this cluster, whoever started it. */
export function findPostmaster(cluster: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = fs.readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const [pid = '', , , port = '', , , , status = ''] = lines.map((line) => line.trim());
  return isServerOf(cluster, Number(pid)) ? { pid: Number(pid), port: Number(port), status } : undefined;
}

/** A crash leaves postmaster.pid behind, and its number may be another program's by now. */
function isServerOf(cluster: string, pid: number): boolean {
  try {
    const command =
      process.platform === 'linux'
        ? fs.readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8').replaceAll('\0', ' ')
        : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return command.includes(`postgres -D ${cluster} `);
  } catch {
    return false;
  }
}

/** A server whose owner is dead is usually stopping already; make sure. */
export async function stopOrphan(cluster: string, onLog: (text: string) => void): Promise<void> {
  const orphan = findPostmaster(cluster);
  if (!orphan) return;
  onLog(`stopping PostgreSQL ${String(orphan.pid)}, whose owner is gone\n`);
  for (const [signal, patience] of [
    ['SIGINT', ORPHAN_FAST_STOP_MS],
    ['SIGQUIT', ORPHAN_IMMEDIATE_STOP_MS],
  ] as const) {
    signalProcess(orphan.pid, signal);
    const deadline = Date.now() + patience;
    while (Date.now() < deadline) {
      if (findPostmaster(cluster)?.pid !== orphan.pid) return;
      await pause(POLL_MS);
    }
  }
  throw new Error(`PostgreSQL ${String(orphan.pid)}, left behind on ${cluster}, does not stop.`);
}

export function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
