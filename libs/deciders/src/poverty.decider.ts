/** 建档立卡: registration, exit, return. */
import { day } from '@ledger/time';
import type { Decider } from './decider.js';
import { householdKindObjection, isMemberElsewhere } from './household-membership.js';
import type { Knowledge } from './knowledge.js';
import { refuse, type Proposal } from './proposal.js';

function registryOn(known: Knowledge, { stream, effectiveOn }: Proposal): string {
  return String(known.fact(stream, 'povertyRegistry', day(effectiveOn)));
}

/** Members who do not belong yet join by this event, so they may not belong to another register household. */
export const povertyHouseholdRegistered: Decider<'PovertyHouseholdRegistered'> = {
  standing: (event, known) => {
    const wrongKind = householdKindObjection(known, event, 'POVERTY_REGISTER');
    if (wrongKind) return wrongKind;
    if (registryOn(known, event) !== 'none')
      return refuse('ALREADY_IN_FORCE', 'household', 'registeredPoorAlready');
    const elsewhere = event.data.members.findIndex((person) => isMemberElsewhere(known, event, person));
    return elsewhere < 0 ? undefined : refuse('ALREADY_IN_FORCE', `members[${elsewhere}]`, 'memberElsewhere');
  },
};

export const povertyExitMarked: Decider<'PovertyExitMarked'> = {
  content: ({ effectiveOn, data: { policyRetainedUntil } }) =>
    policyRetainedUntil !== undefined && policyRetainedUntil < effectiveOn
      ? refuse('INVALID_PERIOD', 'policyRetainedUntil')
      : undefined,
  standing: (event, known) =>
    ['not-exited', 'returned'].includes(registryOn(known, event))
      ? undefined
      : refuse('NOT_IN_FORCE', 'household', 'notRegisteredPoor'),
};

/** Who is only watched need never have been in the register (脱贫不稳定户、边缘易致贫户、突发严重困难户). */
export const povertyReturnMarked: Decider<'PovertyReturnMarked'> = {
  standing: (event, known) =>
    event.data.kind !== 'RETURNED' || registryOn(known, event) === 'exited'
      ? undefined
      : refuse('NOT_IN_FORCE', 'household', 'notRegisteredPoor'),
};
