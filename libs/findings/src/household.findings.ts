/** Breaches that a household's facts show. */
import { END } from '@ledger/time';
import type { HouseholdCase } from '@ledger/case';
import type { Finding } from './finding.js';
import { eventsIn } from './overlap.js';

/** Contracted land taken back against the law: the safeguard of article 16 does not hold. */
export function unlawfulTakeback(household: HouseholdCase): readonly Finding[] {
  return household.stream
    .ofType('RuralRightEnded')
    .filter(({ data }) => data.kind === 'CONTRACT_LAND' && data.reason === 'UNLAWFUL_TAKEBACK')
    .map((known) => ({
      kind: 'breach',
      code: 'UNLAWFUL_TAKEBACK',
      entitlement: 'land.contract-right-kept',
      from: known.from,
      until: END,
      events: eventsIn(known.because),
    }));
}
