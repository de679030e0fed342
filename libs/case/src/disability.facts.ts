/** 残疾: the level certified, 1 the severest. */
import { constant, day, END, paint, type Day } from '@ledger/time';
import type { KnownStream } from './as-known.js';
import { statedFact, type FactTimeline, type FactValue } from './fact.js';
import type { Unknown } from '@ledger/time';

const DISABILITY_EVENTS = ['DisabilityCertified', 'DisabilityCertificateEnded'] as const;

/** A certificate holds until its printed end, until a certificate that changes it, or until the certificates end. */
function endOf(stream: KnownStream, certificate: { event: { id: string }; from: Day; until: Day | undefined; data: { validTo?: string | undefined } }): Day {
  const ends = [
    certificate.until ?? END,
    certificate.data.validTo === undefined ? END : day(certificate.data.validTo),
    stream.ofType('DisabilityCertificateEnded').find((ended) => ended.from >= certificate.from)?.from ?? END,
    stream.ofType('DisabilityCertified').find((later) => later.data.isChangeOf === certificate.event.id)?.from ?? END,
  ];
  return Math.min(...ends) as Day;
}

/** The severest level of the certificates valid on each day. */
function levelOver(stream: KnownStream): FactTimeline {
  let timeline: FactTimeline = constant<FactValue | Unknown>('none');
  const ended = stream.ofType('DisabilityCertificateEnded');
  for (const end of ended) timeline = paint<FactValue | Unknown>(timeline, end.from, END, 'none', end.because);
  const mildestFirst = [...stream.ofType('DisabilityCertified')].sort((a, b) => b.data.level - a.data.level);
  for (const certificate of mildestFirst) {
    const until = endOf(stream, certificate);
    timeline = paint<FactValue | Unknown>(timeline, certificate.from, until, certificate.data.level, certificate.because);
  }
  return timeline;
}

export const disabilityLevel = statedFact({
  name: 'disabilityLevel',
  title: { zh: '残疾等级', en: 'Disability level' },
  scope: 'person',
  unit: 'number',
  silent: 'none',
  department: 'DPF',
  from: [...DISABILITY_EVENTS],
  fold: levelOver,
});
