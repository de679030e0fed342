/** The clock of a story: it goes on with the story, and what is made public meanwhile becomes known in its time. */
import type { Command } from '@ledger/intake';
import { builtInPolicy } from '@ledger/recording';
import type { SendResult } from '@ledger/stories';

/** The log keeps instants from 1970 on; what a story knows earlier was known from the log's beginning. */
export const FIRST_INSTANT = 0;

export class StoryClock {
  private instant = FIRST_INSTANT;
  private readonly unpublished = [...builtInPolicy()];

  constructor(private readonly publish: (command: Command) => Promise<SendResult>) {}

  /** Milliseconds UTC. */
  readonly now = (): number => this.instant;

  /** Goes on to an instant; never back. */
  async passTo(instant: number): Promise<void> {
    const until = Math.max(this.instant, instant);
    for (
      let next = this.unpublished[0];
      next && (next.publishedAt ?? FIRST_INSTANT) <= until;
      next = this.unpublished[0]
    ) {
      this.instant = Math.max(this.instant, next.publishedAt ?? FIRST_INSTANT);
      const result = await this.publish(next.command);
      if (result.outcome === 'refused') throw new Error(`built-in policy: ${result.code} ${result.message}`);
      this.unpublished.shift();
    }
    this.instant = until;
  }
}
