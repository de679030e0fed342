/** LISTEN on a connection of its own: a hint that the log has grown. If it is lost, followers poll as they do anyway. */
import { Client, type ClientConfig } from 'pg';
import type { Hints } from '../hints.js';

/** Of NOTIFY; channels belong to one database. */
export const CHANNEL = 'ledger_log';
/** Between attempts to listen again. */
const RETRY_MS = 1_000;

export class LogListener {
  #client: Client | undefined;
  #retry: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(
    private readonly config: ClientConfig,
    private readonly hints: Hints,
  ) {}

  /** Begins to listen unless it does already. */
  start(): void {
    if (this.#client || this.#retry || this.#closed) return;
    const client = new Client({ ...this.config, keepAlive: true });
    this.#client = client;
    client.on('notification', () => this.hints.raise());
    client.on('error', () => this.#lost(client));
    client.on('end', () => this.#lost(client));
    client
      .connect()
      .then(() => client.query(`LISTEN ${CHANNEL}`))
      .catch(() => this.#lost(client));
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    const client = this.#client;
    this.#client = undefined;
    await client?.end();
  }

  #lost(client: Client): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    void client.end().catch(() => undefined);
    this.#retry = setTimeout(() => {
      this.#retry = undefined;
      this.start();
    }, RETRY_MS);
    this.#retry.unref();
  }
}
