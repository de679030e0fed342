import { type FieldProblem, type RefusalCode, type Title } from '@ledger/vocabulary';

/** Why an event was not taken: what is wrong, where, and what to do. It never repeats a value that was sent. */
export interface Refusal {
  readonly code: RefusalCode;
  /** Within the event: `effectiveOn`, `source.department`, and of the payload `to.division`. */
  readonly field?: string;
  readonly message: Title;
  /** The event that was refused, where it could be told. */
  readonly eventId?: string;
}

/** One of the two: what was asked for, or every reason against it. */
export type Read<Value> = { readonly value: Value } | { readonly refusals: readonly Refusal[] };

export function refused(
  code: RefusalCode,
  message: Title,
  field?: string,
): { readonly refusals: readonly [Refusal] } {
  return { refusals: [field === undefined ? { code, message } : { code, field, message }] };
}

export function refusedBy(problems: readonly FieldProblem[]): { readonly refusals: readonly Refusal[] } {
  return { refusals: problems };
}

/** The refusals of several readings, in their order. */
export function refusalsOf(...readings: readonly Read<unknown>[]): readonly Refusal[] {
  return readings.flatMap((reading) => ('refusals' in reading ? reading.refusals : []));
}
