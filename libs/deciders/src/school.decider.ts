/** 学籍: one enrolment at a time. */
import { day } from '@ledger/time';
import type { Decider } from './decider.js';
import { refuse } from './proposal.js';

export const schoolEnrolled: Decider<'SchoolEnrolled'> = {
  standing: ({ stream, effectiveOn }, known) =>
    known.fact(stream, 'school', day(effectiveOn)) === 'none'
      ? undefined
      : refuse('ALREADY_IN_FORCE', 'effectiveOn', 'atSchool'),
};

export const schoolLeft: Decider<'SchoolLeft'> = {
  standing: ({ stream, effectiveOn }, known) =>
    known.fact(stream, 'school', day(effectiveOn)) === 'none'
      ? refuse('NOT_IN_FORCE', 'effectiveOn', 'notAtSchool')
      : undefined,
};
