import { randomBytes } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';

/** The template that global-setup.mjs migrates once, so that each test clones instead of migrating. */
export const MIGRATED = 'ledger_migrated';

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A database of the test's own, empty unless cloned from a template. */
export async function createTestDatabase(
  options: { readonly template?: string } = {},
): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  const template = escapeIdentifier(options.template ?? 'template0');
  await onServer(`create database ${name} template ${template}`);
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => onServer(`drop database if exists ${name} with (force)`),
  };
}

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function serverUrl(): string {
  const url = process.env['LEDGER_TEST_POSTGRES_URL'];
  if (url === undefined)
    throw new Error('LEDGER_TEST_POSTGRES_URL is not set: start the tests with "npm test".');
  return url;
}
