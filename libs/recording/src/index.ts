export * from './amended-event.js';
export * from './built-in-policy.js';
export { PolicyFigures } from './policy-figures.js';
export type { RecordResult } from './record-result.js';
export { Recorder, type RecorderPorts } from './recorder.js';
