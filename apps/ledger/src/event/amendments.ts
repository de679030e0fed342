/** How one event stands among those of its stream, as known at some position. */
import type { Standing as StreamStanding } from '@ledger/case';
import type { Standing } from '../graphql/enums.js';

/** A voiding that was taken back is itself no longer in force. */
export function standingIn(stream: StreamStanding, event: string): Standing {
  if (stream.voidedBy.has(event) || stream.reversedBy.has(event)) return 'voided';
  return stream.correctedBy.has(event) ? 'corrected' : 'in-force';
}

/** Ids of the amendments in force on it: corrections in their order, then what voided it or took its voiding back. */
export function amendmentsOf(stream: StreamStanding, event: string): readonly string[] {
  const corrections = (stream.correctedBy.get(event) ?? []).map(({ id }) => id);
  const ends = [stream.voidedBy.get(event), stream.reversedBy.get(event)];
  return [...corrections, ...ends.filter((id) => id !== undefined)];
}
