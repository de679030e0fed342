/** 就业: employments open and close; there may be several at once. */
import { employmentsOf, type OpenEmployment } from '@ledger/case';
import { day, type Day } from '@ledger/time';
import { isUscc, type StreamName } from '@ledger/vocabulary';
import { isBelow } from './ages.js';
import type { Decider } from './decider.js';
import type { Knowledge } from './knowledge.js';
import { refuse, type Refusal } from './proposal.js';

/** GB 32100: the check character of an employer's code. */
export function usccObjection(employerUscc: string | undefined): Refusal | undefined {
  if (employerUscc === undefined || isUscc(employerUscc)) return undefined;
  return refuse('UNKNOWN_CODE', 'employerUscc', 'uscc');
}

export const employmentStarted: Decider<'EmploymentStarted'> = {
  content: ({ effectiveOn, data: { employerUscc, contractTermTo } }) => {
    const badCode = usccObjection(employerUscc);
    if (badCode) return badCode;
    return contractTermTo !== undefined && contractTermTo <= effectiveOn
      ? refuse('INVALID_PERIOD', 'contractTermTo')
      : undefined;
  },
  standing: ({ stream, effectiveOn, data }, known) =>
    isBelow(known, stream, 'employment.min-age', day(effectiveOn), data.division)
      ? refuse('CONDITION_NOT_MET', 'effectiveOn', 'workingAge')
      : undefined,
};

/** It ends the employment that it names, or the only one that is open. */
export const employmentEnded: Decider<'EmploymentEnded'> = {
  standing: ({ stream, effectiveOn, data: { startedEventId } }, known) => {
    const open = openEmployments(known, stream, day(effectiveOn));
    if (startedEventId !== undefined) {
      if (open.some(({ event }) => event === startedEventId)) return undefined;
      const exists = known
        .events(stream)
        .some(({ id, type }) => id === startedEventId && type === 'EmploymentStarted');
      return exists
        ? refuse('NOT_IN_FORCE', 'startedEventId', 'noEmployment')
        : refuse('UNKNOWN_EVENT', 'startedEventId', 'employmentUnknown');
    }
    if (open.length === 0) return refuse('NOT_IN_FORCE', 'effectiveOn', 'noEmployment');
    return open.length > 1 ? refuse('MISSING_FIELD', 'startedEventId', 'whichEmployment') : undefined;
  },
};

/** Those that had begun before that day and are not known to have ended by it. */
function openEmployments(known: Knowledge, stream: StreamName, on: Day): readonly OpenEmployment[] {
  return employmentsOf(known.known(stream)).filter(({ from, until }) => from < on && on < until);
}
