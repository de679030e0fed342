export { toCommand, type Command, type CommandReading, type IntakeOptions } from './command.js';
export { eventIdOf, personIdOf, type SourceRecord } from './event-id.js';
export { readImportFile, type ImportLine } from './import-file.js';
export { MOST_BYTES_A_LINE } from './ndjson.js';
export { readPayload } from './payload.js';
export type { Read, Refusal } from './refusal.js';
export type { CommandSubject } from './subject.js';
