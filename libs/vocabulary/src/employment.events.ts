import { defineEvent } from './event-type.js';
import { calendarDate, division, eventId, flag, group, oneOf, sealedText, text } from './fields.js';

/** 就业登记. `effectiveOn` is the first working day. */
export const employmentStarted = defineEvent({
  type: 'EmploymentStarted',
  title: { zh: '就业', en: 'Employment started' },
  articles: [1, 2, 3, 8, 12],
  streams: ['person'],
  owners: ['HRSS'],
  privacy: 'P1',
  data: group({
    /** 受雇、灵活就业、创业或个体、公益性岗位、务农 */
    type: oneOf('EMPLOYEE', 'FLEXIBLE', 'SELF_EMPLOYED', 'PUBLIC_WELFARE_POST', 'RURAL'),
    /** GB 32100; its check character is the deciders' to judge. */
    employerUscc: text(18).exactOptional(),
    /** GB/T 4754 */
    industry: text(8).exactOptional(),
    division: division(),
    contractTermTo: calendarDate().exactOptional(),
    labourContract: flag().exactOptional(),
    projectId: text(64).exactOptional(),
  }),
});

/** 离职. `effectiveOn` is the day after the last of the employment; `involuntary` decides 失业保险金 (社会保险法 §45). */
export const employmentEnded = defineEvent({
  type: 'EmploymentEnded',
  title: { zh: '就业终止', en: 'Employment ended' },
  articles: [1, 3, 8],
  streams: ['person'],
  owners: ['HRSS'],
  privacy: 'P1',
  data: group({
    reason: oneOf(
      'CONTRACT_EXPIRED',
      'DISMISSED',
      'EMPLOYER_CLOSED',
      'RESIGNED',
      'RETIRED',
      'DEATH',
      'STOPPED',
    ).exactOptional(),
    involuntary: flag(),
    employerCertificateRef: sealedText().exactOptional(),
    startedEventId: eventId().exactOptional(),
  }),
});
