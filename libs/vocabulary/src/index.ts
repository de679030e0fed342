export * from './catalogue.js';
export * from './code-lists.js';
export * from './departments.js';
export { divisionTable, type DivisionTable } from './divisions/division-table.js';
export { SICHUAN_CHANGES, type DivisionChange } from './divisions/sichuan-changes.js';
export * from './envelope.js';
export * from './event-type.js';
export * from './envelope-validation.js';
export {
  fieldsOf,
  inputFieldsOf,
  sealedFieldsOf,
  sealedFieldsOfCorrection,
  type FieldNode,
} from './field-tree.js';
export type { FieldKind, FieldMeta } from './fields.js';
export { HOUSEHOLD_KINDS, type HouseholdKind } from './household.events.js';
export { LAND_RIGHTS_CONDITIONS } from './hukou.events.js';
export { RURAL_RIGHTS, type RuralRight } from './land.events.js';
export * from './national-id.js';
export * from './nearest-name.js';
export * from './refusal.js';
export { STATUS_KINDS, type StatusKind } from './status.events.js';
export * from './subjects.js';
export type * from './title.js';
export { message, MESSAGE_KEYS, refusalMessage, type MessageKey, type MessageParams } from './messages.js';
export { type ValidationOptions } from './schema-variants.js';
export * from './uscc.js';
export { validateData, type FieldProblem, type Validated } from './validate.js';
