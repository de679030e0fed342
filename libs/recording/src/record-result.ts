/** What became of a command. */
import type { Refusal } from '@ledger/intake';
import { refusalMessage, type Position, type RefusalCode, type StreamName } from '@ledger/vocabulary';

export type RecordResult =
  | {
      readonly id: string;
      /** `already-recorded`: the same command was recorded before; this is its original result. */
      readonly outcome: 'recorded' | 'already-recorded';
      readonly stream: StreamName;
      readonly position: Position;
      /** RFC 3339 in UTC. */
      readonly recordedAt: string;
    }
  | { readonly id: string; readonly outcome: 'refused'; readonly refusal: Refusal };

export function refusedAs(id: string, code: RefusalCode, field?: string): RecordResult {
  return refusedBecause(
    id,
    field === undefined
      ? { code, message: refusalMessage(code) }
      : { code, field, message: refusalMessage(code) },
  );
}

export function refusedBecause(id: string, refusal: Refusal): RecordResult {
  return { id, outcome: 'refused', refusal: { ...refusal, eventId: id } };
}
