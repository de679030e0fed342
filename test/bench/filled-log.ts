/** A ledger's database whose log holds a population, as an import would have left it. */
import { Client } from 'pg';
import { migrate, NO_STREAM, PostgresEventStore } from '@ledger/event-store';
import type { StreamName } from '@ledger/vocabulary';
import { eventsOf, familiesOf } from './population.js';
import type { Unplaced } from './law.js';

/** Families appended side by side: the store puts concurrent appends into one transaction. */
const FAMILIES_AT_ONCE = 64;
const EVENTS_AN_APPEND = 100;

export interface FilledLog {
  readonly url: string;
  readonly events: number;
  readonly persons: readonly string[];
  drop(): Promise<void>;
}

export async function filledLog(serverUrl: string, persons: number): Promise<FilledLog> {
  const name = `bench_${String(persons)}_${String(process.hrtime.bigint() % 1_000_000n)}`;
  await onServer(serverUrl, `CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await migrate(url.href);
  const events = [...eventsOf({ persons, seed: 'bench' })];
  const store = new PostgresEventStore(url.href);
  const law = events.filter(({ stream }) => stream.startsWith('division-'));
  const lives = events.filter(({ stream }) => !stream.startsWith('division-'));
  const revisions = new Map<StreamName, number>();
  await appendAll(store, law, revisions);
  const families = familiesIn(lives);
  const next = families.values();
  await Promise.all(
    Array.from({ length: FAMILIES_AT_ONCE }, async () => {
      for (const family of next) await appendAll(store, family, revisions);
    }),
  );
  await store.close();
  await onServer(url.href, 'ANALYZE');
  const people = lives
    .filter(({ content }) => content.type === 'PersonRegistered')
    .map(({ stream }) => stream.slice('person-'.length));
  return {
    url: url.href,
    events: events.length,
    persons: people,
    drop: () => onServer(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

/** What any event connects is appended in its order. */
function familiesIn(lives: readonly Unplaced[]): readonly (readonly Unplaced[])[] {
  const placed = lives.map(({ stream, content }) => ({ stream, subjects: content.subjects, content }));
  return familiesOf(placed);
}

async function appendAll(
  store: PostgresEventStore,
  events: readonly Unplaced[],
  revisions: Map<StreamName, number>,
): Promise<void> {
  for (let from = 0; from < events.length;) {
    const stream = events[from]?.stream;
    if (stream === undefined) return;
    let to = from;
    while (to < events.length && events[to]?.stream === stream && to - from < EVENTS_AN_APPEND) to++;
    const run = events.slice(from, to);
    const revision = revisions.get(stream);
    const { outcome } = await store.append({
      stream,
      expected: revision ?? NO_STREAM,
      events: run.map(({ content }) => ({ content, fingerprint: content.id })),
      now: Date.now(),
    });
    if (outcome !== 'appended') throw new Error(`the log was not filled: ${outcome}`);
    revisions.set(stream, (revision ?? -1) + run.length);
    from = to;
  }
}

export async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
