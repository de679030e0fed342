/** Plays a story through the public interface: a server on a fresh copy of the database, asked over HTTP. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '@ledger/embedded-postgres';
import { migrate } from '@ledger/event-store';
import type { Command } from '@ledger/intake';
import { runProjector } from '@ledger/projector/projector.js';
import { createLedgerService, type LedgerService } from '@ledger/service/service.js';
import type { Observation, Question, SendResult, StoryEvent, StoryWorld } from '@ledger/stories';
import { OBSERVATION, observationOf, type AnsweredSubject } from './graphql-observation.js';
import { mutationOf, sendResultOf, type AnsweredResult } from './graphql-sending.js';
import type { OpenWorld, Stage } from './run-story.js';
import { FIRST_INSTANT, StoryClock } from './story-clock.js';

/** Stories are thrown away: durability would only cost time. */
const NOT_DURABLE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
const TEMPLATE = 'story_template';

/** A database server for all stories of one run. */
export async function graphqlStage(): Promise<Stage> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ledger-check-'));
  const postgres = await startEmbeddedPostgres({
    dataDir: path.join(folder, 'postgres'),
    settings: NOT_DURABLE,
  });
  await onServer(postgres.url(), `CREATE DATABASE ${TEMPLATE}`);
  await migrate(postgres.url(TEMPLATE));
  return {
    play: () => playOnCopy(postgres.url(), folder),
    close: async () => {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function playOnCopy(serverUrl: string, folder: string): Promise<OpenWorld> {
  const database = `story_${randomBytes(6).toString('hex')}`;
  await onServer(serverUrl, `CREATE DATABASE ${database} TEMPLATE ${TEMPLATE}`);
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  const world = await ServedLedger.start(url.href, path.join(folder, database));
  return {
    world,
    close: async () => {
      await world.close();
      await onServer(serverUrl, `DROP DATABASE ${database} WITH (FORCE)`);
    },
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Divisions, decisions and complaints have neither entitlements nor facts of their own, and no findings yet. */
const NOTHING_COMPUTED: Observation = {
  entitlements: new Map(),
  facts: new Map(),
  findings: [],
  state: null,
};

class ServedLedger implements StoryWorld {
  private service: LedgerService | undefined;
  private readonly clock = new StoryClock((command) => this.record(command));

  static async start(ownerUrl: string, dataFolder: string): Promise<ServedLedger> {
    const ledger = new ServedLedger();
    ledger.service = await createLedgerService({
      ownerUrl,
      dataFolder,
      projector: runProjector,
      policy: 'left-out',
      demonstration: false,
      clock: ledger.clock.now,
    });
    return ledger;
  }

  async send(event: StoryEvent, at: number): Promise<SendResult> {
    await this.clock.passTo(at);
    return this.record(event);
  }

  async observe({ subject, asOf, asKnownAt, ...asked }: Question): Promise<Observation> {
    await this.clock.passTo(asKnownAt);
    if (subject.kind !== 'person' && subject.kind !== 'household') return NOTHING_COMPUTED;
    const at = { asOf, asKnownAt: new Date(Math.max(asKnownAt, FIRST_INSTANT)).toISOString() };
    const answer = await this.ask<{ subject: AnsweredSubject | null }>(OBSERVATION[subject.kind], {
      id: subject.id,
      at,
      codes: asked.entitlements,
    });
    return answer.subject ? observationOf(answer.subject, asked) : NOTHING_COMPUTED;
  }

  async close(): Promise<void> {
    await this.service?.stop();
  }

  private async record(event: StoryEvent | Command): Promise<SendResult> {
    const { query, variables } = mutationOf(event);
    const { result } = await this.ask<{ result: AnsweredResult | readonly AnsweredResult[] }>(
      query,
      variables,
    );
    return sendResultOf(result);
  }

  private async ask<T>(query: string, variables: Readonly<Record<string, unknown>>): Promise<T> {
    const response = await fetch(this.service?.url ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data?: T; errors?: unknown };
    if (errors !== undefined || data === undefined) throw new Error(JSON.stringify(errors));
    return data;
  }
}
