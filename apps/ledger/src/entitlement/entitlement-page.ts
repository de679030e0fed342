/** One page of who is entitled to what in a division and below it. */
import type { Outcome } from '@ledger/rules';
import type { Position } from '@ledger/vocabulary';
import type { Given } from '../graphql/given.js';
import type { At } from '../graphql/at.js';
import { connectionFrom, cursorText, momentOfPage, type Connection, type Page } from '../graphql/paging.js';
import { QuestionRefused } from '../graphql/refusals.js';
import type { Reading } from '../reading/reading.js';
import { entitlementsOn, type Wanted } from './entitlements.js';
import type { Entitlement } from './entitlement.type.js';

export async function entitlementPage(
  reading: Reading,
  { division, codes, status }: Wanted & { readonly division: string },
  at: Given<At>,
  page: Page,
): Promise<Connection<Entitlement> & { readonly completeTo: Position }> {
  const { moment, after } = await momentOfPage(page, () => reading.momentOf(at));
  const {
    items,
    hasNextPage,
    completeTo,
    moment: pinned,
  } = await reading.readModels.entitlementsIn({
    division,
    ...(codes == null ? {} : { codes }),
    ...(status == null ? {} : { statuses: stored(status) }),
    moment,
    first: page.first,
    ...(after === null ? {} : { after }),
  });
  const nodes = await entitlementsOn(
    reading,
    items.map(({ item }) => item),
    pinned,
  );
  const edges = items.map(({ cursor }, index) => ({
    cursor: cursorText({ moment: pinned, after: cursor }),
    node: nodes[index] as Entitlement,
  }));
  return { ...connectionFrom(edges, hasNextPage), completeTo };
}

/** Who is not entitled is everybody else: nobody keeps a list of them. */
function stored(status: NonNullable<Wanted['status']>): readonly Outcome['status'][] {
  const listed = status.filter((one) => one !== 'not-entitled');
  if (listed.length < status.length) throw new QuestionRefused('INVALID_FIELD', { field: 'status' });
  return listed;
}
