import { defineEvent } from './event-type.js';
import { code, division, flag, group, oneOf, sealedText, text, whole } from './fields.js';

const HIGHEST_GRADE = 12;

/** 入学、转入. */
export const schoolEnrolled = defineEvent({
  type: 'SchoolEnrolled',
  title: { zh: '入学', en: 'School enrolled' },
  articles: [4, 5],
  streams: ['person'],
  owners: ['EDU'],
  privacy: 'P2',
  data: group({
    stage: code('schoolStage'),
    grade: whole(0, HIGHEST_GRADE).exactOptional(),
    schoolCode: text(20).exactOptional(),
    schoolDivision: division(),
    schoolUrbanRural: code('urbanRuralClass').exactOptional(),
    schoolOwnership: oneOf('PUBLIC', 'PRIVATE', 'GOV_PURCHASED_SEAT').exactOptional(),
    boarding: flag().exactOptional(),
    /** Full-time where it is silent. */
    fullTime: flag().exactOptional(),
    studentNoToken: sealedText().exactOptional(),
    enrolmentBasis: oneOf('HUKOU', 'RESIDENCE_PERMIT', 'OTHER').exactOptional(),
  }),
});

/** 离校. */
export const schoolLeft = defineEvent({
  type: 'SchoolLeft',
  title: { zh: '离校', en: 'School left' },
  articles: [4, 5],
  streams: ['person'],
  owners: ['EDU'],
  privacy: 'P2',
  data: group({
    reason: oneOf('GRADUATED', 'TRANSFERRED', 'DROPPED_OUT', 'SUSPENDED', 'DEATH', 'ABROAD'),
    toSchool: text(100).exactOptional(),
  }),
});
