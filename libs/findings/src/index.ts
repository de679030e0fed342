export * from './finding.js';
export { findingsOf } from './findings-of.js';
