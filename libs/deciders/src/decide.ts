/** The whole decision about one proposal: record it, or refuse it with a code; pure. */
import { decideAmendment, isAmending } from './amendment.decider.js';
import { deciderOf } from './deciders.js';
import { generalObjection } from './general-preconditions.js';
import type { Knowledge } from './knowledge.js';
import { namedIn, subjectOf } from './named.js';
import { refuse, type Decision, type Proposal, type Refusal, type Trace } from './proposal.js';

export function decide(proposal: Proposal, known: Knowledge): Decision {
  if (isAmending(proposal)) {
    const amended = decideAmendment(proposal, known);
    return 'refusal' in amended
      ? refused(proposal, amended.refusal)
      : { decision: 'record', proposal: amended.proposal };
  }
  const decider = deciderOf(proposal.type);
  const refusal =
    generalObjection(proposal, known) ??
    decisionObjection(proposal, known) ??
    decider.content?.(proposal) ??
    decider.standing?.(proposal, known);
  if (refusal) return refused(proposal, refusal);
  return { decision: 'record', proposal: decider.complete?.(proposal) ?? proposal };
}

/** A decision that is relied on has been taken. */
function decisionObjection({ type, data }: Proposal, known: Knowledge): Refusal | undefined {
  const absent = namedIn(type, data).find(
    (named) => named.kind === 'decision' && !known.exists(subjectOf(named)),
  );
  return absent && refuse('NOT_IN_FORCE', absent.field, 'decisionUnknown');
}

function refused(proposal: Proposal, refusal: Refusal): Decision {
  const trace = refusal.code === 'LAND_RIGHTS_CONDITION' ? traceOf(proposal) : undefined;
  return trace ? { decision: 'refuse', refusal, trace } : { decision: 'refuse', refusal };
}

const LAND_RIGHTS_ARTICLE = 16;

/**
 * An unlawful demand is refused and leaves its trace, so that it survives a rebuild and can be supervised. The ledger
 * writes it itself; its operator is the big data centre, and `attemptedBy` says who made the demand.
 */
function traceOf({ id, type, stream, effectiveOn, source, correlationId }: Proposal): Trace {
  const { department, division } = source;
  return {
    type: 'RefusalRecorded',
    stream,
    effectiveOn,
    source: { department: 'DATA', system: 'ledger' },
    confidence: 'verified',
    evidence: [],
    causationId: id,
    ...(correlationId !== undefined && { correlationId }),
    data: {
      code: 'LAND_RIGHTS_CONDITION',
      article: LAND_RIGHTS_ARTICLE,
      attemptedType: type,
      attemptedBy: division === undefined ? department : `${department}/${division}`,
    },
    subjects: [stream],
  };
}
