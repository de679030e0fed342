export * from './articles.js';
export type { Figure } from './parameters/figures.js';
export { PARAMETERS, type ParameterDeclaration } from './parameters/registry.js';
export * from './rule-set.js';
