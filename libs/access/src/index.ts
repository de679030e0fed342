export * from './may-record.js';
export { ownersOf } from './owners.js';
