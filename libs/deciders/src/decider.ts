/** How one event type is decided. */
import type { EventTypeName } from '@ledger/vocabulary';
import type { Knowledge } from './knowledge.js';
import type { Proposal, Refusal } from './proposal.js';

export interface Decider<Type extends EventTypeName> {
  /** What its content alone must satisfy, whatever else is known: asked of a corrected event too. */
  readonly content?: (event: Proposal<Type>) => Refusal | undefined;
  /** What must be known already, or must not. */
  readonly standing?: (event: Proposal<Type>, known: Knowledge) => Refusal | undefined;
  /** What the ledger adds to it before it is recorded. */
  readonly complete?: (event: Proposal<Type>) => Proposal<Type>;
}

/** Of a type whose preconditions are the general ones alone. */
export const NOTHING_MORE = {} as const satisfies Decider<EventTypeName>;
