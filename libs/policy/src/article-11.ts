/** Art. 11 · 发展适度普惠型社会福利 */
import {
  all,
  any,
  cannotBeTold,
  chooseValue,
  entitlement,
  fact,
  fromMonthOf,
  isOneOf,
  monthly,
  monthlyValue,
  not,
  parameter,
  startsBy,
  yes,
} from '@ledger/rules';

const hukou = fact('hukouDivision');
const level = fact('disabilityLevel');
const severe = isOneOf(level, 1, 2);

/** 落实困难残疾人生活补贴和重度残疾人护理补贴制度，将符合条件的进城农村贫困残疾人纳入补贴范围 */
export const disabilityNursing = entitlement({
  code: 'welfare.disability.nursing',
  title: { zh: '重度残疾人护理补贴', en: 'Nursing subsidy for severe disability' },
  article: 11,
  department: 'MCA',
  beneficiary: { kind: 'person' },
  inForceFrom: '2016-01-01',
  basis: '国发〔2015〕52号',
  when: monthly(
    all(
      yes('alive'),
      startsBy(parameter('disability.start-rule', hukou), severe),
      // Where care must be assessed, no department reports the assessment to this slice.
      any(
        isOneOf(parameter('disability.nursing.requires-assessment', hukou), false),
        cannotBeTold('selfCare'),
      ),
      not(yes('tekun')),
    ),
  ),
  amount: {
    value: monthlyValue(
      chooseValue(fromMonthOf(severe, level), {
        1: parameter('disability.nursing.level1', hukou),
        2: parameter('disability.nursing.level2', hukou),
      }),
    ),
    per: 'month',
  },
  division: hukou,
  notEncoded: [
    {
      quote: '符合条件的',
      reason: {
        zh: '领取工伤生活护理费者不重复享受；工伤认定事件接入前由经办人员核对。',
        en: 'Not beside a work-injury care fee; until those events are recorded an officer must check.',
      },
      decidedBy: 'MCA',
    },
  ],
});
