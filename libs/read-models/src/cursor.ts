/** Paging cursors: opaque to clients; they pin the position and day they began with (design §3). */
import { formatDay, parseDay, type Day } from '@ledger/time';
import type { Position } from '@ledger/vocabulary';
import type { Moment } from './moment.js';

/** A cursor that this ledger did not hand out. */
export class UnknownCursor extends Error {
  readonly code = 'INVALID_FIELD';
  readonly field = 'after';

  constructor() {
    super('this cursor was not handed out by the ledger; begin without one');
  }
}

export interface Cursor {
  readonly moment: Moment;
  readonly subject: string;
  readonly id: string;
}

const POSITION = /^\d{20}$/;

export function cursorText({ moment, subject, id }: Cursor): string {
  return Buffer.from(JSON.stringify([moment.position, formatDay(moment.asOf), subject, id])).toString(
    'base64url',
  );
}

export function readCursor(text: string): Cursor {
  const parts = partsOf(text);
  const [position, on, subject, id] = parts;
  const asOf: Day | undefined = on === undefined ? undefined : parseDay(on);
  if (parts.length !== 4 || position === undefined || !POSITION.test(position) || asOf === undefined)
    throw new UnknownCursor();
  return { moment: { position: position as Position, asOf }, subject: subject ?? '', id: id ?? '' };
}

function partsOf(text: string): readonly string[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return Array.isArray(parts) && parts.every((part) => typeof part === 'string') ? parts : [];
  } catch {
    throw new UnknownCursor();
  }
}
