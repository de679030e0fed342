/**
 * One person's current entitlements over GraphQL against a bare HTTP handler running the same statements; and how long
 * after an append its event is visible, while others are being projected.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import autocannon from 'autocannon';
import { NO_STREAM, type PostgresEventStore } from '@ledger/event-store';
import { withFilledLedger, type FilledLedger } from './filled-ledger.js';
import { median, medianRatio, type Measurement } from './measurement.js';
import { eventsOf } from './population.js';

const PERSONS = 1_500;
const ROUNDS = 4;
const SECONDS = 4;
const CONNECTIONS = 20;
const SAMPLES = 60;
/** Half of what the projector carries when it does nothing else, measured by the projection's bench on two cores. */
const BACKGROUND_EVENTS_A_SECOND = 1_000;
const DIST = path.resolve(import.meta.dirname, '../..');
const QUESTION =
  'query Current($id: ID!) { person(id: $id) { entitlements { code title status since until amount per priority } } }';

export function benchQuery(serverUrl: string): Promise<readonly Measurement[]> {
  const events = [...eventsOf({ persons: PERSONS, seed: 'query' })];
  const persons = events
    .filter(({ content }) => content.type === 'PersonRegistered')
    .map(({ stream }) => stream.slice('person-'.length));
  return withFilledLedger(serverUrl, events, (ledger) => measure(ledger, persons));
}

async function measure(
  { url, store }: FilledLedger,
  persons: readonly string[],
): Promise<readonly Measurement[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ledger-bench-service-'));
  const children: ChildProcess[] = [];
  try {
    const service = await startService(url, folder, children);
    const bare = await startBare(url, children);
    await caughtUp(service);
    return [await compare(service, bare, persons), await visible(service, store, persons)];
  } finally {
    const ended = children.map((child) => new Promise((resolve) => child.once('exit', resolve)));
    for (const child of children) child.kill('SIGTERM');
    await Promise.all(ended);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startService(database: string, folder: string, children: ChildProcess[]): Promise<string> {
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    LEDGER_DATA: folder,
    LEDGER_PORT: '0',
    LEDGER_DATABASE_URL: database,
    LEDGER_DEMONSTRATION: 'false',
  };
  children.push(
    spawn(process.execPath, [path.join(DIST, 'apps/ledger/src/main.js')], { env, stdio: 'ignore' }),
  );
  const file = path.join(folder, 'service.json');
  while (!existsSync(file)) await wait(50);
  return (JSON.parse(readFileSync(file, 'utf8')) as { url: string }).url;
}

async function startBare(database: string, children: ChildProcess[]): Promise<string> {
  const child = spawn(process.execPath, [path.join(DIST, 'test/bench/bare-handler.js')], {
    env: { ...process.env, NODE_ENV: 'production', BENCH_DATABASE_URL: database },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const said = await new Promise<string>((resolve) =>
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString())),
  );
  return `http://127.0.0.1:${String((JSON.parse(said) as { port: number }).port)}/graphql`;
}

async function ask<T>(url: string, query: string, variables: object = {}): Promise<T> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: T; errors?: unknown };
  if (data === undefined || errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

async function caughtUp(url: string): Promise<void> {
  for (;;) {
    const { ledger } = await ask<{ ledger: { head: string; completeTo: string } }>(
      url,
      '{ ledger { head completeTo } }',
    );
    if (ledger.head === ledger.completeTo) return;
    await wait(100);
  }
}

async function compare(service: string, bare: string, persons: readonly string[]): Promise<Measurement> {
  const [ours, peers]: [number[], number[]] = [[], []];
  for (let round = -1; round < ROUNDS; round++) {
    const [one, other] = [await requestsPerSecond(service, persons), await requestsPerSecond(bare, persons)];
    if (round < 0) continue; // connections, prepared statements, compiled code
    ours.push(one);
    peers.push(other);
  }
  return {
    name: 'one person’s current entitlements over GraphQL',
    figure: median(ours),
    unit: 'requests/s',
    peer: { name: 'a bare handler of the same statements', figure: median(peers) },
    ratio: medianRatio(ours, peers),
    target: { of: 'ratio', is: 'at least', value: 0.4 },
  };
}

async function requestsPerSecond(url: string, persons: readonly string[]): Promise<number> {
  const requests = Array.from({ length: 200 }, (_, index) => ({
    method: 'POST' as const,
    path: '/graphql',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: QUESTION, variables: { id: persons[(index * 7) % persons.length] } }),
  }));
  const result = await autocannon({ url, connections: CONNECTIONS, duration: SECONDS, requests });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${String(result.non2xx)} answers were not answers`);
  return result.requests.average;
}

/** Milliseconds from the append’s answer until a question sees the event, others being appended meanwhile. */
async function visible(
  service: string,
  store: PostgresEventStore,
  persons: readonly string[],
): Promise<Measurement> {
  const stop = new AbortController();
  const background = appendSteadily(store, stop.signal);
  const delays: number[] = [];
  for (let sample = 0; sample < SAMPLES; sample++) {
    const id = randomUUID();
    const event = {
      id,
      effectiveOn: '2026-01-01',
      subject: { person: persons[sample] },
      source: { department: 'DPF' },
      event: { disabilityCertified: { categories: ['4'], level: 2, issuedOn: '2026-01-01' } },
    };
    const send =
      'mutation M($events: [LifeEventInput!]!) { recordLifeEvents(events: $events) { outcome position } }';
    const { recordLifeEvents } = await ask<{ recordLifeEvents: { position: string }[] }>(service, send, {
      events: [event],
    });
    const start = performance.now();
    const at = { position: recordLifeEvents[0]?.position };
    const seen = 'query S($id: ID!, $at: At) { person(id: $id) { entitlements(at: $at) { status } } }';
    await ask(service, seen, { id: persons[sample], at });
    delays.push(performance.now() - start);
    await wait(20);
  }
  stop.abort();
  const rate = await background;
  return {
    name: `append to visible, ${String(Math.round(rate))} other events a second`,
    figure: Math.round(median(delays)),
    unit: 'ms',
    target: { of: 'figure', is: 'at most', value: 100 },
  };
}

/** New persons, each registered by one event, at a steady rate; the rate that was kept. */
async function appendSteadily(store: PostgresEventStore, signal: AbortSignal): Promise<number> {
  const start = performance.now();
  let sent = 0;
  while (!signal.aborted) {
    const due = ((performance.now() - start) / 1_000) * BACKGROUND_EVENTS_A_SECOND;
    const batch = Array.from({ length: Math.max(0, Math.floor(due) - sent) }, () => registered(randomUUID()));
    sent += batch.length;
    await Promise.all(batch.map((request) => store.append(request)));
    await wait(10);
  }
  return (sent * 1_000) / (performance.now() - start);
}

function registered(id: string): Parameters<PostgresEventStore['append']>[0] {
  const stream = `person-${id}` as const;
  const data = {
    birthDate: '1985-06-17',
    birthDateSource: 'ID',
    sex: '1',
    hukouDivision: '513437',
    hukouClass: '220',
  };
  const content = {
    ...{
      id: randomUUID(),
      type: 'PersonRegistered',
      schemaVersion: 1,
      subjects: [stream],
      effectiveOn: '1985-06-17',
    },
    ...{ source: { department: 'PSB' }, confidence: 'verified' as const, evidence: [], data },
  };
  return { stream, expected: NO_STREAM, events: [{ content, fingerprint: content.id }], now: Date.now() };
}
