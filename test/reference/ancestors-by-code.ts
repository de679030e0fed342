/** Divisions within each other by their codes: enough where no code changes and no county answers to the province. */
import type { Ancestors } from './world.js';

export const ancestorsByCode: Ancestors = (division) => {
  const county = division.slice(0, 6);
  return [...new Set([county, `${county.slice(0, 4)}00`, `${county.slice(0, 2)}0000`, '000000'])];
};
