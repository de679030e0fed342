/** Decimal text in yuan, to the fen, from whole fen. */
export function yuan(fen: number): string {
  const cents = fen % 100;
  return `${(fen - cents) / 100}.${String(cents).padStart(2, '0')}`;
}
