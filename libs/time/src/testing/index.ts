export * from './arbitrary-timelines.js';
export * from './told.js';
