/** Each conflict beside its twin: what raises it, and what is near enough to be mistaken for it. */
import { personIn, type Said } from '@ledger/case/testing';
import { formatOpenDay } from '@ledger/time';
import { FINDINGS_OF_HOUSEHOLDS_FEED, FINDINGS_OF_PERSONS_FEED, findingsOf } from '../findings-of.js';
import type { ConflictCode } from '../finding.js';

/** What projections look at for every question: who belongs to what, the figures, second thoughts. */
const ALWAYS_FEED: ReadonlySet<string> = new Set([
  'HouseholdEstablished',
  'HouseholdMemberJoined',
  'HouseholdMemberLeft',
  'ParameterSet',
  'EventCorrected',
  'EventVoided',
  'VoidingReversed',
]);

function feeds({ type, stream }: Said): boolean {
  const feed = stream.startsWith('person-') ? FINDINGS_OF_PERSONS_FEED : FINDINGS_OF_HOUSEHOLDS_FEED;
  return ALWAYS_FEED.has(type) || feed.includes(type);
}

export interface Twin {
  readonly name: string;
  readonly given: readonly Said[];
  /** `from to until [events]`; empty where it is not raised */
  readonly raised: readonly string[];
}

/** `from to until [events, sorted]` of each finding of a code about her. */
export function found(code: string, given: readonly Said[]): readonly string[] {
  return findingsOf(personIn(given))
    .filter((finding) => finding.code === code)
    .map(({ from, until, events }) => {
      const days = `${formatOpenDay(from) ?? 'always'} to ${formatOpenDay(until) ?? 'open'}`;
      return `${days} [${[...events].sort().join(', ')}]`;
    });
}

export function conflict(code: ConflictCode, twins: readonly Twin[]): void {
  describe(code, () => {
    it.each(twins)('$name', ({ given, raised }) => {
      expect(found(code, given)).toEqual(raised);
    });

    it('turns on events that are said to feed it, and on no others', () => {
      for (const { given, raised } of twins) expect(found(code, given.filter(feeds))).toEqual(raised);
    });

    it('is a conflict between facts, of no entitlement', () => {
      const all = twins.flatMap(({ given }) => findingsOf(personIn(given)));
      const kinds = all
        .filter((finding) => finding.code === code)
        .map(({ kind, entitlement }) => [kind, entitlement]);
      expect(kinds).not.toEqual([]);
      expect(
        kinds.filter(([kind, entitlement]) => kind !== 'conflicting-facts' || entitlement !== null),
      ).toEqual([]);
    });
  });
}
