import { defineEvent } from './event-type.js';
import { calendarDate, code, division, flag, group, oneOf, sealedText } from './fields.js';
import { formerPlace, place } from './place.js';

/** 进城登记. `effectiveOn` is the first day of living or working in the town, not the day of registering it. */
export const urbanArrivalRecorded = defineEvent({
  type: 'UrbanArrivalRecorded',
  title: { zh: '进城登记', en: 'Urban arrival recorded' },
  articles: [8, 12, 14],
  streams: ['person'],
  owners: ['PSB', 'HRSS', 'EDU'],
  privacy: 'P1',
  data: group({
    addressToken: sealedText().exactOptional(),
    division: division(),
    urbanRuralClass: code('urbanRuralClass'),
    basis: oneOf(
      'RESIDENCE_REGISTRATION',
      'LABOUR_CONTRACT',
      'LEASE',
      'SCHOOL',
      'SOCIAL_INSURANCE',
      'SELF_DECLARED',
    ),
    withHousehold: flag().exactOptional(),
  }),
});

/** 居住地变更: from town to town the one-year clock runs on; from town to countryside it ends. */
export const residenceChanged = defineEvent({
  type: 'ResidenceChanged',
  title: { zh: '居住地变更', en: 'Residence changed' },
  articles: [8, 12, 14],
  streams: ['person'],
  owners: ['PSB'],
  privacy: 'P1',
  data: group({
    from: formerPlace().exactOptional(),
    to: place(),
  }),
});

/** 离城、返乡、注销居住登记. `effectiveOn` is the day after the last in town. */
export const urbanResidenceEnded = defineEvent({
  type: 'UrbanResidenceEnded',
  title: { zh: '离城', en: 'Urban residence ended' },
  articles: [8, 12, 14],
  streams: ['person'],
  owners: ['PSB'],
  privacy: 'P1',
  data: group({
    reason: oneOf('RETURNED', 'EMIGRATED', 'UNKNOWN', 'DEREGISTERED').exactOptional(),
  }),
});

/** 居住证签发. */
export const residencePermitIssued = defineEvent({
  type: 'ResidencePermitIssued',
  title: { zh: '居住证签发', en: 'Residence permit issued' },
  articles: [4, 14, 18],
  streams: ['person'],
  owners: ['PSB'],
  privacy: 'P1',
  data: group({
    permitNoToken: sealedText().exactOptional(),
    division: division(),
    basis: oneOf('STABLE_JOB', 'STABLE_HOME', 'CONTINUOUS_SCHOOLING').exactOptional(),
    acceptedOn: calendarDate(),
    /** The last day, as printed on the permit. */
    endorsedUntil: calendarDate(),
  }),
});
