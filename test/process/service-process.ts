/** The real service as a process of its own, for tests that stop it, kill it and look at what it leaves behind. */
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const REPOSITORY = path.resolve(import.meta.dirname, '../..');
const MAIN = path.join(REPOSITORY, 'dist/apps/ledger/src/main.js');
/** First start: initdb, migrations, the built-in policy and the demonstration households. */
const START_WITHIN_MS = 60_000;

export interface ServiceProcess {
  readonly url: string;
  readonly pid: number;
  readonly data: string;
  /** Everything it has printed. */
  readonly output: () => string;
  /** SIGKILL, as a crash would. */
  kill(): Promise<void>;
  /** Ctrl-C. */
  stop(): Promise<number | null>;
}

/** A folder that everybody may enter: PostgreSQL, which never runs as root, keeps its data in it then. */
export function dataFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'ledger-process-'));
  chmodSync(folder, 0o755);
  return folder;
}

export async function startService(
  data: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<ServiceProcess> {
  const child = spawn(process.execPath, ['--enable-source-maps', MAIN], {
    cwd: REPOSITORY,
    env: {
      ...process.env,
      LEDGER_DATA: data,
      LEDGER_PORT: '0',
      LEDGER_DEMONSTRATION: 'false',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const url = await serviceUrl(child, data, () => output);
  return {
    url,
    pid: child.pid ?? 0,
    data,
    output: () => output,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    stop: async () => {
      child.kill('SIGINT');
      return ended;
    },
  };
}

async function serviceUrl(child: ChildProcess, data: string, output: () => string): Promise<string> {
  const file = path.join(data, 'service.json');
  const until = Date.now() + START_WITHIN_MS;
  for (;;) {
    if (child.exitCode !== null)
      throw new Error(`the service ended with ${String(child.exitCode)}: ${output()}`);
    const said = existsSync(file) ? readFileSync(file, 'utf8') : '';
    if (said.includes(`"pid":${String(child.pid)}`) || said.includes(`"pid": ${String(child.pid)}`)) {
      return (JSON.parse(said) as { url: string }).url;
    }
    if (Date.now() > until) throw new Error(`the service did not start: ${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export async function graphql<T>(
  url: string,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<T> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: T; errors?: unknown };
  if (errors !== undefined || data === undefined) throw new Error(JSON.stringify(errors));
  return data;
}

/** Runs the command line against a service; the exit status and what it printed. */
export async function ledger(
  service: Pick<ServiceProcess, 'url'>,
  ...args: readonly string[]
): Promise<{ readonly status: number | null; readonly output: string }> {
  const child = spawn(process.execPath, [path.join(REPOSITORY, 'dist/apps/cli/src/main.js'), ...args], {
    cwd: REPOSITORY,
    env: { ...process.env, LEDGER_URL: service.url },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const status = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { status, output };
}

/** Processes whose command line names a folder: what a killed service must not leave behind. */
export function processesNaming(folder: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => commandLine(pid).includes(folder));
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8');
  } catch {
    return ''; // it has ended meanwhile
  }
}
