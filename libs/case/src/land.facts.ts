/** 农村三权: contract land, homestead, membership of the collective. */
import { statedFact, type FactScope, type StatedFact } from './fact.js';
import { stateOver } from './intervals.js';
import { UNKNOWN, type Unknown } from '@ledger/time';

const RIGHT_EVENTS = ['RuralRightRegistered', 'RuralRightEnded'] as const;

/** Held from its registration until it ends; that nobody has registered it does not say that it is not held. */
function rightFact(
  name: string,
  kind: string,
  scope: FactScope,
  title: StatedFact['title'],
  department: 'AGRI' | 'LAND',
) {
  return statedFact({
    name,
    title,
    scope,
    unit: 'code',
    silent: UNKNOWN,
    department,
    from: [...RIGHT_EVENTS],
    fold: (stream) =>
      stateOver<string | Unknown>(
        UNKNOWN,
        stream
          .ofTypes(...RIGHT_EVENTS)
          .filter((known) => known.data.kind === kind)
          .map(({ type, from, because }) => ({
            from,
            because,
            value: type === 'RuralRightRegistered' ? 'held' : 'ended',
          })),
      ),
  });
}

export const contractLandRight = rightFact(
  'contractLandRight',
  'CONTRACT_LAND',
  'LAND_CONTRACT',
  { zh: '土地承包经营权', en: 'Right to contracted land' },
  'AGRI',
);
export const homesteadRight = rightFact(
  'homesteadRight',
  'HOMESTEAD',
  'LAND_CONTRACT',
  { zh: '宅基地使用权', en: 'Right to the homestead' },
  'LAND',
);
export const collectiveMembership = rightFact(
  'collectiveMembership',
  'COLLECTIVE_MEMBERSHIP',
  'person',
  { zh: '集体收益分配权', en: 'Share in the collective’s income' },
  'AGRI',
);

/** 承包农户: from its establishment; the safeguard is its own. */
export const landHouseholdEstablished = statedFact({
  name: 'landHouseholdEstablished',
  title: { zh: '承包农户已建立', en: 'Land-contract household established' },
  scope: 'LAND_CONTRACT',
  unit: 'flag',
  silent: false,
  department: 'AGRI',
  from: ['HouseholdEstablished'],
  fold: (stream) =>
    stateOver(
      false,
      stream.ofType('HouseholdEstablished').map(({ from, because }) => ({ from, because, value: true })),
    ),
});
