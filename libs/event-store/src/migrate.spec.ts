import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client, type QueryResultRow } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/setup/database.js';
import { ensureServiceLogin, migrate, SERVICE_ROLE } from './migrate.js';

const MIGRATIONS = path.resolve('migrations');
let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(path.join(os.tmpdir(), 'ledger-migrations-'));
});
afterEach(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

async function rows<Row extends QueryResultRow>(sql: string, url = database.url): Promise<readonly Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

function write(name: string, sql: string): void {
  writeFileSync(path.join(folder, name), sql);
}

const applied = async () =>
  (await rows<{ name: string }>('SELECT name FROM schema_history ORDER BY number')).map(({ name }) => name);

describe('migrate', () => {
  it('brings an empty database up to date, three processes at once, each file once', async () => {
    const runs = await Promise.all([1, 2, 3].map(() => migrate(database.url)));
    const names = runs.flat();
    expect(names[0]).toBe('0001_event_log.sql');
    expect(new Set(names).size).toBe(names.length);
    expect(await applied()).toEqual(names);
    expect(await migrate(database.url)).toEqual([]);
  });

  it('applies what has come since', async () => {
    write('0001_a.sql', 'CREATE TABLE a ()');
    expect(await migrate(database.url, { folder })).toEqual(['0001_a.sql']);
    write('0002_b.sql', 'CREATE TABLE b ()');
    write('0005_c.sql', "CREATE TABLE c (); COMMENT ON TABLE c IS 'of two statements'");
    expect(await migrate(database.url, { folder })).toEqual(['0002_b.sql', '0005_c.sql']);
    expect(await applied()).toEqual(['0001_a.sql', '0002_b.sql', '0005_c.sql']);
  });

  it('leaves nothing of a file that fails, and says which', async () => {
    write('0001_a.sql', 'CREATE TABLE a ()');
    write('0002_b.sql', 'CREATE TABLE b (); SELECT 1 / 0');
    await expect(migrate(database.url, { folder })).rejects.toThrow(
      /0002_b\.sql failed and was undone.*division by zero/,
    );
    expect(await applied()).toEqual(['0001_a.sql']);
    expect(await rows("SELECT FROM pg_tables WHERE tablename = 'b'")).toEqual([]);
    write('0002_b.sql', 'CREATE TABLE b ()');
    expect(await migrate(database.url, { folder })).toEqual(['0002_b.sql']);
  });

  it.each<[string, (file: string) => void, RegExp]>([
    [
      'whose text has changed',
      () => write('0002_b.sql', 'CREATE TABLE b (id integer)'),
      /0002_b\.sql has changed/,
    ],
    [
      'whose name has changed',
      () => {
        rmSync(path.join(folder, '0002_b.sql'));
        write('0002_bb.sql', 'CREATE TABLE b ()');
      },
      /0002_b\.sql has changed/,
    ],
    ['that comes too late', () => write('0001_a.sql', 'CREATE TABLE a ()'), /0001_a\.sql comes too late/],
    [
      'of a number that is taken',
      () => write('0002_a.sql', 'CREATE TABLE a ()'),
      /two migrations have the number of 0002_b/,
    ],
    ['without a number', () => write('b.sql', 'CREATE TABLE a ()'), /not the name of a migration/],
  ])('refuses a file %s, before it changes anything', async (_name, spoil, message) => {
    write('0002_b.sql', 'CREATE TABLE b ()');
    await migrate(database.url, { folder });
    spoil(folder);
    write('0003_c.sql', 'CREATE TABLE c ()');
    await expect(migrate(database.url, { folder })).rejects.toThrow(message);
    expect(await applied()).toEqual(['0002_b.sql']);
  });

  it('knows its own folder', async () => {
    cpSync(MIGRATIONS, folder, { recursive: true });
    await migrate(database.url, { folder });
    expect(await migrate(database.url)).toEqual([]);
  });
});

describe('the schema', () => {
  beforeEach(async () => {
    await migrate(database.url);
  });

  it('has a comment on every table', async () => {
    const uncommented = await rows(`
      SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^(pg_|information_schema)' AND obj_description(c.oid, 'pg_class') IS NULL`);
    expect(uncommented).toEqual([]);
  });

  const GRANTED: Readonly<Record<string, readonly string[]>> = {
    'log.head': ['SELECT', 'UPDATE'],
    'log.event': ['SELECT', 'INSERT'],
    'log.event_subject': ['SELECT', 'INSERT'],
  };
  const PRIVILEGES = [
    'SELECT',
    'INSERT',
    'UPDATE',
    'DELETE',
    'TRUNCATE',
    'REFERENCES',
    'TRIGGER',
    'MAINTAIN',
  ];

  it.each(Object.entries(GRANTED))('grants the service on %s %j and nothing else', async (table, granted) => {
    const held = await rows<{ privilege: string }>(`
      SELECT privilege FROM unnest(ARRAY['${PRIVILEGES.join("','")}']) AS privilege
      WHERE has_table_privilege('${SERVICE_ROLE}', '${table}', privilege)`);
    expect(held.map(({ privilege }) => privilege)).toEqual(
      PRIVILEGES.filter((privilege) => granted.includes(privilege)),
    );
  });

  it.each([
    'UPDATE log.event SET body = body',
    "UPDATE log.event SET digest = decode('', 'hex')",
    'DELETE FROM log.event',
    'TRUNCATE log.event',
    'UPDATE log.event_subject SET position = position',
    'DELETE FROM log.event_subject',
    'TRUNCATE log.event_subject',
    'INSERT INTO log.head (position) VALUES (0)',
    'DELETE FROM log.head',
    'TRUNCATE log.head',
    'ALTER TABLE log.event DISABLE TRIGGER ALL',
    'DROP TABLE log.event',
    'CREATE TABLE log.other ()',
    'DELETE FROM public.schema_history',
  ])('refuses the service: %s', async (statement) => {
    await expect(rows(`SET ROLE ${SERVICE_ROLE}; ${statement}`)).rejects.toMatchObject({ code: '42501' });
  });
});

describe('ensureServiceLogin', () => {
  const role = `ledger_service_${process.pid}`; // roles belong to the server: another test may be using the service's own
  beforeEach(async () => {
    await migrate(database.url);
  });
  afterEach(() => rows(`DROP ROLE IF EXISTS ${role}`));

  it('lets the service in with its password, and with no other', async () => {
    const url = await ensureServiceLogin(database.url, 'p%41:/@?#"\'\\', role);
    expect(await rows('SELECT current_user AS name', url)).toEqual([{ name: role }]);
    expect(await rows('SELECT position FROM log.head', url)).toEqual([{ position: '0' }]);
    await expect(rows('DELETE FROM log.event', url)).rejects.toMatchObject({ code: '42501' });
    const wrong = new URL(url);
    wrong.password = 'wrong';
    await expect(rows('SELECT 1', wrong.href)).rejects.toMatchObject({ code: '28P01' });
  });

  it('gives another password', async () => {
    const before = await ensureServiceLogin(database.url, 'before', role);
    const after = await ensureServiceLogin(database.url, 'after', role);
    await expect(rows('SELECT 1', before)).rejects.toMatchObject({ code: '28P01' });
    expect(await rows('SELECT 1 AS one', after)).toEqual([{ one: 1 }]);
  });

  it('may be called by several processes at once', async () => {
    const urls = await Promise.all(
      Array.from({ length: 8 }, () => ensureServiceLogin(database.url, 'one-and-the-same', role)),
    );
    expect(new Set(urls).size).toBe(1);
    expect(await rows('SELECT 1 AS one', urls[0])).toEqual([{ one: 1 }]);
  });

  it.each(['', 'with space', '密码'])('refuses the password %j', async (password) => {
    await expect(ensureServiceLogin(database.url, password, role)).rejects.toThrow(TypeError);
  });
});
