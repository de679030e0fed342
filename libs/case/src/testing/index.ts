export * from './log.js';
export * from './told-of.js';
export * from './world-of.js';
