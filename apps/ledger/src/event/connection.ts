import type { Given } from '../graphql/given.js';
import { connectionFrom, connectionOf, cursorText, momentOfPage, type Page } from '../graphql/paging.js';
import type { At } from '../graphql/at.js';
import type { Moment } from '@ledger/read-models';
import type { RecordedEvent as LogEvent } from '@ledger/vocabulary';
import type { Reading } from '../reading/reading.js';
import { RecordedEvent } from './recorded-event.type.js';

export const RecordedEventConnection = connectionOf(RecordedEvent, 'RecordedEvent');
export type RecordedEventConnection = InstanceType<typeof RecordedEventConnection>;

/** One page of a history, as known at the moment the first page was asked for. */
export async function historyPage(
  reading: Reading,
  at: Given<At>,
  page: Page,
  historyOf: (moment: Moment) => Promise<readonly LogEvent[]>,
): Promise<RecordedEventConnection> {
  const { moment, after } = await momentOfPage(page, () => reading.momentOf(at));
  const left = (await historyOf(moment)).filter(({ position }) => after === null || position > after);
  const edges = left.slice(0, page.first).map((event) => ({
    cursor: cursorText({ moment, after: event.position }),
    node: new RecordedEvent(event, moment.position),
  }));
  return connectionFrom(edges, left.length > page.first);
}
