/** Ids that are derived where a source gives none, so that the same record imported twice is the same event (design §4). */
import { v5 } from 'uuid';

/** Chosen once, at random. A change would make every import without ids new again. */
const EVENT_NAMESPACE = '32c3c163-9844-4dd6-8136-c93fb6bd5e67';
const PERSON_NAMESPACE = '218aad9a-43c1-49ed-9c4d-d6dd66f44731';

export interface SourceRecord {
  readonly system: string;
  readonly recordNumber: string;
  readonly type: string;
  /** Stream name of the subject or a pseudonym of it; empty for a person whom the event registers. */
  readonly subject: string;
}

/** UUIDv5 of source system, record number, type and subject. */
export function eventIdOf({ system, recordNumber, type, subject }: SourceRecord): string {
  return v5(JSON.stringify([system, recordNumber, type, subject]), EVENT_NAMESPACE);
}

/** The ledger id of a person who is registered without one: UUIDv5 of the registering event's id. */
export function personIdOf(eventId: string): string {
  return v5(eventId, PERSON_NAMESPACE);
}
