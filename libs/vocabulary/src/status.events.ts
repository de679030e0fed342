import { defineEvent } from './event-type.js';
import { calendarDate, decisionId, division, group, list, money, oneOf, personId } from './fields.js';

/** 低保、特困、低收入、孤儿、事实无人抚养儿童、困境儿童、留守儿童、就业困难人员、零就业家庭、严重精神障碍 */
export const STATUS_KINDS = [
  'DIBAO',
  'TEKUN',
  'LOW_INCOME',
  'ORPHAN',
  'UNSUPPORTED_CHILD',
  'CHILD_IN_HARDSHIP',
  'LEFT_BEHIND_CHILD',
  'EMPLOYMENT_HARDSHIP',
  'ZERO_EMPLOYMENT_FAMILY',
  'SEVERE_MENTAL',
] as const;
export type StatusKind = (typeof STATUS_KINDS)[number];

/** Which of them may write depends on the kind: employment HRSS, mental disorder HEALTH, all others MCA. */
const STATUS_OWNERS = ['MCA', 'HRSS', 'HEALTH'] as const;

/** 身份认定. */
export const statusRecognised = defineEvent({
  type: 'StatusRecognised',
  title: { zh: '身份认定', en: 'Status recognised' },
  articles: [1, 7, 8, 10, 11],
  streams: ['person', 'household'],
  owners: STATUS_OWNERS,
  privacy: 'P2',
  data: group({
    kind: oneOf(...STATUS_KINDS),
    division: division(),
    from: calendarDate().exactOptional(),
    reviewBy: calendarDate().exactOptional(),
    /** What the kinds add: dibao area, standard, income and members; tekun area, care and mode; orphan mode. */
    detail: group({
      area: oneOf('URBAN', 'RURAL').exactOptional(),
      standard: money().exactOptional(),
      perCapitaIncome: money().exactOptional(),
      members: list(personId()).exactOptional(),
      careLevel: oneOf('FULL', 'PARTIAL', 'NONE').exactOptional(),
      mode: oneOf('CENTRAL', 'DISPERSED', 'INSTITUTION', 'FAMILY').exactOptional(),
      /** 父母双方情形 */
      parentSituations: list(
        oneOf(
          'DEAD',
          'MISSING',
          'SEVERE_DISABILITY',
          'SERIOUS_ILLNESS',
          'SERVING_SENTENCE',
          'COMPULSORY_DETOX',
          'RESTRICTED_FREEDOM',
          'GUARDIANSHIP_REVOKED',
          'DEPORTED',
        ),
      ).exactOptional(),
    }).exactOptional(),
    decisionId: decisionId().exactOptional(),
  }),
});

/** 身份终止, with its reason in writing (社会救助暂行办法 §13). */
export const statusEnded = defineEvent({
  type: 'StatusEnded',
  title: { zh: '身份终止', en: 'Status ended' },
  articles: [1, 7, 8, 10, 11],
  streams: ['person', 'household'],
  owners: STATUS_OWNERS,
  privacy: 'P2',
  data: group({
    kind: oneOf(...STATUS_KINDS),
    reason: oneOf('NO_LONGER_MEETS', 'DEATH', 'MOVED', 'AGE', 'VOLUNTARY', 'ERROR'),
    /** 渐退期: the last day, as printed. */
    graceUntil: calendarDate().exactOptional(),
  }),
});
