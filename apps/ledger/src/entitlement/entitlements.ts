/** Entitlements of persons and households at a moment, from the read models. */
import type { EntitlementInterval, Moment } from '@ledger/read-models';
import type { EntitlementDefinition, EntitlementStatus } from '@ledger/rules';
import type { RuleSet } from '@ledger/policy';
import { intersection, type Period } from '@ledger/time';
import { partsOf } from '@ledger/vocabulary';
import type { Given } from '../graphql/given.js';
import type { Reading } from '../reading/reading.js';
import { Entitlement } from './entitlement.type.js';
import type { Holder } from './holder.js';
import { lifeOf } from './life.js';

export interface Wanted {
  readonly codes?: Given<readonly string[]>;
  readonly status?: Given<readonly EntitlementStatus[]>;
}

/** Every entitlement that the rule set knows for these holders, also those they do not have. */
export async function entitlementsAt(
  reading: Reading,
  holders: readonly Holder[],
  moment: Moment,
  { codes, status }: Wanted = {},
): Promise<readonly Entitlement[]> {
  const { ruleSet } = await reading.policy(moment.position);
  const loader = reading.entitlements(moment.position);
  const found = await Promise.all(
    holders.map(async (holder) => {
      const intervals = await loader.load(holder.stream);
      return definitionsFor(ruleSet, holder)
        .filter(({ code }) => codes?.includes(code) ?? true)
        .map((definition) => entitlementOf(definition, holder, moment, intervals, ruleSet));
    }),
  );
  return found.flat().filter((entitlement) => status?.includes(entitlement.status) ?? true);
}

/** One entitlement; what nobody of the holders can have is not had. Null for a code that the rule set does not know. */
export async function entitlementCalled(
  reading: Reading,
  code: string,
  holders: readonly [Holder, ...Holder[]],
  moment: Moment,
): Promise<Entitlement | null> {
  const { ruleSet } = await reading.policy(moment.position);
  const definition = ruleSet.entitlements.get(code);
  if (!definition) return null;
  const [found] = await entitlementsAt(reading, holders, moment, { codes: [code] });
  return found ?? entitlementOf(definition, holders[0], moment, [], ruleSet);
}

/** One page's stretches as entitlements, with the whole lives around them. */
export async function entitlementsOn(
  reading: Reading,
  intervals: readonly EntitlementInterval[],
  moment: Moment,
): Promise<readonly Entitlement[]> {
  const { ruleSet } = await reading.policy(moment.position);
  const loader = reading.entitlements(moment.position);
  return Promise.all(
    intervals.map(async ({ subject, code }) => {
      const definition = ruleSet.entitlements.get(code);
      if (!definition) throw new Error(`a stored outcome of ${code}, which its rule set does not know`);
      return entitlementOf(definition, { stream: subject }, moment, await loader.load(subject), ruleSet);
    }),
  );
}

function entitlementOf(
  definition: EntitlementDefinition,
  holder: Holder,
  moment: Moment,
  intervals: readonly EntitlementInterval[],
  ruleSet: RuleSet,
): Entitlement {
  const own = intervals.filter(({ code }) => code === definition.code);
  const life = lifeOf(holder.memberDuring ? during(own, holder.memberDuring) : own);
  return new Entitlement(definition, holder, moment, life, ruleSet.version);
}

/** What of the intervals lies within some periods that do not overlap. */
function during(
  intervals: readonly EntitlementInterval[],
  periods: readonly Period[],
): readonly EntitlementInterval[] {
  return intervals.flatMap((interval) =>
    periods.flatMap((period) => {
      const common = intersection(interval, period);
      return common ? [{ ...interval, ...common }] : [];
    }),
  );
}

/** In catalogue order. */
function definitionsFor(ruleSet: RuleSet, { stream, kind }: Holder): readonly EntitlementDefinition[] {
  const ofPerson = partsOf(stream).kind === 'person';
  return [...ruleSet.entitlements.values()].filter(({ beneficiary }) =>
    beneficiary.kind === 'person' ? ofPerson : !ofPerson && beneficiary.household === kind,
  );
}
