import { defineEvent } from './event-type.js';
import {
  calendarDate,
  decimal,
  decisionId,
  division,
  flag,
  group,
  money,
  oneOf,
  sealedText,
  text,
} from './fields.js';

/** 住房状况核查 of the household living together. */
export const housingConditionVerified = defineEvent({
  type: 'HousingConditionVerified',
  title: { zh: '住房状况核查', en: 'Housing condition verified' },
  articles: [12, 13, 14],
  streams: ['household'],
  owners: ['HOUS'],
  privacy: 'P1',
  data: group({
    division: division(),
    ownHome: flag(),
    /** 人均住房建筑面积, m² */
    perCapitaAreaM2: decimal(),
    tenure: oneOf('OWN', 'RENT', 'DORM', 'URBAN_VILLAGE'),
    employerUscc: text(18).exactOptional(),
  }),
});

/** 公租房配租. */
export const publicRentalAllocated = defineEvent({
  type: 'PublicRentalAllocated',
  title: { zh: '公租房配租', en: 'Public rental allocated' },
  articles: [12],
  streams: ['household'],
  owners: ['HOUS'],
  privacy: 'P1',
  data: group({
    division: division(),
    unitToken: sealedText().exactOptional(),
    rentPerMonth: money().exactOptional(),
    from: calendarDate().exactOptional(),
    to: calendarDate().exactOptional(),
    priorityClass: oneOf('A', 'B', 'C', 'D', 'E').exactOptional(),
    waitlistDecisionId: decisionId().exactOptional(),
  }),
});

/** 退出公租房. */
export const publicRentalVacated = defineEvent({
  type: 'PublicRentalVacated',
  title: { zh: '退出公租房', en: 'Public rental vacated' },
  articles: [12],
  streams: ['household'],
  owners: ['HOUS'],
  privacy: 'P1',
  data: group({
    reason: sealedText().exactOptional(),
  }),
});
