export type * from './api.js';
export { UnknownCursor } from './cursor.js';
export { READ_ENTITIES, readDataSource } from './data-source.js';
export * from './moment.js';
export { PostgresReadModels } from './postgres-read-models.js';
export { makeSchema, rebuild, type RebuildOptions, type RebuildReport } from './projection/rebuild.js';
export { EVENTS_A_BATCH, Projector, ProjectorSuperseded, READING } from './projection/projector.js';
