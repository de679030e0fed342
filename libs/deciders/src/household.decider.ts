/** 家庭: households of four kinds, their members, and the economy of those who live together. */
import { RELATION_NOT_STATED } from '@ledger/case';
import { day } from '@ledger/time';
import type { Decider } from './decider.js';
import { householdKindObjection, isMemberElsewhere, membersOn, relationOn } from './household-membership.js';
import { refuse } from './proposal.js';

export const householdEstablished: Decider<'HouseholdEstablished'> = {
  standing: ({ stream }, known) =>
    known.isRegistered(stream) ? refuse('ALREADY_IN_FORCE', 'household', 'alreadyRegistered') : undefined,
};

/** A member who joins again states a relation; one who joins with the same relation states nothing. */
export const householdMemberJoined: Decider<'HouseholdMemberJoined'> = {
  standing: (event, known) => {
    const { personId, relation = RELATION_NOT_STATED } = event.data;
    if (isMemberElsewhere(known, event, personId))
      return refuse('ALREADY_IN_FORCE', 'personId', 'memberElsewhere');
    const present = relationOn(known, event.stream, personId, day(event.effectiveOn));
    return present === relation ? refuse('ALREADY_IN_FORCE', 'personId', 'memberAlready') : undefined;
  },
};

export const householdMemberLeft: Decider<'HouseholdMemberLeft'> = {
  standing: ({ stream, effectiveOn, data: { personId } }, known) =>
    relationOn(known, stream, personId, day(effectiveOn)) === null
      ? refuse('NOT_IN_FORCE', 'personId', 'notAMember')
      : undefined,
};

/** Kind of evidence: the household's signed authorisation to look at taxes, accounts and property. */
const AUTHORISATION = 'AUTHORISATION';

export const householdEconomyVerified: Decider<'HouseholdEconomyVerified'> = {
  content: ({ effectiveOn, evidence, data: { validTo } }) => {
    if (!evidence.some(({ kind }) => kind === AUTHORISATION))
      return refuse('MISSING_FIELD', 'evidence', 'authorisation');
    return validTo !== undefined && validTo <= effectiveOn ? refuse('INVALID_PERIOD', 'validTo') : undefined;
  },
  standing: (event, known) => {
    const members = membersOn(known, event.stream, day(event.effectiveOn));
    const stranger = event.data.membersCounted.findIndex((person) => !members.includes(person));
    return (
      householdKindObjection(known, event, 'LIVING') ??
      (stranger < 0 ? undefined : refuse('NOT_IN_FORCE', `membersCounted[${stranger}]`, 'notAMember'))
    );
  },
};
