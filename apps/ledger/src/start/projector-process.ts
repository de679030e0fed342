/** The projector as a child process: judging never blocks a query, and it ends when the service does, however that ends. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { JsonLog } from './json-log.js';

export interface ProjectorProcess {
  stop(): Promise<void>;
}

const MAIN = path.resolve(import.meta.dirname, '../../../projector/src/main.js');
/** A projector that cannot run at all must not be started a hundred times a second. */
const SHORTEST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;
/** Who has run this long was well: the next end is a new one. */
const RAN_WELL_MS = 30_000;
const STOP_WITHIN_MS = 10_000;

export function startProjectorProcess(serviceUrl: string, log: JsonLog): ProjectorProcess {
  let child: ChildProcess | undefined;
  let retry: NodeJS.Timeout | undefined;
  let stopping = false;
  let pause = SHORTEST_PAUSE_MS;

  const start = (): void => {
    const startedAt = Date.now();
    // A group of its own: Ctrl-C is for the service, which stops its projector in its turn.
    child = fork(MAIN, {
      detached: true,
      env: { ...process.env, LEDGER_SERVICE_DATABASE_URL: serviceUrl },
      execArgv: ['--enable-source-maps'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.once('exit', (code, signal) => {
      child = undefined;
      if (stopping) return;
      pause =
        Date.now() - startedAt > RAN_WELL_MS ? SHORTEST_PAUSE_MS : Math.min(pause * 2, LONGEST_PAUSE_MS);
      log.error({ message: 'the projector ended and is started again', code, signal, pause });
      retry = setTimeout(start, pause);
    });
  };

  start();
  return {
    stop: async () => {
      stopping = true;
      clearTimeout(retry);
      if (child) await end(child);
    },
  };
}

async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const impatience = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
  await ended;
  clearTimeout(impatience);
}
