/** The events of a household and of its members, merged in the order of the log. */
import type { Moment } from '@ledger/read-models';
import { contains, day } from '@ledger/time';
import type { RecordedEvent, StreamName } from '@ledger/vocabulary';
import type { Reading } from '../reading/reading.js';

/** @param all also what happened to a member before and after the membership */
export async function householdHistory(
  reading: Reading,
  household: StreamName,
  { position }: Moment,
  all: boolean,
): Promise<readonly RecordedEvent[]> {
  const memberships = await reading.memberships(position).load(household);
  const members = [...new Set(memberships.map(({ person }) => person))];
  const lives = await Promise.all([household, ...members].map((one) => reading.about(position).load(one)));
  const isOurs = (event: RecordedEvent): boolean =>
    all ||
    event.subjects.includes(household) ||
    memberships.some((one) => event.subjects.includes(one.person) && contains(one, day(event.effectiveOn)));
  const events = new Map(lives.flat().map((event) => [event.position, event]));
  return [...events.values()].filter(isOurs).sort((a, b) => (a.position < b.position ? -1 : 1));
}
