import { defineEvent } from './event-type.js';
import {
  calendarDate,
  code,
  decisionId,
  division,
  group,
  groupWhere,
  money,
  month,
  oneOf,
  text,
  whole,
} from './fields.js';

const FIRST_YEAR = 1950;
const LAST_YEAR = 2100;
/** A working life; no contribution covers more. */
const MOST_MONTHS = 720;

/** 参保登记. */
export const insuranceEnrolled = defineEvent({
  type: 'InsuranceEnrolled',
  title: { zh: '参保登记', en: 'Insurance enrolled' },
  articles: [7, 8, 9],
  streams: ['person'],
  owners: ['HRSS', 'HSA'],
  privacy: 'P1',
  data: group({
    scheme: code('insuranceScheme'),
    /** 统筹区 */
    division: division(),
    category: oneOf('EMPLOYEE', 'FLEXIBLE', 'RESIDENT', 'PROJECT'),
    employerUscc: text(18).exactOptional(),
    projectId: text(64).exactOptional(),
    hardshipCategory: oneOf(
      'POV_NOT_EXITED',
      'POV_EXITED',
      'DIBAO',
      'TEKUN',
      'SEVERE_DISABILITY',
    ).exactOptional(),
  }),
});

/** 缴费. `effectiveOn` is the day of payment; what it covers is `period`: a year, or months from and to, both included. */
export const insuranceContributionPaid = defineEvent({
  type: 'InsuranceContributionPaid',
  title: { zh: '社会保险缴费', en: 'Insurance contribution paid' },
  articles: [7, 8, 9],
  streams: ['person'],
  owners: ['HRSS', 'HSA'],
  privacy: 'P2',
  data: group({
    scheme: code('insuranceScheme'),
    period: groupWhere(
      {
        year: whole(FIRST_YEAR, LAST_YEAR).exactOptional(),
        fromMonth: month().exactOptional(),
        toMonth: month().exactOptional(),
      },
      ({ year, fromMonth, toMonth }) =>
        year === undefined ? fromMonth !== undefined && toMonth !== undefined : !fromMonth && !toMonth,
    ),
    /** 缴费档次 */
    tier: money().exactOptional(),
    months: whole(0, MOST_MONTHS).exactOptional(),
    base: money().exactOptional(),
    personal: money().exactOptional(),
    employer: money().exactOptional(),
    collective: money().exactOptional(),
    governmentSubsidy: money().exactOptional(),
    /** 代缴、缴费补贴 */
    governmentSubsidyKind: oneOf('PREMIUM_SUBSIDY', 'INCENTIVE').exactOptional(),
    paidOn: calendarDate().exactOptional(),
    /** 个人账户储存额 after this payment. */
    accountBalance: money().exactOptional(),
    decisionId: decisionId().exactOptional(),
  }),
});

/** 停保. A participation that ended by refund cannot be one in the employees' pension (国办发〔2009〕66号 §3). */
export const insuranceParticipationEnded = defineEvent({
  type: 'InsuranceParticipationEnded',
  title: { zh: '停保', en: 'Insurance participation ended' },
  articles: [7, 8, 9],
  streams: ['person'],
  owners: ['HRSS', 'HSA'],
  privacy: 'P1',
  data: group({
    scheme: code('insuranceScheme'),
    reason: oneOf('LEFT_EMPLOYER', 'SWITCHED_SCHEME', 'DEATH', 'EMIGRATED', 'REFUND'),
  }),
});
