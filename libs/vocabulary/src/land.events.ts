import { defineEvent } from './event-type.js';
import {
  calendarDate,
  decimal,
  eventId,
  flag,
  group,
  money,
  oneOf,
  sealedText,
  text,
  whole,
} from './fields.js';

/** 土地承包经营权、宅基地使用权、集体经济组织成员身份与收益分配权 */
export const RURAL_RIGHTS = ['CONTRACT_LAND', 'HOMESTEAD', 'COLLECTIVE_MEMBERSHIP'] as const;
export type RuralRight = (typeof RURAL_RIGHTS)[number];

/** AGRI writes contracts and memberships, LAND the homestead register. */
const RURAL_RIGHT_OWNERS = ['AGRI', 'LAND'] as const;

/** 农村三权确认. */
export const ruralRightRegistered = defineEvent({
  type: 'RuralRightRegistered',
  title: { zh: '农村权益确认', en: 'Rural right registered' },
  articles: [15, 16],
  streams: ['household', 'person'],
  owners: RURAL_RIGHT_OWNERS,
  privacy: 'P1',
  data: group({
    kind: oneOf(...RURAL_RIGHTS),
    collectiveCode: text(18).exactOptional(),
    certNoToken: sealedText().exactOptional(),
    areaM2: decimal().exactOptional(),
    termTo: calendarDate().exactOptional(),
    shares: whole().exactOptional(),
  }),
});

/**
 * 农村权益终止. That somebody moved the hukou or settled in town is no reason and has no code (art. 16);
 * `UNLAWFUL_TAKEBACK` can be recorded so that the harm is seen.
 */
export const ruralRightEnded = defineEvent({
  type: 'RuralRightEnded',
  title: { zh: '农村权益终止', en: 'Rural right ended' },
  articles: [15, 16],
  streams: ['household', 'person'],
  owners: RURAL_RIGHT_OWNERS,
  privacy: 'P1',
  data: group({
    kind: oneOf(...RURAL_RIGHTS),
    /** 自愿交回、本集体内转让、自愿有偿退出、征收、死亡、取得其他集体成员身份、违法收回 */
    reason: oneOf(
      'VOLUNTARY_RETURN',
      'TRANSFER_WITHIN_COLLECTIVE',
      'VOLUNTARY_EXIT',
      'EXPROPRIATION',
      'DEATH',
      'OTHER_MEMBERSHIP',
      'UNLAWFUL_TAKEBACK',
    ),
    voluntary: flag(),
    writtenRequestRef: sealedText().exactOptional(),
    compensation: money().exactOptional(),
    noticeOn: calendarDate().exactOptional(),
    agreementEventId: eventId().exactOptional(),
  }),
});
