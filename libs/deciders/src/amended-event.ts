/** What an amendment amends: the event itself, and at the bottom the one that states a fact. */
import { isAmendment } from '@ledger/case';
import type { DataOf, EventTypeName, RecordedEvent } from '@ledger/vocabulary';

/** The id that an amendment names, or undefined for any other event. */
export function amendedId({
  type,
  data,
}: {
  readonly type: string;
  readonly data: object;
}): string | undefined {
  if (!isAmendment(type)) return undefined;
  switch (type) {
    case 'EventCorrected':
      return (data as DataOf<'EventCorrected'>).corrects;
    case 'EventVoided':
      return (data as DataOf<'EventVoided'>).voids;
    case 'VoidingReversed':
      return (data as DataOf<'VoidingReversed'>).reverses;
  }
}

/** The field in which an amendment names what it amends. */
export const NAMING_FIELD = {
  EventCorrected: 'corrects',
  EventVoided: 'voids',
  VoidingReversed: 'reverses',
} as const satisfies { readonly [Type in EventTypeName]?: keyof DataOf<Type> };

export type AmendmentType = keyof typeof NAMING_FIELD;

/** Through voidings and corrections down to the event that states a fact. */
export function baseOf(
  amended: RecordedEvent,
  find: (id: string) => RecordedEvent | undefined,
): RecordedEvent {
  const below = amendedId(amended);
  const found = below === undefined ? undefined : find(below);
  return found ? baseOf(found, find) : amended;
}
