/** What differs between two moments: the events between them, and what followed from them. */
import type { Moment } from '@ledger/read-models';
import type { StreamName } from '@ledger/vocabulary';
import type { Plain } from '../graphql/given.js';
import type { At } from '../graphql/at.js';
import { entitlementsAt } from '../entitlement/entitlements.js';
import type { Holder } from '../entitlement/holder.js';
import type { Entitlement } from '../entitlement/entitlement.type.js';
import { RecordedEvent } from '../event/recorded-event.type.js';
import { factsOn, type FactOnDay } from '../fact/facts.js';
import type { Reading } from '../reading/reading.js';
import { Difference, type FactChange } from './difference.type.js';
import { entitlementChanges } from './entitlement-changes.js';

/** @param holdersAt whoever the subject has, or ever had, entitlements through, as known at a moment */
export async function differenceOf(
  reading: Reading,
  subject: StreamName,
  asked: { readonly from: At; readonly to: At },
  holdersAt: (moment: Moment) => Promise<readonly Holder[]>,
): Promise<Plain<Difference>> {
  const [from, to] = await Promise.all([reading.momentOf(asked.from), reading.momentOf(asked.to)]);
  const dueAt = async (moment: Moment): Promise<readonly Entitlement[]> =>
    entitlementsAt(reading, await holdersAt(moment), moment);
  const [due, dueNow] = await Promise.all([dueAt(from), dueAt(to)]);
  return {
    events: await eventsBetween(reading, subject, from, to),
    facts: factChanges(await factsThen(reading, subject, from), await factsThen(reading, subject, to)),
    entitlements: entitlementChanges(due, dueNow, { from, to }),
  };
}

async function eventsBetween(
  reading: Reading,
  subject: StreamName,
  from: Moment,
  to: Moment,
): Promise<readonly RecordedEvent[]> {
  const [earlier, later] =
    from.position < to.position ? [from.position, to.position] : [to.position, from.position];
  const events = await reading.about(later).load(subject);
  return events.filter(({ position }) => position > earlier).map((event) => new RecordedEvent(event, later));
}

async function factsThen(
  reading: Reading,
  subject: StreamName,
  { position, asOf }: Moment,
): Promise<readonly FactOnDay[]> {
  return factsOn(await reading.cases(position).load(subject), asOf);
}

function factChanges(
  before: readonly FactOnDay[],
  after: readonly FactOnDay[],
): readonly Plain<FactChange>[] {
  const [old, recent] = [before, after].map(
    (facts) => new Map(facts.map(({ name, value }) => [name, value])),
  );
  const names = new Set([...(old?.keys() ?? []), ...(recent?.keys() ?? [])]);
  return [...names]
    .map((name) => ({ name, before: old?.get(name) ?? null, after: recent?.get(name) ?? null }))
    .filter((change) => change.before !== change.after);
}
