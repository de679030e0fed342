/** What readers may ask of the read models and of the log; implemented over PostgreSQL in this library. */
import type { Day } from '@ledger/time';
import type { World } from '@ledger/case';
import type { FindingKind } from '@ledger/findings';
import type { RuleSet } from '@ledger/policy';
import type { Outcome } from '@ledger/rules';
import type { Position, RecordedEvent, StreamName } from '@ledger/vocabulary';
import type { AskedMoment, Moment } from './moment.js';

/** A stretch of one outcome of one entitlement of one subject, as known at the position asked. */
export interface EntitlementInterval extends Outcome {
  readonly subject: StreamName;
  readonly code: string;
  /** Version of the rule set that computed it. */
  readonly ruleSet: string;
  /** The event that caused it to be known. */
  readonly cause: string;
}

export interface MembershipInterval {
  readonly household: StreamName;
  readonly kind: string;
  readonly person: StreamName;
  readonly relation: string;
  readonly from: Day;
  readonly until: Day;
}

export interface FindingInterval {
  readonly id: string;
  readonly kind: FindingKind;
  readonly code: string | null;
  readonly subject: StreamName;
  readonly division: string | null;
  readonly entitlement: string | null;
  readonly from: Day;
  readonly until: Day;
  readonly events: readonly string[];
}

export interface PageOf<T> {
  readonly items: readonly { readonly cursor: string; readonly item: T }[];
  readonly hasNextPage: boolean;
  /** The moment answered: earlier than asked for where a campaign has not got there yet. */
  readonly moment: Moment;
  /** Everything is complete up to here. */
  readonly completeTo: Position;
}

export interface LedgerStatus {
  readonly head: Position;
  readonly completeTo: Position;
  readonly ruleSet: string;
}

export interface ReadModels {
  /** The moment a question means; waits a while for read models that lag behind it, then throws NotYetProjected. */
  momentOf(asked: AskedMoment): Promise<Moment>;

  /** Every stretch of these subjects' entitlements as known at a position. One statement, however many subjects. */
  entitlementsOf(
    subjects: readonly StreamName[],
    position: Position,
  ): Promise<ReadonlyMap<StreamName, readonly EntitlementInterval[]>>;

  /** Memberships of these persons and households, as known. One statement. */
  membershipsOf(
    subjects: readonly StreamName[],
    position: Position,
  ): Promise<ReadonlyMap<StreamName, readonly MembershipInterval[]>>;

  /** Findings about these subjects, as known, whenever open. One statement. */
  findingsOf(
    subjects: readonly StreamName[],
    position: Position,
  ): Promise<ReadonlyMap<StreamName, readonly FindingInterval[]>>;

  /** Outcomes on a day in a division and below it, ordered by subject; the cursor is where to go on. */
  entitlementsIn(question: {
    readonly division: string;
    readonly codes?: readonly string[];
    readonly statuses?: readonly Outcome['status'][];
    readonly moment: Moment;
    readonly first: number;
    readonly after?: string;
  }): Promise<PageOf<EntitlementInterval>>;

  findingsIn(question: {
    readonly division: string;
    readonly kinds?: readonly FindingKind[];
    readonly moment: Moment;
    readonly first: number;
    readonly after?: string;
  }): Promise<PageOf<FindingInterval>>;

  /**
   * The cases of these subjects with everything they share with others, from the log, as known at a position, and the
   * rule set active then. A bounded number of statements, however many subjects.
   */
  casesOf(
    subjects: readonly StreamName[],
    position: Position,
  ): Promise<{ readonly world: World; readonly ruleSet: RuleSet | undefined }>;

  /** Events that speak of these subjects, in the order of the log. */
  eventsAbout(subjects: readonly StreamName[], position: Position): Promise<readonly RecordedEvent[]>;

  status(): Promise<LedgerStatus>;
}
