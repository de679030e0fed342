/** Art. 8 · 完善社会保险体系 */
import {
  all,
  any,
  atLeast,
  choose,
  entitlement,
  fact,
  inForce,
  monthly,
  monthlyValue,
  not,
  onFirstOfYear,
  onTheEve,
  orElse,
  parameter,
  quotient,
  reaches,
  sometimeInYear,
  startsBy,
  sum,
  yes,
  isOneOf,
} from '@ledger/rules';
import { birthDate, inHardship, registeredPoor } from './facts/target-group.js';

/** The resident scheme is administered where the person is enrolled, before that where the hukou is (I-7). */
const pensionPlace = orElse(fact('insuranceDivision.RES_PENSION'), fact('hukouDivision'));

const drawsNoPension = isOneOf(fact('drawsPension'), 'none');

/** Each day is judged as if the batch were paid on it (I-6). */
const qualifiesForPremiumSubsidy = all(
  yes('alive'),
  inHardship,
  reaches(birthDate, parameter('pension.resident.enrolment-age', pensionPlace), 'year'),
  not(reaches(birthDate, parameter('pension.resident.age', pensionPlace), 'year')),
  not(yes('student')),
  yes('insurance.RES_PENSION'),
  not(yes('employeePensionThisYear')),
  drawsNoPension,
);

/** 政府为进城农村建档立卡未标注脱贫贫困人口、低保对象、特困人员等困难群体按最低缴费标准代缴城乡居民基本养老保险费 */
export const residentPremiumSubsidy = entitlement({
  code: 'pension.resident.premium-subsidy',
  title: { zh: '居民养老代缴', en: 'Resident pension premium subsidy' },
  article: 8,
  department: 'HRSS',
  beneficiary: { kind: 'person' },
  inForceFrom: '2017-08-01',
  basis: '人社部发〔2017〕59号',
  when: choose(parameter('pension.subsidy.snapshot', pensionPlace), {
    PAYMENT_DAY: qualifiesForPremiumSubsidy,
    JAN_1: onFirstOfYear(qualifiesForPremiumSubsidy),
    ANY_DAY: sometimeInYear(qualifiesForPremiumSubsidy),
  }),
  amount: { value: parameter('pension.resident.lowest-tier', pensionPlace), per: 'year' },
  division: pensionPlace,
  notEncoded: [
    {
      quote: '等困难群体',
      reason: {
        zh: '文件未穷尽列举困难群体；其他群体由省级参数另行确定。',
        en: 'The list of groups is open; others are for the province to name by parameter.',
      },
      decidedBy: 'HRSS',
    },
  ],
});

/**
 * 将年满60周岁、未领取国家规定的基本养老保险待遇的进城农村建档立卡贫困人口（含已脱贫人口）、低保对象、特困人员等困难群体
 * 纳入城乡居民基本养老保险制度，并按月发放城乡居民基本养老保险待遇
 */
export const residentPension = entitlement({
  code: 'pension.resident.monthly',
  title: { zh: '居民养老待遇', en: 'Resident pension' },
  article: 8,
  department: 'HRSS',
  beneficiary: { kind: 'person' },
  inForceFrom: '2014-02-21',
  basis: '国发〔2014〕8号',
  when: monthly(
    all(
      onTheEve(yes('alive')), // the month of death is kept, also where the death falls on its first day
      startsBy(
        parameter('pension.resident.start-rule', pensionPlace),
        reaches(birthDate, parameter('pension.resident.age', pensionPlace), 'year'),
      ),
      not(yes('drawsOtherPension')),
      any(
        atLeast(fact('contributedYears.RES_PENSION'), parameter('pension.resident.min-years', pensionPlace)),
        all(inForce('2017-08-01', '人社部发〔2017〕59号'), any(registeredPoor, yes('dibao'), yes('tekun'))),
      ),
    ),
  ),
  amount: {
    value: monthlyValue(
      sum(
        parameter('pension.resident.base', pensionPlace),
        quotient(
          fact('accountBalance.RES_PENSION'),
          parameter('pension.resident.account-divisor', pensionPlace),
        ),
      ),
    ),
    per: 'month',
  },
  division: pensionPlace,
  notEncoded: [
    {
      quote: '等困难群体',
      reason: {
        zh: '文件未穷尽列举困难群体；未列明者须有十五年缴费。',
        en: 'The list of groups is open; who is in none of those named needs the contribution years.',
      },
      decidedBy: 'HRSS',
    },
  ],
});
