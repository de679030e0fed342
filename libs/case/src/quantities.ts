/**
 * Quantities inside the ledger are whole numbers of the smallest unit: money in fen, areas in square centimetres. At
 * the boundary they are decimal text in yuan and square metres.
 */
const FEN_A_YUAN = 100;
const CM2_A_M2 = 10_000;

function scaled(text: string, scale: number): number {
  const [whole = '0', fraction = ''] = text.split('.');
  const digits = Math.round(Math.log10(scale));
  return Number(whole) * scale + Number(fraction.slice(0, digits).padEnd(digits, '0'));
}

/** Fen of decimal text in yuan; the schema has checked the text. */
export function fenOf(yuan: string): number {
  return scaled(yuan, FEN_A_YUAN);
}

/** Decimal text in yuan: `"105.00"`. */
export function yuanOf(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const absolute = Math.abs(fen);
  return `${sign}${String(Math.floor(absolute / FEN_A_YUAN))}.${String(absolute % FEN_A_YUAN).padStart(2, '0')}`;
}

/** Square centimetres of decimal text in square metres. */
export function cm2Of(squareMetres: string): number {
  return scaled(squareMetres, CM2_A_M2);
}

/** Decimal text in square metres, without trailing zeros. */
export function m2Of(cm2: number): string {
  const fraction = String(cm2 % CM2_A_M2)
    .padStart(4, '0')
    .replace(/0+$/, '');
  return `${String(Math.floor(cm2 / CM2_A_M2))}${fraction === '' ? '' : `.${fraction}`}`;
}
