/** Art. 12 · 加大基本住房保障 */
import {
  all,
  any,
  anyMember,
  atMost,
  bestOfMembers,
  entitlement,
  fact,
  inAnyEmployment,
  isOneOf,
  known,
  lessThan,
  not,
  ofHousehold,
  ofHouseholdValue,
  ofMember,
  parameter,
  same,
  yes,
} from '@ledger/rules';
import { priority, priorityClass, registeredPoor } from './facts/target-group.js';

const workplace = fact('employmentDivision');
/** Whoever applies is in the register and works at the place (I-11). */
const works = not(isOneOf(fact('employment'), 'none'));
const applicant = all(yes('alive'), registeredPoor, works);
const qualifies = all(
  applicant,
  ofHousehold('LIVING', not(yes('ownsHome')), workplace),
  lessThan(
    ofHouseholdValue('LIVING', fact('housingAreaPerHead'), workplace),
    parameter('housing.area-limit', workplace),
  ),
  atMost(
    ofHouseholdValue('LIVING', fact('householdIncomePerHead')),
    parameter('housing.income-limit', workplace),
  ),
  any(
    isOneOf(parameter('housing.requires-permit', workplace), false),
    same(fact('residencePermitCity'), fact('employmentCity')),
  ),
);
/** Lives in a town, or settled in one without anybody having said where he lives now (I-4). */
const inATown = all(
  yes('alive'),
  any(yes('livesInTown'), all(yes('settledInTown'), not(known(fact('residenceDivision'))))),
);

/** 农村建档立卡贫困人口在就业地可申请公租房，并优先享受保障 */
export const publicRental = entitlement({
  code: 'housing.public-rental',
  title: { zh: '公租房', en: 'Public rental housing' },
  article: 12,
  department: 'HOUS',
  beneficiary: { kind: 'household', household: 'LIVING' },
  inForceFrom: '2019-12-05',
  basis: '川发改社会〔2019〕522号',
  when: anyMember(inAnyEmployment(qualifies)),
  division: ofMember(applicant, workplace),
  priority: {
    over: anyMember(priority),
    class: bestOfMembers(inATown, priorityClass, 'A', 'E'),
  },
  notEncoded: [
    {
      quote: '符合条件的',
      reason: {
        zh: '面积、收入和居住证等条件由市（州）规定，载入参数前不作判断。',
        en: 'Limits of area and income, and whether a permit is asked, are the city’s to set by parameter.',
      },
      decidedBy: 'HOUS',
    },
  ],
});
