/** Findings about a subject, and in a division. */
import type { FindingKind } from '@ledger/findings';
import type { Moment } from '@ledger/read-models';
import { contains } from '@ledger/time';
import type { Position, StreamName } from '@ledger/vocabulary';
import type { Given } from '../graphql/given.js';
import type { At } from '../graphql/at.js';
import { connectionFrom, cursorText, momentOfPage, type Connection, type Page } from '../graphql/paging.js';
import type { Reading } from '../reading/reading.js';
import { Finding } from './finding.type.js';

/** Open on the day asked for. */
export async function findingsOn(
  reading: Reading,
  subject: StreamName,
  { position, asOf }: Moment,
): Promise<readonly Finding[]> {
  const findings = await reading.findings(position).load(subject);
  return findings.filter((finding) => contains(finding, asOf)).map((finding) => new Finding(finding));
}

/** One page of what is open in a division and below it. */
export async function findingPage(
  reading: Reading,
  { division, kinds }: { readonly division: string; readonly kinds: Given<readonly FindingKind[]> },
  at: Given<At>,
  page: Page,
): Promise<Connection<Finding> & { readonly completeTo: Position }> {
  const { moment, after } = await momentOfPage(page, () => reading.momentOf(at));
  const {
    items,
    hasNextPage,
    completeTo,
    moment: pinned,
  } = await reading.readModels.findingsIn({
    division,
    ...(kinds == null ? {} : { kinds }),
    moment,
    first: page.first,
    ...(after === null ? {} : { after }),
  });
  const edges = items.map(({ cursor, item }) => ({
    cursor: cursorText({ moment: pinned, after: cursor }),
    node: new Finding(item),
  }));
  return { ...connectionFrom(edges, hasNextPage), completeTo };
}
