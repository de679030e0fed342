/** 阿依 and her mother, from 昭觉 to 成都: out of poverty, six contribution years, sixty in the spring of 2020. */
import type { ImportLine } from '../import-line.js';
import { DEMONSTRATION as D } from './ids.js';
import { arrived, founded, household, person, registered, told, WUHOU, ZHAOJUE } from './telling.js';

/** Her six contributions of 100 yuan, with what the account came to. */
const PAID = [
  [108, '2014-06-20', '102.00'],
  [109, '2015-06-18', '204.00'],
  [110, '2016-06-20', '306.00'],
  [111, '2017-06-20', '408.00'],
  [112, '2018-06-20', '510.00'],
  [113, '2019-06-20', '612.00'],
] as const;

export const AYI: readonly ImportLine[] = [
  registered(101, D.mother, {
    name: '阿苦莫色',
    birthDate: '1960-04-15',
    sex: '2',
    ethnicity: '07',
    hukouDivision: ZHAOJUE,
  }),
  registered(102, D.ayi, {
    name: '吉克阿依',
    nationalId: '513499198807020022',
    birthDate: '1988-07-02',
    sex: '2',
    ethnicity: '07',
    hukouDivision: ZHAOJUE,
  }),
  ...founded(103, 'POVERTY_REGISTER', D.motherRegister, '2014-12-31', ZHAOJUE, [
    [D.mother, '02'],
    [D.ayi, '30'],
  ]),
  told(106, 'PovertyHouseholdRegistered', household(D.motherRegister), '2014-12-31', 'POV', ZHAOJUE, {
    registerNo: '51343100010001',
    year: 2014,
    type: 'ORDINARY',
    villageCode: '513431100201',
    causes: ['缺劳力'],
    members: [D.mother, D.ayi],
  }),
  told(107, 'InsuranceEnrolled', person(D.mother), '2014-01-01', 'HRSS', ZHAOJUE, {
    scheme: 'RES_PENSION',
    division: ZHAOJUE,
    category: 'RESIDENT',
  }),
  ...PAID.map(([number, paidOn, accountBalance]) =>
    told(number, 'InsuranceContributionPaid', person(D.mother), paidOn, 'HRSS', ZHAOJUE, {
      scheme: 'RES_PENSION',
      period: { year: Number(paidOn.slice(0, 4)) },
      personal: '100.00',
      paidOn,
      accountBalance,
    }),
  ),
  arrived(114, D.ayi, '2017-05-01', WUHOU, 'LEASE', true),
  arrived(115, D.mother, '2017-05-01', WUHOU, 'RESIDENCE_REGISTRATION', true),
  told(116, 'PovertyExitMarked', household(D.motherRegister), '2018-12-10', 'POV', ZHAOJUE, {
    exitYear: 2018,
    policyRetained: true,
    policyRetainedUntil: '2020-12-31',
  }),
];

/** Known last: she was born half a year earlier than the register had it. */
export const AYI_CORRECTED: ImportLine = told(
  120,
  'EventCorrected',
  person(D.mother),
  '1959-10-15',
  'PSB',
  ZHAOJUE,
  {
    corrects: D.motherRegistered,
    data: { birthDate: '1959-10-15' },
    effectiveOn: '1959-10-15',
    reason: '找到出生医学证明，原登记年份有误',
  },
);
