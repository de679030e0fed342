/** Where an amendment belongs, for whoever knows of the amended event nothing but its id. */
import { knownEvents } from '@ledger/case';
import type { EventStore } from '@ledger/event-store';
import { formatDay } from '@ledger/time';
import type { StreamName } from '@ledger/vocabulary';

export interface AmendedEvent {
  readonly stream: StreamName;
  /** The day on which it takes effect as known when it is amended: an amendment that moves nothing keeps it. */
  readonly effectiveOn: string;
}

/**
 * @param amendmentId of the amendment that is to be sent; sent again, it finds what it found the first time
 * @returns undefined where there is no such event
 */
export async function findAmendedEvent(
  store: Pick<EventStore, 'findEvents' | 'readStream'>,
  amendedId: string,
  amendmentId: string,
): Promise<AmendedEvent | undefined> {
  const [amended] = await store.findEvents([amendedId]);
  if (!amended) return undefined;
  const { stream, id, effectiveOn } = amended;
  const events = await store.readStream(stream);
  const sentBefore = events.findIndex((event) => event.id === amendmentId.toLowerCase());
  const before = knownEvents(sentBefore < 0 ? events : events.slice(0, sentBefore));
  const known = before.find(({ event }) => event.id === id);
  return { stream, effectiveOn: known ? formatDay(known.from) : effectiveOn };
}
