export * from './calendar.js';
export * from './calendar-shapes.js';
export * from './ground.js';
export * from './lasting.js';
export * from './period.js';
export * from './timeline.js';
export * from './truth.js';
