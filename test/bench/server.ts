/** A PostgreSQL of the bench's own, durable, in a temporary folder that goes when it does. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '@ledger/embedded-postgres';

export interface BenchServer {
  readonly url: string;
  readonly settings: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** What a commit must be worth to be measured. */
const DURABILITY = ['fsync', 'synchronous_commit', 'full_page_writes'] as const;
const SHOWN = ['server_version', ...DURABILITY, 'shared_buffers', 'wal_sync_method'] as const;

/** @throws Error where durability is off: what is measured then would be worth nothing */
export async function startServer(): Promise<BenchServer> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ledger-bench-'));
  const server = await startEmbeddedPostgres({ dataDir: path.join(folder, 'postgres') });
  const stop = async (): Promise<void> => {
    await server.stop();
    for (const used of [server.dataDir, folder]) await rm(used, { recursive: true, force: true });
  };
  try {
    const settings = await settingsOf(server.url());
    for (const name of DURABILITY)
      if (settings[name] !== 'on') throw new Error(`not measured: ${name} is not on`);
    return { url: server.url(), settings, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function settingsOf(url: string): Promise<Readonly<Record<string, string>>> {
  return onServer(url, async (client) => {
    const settings: Record<string, string> = {};
    for (const name of SHOWN) {
      const { rows } = await client.query<Record<string, string>>(`SHOW ${name}`);
      settings[name] = rows[0]?.[name] ?? '';
    }
    return settings;
  });
}

/** Lends a new database, and drops it. */
export async function withDatabase<T>(serverUrl: string, work: (url: string) => Promise<T>): Promise<T> {
  const name = `bench_${randomUUID().slice(0, 8)}`;
  await onServer(serverUrl, (client) => client.query(`CREATE DATABASE ${name}`));
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  try {
    return await work(url.href);
  } finally {
    await onServer(serverUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  }
}

async function onServer<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
