/** Through whom a person has entitlements: in their own right, and as a member of households. */
import type { Moment } from '@ledger/read-models';
import type { StreamName } from '@ledger/vocabulary';
import type { Holder } from '../entitlement/holder.js';
import { asHouseholdKind, householdsOn } from '../household/belonging.js';
import type { Reading } from '../reading/reading.js';

/** The person, and the households they belong to on the day asked for. */
export async function holdersFor(
  reading: Reading,
  person: StreamName,
  moment: Moment,
): Promise<readonly [Holder, ...Holder[]]> {
  const memberships = await reading.memberships(moment.position).load(person);
  return [{ stream: person }, ...householdsOn(memberships, moment.asOf)];
}

/** The person, and every household they were ever in, as known. */
export async function holdersEver(
  reading: Reading,
  person: StreamName,
  moment: Moment,
): Promise<readonly [Holder, ...Holder[]]> {
  const memberships = await reading.memberships(moment.position).load(person);
  const households = new Map(memberships.map(({ household, kind }) => [household, asHouseholdKind(kind)]));
  const asHolder = ([stream, kind]: [StreamName, Holder['kind'] & string]): Holder => ({
    stream,
    kind,
    memberDuring: memberships.filter(({ household }) => household === stream),
  });
  return [{ stream: person }, ...[...households].map(asHolder)];
}
