/** A household's life as a story tells it (`FORMAT.md`): dated events, then what must hold. */
import type {
  Confidence,
  EventTypeName,
  Evidence,
  JsonObject,
  RefusalCode,
  Source,
  StreamKind,
} from '@ledger/vocabulary';
import type { FindingKind } from '@ledger/findings';
import type { EntitlementStatus, Per } from '@ledger/rules';
import type { Labels } from './labels.js';

export interface Story {
  readonly title: string;
  readonly articles: readonly number[];
  readonly note: string | null;
  /** In the order in which the ledger learns of them. */
  readonly steps: readonly Step[];
  readonly expectations: readonly Expectation[];
  readonly labels: Labels;
}

export interface StorySubject {
  readonly kind: StreamKind;
  /** A ledger id, or a GB/T 2260 code. */
  readonly id: string;
}

/** What is sent: the shape of a line of an import file (design §10). */
export interface StoryEvent {
  readonly id: string;
  readonly type: EventTypeName;
  readonly subject: StorySubject;
  readonly effectiveOn: string;
  readonly effectiveUntil?: string;
  readonly source: Source;
  readonly confidence?: Confidence;
  readonly evidence?: readonly Evidence[];
  readonly data: JsonObject;
}

export interface Step {
  readonly line: number;
  readonly event: StoryEvent;
  /** The clock of the ledger when it is sent: milliseconds since 1970 UTC, never decreasing. */
  readonly known: number;
  /** Sent before: the original result must come back. */
  readonly repeated: boolean;
  /** The code with which it must be refused. */
  readonly refused?: RefusalCode;
  /** The field which the refusal must name. */
  readonly field?: string;
}

export interface Expectation {
  readonly line: number;
  readonly subject: StorySubject;
  /** Valid days, `YYYY-MM-DD`: the same holds on each. */
  readonly asOf: readonly string[];
  /** Transaction time, milliseconds since 1970 UTC. */
  readonly asKnownAt: number;
  readonly entitlements: readonly ExpectedEntitlement[];
  readonly facts: readonly ExpectedFact[];
  readonly findings: readonly ExpectedFinding[];
  readonly noFindings: readonly FindingKind[];
  /** Of a complaint or decision. */
  readonly state?: string;
}

/** Only what is there is checked. */
export interface ExpectedEntitlement {
  readonly line: number;
  readonly code: string;
  readonly status?: EntitlementStatus;
  readonly since?: string | null;
  readonly until?: string | null;
  /** Decimal text in yuan; null: entitled, amount unknown. */
  readonly amount?: string | null;
  readonly per?: Per;
  readonly priority?: PriorityAnswer;
  readonly priorityClass?: string;
  /** Ids of events that the explanation must name. */
  readonly because?: readonly string[];
  readonly missing?: readonly string[];
}

export type PriorityAnswer = 'true' | 'false' | 'unknown';

/** Text in place of a value that nobody has said. */
export const UNKNOWN_FACT = 'unknown';

export interface ExpectedFact {
  readonly line: number;
  readonly name: string;
  readonly value: string | number | boolean;
}

export interface ExpectedFinding {
  readonly line: number;
  readonly kind: FindingKind;
  readonly code?: string;
  readonly entitlement?: string;
  readonly since?: string;
  readonly amount?: string;
}
