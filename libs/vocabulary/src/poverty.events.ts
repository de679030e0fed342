import { defineEvent } from './event-type.js';
import { calendarDate, division, flag, group, list, oneOf, personId, sealedText, whole } from './fields.js';

const FIRST_REGISTER_YEAR = 2012;
const LAST_REGISTER_YEAR = 2100;
const year = () => whole(FIRST_REGISTER_YEAR, LAST_REGISTER_YEAR);

/** 建档立卡识别. Members who do not yet belong to this register household join it by this event. */
export const povertyHouseholdRegistered = defineEvent({
  type: 'PovertyHouseholdRegistered',
  title: { zh: '建档立卡', en: 'Poverty household registered' },
  articles: [8, 17, 18, 19],
  streams: ['household'],
  owners: ['POV'],
  privacy: 'P2',
  data: group({
    registerNo: sealedText(40).exactOptional(),
    year: year().exactOptional(),
    /** 一般、低保、五保（特困） */
    type: oneOf('ORDINARY', 'DIBAO', 'TEKUN').exactOptional(),
    villageCode: division().exactOptional(),
    causes: list(sealedText()).exactOptional(),
    members: list(personId()),
  }),
});

/** 标注脱贫: the registration itself continues (建档立卡贫困人口，含已脱贫人口). */
export const povertyExitMarked = defineEvent({
  type: 'PovertyExitMarked',
  title: { zh: '标注脱贫', en: 'Poverty exit marked' },
  articles: [8, 17, 18, 19],
  streams: ['household'],
  owners: ['POV'],
  privacy: 'P2',
  data: group({
    exitYear: year().exactOptional(),
    /** 脱贫不脱政策 */
    policyRetained: flag(),
    /** The last day, as printed. */
    policyRetainedUntil: calendarDate().exactOptional(),
  }),
});

/** 返贫或监测对象标注. */
export const povertyReturnMarked = defineEvent({
  type: 'PovertyReturnMarked',
  title: { zh: '返贫或监测标注', en: 'Poverty return marked' },
  articles: [8, 17, 18, 19],
  streams: ['household'],
  owners: ['POV'],
  privacy: 'P2',
  data: group({
    /** 返贫、脱贫不稳定户、边缘易致贫户、突发严重困难户 */
    kind: oneOf('RETURNED', 'MONITOR_UNSTABLE', 'MONITOR_EDGE', 'MONITOR_SUDDEN'),
    riskEnded: flag().exactOptional(),
  }),
});
