/** The labels of a story, before its events are read: an event may name a person whom a later one is about. */
import { isEventType, STREAM_KINDS, type EventTypeName } from '@ledger/vocabulary';
import type { Entries } from './entries.js';
import { LABEL, type Labels } from './labels.js';
import type { Problems } from './problem.js';
import { eventLabel } from './read-event.js';

/** @returns the types of the story's events by label */
export function introduceLabels(
  events: readonly Entries[],
  labels: Labels,
  problems: Problems,
): ReadonlyMap<string, EventTypeName> {
  const types = new Map<string, EventTypeName>();
  events.forEach((entry, index) => {
    if (entry.has('repeat')) return;
    introduceSubject(entry, labels, problems);
    const label = eventLabel(entry, index);
    if (entry.has('id')) checkLabel(entry, 'id', problems);
    if (labels.find('event', label) !== undefined)
      problems.add(entry.lineOf('id'), `two events are called ${label}`);
    labels.introduce('event', label);
    const type = entry.located('type');
    if (type?.kind === 'scalar' && typeof type.value === 'string' && isEventType(type.value))
      types.set(label, type.value);
  });
  return types;
}

function introduceSubject(entry: Entries, labels: Labels, problems: Problems): void {
  for (const kind of STREAM_KINDS) {
    const subject = entry.located(kind);
    if (kind === 'division' || subject?.kind !== 'scalar' || typeof subject.value !== 'string') continue;
    checkLabel(entry, kind, problems);
    labels.introduce(kind, subject.value);
  }
}

function checkLabel(entry: Entries, key: string, problems: Problems): void {
  const label = entry.text(key);
  if (label !== undefined && !LABEL.test(label)) problems.add(entry.lineOf(key), `${key}: a label is a word`);
}
