/** One way in which what was found is not what must hold. */
export interface Failure {
  /** Of the event or expectation in the story's file. */
  readonly line: number;
  /** What was looked at. */
  readonly about: string;
  readonly expected: string;
  readonly found: string;
  /** Why the ledger answered so, as indented lines. */
  readonly explanation: readonly string[];
}

export type Difference = Pick<Failure, 'expected' | 'found'>;
