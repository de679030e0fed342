/** Art. 16 · 保障落户贫困人口农村权益 */
import { all, any, entitlement, fact, isOneOf, ofMember, yes } from '@ledger/rules';

/** 切实维护好进城落户贫困人口在农村的土地承包权: a safeguard; its breach is a finding. */
export const contractRightKept = entitlement({
  code: 'land.contract-right-kept',
  title: { zh: '土地承包权', en: 'Contracted land is kept' },
  article: 16,
  department: 'AGRI',
  beneficiary: { kind: 'household', household: 'LAND_CONTRACT' },
  inForceFrom: '2019-01-01',
  basis: '农村土地承包法第二十七条',
  when: all(yes('landHouseholdEstablished'), isOneOf(fact('contractLandRight'), 'held')),
  division: ofMember(yes('alive'), fact('hukouDivision')),
  notEncoded: [],
});

/** 不得以放弃以上三权作为贫困人口进城落户条件: a demand for it is refused and leaves its trace. */
export const noCondition = entitlement({
  code: 'land.no-condition',
  title: { zh: '不得以放弃三权为条件', en: 'Giving up land is no condition' },
  article: 16,
  department: 'PSB',
  beneficiary: { kind: 'person' },
  inForceFrom: '2019-01-01',
  basis: '农村土地承包法第二十七条',
  when: all(yes('alive'), any(isOneOf(fact('hukouKind'), 'rural'), yes('settledInTown'))),
  division: fact('hukouDivision'),
  notEncoded: [],
});
