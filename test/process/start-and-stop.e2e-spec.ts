/** What `npm start` promises about processes: one ledger a data folder, nothing left behind, a clean next start. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { dataFolder, graphql, processesNaming, startService } from './service-process.js';

const GONE_WITHIN_MS = 5_000;
const STATUS = '{ ledger { head completeTo ruleSet } }';
const folders: string[] = [];

function folder(): string {
  const data = dataFolder();
  folders.push(data);
  return data;
}

afterAll(() => {
  for (const data of folders) rmSync(data, { recursive: true, force: true });
});

async function nothingLeft(data: string): Promise<void> {
  const until = Date.now() + GONE_WITHIN_MS;
  while (processesNaming(data).length > 0 && Date.now() < until) await wait(25);
  expect(processesNaming(data)).toEqual([]);
}

it('leaves no process behind after kill -9, and the next start is clean', async () => {
  const data = folder();
  const first = await startService(data, { LEDGER_DEMONSTRATION: 'true' });
  const before = await graphql<{ ledger: { head: string } }>(first.url, STATUS);
  await first.kill();
  await nothingLeft(data);
  const second = await startService(data, { LEDGER_DEMONSTRATION: 'true' });
  expect(await graphql(second.url, STATUS)).toMatchObject({ ledger: { head: before.ledger.head } });
  expect(await second.stop()).toBe(0);
  await nothingLeft(data);
}, 120_000);

it('refuses a second start on the same data and leaves the first alone', async () => {
  const data = folder();
  const first = await startService(data);
  const second = spawnSync(process.execPath, ['dist/apps/ledger/src/main.js'], {
    env: { ...process.env, LEDGER_DATA: data, LEDGER_PORT: '0' },
    encoding: 'utf8',
    timeout: 30_000,
  });
  expect(second.status).toBe(1);
  expect(second.stdout + second.stderr).toContain(String(first.pid));
  expect(await graphql(first.url, STATUS)).toMatchObject({ ledger: {} });
  await first.stop();
}, 120_000);

it('starts where only root can enter, with the database elsewhere', async () => {
  const outer = folder();
  const data = path.join(outer, 'closed', 'data');
  mkdirSync(path.dirname(data));
  chmodSync(path.dirname(data), 0o700);
  const service = await startService(data);
  expect(await graphql(service.url, STATUS)).toMatchObject({ ledger: {} });
  await service.stop();
  await nothingLeft(data);
  const elsewhere = /its data is in (\S+)/.exec(service.output())?.[1];
  if (process.getuid?.() === 0) expect(elsewhere).toBeDefined();
  if (elsewhere !== undefined) folders.push(elsewhere);
}, 120_000);

it('listens on loopback only and keeps its secrets to itself', async () => {
  const data = folder();
  const service = await startService(data);
  expect(new URL(service.url).hostname).toBe('127.0.0.1');
  expect(statSync(path.join(data, 'service.json')).mode & 0o077).toBe(0);
  expect(readFileSync(path.join(data, 'service.json'), 'utf8')).toContain(service.url);
  await service.stop();
}, 120_000);
