/** 居住: arrival in a town, moving on, leaving, the residence permit. */
import { DIVISIONS } from '@ledger/case';
import { addMonths, day, type Day } from '@ledger/time';
import { isTownClass } from '@ledger/vocabulary';
import { NOTHING_MORE, type Decider } from './decider.js';
import { numberOn } from './figures.js';
import type { Knowledge } from './knowledge.js';
import { refuse, type Proposal } from './proposal.js';

export const urbanArrivalRecorded: Decider<'UrbanArrivalRecorded'> = {
  content: ({ data }) =>
    isTownClass(data.urbanRuralClass) ? undefined : refuse('UNKNOWN_CODE', 'urbanRuralClass', 'notATown'),
};

export const residenceChanged: Decider<'ResidenceChanged'> = NOTHING_MORE;

export const urbanResidenceEnded: Decider<'UrbanResidenceEnded'> = {
  standing: ({ stream, effectiveOn }, known) =>
    known.fact(stream, 'livesInTown', day(effectiveOn)) === true
      ? undefined
      : refuse('NOT_IN_FORCE', 'effectiveOn', 'noUrbanResidence'),
};

/** 居住证暂行条例 §2: half a year in that city. A late permit (§9) is a finding, not a refusal. */
export const residencePermitIssued: Decider<'ResidencePermitIssued'> = {
  content: ({ effectiveOn, data: { acceptedOn, endorsedUntil } }) => {
    if (acceptedOn > effectiveOn) return refuse('INVALID_PERIOD', 'acceptedOn');
    return endorsedUntil < effectiveOn ? refuse('INVALID_PERIOD', 'endorsedUntil') : undefined;
  },
  standing: (event, known) => {
    const on = day(event.effectiveOn);
    const months = numberOn(known, 'residence-permit.min-stay', on, event.data.division);
    if (months === undefined) return undefined;
    const since = stayInCity(event, known, on);
    return since !== undefined && addMonths(since, months) <= on
      ? undefined
      : refuse('CONDITION_NOT_MET', 'effectiveOn', 'halfAYear');
  },
};

/** First day of the unbroken stay in the city that issues the permit. */
function stayInCity(
  { stream, data }: Proposal<'ResidencePermitIssued'>,
  known: Knowledge,
  on: Day,
): Day | undefined {
  const city = known.fact(stream, 'residenceCity', on);
  const since = known.fact(stream, 'inCitySince', on);
  return city === DIVISIONS.prefectureOf(data.division, on) && typeof since === 'number'
    ? (since as Day)
    : undefined;
}
