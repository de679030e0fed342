/** 住房: conditions as verified; public rental, one a household. */
import { day } from '@ledger/time';
import type { Decider } from './decider.js';
import { usccObjection } from './employment.decider.js';
import { householdKindObjection } from './household-membership.js';
import { refuse } from './proposal.js';

export const housingConditionVerified: Decider<'HousingConditionVerified'> = {
  content: ({ data }) => usccObjection(data.employerUscc),
  standing: (event, known) => householdKindObjection(known, event, 'LIVING'),
};

export const publicRentalAllocated: Decider<'PublicRentalAllocated'> = {
  content: ({ data: { from, to } }) =>
    from !== undefined && to !== undefined && to <= from ? refuse('INVALID_PERIOD', 'to') : undefined,
  standing: (event, known) =>
    householdKindObjection(known, event, 'LIVING') ??
    (known.fact(event.stream, 'publicRental', day(event.effectiveOn)) === true
      ? refuse('ALREADY_IN_FORCE', 'household', 'rentalHeld')
      : undefined),
};

export const publicRentalVacated: Decider<'PublicRentalVacated'> = {
  standing: ({ stream, effectiveOn }, known) =>
    known.fact(stream, 'publicRental', day(effectiveOn)) === true
      ? undefined
      : refuse('NOT_IN_FORCE', 'household', 'noRental'),
};
