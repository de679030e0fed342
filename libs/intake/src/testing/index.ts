export { BAD_INPUT } from './bad-input.js';
export type { BadInput } from './bad-row.js';
export { GOOD_LINES, VALID_NATIONAL_ID } from './good-lines.js';
