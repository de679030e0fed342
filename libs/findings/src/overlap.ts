/** Where two things are true together that should not be. */
import { atomsOf, merged, type Ground, type TruthTimeline } from '@ledger/time';
import { isEventAtom } from '@ledger/case';
import type { Finding } from './finding.js';

export function eventsIn(ground: Ground): readonly string[] {
  return atomsOf(ground)
    .filter(isEventAtom)
    .map((atom) => atom.key);
}

/** A finding for each stretch on which the condition holds. */
export function findingsWhere(
  condition: TruthTimeline,
  finding: Pick<Finding, 'kind' | 'code' | 'entitlement'>,
): readonly Finding[] {
  return merged(condition)
    .filter((piece) => piece.value === true)
    .map((piece) => ({ ...finding, from: piece.from, until: piece.until, events: eventsIn(piece.because) }));
}
