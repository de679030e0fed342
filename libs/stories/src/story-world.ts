/** Where a story is played: a ledger of its own that is told the story's events and asked what follows. */
import type { FindingKind } from '@ledger/findings';
import type { EntitlementStatus, Per, Verdict } from '@ledger/rules';
import type { StoryEvent, StorySubject } from './story.js';

export interface StoryWorld {
  /** Sends an event while the ledger's clock stands at an instant (milliseconds since 1970 UTC). */
  send(event: StoryEvent, at: number): Promise<SendResult>;
  observe(question: Question): Promise<Observation>;
}

export type SendResult =
  | {
      readonly outcome: 'recorded' | 'already-recorded';
      readonly position: string;
      readonly recordedAt: string;
    }
  | {
      readonly outcome: 'refused';
      readonly code: string;
      readonly field: string | null;
      readonly message: string;
    };

export interface Question {
  readonly subject: StorySubject;
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  /** Milliseconds since 1970 UTC. */
  readonly asKnownAt: number;
  /** Codes and names asked for; the answer has each of them that the subject can have. */
  readonly entitlements: readonly string[];
  readonly facts: readonly string[];
  readonly findings: boolean;
}

export interface Observation {
  readonly entitlements: ReadonlyMap<string, ObservedEntitlement>;
  /** A fact that nobody has said is `UNKNOWN_FACT`. */
  readonly facts: ReadonlyMap<string, string | number | boolean>;
  /** Those open on the day. */
  readonly findings: readonly ObservedFinding[];
  /** Of a decision or complaint. */
  readonly state: string | null;
}

export interface ObservedEntitlement {
  readonly status: EntitlementStatus;
  /** The unbroken interval of the status around the day; null where it is open. */
  readonly since: string | null;
  readonly until: string | null;
  /** Decimal text in yuan. */
  readonly amount: string | null;
  readonly per: Per | null;
  readonly priority: Verdict;
  readonly priorityClass: string | null;
  readonly missing: readonly string[];
  /** Null where the subject has no part in it at all. */
  readonly explanation: ObservedExplanation | null;
}

export interface ObservedExplanation {
  readonly label: string;
  readonly verdict: Verdict;
  readonly value: string | null;
  /** Ids of the events that settle this part. */
  readonly events: readonly string[];
  /** Figures of the law that settle it, as text. */
  readonly parameters: readonly string[];
  /** Facts and parameters that would settle it. */
  readonly missing: readonly string[];
  readonly because: readonly ObservedExplanation[];
}

export interface ObservedFinding {
  readonly kind: FindingKind;
  readonly code: string | null;
  readonly entitlement: string | null;
  readonly since: string;
  readonly amount: string | null;
}
