/** The ledger's service, put together on a database that is there: used by `npm start`, by tests and by `ledger check`. */
import { createHash } from 'node:crypto';
import { Pool } from 'pg';
import { ensureServiceLogin, migrate, PostgresEventStore, SERVICE_ROLE } from '@ledger/event-store';
import type { IntakeOptions } from '@ledger/intake';
import { PostgresReadModels, readDataSource } from '@ledger/read-models';
import { Recorder } from '@ledger/recording';
import {
  assertSameMasterKeys,
  commandFingerprint,
  openLocalFileKeys,
  PostgresIdentityIndex,
  PostgresSubjectKeys,
  type KeyProvider,
} from '@ledger/sealing';
import { serve } from './http.js';
import { loadDemonstration, recordBuiltInPolicy } from './start/first-events.js';
import { JsonLog } from './start/json-log.js';
import { startProjectorProcess } from './start/projector-process.js';
import { ownPassword } from './start/secrets.js';

export interface LedgerServiceOptions {
  /** Of the role that owns, or will own, the ledger's tables. */
  readonly ownerUrl: string;
  /** For keys and passwords; made if it is not there. */
  readonly dataFolder: string;
  /** A child process, or in this one by whoever may start both (apps know nothing of each other). */
  readonly projector: 'child' | RunProjector;
  /** Whether the built-in policy is recorded first; a story tells its publications in their time. */
  readonly policy: 'recorded' | 'left-out';
  readonly demonstration: boolean;
  readonly host?: string;
  /** 0: any free one. */
  readonly port?: number;
  /** Milliseconds UTC. */
  readonly clock?: () => number;
  readonly log?: JsonLog;
}

/** `runProjector` of apps/projector. */
export type RunProjector = (options: { readonly url: string; readonly signal: AbortSignal }) => Promise<void>;

export interface LedgerService {
  /** Of the GraphQL endpoint. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Connections for keys and identities; events and read models have pools of their own. */
const VAULT_CONNECTIONS = 4;

export async function createLedgerService(options: LedgerServiceOptions): Promise<LedgerService> {
  const { ownerUrl, dataFolder, clock = Date.now, log = new JsonLog() } = options;
  const stops = new Stops();
  try {
    await migrate(ownerUrl);
    const serviceUrl = await serviceLogin(ownerUrl, dataFolder);
    const keys = await openLocalFileKeys(dataFolder);
    const vault = stops.add(new Pool({ connectionString: serviceUrl, max: VAULT_CONNECTIONS }), (pool) =>
      pool.end(),
    );
    vault.on('error', (error) => log.warn(error));
    await assertSameMasterKeys(vault, keys);
    const store = stops.add(new PostgresEventStore(serviceUrl), (one) => one.close());
    const dataSource = stops.add(await readDataSource(serviceUrl).initialize(), (one) => one.destroy());
    const identities = new PostgresIdentityIndex(vault);
    const subjectKeys = new PostgresSubjectKeys(vault, keys);
    const recorder = new Recorder({ store, keys: subjectKeys, identities, keyProvider: keys, clock });
    const readModels = new PostgresReadModels(dataSource, store, clock);
    if (options.policy === 'recorded') await recordBuiltInPolicy(recorder);
    if (options.demonstration) await loadDemonstration(store, recorder);
    stops.add(project(options.projector, serviceUrl, log), (projector) => projector.stop());
    const { host = '127.0.0.1', port = 0 } = options;
    const intake = await intakeWith(keys);
    const http = await serve({ readModels, store, recorder, identities, keys }, { host, port, intake, log });
    stops.add(http, (server) => server.close());
    return { url: http.url, stop: () => stops.run() };
  } catch (error) {
    await stops.run();
    throw error;
  }
}

/** Undoes what was done, last first, whatever of it fails. */
class Stops {
  private readonly undone: (() => Promise<void>)[] = [];
  private running: Promise<void> | undefined;

  add<Started>(started: Started, stop: (started: Started) => Promise<void>): Started {
    this.undone.push(() => stop(started));
    return started;
  }

  run(): Promise<void> {
    return (this.running ??= this.runOnce());
  }

  private async runOnce(): Promise<void> {
    let failure: unknown;
    for (const stop of this.undone.reverse()) {
      await stop().catch((error: unknown) => {
        failure ??= error;
      });
    }
    if (failure) throw failure as Error;
  }
}

/** Roles belong to the server and not to the database: each ledger on it has one of its own. */
async function serviceLogin(ownerUrl: string, dataFolder: string): Promise<string> {
  const database = createHash('sha256').update(new URL(ownerUrl).pathname).digest('hex').slice(0, 12);
  return ensureServiceLogin(
    ownerUrl,
    await ownPassword(dataFolder, 'service-password'),
    `${SERVICE_ROLE}_${database}`,
  );
}

function project(
  projector: LedgerServiceOptions['projector'],
  url: string,
  log: JsonLog,
): { stop(): Promise<void> } {
  if (projector === 'child') return startProjectorProcess(url, log);
  const stop = new AbortController();
  const running = projector({ url, signal: stop.signal }).catch((error: unknown) => log.error(error));
  return {
    stop: () => {
      stop.abort();
      return running;
    },
  };
}

/** The fingerprint's key never changes, nor then the ids that follow from it. */
async function intakeWith(keys: KeyProvider): Promise<IntakeOptions> {
  const key = await keys.fingerprintKey();
  return { pseudonymOf: (nationalId) => commandFingerprint(key, { nationalId }) };
}
