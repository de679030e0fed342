export * from './memory-recorder.js';
export * from './told.js';
