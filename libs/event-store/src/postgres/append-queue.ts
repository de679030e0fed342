/**
 * Group commit: whatever came while the last batch was under way becomes the next one. Nobody is made to wait for company,
 * and under load one commit carries many appends. Each still has an outcome of its own.
 */
import { setImmediate as turn } from 'node:timers/promises';
import type { PreparedAppend } from '../append-request.js';
import type { AppendResult } from '../port.js';

/** Writes a batch as one transaction, in order, one result an append; rejects where nobody can say what became of it. */
export type WriteBatch = (batch: readonly PreparedAppend[]) => Promise<readonly AppendResult[]>;

/** More would hold the head of the log for longer than other processes may be made to wait: some 50 ms. */
const MOST_EVENTS_A_BATCH = 1_000;
/** Of canonical text; what one statement may carry without memory becoming the matter. */
const MOST_CHARACTERS_A_BATCH = 8_000_000;
/** Beyond this the log is not keeping up, and a prompt "unknown" serves a writer better than a long wait. */
const MOST_QUEUED_APPENDS = 20_000;

interface Waiting {
  readonly append: PreparedAppend;
  readonly settle: (result: AppendResult) => void;
}

export class AppendQueue {
  #queued: Waiting[] = [];
  #running: Promise<void> | undefined;

  constructor(private readonly write: WriteBatch) {}

  append(append: PreparedAppend): Promise<AppendResult> {
    if (this.#queued.length >= MOST_QUEUED_APPENDS) {
      return Promise.resolve({
        outcome: 'unknown',
        cause: new Error(`${MOST_QUEUED_APPENDS} appends are waiting already`),
      });
    }
    return new Promise((settle) => {
      this.#queued.push({ append, settle });
      this.#running ??= this.#run();
    });
  }

  /** Until all that is queued has its outcome. */
  async drained(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    await Promise.resolve(); // appends made in the same breath go together
    while (this.#queued.length > 0) {
      const batch = this.#nextBatch();
      const results = await this.#outcomesOf(batch);
      for (const [index, { settle }] of batch.entries()) settle(results[index] as AppendResult);
      await turn(); // the callers just answered may have their next append ready: let it come along
    }
    this.#running = undefined;
  }

  async #outcomesOf(batch: readonly Waiting[]): Promise<readonly AppendResult[]> {
    try {
      return await this.write(batch.map(({ append }) => append));
    } catch (error) {
      const cause = error instanceof Error ? error : new Error(String(error));
      return batch.map(() => ({ outcome: 'unknown', cause }));
    }
  }

  /** At least one append, however large. */
  #nextBatch(): readonly Waiting[] {
    let [count, events, characters] = [0, 0, 0];
    for (const { append } of this.#queued) {
      events += append.events.length;
      for (const { halves } of append.events) characters += halves.before.length + halves.after.length;
      if (count > 0 && (events > MOST_EVENTS_A_BATCH || characters > MOST_CHARACTERS_A_BATCH)) break;
      count++;
    }
    return this.#queued.splice(0, count);
  }
}
