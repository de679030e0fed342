export * from './combinators.js';
export * from './dependencies.js';
export { compileCondition, compileQuantity } from './evaluate.js';
export * from './explain.js';
export * from './outcome.js';
export * from './print.js';
export * from './tree.js';
export * from './words.js';
