/** How a ledger is told where to live: environment variables, each with what holds without it. */
import path from 'node:path';

export interface Config {
  /** LEDGER_DATA: keys, passwords and, unless there is a database elsewhere, PostgreSQL's files. */
  readonly dataFolder: string;
  /** LEDGER_HOST */
  readonly host: string;
  /** LEDGER_PORT; 0 is any free one. */
  readonly port: number;
  /** LEDGER_DATABASE_URL: a PostgreSQL of one's own, as the owner of the ledger's tables. */
  readonly databaseUrl: string | undefined;
  /** LEDGER_DEMONSTRATION: whether a new ledger is given the demonstration households. */
  readonly demonstration: boolean;
}

const DEFAULT_PORT = 4000;
/** Nobody signs in yet, so nobody from elsewhere gets in. */
const LOOPBACK = '127.0.0.1';
/** From apps/ledger/src/start, here or in dist. */
const REPOSITORY = path.resolve(
  import.meta.dirname,
  import.meta.dirname.includes('/dist/') ? '../../../../..' : '../../../..',
);

/** @throws Error with a sentence for whoever set the variable */
export function configFrom(environment: NodeJS.ProcessEnv): Config {
  return {
    dataFolder: path.resolve(environment['LEDGER_DATA'] ?? path.join(REPOSITORY, 'data')),
    host: environment['LEDGER_HOST'] ?? LOOPBACK,
    port: portFrom(environment['LEDGER_PORT']),
    databaseUrl: environment['LEDGER_DATABASE_URL'],
    demonstration: environment['LEDGER_DEMONSTRATION'] !== 'false',
  };
}

function portFrom(text: string | undefined): number {
  const port = Number(text ?? DEFAULT_PORT);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error('LEDGER_PORT is a port number: 0 to 65535, 0 for any free one');
}
