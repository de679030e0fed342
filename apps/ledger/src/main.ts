/** `npm start`: the whole ledger on one machine, from the database to the address to ask. */
import { rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { DataFolderInUse, startEmbeddedPostgres, type EmbeddedPostgres } from '@ledger/embedded-postgres';
import { createLedgerService, type LedgerService } from './service.js';
import { announcement } from './start/announce.js';
import { configFrom, type Config } from './start/config.js';
import { JsonLog } from './start/json-log.js';

const log = new JsonLog();
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

interface Running {
  readonly service: LedgerService;
  readonly postgres: EmbeddedPostgres | undefined;
  readonly addressFile: string;
}

async function start(config: Config): Promise<Running> {
  await mkdir(config.dataFolder, { recursive: true });
  const postgres = config.databaseUrl === undefined ? await startPostgres(config.dataFolder) : undefined;
  const ownerUrl = config.databaseUrl ?? postgres?.url() ?? '';
  try {
    const { dataFolder, host, port, demonstration } = config;
    const service = await createLedgerService({
      ...{ ownerUrl, dataFolder, host, port, demonstration, log },
      projector: 'child',
      policy: 'recorded',
    });
    return { service, postgres, addressFile: writeAddress(config.dataFolder, service.url, ownerUrl) };
  } catch (error) {
    await postgres?.stop();
    throw error;
  }
}

async function startPostgres(dataFolder: string): Promise<EmbeddedPostgres> {
  const asked = path.join(dataFolder, 'postgres');
  const postgres = await startEmbeddedPostgres({ dataDir: asked });
  if (postgres.dataDir !== asked) {
    process.stdout.write(`PostgreSQL cannot enter ${asked}; its data is in ${postgres.dataDir}\n`);
  }
  return postgres;
}

/** For the command line on this machine; it names the owner's password, so nobody else may read it. */
function writeAddress(dataFolder: string, url: string, ownerDatabaseUrl: string): string {
  const file = path.join(dataFolder, 'service.json');
  rmSync(file, { force: true });
  writeFileSync(file, `${JSON.stringify({ url, pid: process.pid, ownerDatabaseUrl })}\n`, { mode: 0o600 });
  return file;
}

/** In order: answers what was asked, then the projector, then the database. */
async function stop({ service, postgres, addressFile }: Running): Promise<void> {
  rmSync(addressFile, { force: true });
  await service.stop();
  await postgres?.stop();
}

function sentence(error: unknown, { port }: Config): string {
  if (error instanceof DataFolderInUse) return `A ledger is running on this data already. ${error.message}`;
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
    return `Port ${port} is taken: set LEDGER_PORT to another one, or to 0 for any.`;
  }
  log.error(error);
  return `The ledger did not start: ${(error as Error).message}`;
}

async function main(): Promise<void> {
  const config = configFrom(process.env);
  let running: Running;
  try {
    running = await start(config);
  } catch (error) {
    process.stderr.write(`${sentence(error, config)}\n`);
    process.exit(1);
  }
  const ended = stopOnce(running);
  for (const signal of STOP_SIGNALS) process.on(signal, ended);
  process.stdout.write(announcement(running.service.url, config));
}

function stopOnce(running: Running): () => void {
  let stopping: Promise<void> | undefined;
  return () => {
    stopping ??= stop(running).then(
      () => process.exit(0),
      (error: unknown) => {
        log.error(error);
        process.exit(1);
      },
    );
  };
}

await main();
