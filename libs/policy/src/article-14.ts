/** Art. 14 · 完善贫困人口进城落户和居住证制度 */
import {
  all,
  any,
  entitlement,
  fact,
  inAnyEmployment,
  isOneOf,
  not,
  ofHousehold,
  parameter,
  reaches,
  same,
  yes,
} from '@ledger/rules';

const city = fact('residenceCity');
const stableJob = inAnyEmployment(
  all(not(isOneOf(fact('employment'), 'none')), same(fact('employmentCity'), city)),
);
const stableHome = any(
  ofHousehold('LIVING', isOneOf(fact('housingTenure'), 'OWN', 'RENT'), city),
  isOneOf(fact('arrivalBasis'), 'LEASE'),
);
/** 连续就读 is full-time schooling (居住证暂行条例 art. 2). */
const schooling = all(yes('student'), same(fact('schoolCity'), city));

/** 持续推进实施居住证制度全覆盖; 居住证暂行条例 art. 2: half a year in another city with a job, a home or a school there. */
export const residencePermit = entitlement({
  code: 'residence.permit',
  title: { zh: '居住证', en: 'Residence permit' },
  article: 14,
  department: 'PSB',
  beneficiary: { kind: 'person' },
  inForceFrom: '2016-01-01',
  basis: '居住证暂行条例',
  when: all(
    yes('alive'),
    yes('livesInTown'),
    not(same(city, fact('hukouCity'))),
    reaches(fact('inCitySince'), parameter('residence-permit.min-stay', fact('residenceDivision')), 'month'),
    any(stableJob, stableHome, schooling),
  ),
  division: fact('residenceDivision'),
  notEncoded: [],
});
