/** Art. 12 · 加大基本住房保障 */
import {
  all,
  anyMember,
  atMost,
  choose,
  entitlement,
  fact,
  isOneOf,
  leastOfMembers,
  lessThan,
  not,
  ofHousehold,
  ofHouseholdValue,
  ofMember,
  parameter,
  yes,
} from '@ledger/rules';
import { priority, priorityClass, registeredPoor } from './facts/target-group.js';

const workplace = fact('employmentDivision');
const works = not(isOneOf(fact('employment'), 'none'));
/** Whoever applies is in the register and works at the place (I-11). */
const applicant = all(yes('alive'), registeredPoor, works);
const livingInTown = all(yes('alive'), yes('livesInTown'));

/** 农村建档立卡贫困人口在就业地可申请公租房，并优先享受保障 */
export const publicRental = entitlement({
  code: 'housing.public-rental',
  title: { zh: '公租房', en: 'Public rental housing' },
  article: 12,
  department: 'HOUS',
  beneficiary: { kind: 'household', household: 'LIVING' },
  inForceFrom: '2019-12-05',
  basis: '川发改社会〔2019〕522号',
  when: anyMember(
    all(
      applicant,
      ofHousehold('LIVING', not(yes('ownsHome'))),
      lessThan(ofHouseholdValue('LIVING', fact('housingAreaPerHead')), parameter('housing.area-limit', workplace)),
      atMost(ofHouseholdValue('LIVING', fact('householdIncomePerHead')), parameter('housing.income-limit', workplace)),
      choose(parameter('housing.requires-permit', workplace), {
        false: works,
        true: not(isOneOf(fact('residencePermit'), 'none')),
      }),
    ),
  ),
  division: ofMember(applicant, workplace),
  priority: {
    over: anyMember(all(livingInTown, priority)),
    class: leastOfMembers(livingInTown, priorityClass),
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
