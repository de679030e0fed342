/** Decimal text compared as a number, without floats: `"100.00"` and `"100"` are one amount. */
const DECIMAL = /^(-?)0*(\d+)(?:\.(\d*?)0*)?$/;

export function isDecimal(text: string): boolean {
  return DECIMAL.test(text);
}

export function sameDecimal(left: string, right: string): boolean {
  const [a, b] = [canonical(left), canonical(right)];
  return a !== undefined && a === b;
}

function canonical(text: string): string | undefined {
  const match = DECIMAL.exec(text);
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = ''] = match;
  const magnitude = fraction === '' ? whole : `${whole}.${fraction}`;
  return magnitude === '0' ? '0' : sign + magnitude;
}
