/** What a stated fact is: a timeline folded from the events of one stream, and what silence means (`domain/README.md`). */
import type { Timeline, Unknown } from '@ledger/time';
import type { Department, EventTypeName } from '@ledger/vocabulary';
import type { KnownStream } from './as-known.js';

/** Fen, square centimetres, a whole number, a {@link Day}, a flag or a code. */
export type FactValue = number | boolean | string;
export type FactTimeline = Timeline<FactValue | Unknown>;

export type HouseholdKind = 'HUKOU' | 'LIVING' | 'POVERTY_REGISTER' | 'LAND_CONTRACT';
/** Where a fact is stated: in the person's own stream, or in that of a household of a kind, for its members. */
export type FactScope = 'person' | HouseholdKind;

/** How a value is written for people and at the boundary. */
export type FactUnit = 'flag' | 'date' | 'money' | 'area' | 'number' | 'code';

export interface StatedFact {
  readonly name: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly scope: FactScope;
  readonly unit: FactUnit;
  /** What holds while no event has said anything. */
  readonly silent: FactValue | Unknown;
  /** Who owes the fact while it is missing. */
  readonly department: Department;
  /** Whether a household's statement may cover only some of its members. */
  readonly perMember?: boolean;
  /** The event types it is folded from. */
  readonly from: readonly EventTypeName[];
  /**
   * @param stream the stream in which it is stated, as known
   * @param member the person asked about, where a household's statement covers only some of its members
   */
  readonly fold: (stream: KnownStream, member?: string) => FactTimeline;
}

export function statedFact(fact: StatedFact): StatedFact {
  return fact;
}
