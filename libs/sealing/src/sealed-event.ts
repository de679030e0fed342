/** Seals and opens the fields of an event's payload that its schema marks as identity or secret. */
import {
  isEventType,
  sealedFieldsOf,
  sealedFieldsOfCorrection,
  type EventContent,
  type EventTypeName,
  type Json,
  type JsonObject,
  type RecordedEvent,
  type Subject,
} from '@ledger/vocabulary';
import { KeyRefused } from './key-provider.js';
import { isSealed, looksSealed, openValue, sealValue } from './sealed-field.js';
import type { ActiveKey, SubjectKey, SubjectKeyring, SubjectKeys } from './subject-keys.js';

/** What stands in a field whose key has been destroyed. */
export const ERASED = '⟨erased⟩';
/** What stands in a field that nobody may work with for now. */
export const RESTRICTED = '⟨restricted⟩';
/** What stands in a field that is not opened for its reader. */
export const MASKED = '***';

const EACH = '[]';

/** Gives the value that is to stand in the place of one at a path. */
type Change = (value: Json, path: string) => Json;

/**
 * Whether an event has anything to seal: most have not, and then need no key.
 * @param amendedType of an `EventCorrected`: the type of the event it corrects, whose schema its `data.data` follows
 */
export function needsSealing(content: EventContent, amendedType?: EventTypeName): boolean {
  let found = false;
  eachSealedField(content, amendedType, (value) => {
    found = true;
    return value;
  });
  return found;
}

/**
 * The event as it is stored: each field that the schema marks is sealed with the key of the stream it stands in.
 * Text that is already sealed is sealed once more; nothing else in the payload may look sealed.
 */
export function sealEvent(content: EventContent, key: ActiveKey, amendedType?: EventTypeName): EventContent {
  const { id: eventId, type } = content;
  const paths = new Set<string>();
  const data = eachSealedField(content, amendedType, (value, path) => {
    paths.add(path);
    return sealValue(value, { subject: key.subject, eventId, type, path }, key.key);
  });
  eachText(data, '', (text, path) => {
    if (looksSealed(text) && !paths.has(path))
      throw new RangeError(`${path} of ${type} is clear and may not look sealed`);
    return text;
  });
  return { ...content, data };
}

/** Those of these events' streams whose keys are needed to open them. */
export function subjectsToOpen(events: readonly RecordedEvent[]): readonly Subject[] {
  return [...new Set(events.filter(({ data }) => someText(data, isSealed)).map(({ stream }) => stream))];
}

/**
 * The event as it was sent: sealed fields opened, {@link ERASED} where their key was destroyed. Throws `SealBroken`
 * where a field was tampered with, `KeyRefused` where the vault has lost the key.
 */
export function openEvent(event: RecordedEvent, keys: SubjectKeyring): RecordedEvent {
  if (!someText(event.data, isSealed)) return event;
  const { stream: subject, id: eventId, type } = event;
  const data = eachText(event.data, '', (text, path) =>
    isSealed(text) ? opened(text, { subject, eventId, type, path }, keys.get(subject)) : text,
  );
  return { ...event, data: data as JsonObject };
}

/** Opens many events with one reading of keys. */
export async function openEvents(
  events: readonly RecordedEvent[],
  keys: SubjectKeys,
): Promise<readonly RecordedEvent[]> {
  const keyring = await keys.forOpening(subjectsToOpen(events));
  return events.map((event) => openEvent(event, keyring));
}

/** A payload for a reader who may not see what is sealed. */
export function mask(data: JsonObject): JsonObject {
  return eachText(data, '', (text) => (isSealed(text) ? MASKED : text)) as JsonObject;
}

function opened(text: string, place: Parameters<typeof openValue>[1], key: SubjectKey | undefined): Json {
  if (!key) throw new KeyRefused(`the vault has no key of ${place.subject}`);
  switch (key.state) {
    case 'active':
      return openValue(text, place, key.key);
    case 'restricted':
      return RESTRICTED;
    case 'destroyed':
      return ERASED;
  }
}

function eachSealedField(
  content: EventContent,
  amendedType: EventTypeName | undefined,
  change: Change,
): JsonObject {
  const fields = sealedFieldsOfContent(content.type, amendedType);
  return fields.reduce<Json>(
    (data, field) => atField(data, stepsOf(field), '', change),
    content.data,
  ) as JsonObject;
}

/** Throws where it cannot be told what is secret, so that nothing is stored in clear by mistake. */
function sealedFieldsOfContent(type: string, amendedType: EventTypeName | undefined): readonly string[] {
  if (!isEventType(type)) throw new TypeError(`there is no schema that says what to seal in ${type}`);
  if (type !== 'EventCorrected') return sealedFieldsOf(type);
  if (amendedType === undefined || amendedType === 'EventCorrected') {
    throw new TypeError('what a correction seals depends on the type of the event that it corrects');
  }
  return sealedFieldsOfCorrection(amendedType);
}

/** `conditionsStated[].text` → `conditionsStated`, `[]`, `text` */
function stepsOf(field: string): readonly string[] {
  return field.split('.').flatMap((part) => {
    const name = part.replaceAll(EACH, '');
    return [name, ...Array.from({ length: (part.length - name.length) / EACH.length }, () => EACH)];
  });
}

/** A value of another shape than the path expects is changed as a whole: what might be secret is never left clear. */
function atField(value: Json, steps: readonly string[], path: string, change: Change): Json {
  const [step, ...rest] = steps;
  if (value === null) return null;
  if (step === undefined) return change(value, path);
  if (step === EACH) {
    if (!isList(value)) return change(value, path);
    return value.map((item, index) => atField(item, rest, `${path}[${index}]`, change));
  }
  if (!isObject(value)) return change(value, path);
  const field = Object.hasOwn(value, step) ? value[step] : undefined;
  return field === undefined ? value : { ...value, [step]: atField(field, rest, below(path, step), change) };
}

function eachText(value: Json, path: string, change: (text: string, path: string) => Json): Json {
  if (typeof value === 'string') return change(value, path);
  if (isList(value)) return value.map((item, index) => eachText(item, `${path}[${index}]`, change));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, eachText(item, below(path, key), change)]),
  );
}

function someText(value: Json, test: (text: string) => boolean): boolean {
  if (typeof value === 'string') return test(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((item: Json) => someText(item, test));
}

function below(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value);
}
