/** A command on its way to a result. */
import type { Command } from '@ledger/intake';
import type { RecordResult } from './record-result.js';

export class Task {
  /** Appended by itself: an append that it shared could not say which of its events was at fault. */
  alone = false;
  private answer: RecordResult | undefined;

  constructor(
    readonly command: Command,
    readonly fingerprint: string,
  ) {}

  settle(result: RecordResult): void {
    this.answer = result;
  }

  get isSettled(): boolean {
    return this.answer !== undefined;
  }

  get result(): RecordResult {
    if (!this.answer) throw new Error('a command was left without a result');
    return this.answer;
  }
}
