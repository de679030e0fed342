/** Input that is refused for its form alone, as one table to be run against every door: files, GraphQL, stories. */
import { NOBODY, NO_EVENT, NO_KNOWN_SHAPE } from './bad-lines.js';
import type { BadInput } from './bad-row.js';
import { NO_AMOUNT, NO_DATE, NO_ENVELOPE, NO_NATIONAL_ID, NO_PAYLOAD } from './bad-values.js';

export const BAD_INPUT: readonly BadInput[] = [
  ...NO_EVENT,
  ...NO_KNOWN_SHAPE,
  ...NOBODY,
  ...NO_ENVELOPE,
  ...NO_NATIONAL_ID,
  ...NO_DATE,
  ...NO_AMOUNT,
  ...NO_PAYLOAD,
];
