/** Where a list goes on: after a row. The moment it is asked for again is the asker's to pin (design §3). */

/** A cursor that this ledger did not hand out. */
export class UnknownCursor extends Error {
  readonly code = 'INVALID_FIELD';
  readonly field = 'after';

  constructor() {
    super('this cursor was not handed out by the ledger; begin without one');
  }
}

export interface RowKey {
  readonly subject: string;
  readonly id: string;
}

/** Neither part holds a stroke. */
const KEY = /^([^|\s]+)\|([^|\s]+)$/;

export function cursorText({ subject, id }: RowKey): string {
  return `${subject}|${id}`;
}

export function readCursor(text: string): RowKey {
  const [, subject, id] = KEY.exec(text) ?? [];
  if (subject === undefined || id === undefined) throw new UnknownCursor();
  return { subject, id };
}
