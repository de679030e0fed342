/** 残疾: the level certified, 1 the severest. */
import { day, END, type Day, type Unknown } from '@ledger/time';
import type { KnownEvent, KnownStream } from './as-known.js';
import { statedFact, type FactTimeline, type FactValue } from './fact.js';
import { stateOver, type Stretch } from './intervals.js';
import { isOf } from './membership.js';

const DISABILITY_EVENTS = ['DisabilityCertified', 'DisabilityCertificateEnded'] as const;
const NONE = 'none';

/**
 * One person has one certificate (残疾人证), whose `level` is the severest of all its categories: what was certified last
 * holds, whether or not it says which level it changes, until the next one, its printed end, or the end of certificates.
 */
function levelOver(stream: KnownStream): FactTimeline {
  return stateOver<FactValue | Unknown>(
    NONE,
    stream.ofTypes(...DISABILITY_EVENTS).map((known): Stretch<FactValue | Unknown> => {
      const { from, because } = known;
      if (!isOf(known, 'DisabilityCertified')) return { from, because, value: NONE };
      return { from, until: endOf(known), because, value: known.data.level };
    }),
  );
}

function endOf({ until = END, data: { validTo } }: KnownEvent<'DisabilityCertified'>): Day {
  const printed = validTo === undefined ? END : day(validTo);
  return printed < until ? printed : until;
}

export const disabilityLevel = statedFact({
  name: 'disabilityLevel',
  title: { zh: '残疾等级', en: 'Disability level' },
  scope: 'person',
  unit: 'number',
  silent: NONE,
  department: 'DPF',
  from: [...DISABILITY_EVENTS],
  fold: levelOver,
});
