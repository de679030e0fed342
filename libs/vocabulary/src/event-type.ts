/** What the catalogue knows of one event type (`domain/events.md`), and the constructor of its definitions. */
import type { z } from 'zod';
import type { Department } from './departments.js';
import type { StreamKind } from './envelope.js';

/** P0 public statistics, P1 ordinary personal, P2 sensitive (Personal Information Protection Law art. 28). */
export type PrivacyClass = 'P0' | 'P1' | 'P2';

export interface EventTypeDefinition<Type extends string = string, Data extends z.ZodType = z.ZodType> {
  /** Past tense, as in the catalogue. */
  readonly type: Type;
  readonly schemaVersion: number;
  readonly title: { readonly zh: string; readonly en: string };
  /** Articles of 川发改社会〔2019〕522号 that need it. */
  readonly articles: readonly number[];
  /** Kinds of stream it may stand in. */
  readonly streams: readonly StreamKind[];
  /** Departments that may write it. Empty: only the ledger itself. */
  readonly owners: readonly Department[];
  readonly privacy: PrivacyClass;
  /** Whether `effectiveOn` may lie after the day of recording. */
  readonly mayBeFuture: boolean;
  readonly data: Data;
}

export function defineEvent<const Type extends string, Data extends z.ZodType>(
  definition: Omit<EventTypeDefinition<Type, Data>, 'schemaVersion' | 'mayBeFuture'> &
    Partial<Pick<EventTypeDefinition<Type, Data>, 'schemaVersion' | 'mayBeFuture'>>,
): EventTypeDefinition<Type, Data> {
  return { schemaVersion: 1, mayBeFuture: false, ...definition };
}
