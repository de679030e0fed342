export type * from './api.js';
export * from './moment.js';
