/** What somebody wants to record, and what becomes of it. */
import type {
  Confidence,
  DataOf,
  EventTypeName,
  Evidence,
  RefusalCode,
  Source,
  StreamName,
  Subject,
  Title,
} from '@ledger/vocabulary';
import { refusalMessage } from '@ledger/vocabulary';
import { SENTENCES, type Sentence } from './sentences.js';

/** An event that its sender proposes, after its form has been checked: its subject is known by ledger id, its payload typed. */
export interface Proposal<Type extends EventTypeName = EventTypeName> {
  readonly id: string;
  readonly type: Type;
  readonly stream: StreamName;
  /** `YYYY-MM-DD` */
  readonly effectiveOn: string;
  /** exclusive */
  readonly effectiveUntil?: string;
  readonly source: Source;
  readonly confidence: Confidence;
  readonly evidence: readonly Evidence[];
  readonly causationId?: string;
  readonly correlationId?: string;
  readonly data: DataOf<Type>;
  /** Every subject it speaks of, its own stream's first. */
  readonly subjects: readonly Subject[];
}

/** Why it cannot be recorded. The message says what to do and never repeats a value that was sent. */
export interface Refusal {
  readonly code: RefusalCode;
  /** Within the event: `effectiveOn`, `person`, `evidence`, and of the payload `to.division`. */
  readonly field?: string;
  readonly message: Title;
}

/** What the ledger itself records of an unlawful demand; whoever records it gives it an id. */
export type Trace = Omit<Proposal<'RefusalRecorded'>, 'id'>;

export type Decision =
  | { readonly decision: 'record'; readonly proposal: Proposal }
  | { readonly decision: 'refuse'; readonly refusal: Refusal; readonly trace?: Trace };

export function refuse(code: RefusalCode, field?: string, sentence?: Sentence): Refusal {
  const message: Title = sentence === undefined ? refusalMessage(code) : SENTENCES[sentence];
  return field === undefined ? { code, message } : { code, field, message };
}

export function isOfType<Type extends EventTypeName>(
  proposal: Proposal,
  type: Type,
): proposal is Proposal<Type> {
  return proposal.type === type;
}
