/** Art. 10 · 提升社会救助水平 */
import {
  all,
  anyMember,
  chooseValue,
  countMembers,
  difference,
  either,
  entitlement,
  fact,
  isOneOf,
  known,
  lessThan,
  monthly,
  monthlyValue,
  not,
  ofHead,
  parameter,
  product,
  yes,
} from '@ledger/rules';

const income = fact('householdIncomePerHead');
const hukouOfHead = ofHead(fact('hukouDivision'));
const residenceOfHead = ofHead(fact('residenceDivision'));
const byResidence = all(
  known(residenceOfHead),
  isOneOf(parameter('dibao.residence-based', residenceOfHead), true),
);
const counted = all(yes('alive'), not(yes('tekun')));

/** Where and at which standard (I-10): the head's hukou and its kind, or the residence at the urban standard. */
const place = either(byResidence, residenceOfHead, hukouOfHead);
const standard = either(
  byResidence,
  parameter('dibao.std.urban', residenceOfHead),
  chooseValue(ofHead(fact('hukouKind')), {
    rural: parameter('dibao.std.rural', hukouOfHead),
    urban: parameter('dibao.std.urban', hukouOfHead),
  }),
);

/** 将符合条件的进城农村贫困人口纳入最低生活保障; 社会救助暂行办法 arts. 9 and 12: strictly below the standard. */
export const dibao = entitlement({
  code: 'assist.dibao',
  title: { zh: '最低生活保障', en: 'Minimum living guarantee' },
  article: 10,
  department: 'MCA',
  beneficiary: { kind: 'household', household: 'LIVING' },
  inForceFrom: '2014-05-01',
  basis: '社会救助暂行办法',
  when: monthly(all(anyMember(counted), lessThan(income, standard), yes('assetsWithinLimit'))),
  amount: {
    // A tekun member is cared for otherwise and leaves the head-count (X-BASIC-LIVING).
    value: monthlyValue(product(difference(standard, income), countMembers(counted))),
    per: 'month',
  },
  division: place,
  notEncoded: [
    {
      quote: '符合条件的',
      reason: {
        zh: '除收入与财产外的条件（如增发类别、渐退期）由地方规定，载入参数前不计算。',
        en: 'Local conditions beyond income and assets (supplements, grace months) are not computed until they are parameters.',
      },
      decidedBy: 'MCA',
    },
  ],
});
