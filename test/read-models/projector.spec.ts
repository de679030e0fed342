/** The projector under the circumstances that random families do not bring about: long chains, faults, rebuilds. */
import { Pool } from 'pg';
import { MemoryEventStore } from '@ledger/event-store';
import { makeSchema, Projector, ProjectorSuperseded, rebuild } from '@ledger/read-models';
import type { RecordedEvent } from '@ledger/vocabulary';
import { createTestDatabase, MIGRATED, type TestDatabase } from '../setup/database.js';
import { append, disabled, economy, figure, household, idOf, member, person, told } from './told.js';

const TABLES = ['entitlement', 'membership', 'finding'];

let database: TestDatabase;
let pool: Pool;

beforeEach(async () => {
  database = await createTestDatabase({ template: MIGRATED });
  pool = new Pool({ connectionString: database.url });
  pool.on('error', () => undefined); // the database is dropped beneath its idle connections
});

afterEach(async () => {
  await pool.end();
  await database.drop();
});

async function catchUp(projector: Projector, batch = 1_000): Promise<void> {
  while ((await projector.applyNext(batch)) > 0);
  while (await projector.stepCampaign());
}

async function differencesFromRebuild(store: MemoryEventStore): Promise<readonly unknown[]> {
  await makeSchema(pool, 'again');
  await catchUp(new Projector(pool, store, 'again'));
  const differences: unknown[] = [];
  for (const table of TABLES) {
    const { rows } = await pool.query(
      `(TABLE reading.${table} EXCEPT ALL TABLE again.${table}) UNION ALL (TABLE again.${table} EXCEPT ALL TABLE reading.${table})`,
    );
    differences.push(...(rows as unknown[]));
  }
  return differences;
}

/** Living households in a chain, each sharing a person with the next; the last one's head heads it alone. */
function chain(length: number): Parameters<typeof told>[0] {
  const links = Array.from({ length }, (_, index) => index);
  return [
    ...[...links, length].map((index) => person(`p${String(index)}`)),
    ...links.flatMap((index) => {
      const [home, left, right] = [`h${String(index)}`, `p${String(index)}`, `p${String(index + 1)}`];
      return [household(home, 'LIVING', right), member(home, left), member(home, right)];
    }),
  ];
}

it('knows the whole neighbourhood of a household that it first met at the edge of another', async () => {
  const events = told([
    figure('dibao.std.rural', '400.00'),
    ...chain(6),
    disabled('p0', 2),
    economy('h4', '100.00'),
  ]);
  const store = new MemoryEventStore();
  await append(store, events.slice(0, -2));
  await catchUp(new Projector(pool, store));
  const afterRestart = new Projector(pool, store);
  await append(store, events.slice(-2, -1));
  await catchUp(afterRestart);
  await append(store, events.slice(-1));
  await catchUp(afterRestart);
  const { rows } = await pool.query(
    `SELECT status FROM reading.entitlement WHERE subject = $1 AND code = 'assist.dibao' AND known_until IS NULL`,
    [`household-${idOf('h4')}`],
  );
  expect(rows).toEqual([{ status: 'undetermined' }, { status: 'entitled' }]);
  expect(await differencesFromRebuild(store)).toEqual([]);
});

it('judges anew whoever a figure touched under any name that it has had', async () => {
  const target = idOf('figure');
  const correction = idOf('correction');
  const events = told([
    figure('disability.start-rule', 'MONTH_OF', '510000', 'enum'),
    figure('disability.nursing.requires-assessment', 'false', '000000', 'flag'),
    person('p'),
    disabled('p', 2),
    { ...figure('dibao.std.rural', '80.00'), id: target },
    {
      id: correction,
      type: 'EventCorrected',
      division: '510000',
      effectiveOn: '2015-01-01',
      data: {
        corrects: target,
        data: { parameterId: 'disability.nursing.level2' },
        reason: 'the wrong figure',
      },
    },
    {
      type: 'EventVoided',
      division: '510000',
      effectiveOn: '2015-01-01',
      data: { voids: correction, reason: 'it was right' },
    },
  ]);
  const store = new MemoryEventStore();
  await append(store, events);
  await catchUp(new Projector(pool, store), 1);
  const { rows } = await pool.query(
    `SELECT amount::text, known_from::int AS from FROM reading.entitlement
     WHERE code = 'welfare.disability.nursing' AND status = 'entitled' ORDER BY known_from`,
  );
  expect(rows).toEqual([
    { amount: null, from: 5 },
    { amount: '8000', from: 7 },
    { amount: null, from: 8 },
  ]);
});

it('goes on after a failure as if it had not been', async () => {
  const events = told([
    figure('disability.start-rule', 'MONTH_OF', '510000', 'enum'),
    ...chain(3),
    disabled('p1', 2),
    disabled('p2', 1),
  ]);
  const store = new MemoryEventStore();
  await append(store, events);
  const projector = new Projector(pool, store);
  await projector.applyNext(3);
  await pool.query('ALTER TABLE reading.entitlement RENAME TO entitlement_away');
  await expect(projector.applyNext(100)).rejects.toThrow();
  await expect(projector.applyNext(4)).rejects.toThrow();
  await pool.query('ALTER TABLE reading.entitlement_away RENAME TO entitlement');
  await catchUp(projector, 2);
  expect(await differencesFromRebuild(store)).toEqual([]);
});

it('stops where another projector has moved the checkpoint', async () => {
  const store = new MemoryEventStore();
  await append(store, told([person('p'), disabled('p', 2)]));
  const [first, zombie] = [new Projector(pool, store), new Projector(pool, store)];
  await zombie.start();
  await catchUp(first);
  await expect(zombie.applyNext(10)).rejects.toThrow(ProjectorSuperseded);
});

it('is rebuilt beside while it goes on, and switched with its names and comments', async () => {
  const store = new MemoryEventStore();
  const events: readonly RecordedEvent[] = told([
    ...chain(4),
    disabled('p0', 1),
    disabled('p1', 2),
    disabled('p2', 3),
  ]);
  await append(store, events.slice(0, -2));
  const live = new Projector(pool, store);
  await catchUp(live);
  const before = await namesAndComments();
  const report = await rebuild({ pool, store });
  expect(report).toMatchObject({ switched: true, events: events.length - 2 });
  expect(await namesAndComments()).toEqual(before);
  await append(store, events.slice(-2));
  await expect(live.applyNext(10)).rejects.toThrow(ProjectorSuperseded);
  await catchUp(live);
  expect(await differencesFromRebuild(store)).toEqual([]);
});

it('keeps the live read models where the rebuilt ones differ', async () => {
  const store = new MemoryEventStore();
  await append(
    store,
    told([figure('disability.start-rule', 'MONTH_OF', '510000', 'enum'), person('p'), disabled('p', 2)]),
  );
  await catchUp(new Projector(pool, store));
  await pool.query(`UPDATE reading.entitlement SET amount = 1 WHERE code = 'welfare.disability.nursing'`);
  const report = await rebuild({ pool, store });
  expect(report.switched).toBe(false);
  expect(report.differences.find(({ table }) => table === 'entitlement')).toMatchObject({
    onlyLive: 1,
    onlyRebuilt: 1,
  });
  expect(await rebuild({ pool, store, acceptDifferences: true })).toMatchObject({ switched: true });
  expect(await differencesFromRebuild(store)).toEqual([]);
});

async function namesAndComments(): Promise<readonly unknown[]> {
  const { rows } = await pool.query(
    `SELECT c.relname AS name, obj_description(c.oid, 'pg_class') AS comment
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'reading' AND c.relkind IN ('r', 'i') ORDER BY 1`,
  );
  return rows as unknown[];
}
