/** The service that commands talk to: the one that runs on this checkout's data, or the one LEDGER_URL names. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Cannot be done as things are: said in one sentence, exit status 1. */
export class CannotDo extends Error {}

export interface RunningService {
  /** Of the GraphQL endpoint. */
  readonly url: string;
  /** Of the owner of its database; only known for a service of this machine. */
  readonly ownerDatabaseUrl?: string;
}

const REPOSITORY = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../../..');

function dataFolder(): string {
  return process.env['LEDGER_DATA'] ?? path.join(REPOSITORY, 'data');
}

export function findService(): RunningService {
  const url = process.env['LEDGER_URL'];
  if (url !== undefined) return { url };
  try {
    return JSON.parse(readFileSync(path.join(dataFolder(), 'service.json'), 'utf8')) as RunningService;
  } catch {
    throw new CannotDo(
      'no ledger is running here: start it with "npm start", or say where it is with LEDGER_URL',
    );
  }
}

interface GraphqlAnswer<T> {
  readonly data?: T | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** Asks the service; throws {@link CannotDo} with its codes where it refuses. */
export async function ask<T>(query: string, variables: Readonly<Record<string, unknown>>): Promise<T> {
  const { url } = findService();
  const response = await reach(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as GraphqlAnswer<T>;
  if (errors || !data) {
    const said = (errors ?? []).map(
      ({ message, extensions }) => `${extensions?.code ?? 'ERROR'}: ${message}`,
    );
    throw new CannotDo(said.join('; ') || 'the service did not answer the question');
  }
  return data;
}

export async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch {
    throw new CannotDo(`the ledger at ${url} does not answer: is it running?`);
  }
}
