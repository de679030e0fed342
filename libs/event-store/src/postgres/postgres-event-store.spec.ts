import { once } from 'node:events';
import net, { type AddressInfo, type Socket } from 'node:net';
import { Client, Pool } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../../test/setup/database.js';
import { migrate, SERVICE_ROLE } from '../migrate.js';
import { ORIGIN } from '../port.js';
import { isIntact } from '../stored-event.js';
import { eventStoreContract } from '../testing/contract.js';
import {
  appended,
  everythingAfter,
  newHousehold,
  newPerson,
  requestOf,
  said,
  sampleEvent,
  sampleEvents,
} from '../testing/sample-events.js';
import { PostgresEventStore } from './postgres-event-store.js';

const databases: TestDatabase[] = [];
const stores: PostgresEventStore[] = [];

/** An empty log; `url` has the rights of the service and no more. */
async function newLog(): Promise<{ readonly ownerUrl: string; readonly url: string }> {
  const database = await createTestDatabase();
  databases.push(database);
  await migrate(database.url);
  const url = new URL(database.url);
  url.searchParams.set('options', `-c role=${SERVICE_ROLE}`);
  return { ownerUrl: database.url, url: url.href };
}

function openStore(source: string | Pool): PostgresEventStore {
  const store = new PostgresEventStore(source);
  stores.push(store);
  return store;
}

afterAll(async () => {
  await Promise.all(stores.map((store) => store.close()));
  await Promise.all(databases.map((database) => database.drop()));
}, 60_000);

eventStoreContract('in PostgreSQL', async () => openStore((await newLog()).url));

describe('event store in PostgreSQL', () => {
  it('gives the same answers after it was closed and opened again', async () => {
    const { url } = await newLog();
    const [stream, household] = [newPerson(), newHousehold()];
    const request = requestOf(stream, { events: [sampleEvent([stream, household]), sampleEvent([stream])] });
    const before = openStore(url);
    const places = await appended(before, request);
    const answers = async (store: PostgresEventStore) => [
      await store.head(),
      await store.readStream(stream),
      await store.readSubjects([household]),
      await everythingAfter(store, ORIGIN),
      await store.fingerprintOf(places[0].id),
    ];
    const first = await answers(before);
    await before.close();

    const after = openStore(url);
    expect(await answers(after)).toEqual(first);
    expect(await after.append(request)).toEqual({ outcome: 'already-appended', places });
    expect(said(await after.append(requestOf(stream, { expected: 1 })))).toBe('appended');
  });

  it('takes a pool of its owner, writes beside it and leaves it open', async () => {
    const { url } = await newLog();
    const { hostname: host, port, username: user, password, pathname, searchParams } = new URL(url);
    const options = searchParams.get('options') ?? '';
    const pool = new Pool({
      host,
      port: Number(port),
      user,
      password: decodeURIComponent(password),
      database: pathname.slice(1),
      options,
    });
    const store = openStore(pool);
    await appended(store, requestOf(newPerson()));
    await store.close();
    expect((await pool.query('SELECT position FROM log.head')).rows).toEqual([{ position: '1' }]);
    await pool.end();
  });

  it('answers what is under way before it closes, and nothing after', async () => {
    const store = openStore((await newLog()).url);
    const appends = Array.from({ length: 5 }, () => store.append(requestOf(newPerson())));
    await store.close();
    expect((await Promise.all(appends)).map(said)).toEqual(Array<string>(5).fill('appended'));
    await expect(store.append(requestOf(newPerson()))).rejects.toThrow('closed');
    await expect(store.head()).rejects.toThrow('closed');
    await store.close();
  });

  it('works with the rights of the service', async () => {
    const { url } = await newLog();
    await expect(query(url, 'DELETE FROM log.event')).rejects.toMatchObject({ code: '42501' });
  });

  it('gives dense positions, and digests that PostgreSQL computes alike', async () => {
    const { ownerUrl, url } = await newLog();
    const store = openStore(url);
    await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        store.append(requestOf(newPerson(), { expected: index % 3 === 0 ? 1 : 'no-stream' })),
      ),
    );
    const all = await everythingAfter(store, ORIGIN);
    expect(all.map(({ position }) => position)).toEqual(
      all.map((_, index) => String(index + 1).padStart(20, '0')),
    );
    expect(all.every(isIntact)).toBe(true);
    const [row] = await query(
      ownerUrl,
      "SELECT count(*)::integer AS same FROM log.event WHERE digest = sha256(convert_to(body, 'UTF8'))",
    );
    expect(row).toEqual({ same: all.length });
  });

  it('finds what its columns say in its body', async () => {
    const { ownerUrl, url } = await newLog();
    const stream = newPerson();
    await appended(openStore(url), requestOf(stream, { events: sampleEvents(stream, 3) }));
    const [row] = await query(
      ownerUrl,
      `SELECT count(*)::integer AS same FROM log.event, LATERAL (SELECT body::json AS b) AS parsed
       WHERE id::text = b ->> 'id' AND stream = b ->> 'stream' AND revision = (b ->> 'revision')::integer AND type = b ->> 'type'
         AND schema_version = (b ->> 'schemaVersion')::integer AND effective_on = (b ->> 'effectiveOn')::date
         AND recorded_at = (b ->> 'recordedAt')::timestamptz`,
    );
    expect(row).toEqual({ same: 3 });
  });
});

describe('several processes on one log in PostgreSQL', () => {
  it('race for one revision: one wins', async () => {
    const { url } = await newLog();
    const processes = [openStore(url), openStore(url), openStore(url)];
    for (let round = 0; round < 10; round++) {
      const stream = newPerson();
      const results = await Promise.all(
        processes.flatMap((store) => [1, 2, 3].map(() => store.append(requestOf(stream)))),
      );
      expect(results.map(said).sort()).toEqual([...Array<string>(8).fill('WRONG_REVISION'), 'appended']);
    }
  });

  it('decide about one household: one is taken', async () => {
    const { url } = await newLog();
    const processes = [openStore(url), openStore(url), openStore(url)];
    for (let round = 0; round < 10; round++) {
      const household = newHousehold();
      const { position: after } = await (processes[0] as PostgresEventStore).head();
      const results = await Promise.all(
        processes.map((store) => {
          const stream = newPerson();
          return store.append(
            requestOf(stream, {
              events: [sampleEvent([stream, household])],
              condition: { subjects: [household], after },
            }),
          );
        }),
      );
      expect(results.map(said).sort()).toEqual(['CONCURRENT_CHANGE', 'CONCURRENT_CHANGE', 'appended']);
    }
  });

  it('send the same command: it is written once', async () => {
    const { url } = await newLog();
    const processes = [openStore(url), openStore(url), openStore(url)];
    for (let round = 0; round < 10; round++) {
      const request = requestOf(newPerson());
      const results = await Promise.all(processes.map((store) => store.append(request)));
      expect(results.map(said).sort()).toEqual(['already-appended', 'already-appended', 'appended']);
    }
  });

  it('write, and whoever follows sees every event once and in order', async () => {
    const { url } = await newLog();
    const writers = [openStore(url), openStore(url), openStore(url)];
    const follower = openStore(url);
    const stop = new AbortController();
    const seen: string[] = [];
    const following = (async () => {
      for await (const { events } of follower.follow({ after: ORIGIN, batchSize: 10, signal: stop.signal })) {
        seen.push(...events.map(({ position }) => position));
        if (seen.length >= 300) stop.abort();
      }
    })();
    await Promise.all(
      writers.flatMap((store) => Array.from({ length: 100 }, () => appended(store, requestOf(newPerson())))),
    );
    await following;
    expect(seen).toEqual(Array.from({ length: 300 }, (_, index) => String(index + 1).padStart(20, '0')));
  });
});

describe('a broken connection to PostgreSQL', () => {
  it('before an append: the next one opens another', async () => {
    const { ownerUrl, url } = await newLog();
    const store = openStore(url);
    await appended(store, requestOf(newPerson()));
    await query(
      ownerUrl,
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
    const request = requestOf(newPerson());
    const result = await store.append(request);
    expect(['appended', 'unknown']).toContain(said(result));
    expect(['appended', 'already-appended']).toContain(said(await store.append(request)));
    expect(await store.readStream(request.stream)).toHaveLength(1);
  });

  it('while nobody listens there: unknown, and nothing was written', async () => {
    const { url } = await newLog();
    const nowhere = new URL(url);
    nowhere.port = String(await unusedPort());
    const request = requestOf(newPerson());
    expect(said(await openStore(nowhere.href).append(request))).toBe('unknown');
    expect(said(await openStore(url).append(request))).toBe('appended');
  });

  it('after the commit was sent: unknown, and the retry finds what was written', async () => {
    const { url } = await newLog();
    const proxy = await swallowingProxy(url);
    const store = openStore(proxy.url);
    for (let round = 0; round < 5; round++) {
      const requests = Array.from({ length: 4 }, () =>
        requestOf(newPerson(), { events: sampleEvents(newPerson(), 2) }),
      );
      proxy.swallowNextCommit();
      expect((await Promise.all(requests.map((request) => store.append(request)))).map(said)).toEqual(
        Array<string>(4).fill('unknown'),
      );
      const again = await Promise.all(requests.map((request) => store.append(request)));
      expect(again.map(said)).toEqual(Array<string>(4).fill('already-appended'));
    }
    expect(await everythingAfter(store, ORIGIN)).toHaveLength(40);
    await store.close();
    proxy.close();
  });
});

async function query(url: string, sql: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as readonly unknown[];
  } finally {
    await client.end();
  }
}

async function unusedPort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Stands before the server; breaks the line instead of passing on the answer that a transaction is committed. */
async function swallowingProxy(
  url: string,
): Promise<{ readonly url: string; swallowNextCommit(): void; close(): void }> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let swallow = false;
  const server = net.createServer((client) => {
    const upstream = net.connect(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => [client, upstream].forEach((end) => end.destroy()));
    }
    client.on('data', (bytes) => upstream.write(bytes));
    upstream.on('data', (bytes) => {
      if (swallow && bytes.includes('COMMIT\0')) {
        swallow = false;
        client.destroy();
      } else client.write(bytes);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const through = new URL(url);
  through.hostname = '127.0.0.1';
  through.port = String((server.address() as AddressInfo).port);
  return {
    url: through.href,
    swallowNextCommit: () => {
      swallow = true;
    },
    close: () => {
      server.close();
      sockets.forEach((socket) => socket.destroy());
    },
  };
}
