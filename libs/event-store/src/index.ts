export * from './port.js';
export { canonicalJson, digestOf } from './canonical.js';
export { canonicalBodyOf, isIntact } from './stored-event.js';
export { MemoryEventStore } from './memory/memory-event-store.js';
export { PostgresEventStore } from './postgres/postgres-event-store.js';
export { ensureServiceLogin, migrate, SERVICE_ROLE } from './migrate.js';
