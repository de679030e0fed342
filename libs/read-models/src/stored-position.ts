/** Positions in tables are 64-bit numbers; outside they are text of fixed width. Nobody computes with either. */
import type { Position } from '@ledger/vocabulary';

const DIGITS = 20;

export function storedPosition(position: Position): string {
  return position.replace(/^0+(?=\d)/, '');
}

export function positionOf(stored: string): Position {
  return stored.padStart(DIGITS, '0') as Position;
}
