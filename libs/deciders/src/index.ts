export { amendedId, baseOf } from './amended-event.js';
export * from './decide.js';
export { PRECONDITION_FIGURES } from './figures.js';
export { Knowledge } from './knowledge.js';
export { dayInPayload } from './mirrored-dates.js';
export * from './proposal.js';
export * from './read-set.js';
export { LATEST, Reading } from './reading.js';
