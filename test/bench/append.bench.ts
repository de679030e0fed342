/**
 * Durable appends against what PostgreSQL does with the same rows and indexes when written by hand: one transaction an
 * append, and batches of one statement. Rounds alternate, so that what else the machine does falls on all alike.
 */
import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { canonicalJson, digestOf, migrate, NO_STREAM, PostgresEventStore } from '@ledger/event-store';
import type { EventContent, StreamName } from '@ledger/vocabulary';
import { inTurns, median, medianRatio, type Measurement } from './measurement.js';
import { withDatabase } from './server.js';

const CALLERS = 32;
const ROUNDS = 7;
const ROUND_MS = 700;

export async function benchAppend(serverUrl: string): Promise<readonly Measurement[]> {
  return withDatabase(serverUrl, measure);
}

async function measure(url: string): Promise<readonly Measurement[]> {
  await migrate(url);
  const store = new PostgresEventStore(url);
  const pool = new Pool({ connectionString: url, max: CALLERS });
  pool.on('error', () => undefined); // the database is dropped while its last connections are closing
  const contenders = {
    ledger: () => perSecond(CALLERS, () => append(store)),
    transactions: () => perSecond(CALLERS, () => insertAlone(pool)),
    batches: () => perSecond(1, () => insertBatch(pool, CALLERS)),
    ledgerAlone: () => perSecond(1, () => append(store)),
    transactionsAlone: () => perSecond(1, () => insertAlone(pool)),
  };
  try {
    await pool.query(PEER_TABLES);
    const paces = await inTurns(ROUNDS, contenders);
    const line = (
      name: string,
      ours: number[],
      peer: string,
      peers: number[],
      least?: number,
    ): Measurement => ({
      name,
      figure: Math.round(median(ours)),
      unit: 'events/s',
      peer: { name: peer, figure: Math.round(median(peers)) },
      ratio: medianRatio(ours, peers),
      ...(least !== undefined && { target: { of: 'ratio', is: 'at least', value: least } }),
    });
    const many = `appends, ${CALLERS} callers`;
    return [
      line(many, paces.ledger, 'one transaction an append', paces.transactions, 4),
      line(many, paces.ledger, `an INSERT of ${CALLERS} written by hand`, paces.batches, 0.5),
      line('appends, 1 caller', paces.ledgerAlone, 'one transaction an append', paces.transactionsAlone),
    ];
  } finally {
    await store.close();
    await pool.end();
  }
}

/** Events a second, all callers together; each call tells how many it wrote. */
async function perSecond(callers: number, call: () => Promise<number>): Promise<number> {
  let written = 0;
  const start = performance.now();
  const caller = async (): Promise<void> => {
    while (performance.now() - start < ROUND_MS) {
      const events = await call();
      written += events;
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return (written * 1_000) / (performance.now() - start);
}

function newContent(stream: StreamName): EventContent {
  return {
    id: randomUUID(),
    type: 'ResidenceRegistered',
    schemaVersion: 1,
    subjects: [stream, 'division-510104'],
    effectiveOn: '2026-02-01',
    source: { department: 'PUBLIC_SECURITY', division: '510104', system: 'residence', recordNumber: 'R-1' },
    confidence: 'verified',
    evidence: [{ kind: 'RESIDENCE_PERMIT', reference: '居住证 1' }],
    data: { division: '510104', address: 'sealed.'.repeat(24), kind: 'EMPLOYMENT', since: '2026-02-01' },
  };
}

const FINGERPRINT = 'f'.repeat(64);

async function append(store: PostgresEventStore): Promise<number> {
  const stream: StreamName = `person-${randomUUID()}`;
  const events = [{ content: newContent(stream), fingerprint: FINGERPRINT }];
  const result = await store.append({ stream, expected: NO_STREAM, events, now: Date.now() });
  if (result.outcome !== 'appended') throw new Error(`not appended: ${result.outcome}`);
  return 1;
}

/** The same tables and indexes, written by hand. The first takes its place from the head, as an ordered log must. */
const PEER_TABLES = `
  CREATE SCHEMA peer;
  CREATE TABLE peer.head (LIKE log.head INCLUDING ALL);
  CREATE TABLE peer.event (LIKE log.event INCLUDING ALL);
  CREATE TABLE peer.event_subject (LIKE log.event_subject INCLUDING ALL);
  INSERT INTO peer.head VALUES (true, 0, NULL);
  CREATE SEQUENCE peer.batched START 1000000000`;

function newRow(): readonly [
  id: string,
  stream: string,
  recordedAt: string,
  body: string,
  digest: string,
  subjects: readonly string[],
] {
  const stream: StreamName = `person-${randomUUID()}`;
  const content = newContent(stream);
  const recordedAt = new Date().toISOString();
  const body = canonicalJson({ ...content, stream, revision: 0, recordedAt });
  return [content.id, stream, recordedAt, body, digestOf(body), content.subjects];
}

const COLUMNS =
  'position, id, stream, revision, type, schema_version, recorded_at, effective_on, body, digest, fingerprint';

const ALONE = `
  WITH head AS (
    UPDATE peer.head SET position = position + 1, recorded_at = $3 RETURNING position
  ), event AS (
    INSERT INTO peer.event (${COLUMNS})
    SELECT position, $1, $2, 0, 'ResidenceRegistered', 1, $3, '2026-02-01', $4, decode($5, 'hex'), '${FINGERPRINT}' FROM head
  )
  INSERT INTO peer.event_subject (subject, position) SELECT subject, position FROM head, unnest($6::text[]) AS subject`;

async function insertAlone(pool: Pool): Promise<number> {
  await pool.query({ name: 'peer.alone', text: ALONE, values: [...newRow()] });
  return 1;
}

const BATCHED = `
  WITH new AS MATERIALIZED (
    SELECT nextval('peer.batched') AS position, *
    FROM unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::text[], $5::text[], $6::text[])
      AS row (id, stream, recorded_at, body, digest, other)
  ), event AS (
    INSERT INTO peer.event (${COLUMNS})
    SELECT position, id, stream, 0, 'ResidenceRegistered', 1, recorded_at, '2026-02-01', body, decode(digest, 'hex'), '${FINGERPRINT}'
    FROM new
  )
  INSERT INTO peer.event_subject (subject, position)
  SELECT subject, position FROM new, LATERAL (VALUES (stream), (other)) AS about (subject)`;

async function insertBatch(pool: Pool, count: number): Promise<number> {
  const rows = Array.from({ length: count }, newRow);
  const column = (index: number): readonly unknown[] => rows.map((row) => row[index]);
  const others = rows.map(([, , , , , subjects]) => subjects[1]);
  await pool.query({
    name: 'peer.batched',
    text: BATCHED,
    values: [column(0), column(1), column(2), column(3), column(4), others],
  });
  return count;
}
