export * from './bad-events.js';
export * from './example.js';
export * from './figures.js';
export * from './paper-ledger.js';
