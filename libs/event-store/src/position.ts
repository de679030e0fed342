/** Positions inside the adapters that count them: a number here, text of twenty digits at the boundary. */
import type { Position } from '@ledger/vocabulary';

const DIGITS = 20;
const POSITION = /^\d{20}$/;

export function positionOf(place: number | string): Position {
  return String(place).padStart(DIGITS, '0') as Position;
}

/** @throws TypeError on what no adapter that counts has ever given out. */
export function placeOf(position: Position): number {
  const place = Number(position);
  if (!POSITION.test(position) || !Number.isSafeInteger(place))
    throw new TypeError('not a position of this log');
  return place;
}
