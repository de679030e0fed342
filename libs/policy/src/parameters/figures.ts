/** How a built-in figure of the law is written down (`parameters.md`); recorded as a ParameterSet event. */
export interface Figure {
  readonly id: string;
  /** GB/T 2260 */
  readonly division: string;
  /** Decimal text in yuan or square metres, a whole number, a word or a flag. */
  readonly value: string;
  readonly unit: string;
  readonly validFrom: string;
  /** exclusive */
  readonly validTo?: string;
  /** From 00:00 +08:00 of this day the figure was known; without one, from the beginning. */
  readonly publishedOn?: string;
  readonly source: string;
  readonly verified: boolean;
  /** The department that sets it. */
  readonly owner: 'HRSS' | 'MCA' | 'PSB' | 'HOUS' | 'NDRC' | 'AGRI';
}
