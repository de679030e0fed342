/** The real service over HTTP, on a database of its own, with a projector in the same process. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createLedgerService } from '@ledger/service/service.js';
import { runProjector } from '@ledger/projector/projector.js';
import { JsonLog } from '@ledger/service/start/json-log.js';
import { createTestDatabase, MIGRATED } from '../setup/database.js';

export interface Answer<Data = Record<string, unknown>> {
  readonly data?: Data | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: { readonly code: string; readonly field?: string };
  }[];
}

export interface LedgerUnderTest {
  readonly url: string;
  /** Of the database's owner. */
  readonly databaseUrl: string;
  /** Moves the ledger's clock; it stands still otherwise. */
  clockTo(instant: string): void;
  /** What the service has logged. */
  readonly logged: () => string;
  ask<Data = Record<string, unknown>>(query: string, variables?: object): Promise<Answer<Data>>;
  /** The data of an answer without errors. */
  answer<Data>(query: string, variables?: object): Promise<Data>;
  stop(): Promise<void>;
}

interface Given {
  readonly now?: string;
  readonly policy?: 'recorded' | 'left-out';
  readonly demonstration?: boolean;
}

export async function startLedger(given: Given = {}): Promise<LedgerUnderTest> {
  const database = await createTestDatabase({ template: MIGRATED });
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'ledger-graphql-'));
  let now = Date.parse(given.now ?? '2021-06-01T12:00:00+08:00');
  let logged = '';
  const service = await createLedgerService({
    ownerUrl: database.url,
    dataFolder,
    projector: runProjector,
    policy: given.policy ?? 'recorded',
    demonstration: given.demonstration ?? false,
    clock: () => now,
    log: new JsonLog((line) => {
      logged += line;
    }),
  });
  const ask = async <Data>(query: string, variables: object = {}): Promise<Answer<Data>> => {
    const response = await post(service.url, JSON.stringify({ query, variables }));
    return (await response.json()) as Answer<Data>;
  };
  return {
    url: service.url,
    databaseUrl: database.url,
    clockTo: (instant) => {
      now = Date.parse(instant);
    },
    logged: () => logged,
    ask,
    answer: async <Data>(query: string, variables: object = {}) => {
      const { data, errors } = await ask<Data>(query, variables);
      if (errors || !data) throw new Error(`${JSON.stringify(errors)} ${logged}`);
      return data;
    },
    stop: async () => {
      await service.stop();
      await database.drop();
      rmSync(dataFolder, { recursive: true });
    },
  };
}

export async function post(
  url: string,
  body: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
}
