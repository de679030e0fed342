/** A payload as it may be recorded: by its type's schema, numbers of identity read, and none of them in clear. */
import {
  holdsNationalId,
  inputFieldsOf,
  readNationalId,
  refusalMessage,
  validateData,
  type EventTypeName,
  type FieldNode,
  type Json,
  type JsonObject,
} from '@ledger/vocabulary';
import { EVENT_MESSAGES } from './messages.js';
import { refused, refusedBy, type Read, type Refusal } from './refusal.js';

/** How sealed text begins in the log; clear text that began so could not be told from it. */
const SEAL_MARK = /^sealed:v\d/;

/**
 * The payload, checked and normalised. With `partial`, the changed fields of a correction: whoever knows the type of the
 * corrected event (the recording path) reads them with it.
 */
export function readPayload(
  type: EventTypeName,
  sent: unknown,
  options: { readonly partial?: boolean } = {},
): Read<JsonObject> {
  const judged = options.partial ? validateData(type, sent, { partial: true }) : validateData(type, sent);
  if (!judged.ok) return refusedBy(judged.problems);
  const fields = inputFieldsOf(type);
  const read = withCanonicalNumbers(judged.data, fields);
  if ('refusals' in read) return read;
  const refusals = fields.flatMap((node) => clearTextRefusals(read.value[node.name], node, node.name));
  return refusals.length > 0 ? { refusals } : read;
}

/** One number has one writing, so that the same content sent again is the same content. */
function withCanonicalNumbers(data: JsonObject, fields: readonly FieldNode[]): Read<JsonObject> {
  let changed = data;
  for (const { name, kind } of fields) {
    const written = data[name];
    if (kind !== 'nationalId' || typeof written !== 'string') continue;
    const reading = readNationalId(written);
    if (!reading.ok) return refused('INVALID_NATIONAL_ID', refusalMessage('INVALID_NATIONAL_ID'), name);
    changed = { ...changed, [name]: reading.canonical };
  }
  return { value: changed };
}

/** Free text that is stored as it stands: a number of identity in it would be in the log for ever. */
function clearTextRefusals(value: Json | undefined, node: FieldNode, path: string): readonly Refusal[] {
  if (node.sealed || value === undefined) return [];
  if (node.item && Array.isArray(value)) {
    const { item } = node;
    return value.flatMap((entry: Json, index) => clearTextRefusals(entry, item, `${path}[${index}]`));
  }
  if (node.fields) {
    const group = value as JsonObject;
    return node.fields.flatMap((field) =>
      clearTextRefusals(group[field.name], field, `${path}.${field.name}`),
    );
  }
  if (node.kind !== 'text' || typeof value !== 'string') return [];
  if (SEAL_MARK.test(value)) return refused('INVALID_FIELD', EVENT_MESSAGES.reservedText, path).refusals;
  if (holdsNationalId(value)) return refused('INVALID_FIELD', EVENT_MESSAGES.identityInClear, path).refusals;
  return [];
}
