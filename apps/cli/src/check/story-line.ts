/** A story's event as a line of an import file (design §10): the shape that every door of the ledger reads. */
import type { JsonObject } from '@ledger/vocabulary';
import type { StoryEvent } from '@ledger/stories';

export function lineOf({ subject, ...event }: StoryEvent): JsonObject {
  return { ...event, [subject.kind]: subject.id } as unknown as JsonObject;
}
