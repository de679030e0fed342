export * from './articles.js';
export type { Figure } from './parameters/figures.js';
export * from './rule-set.js';
