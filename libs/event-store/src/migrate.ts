/** The schema history of a ledger's database: numbered SQL files, forward only, and the login of the service's role. */
import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, type DatabaseError } from 'pg';

/** Of the service and the projector: it may add events, never change them. Made by the first migration. */
export const SERVICE_ROLE = 'ledger_service';

interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
  readonly sql: string;
}

/** Chosen once, at random: whoever migrates this database takes this lock. */
const LOCK = '7034127730041';
/** Another process is migrating: longer than any migration may hold up a start. */
const LOCK_WAIT_MS = 120_000;
const FILE_NAME = /^(\d{4})_[a-z0-9_]+\.sql$/;
const FIRST_FILE = '0001_event_log.sql';

/**
 * Brings a database up to date and returns the names of the files that it applied, in order. Safe to run from several
 * processes at once. `ownerUrl` is of the role that will own the tables.
 * @throws Error if a file has changed since it was applied, or would have to be applied before one that already is
 */
export async function migrate(
  ownerUrl: string,
  options: { readonly folder?: string } = {},
): Promise<readonly string[]> {
  const migrations = readMigrations(options.folder ?? defaultFolder());
  return connected(ownerUrl, async (client) => {
    await client.query(`SET lock_timeout = ${LOCK_WAIT_MS}`);
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await client.query('SET lock_timeout = 0');
    await client.query(HISTORY);
    const pending = pendingOf(migrations, await appliedTo(client));
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  });
}

const HISTORY = `
  CREATE TABLE IF NOT EXISTS public.schema_history (
    number     integer     NOT NULL,
    name       text        NOT NULL,
    sha256     text        NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT schema_history_pk PRIMARY KEY (number)
  );
  COMMENT ON TABLE public.schema_history IS 'Which migrations this database has seen, and what they said.'`;

type Applied = ReadonlyMap<number, { readonly name: string; readonly sha256: string }>;

async function appliedTo(client: Client): Promise<Applied> {
  const { rows } = await client.query<{ number: number; name: string; sha256: string }>(
    'SELECT number, name, sha256 FROM public.schema_history',
  );
  return new Map(rows.map((row) => [row.number, row]));
}

function pendingOf(migrations: readonly Migration[], applied: Applied): readonly Migration[] {
  const last = Math.max(0, ...applied.keys());
  return migrations.filter(({ number, name, sha256 }) => {
    const before = applied.get(number);
    if (!before && number < last)
      throw new Error(`migration ${name} comes too late: number ${last} is applied already`);
    if (before && (before.name !== name || before.sha256 !== sha256)) {
      throw new Error(`migration ${before.name} has changed since it was applied: write a new one instead`);
    }
    return !before;
  });
}

async function apply(client: Client, { number, name, sha256, sql }: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query('INSERT INTO public.schema_history (number, name, sha256) VALUES ($1, $2, $3)', [
      number,
      name,
      sha256,
    ]);
    await client.query('COMMIT');
  } catch (cause) {
    throw new Error(`migration ${name} failed and was undone: ${(cause as Error).message}`, { cause });
  }
}

function readMigrations(folder: string): readonly Migration[] {
  const migrations = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const number = FILE_NAME.exec(name)?.[1];
      if (number === undefined)
        throw new Error(`not the name of a migration, such as 0001_what_it_does.sql: ${name}`);
      const sql = readFileSync(path.join(folder, name), 'utf8');
      return { number: Number(number), name, sha256: createHash('sha256').update(sql).digest('hex'), sql };
    });
  for (const [index, { number, name }] of migrations.entries()) {
    if (migrations[index - 1]?.number === number)
      throw new Error(`two migrations have the number of ${name}`);
  }
  return migrations;
}

/** `migrations` at the root of the repository, seen from libs/event-store/src and from its copy in dist. */
function defaultFolder(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  for (const up of ['../../..', '../../../..']) {
    const folder = path.join(here, up, 'migrations');
    if (existsSync(path.join(folder, FIRST_FILE))) return folder;
  }
  throw new Error('the folder migrations is missing from this installation');
}

/** Two processes that make or change one role at once: the server lets one through and refuses the other. */
const CONCURRENTLY_CHANGED: ReadonlySet<string | undefined> = new Set(['XX000', '23505', '42710']);
const MOST_ATTEMPTS = 10;
const PASSWORD = /^[!-~]{1,200}$/;

/**
 * Lets the service log in with this password and returns the database's URL for it. The role is the service's own; where
 * several ledgers share a server, give each another one, which is made and becomes a member of it.
 * @throws TypeError unless the password is printable ASCII without spaces
 */
export async function ensureServiceLogin(
  ownerUrl: string,
  password: string,
  role = SERVICE_ROLE,
): Promise<string> {
  if (!PASSWORD.test(password))
    throw new TypeError('the password of the service is printable ASCII without spaces');
  const verifier = scramVerifier(password);
  await connected(ownerUrl, async (client) => {
    for (let attempt = 1; ; attempt++) {
      try {
        await setPassword(client, role, verifier);
        return;
      } catch (error) {
        if (!CONCURRENTLY_CHANGED.has((error as DatabaseError).code) || attempt === MOST_ATTEMPTS)
          throw error;
      }
    }
  });
  const url = new URL(ownerUrl);
  url.username = encodeURIComponent(role);
  url.password = encodeURIComponent(password);
  return url.href;
}

async function setPassword(client: Client, role: string, verifier: string): Promise<void> {
  const { rows } = await client.query('SELECT rolname FROM pg_roles WHERE rolname = $1', [role]);
  const [name, password] = [client.escapeIdentifier(role), client.escapeLiteral(verifier)];
  if (rows.length > 0) await client.query(`ALTER ROLE ${name} LOGIN PASSWORD ${password}`);
  else await client.query(`CREATE ROLE ${name} LOGIN PASSWORD ${password} IN ROLE ${SERVICE_ROLE}`);
}

/** What the server keeps of a password (RFC 5803). Made here, so that the password itself is in no server log. */
function scramVerifier(password: string): string {
  const iterations = 4096; // what PostgreSQL itself takes
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
  const keyed = (label: string) => createHmac('sha256', salted).update(label).digest();
  const storedKey = createHash('sha256').update(keyed('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey}:${keyed('Server Key').toString('base64')}`;
}

/** A connection of its own, which ends with what it is for: locks and open transactions end with it. */
async function connected<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
