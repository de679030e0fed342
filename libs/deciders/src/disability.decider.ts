/** 残疾: certificates and their end. */
import { addDays, day } from '@ledger/time';
import type { Decider } from './decider.js';
import { refuse } from './proposal.js';

export const disabilityCertified: Decider<'DisabilityCertified'> = {
  content: ({ effectiveOn, data: { validTo } }) =>
    validTo !== undefined && validTo <= effectiveOn ? refuse('INVALID_PERIOD', 'validTo') : undefined,
  standing: ({ stream, data: { isChangeOf } }, known) => {
    if (isChangeOf === undefined) return undefined;
    const changed = known
      .events(stream)
      .some(({ id, type }) => id === isChangeOf && type === 'DisabilityCertified');
    return changed ? undefined : refuse('UNKNOWN_EVENT', 'isChangeOf', 'certificateUnknown');
  },
};

/** An expiry is told on the day that the certificate itself names, when it holds no longer. */
export const disabilityCertificateEnded: Decider<'DisabilityCertificateEnded'> = {
  standing: ({ stream, effectiveOn, data: { reason } }, known) => {
    const on = day(effectiveOn);
    const lastDay = reason === 'EXPIRED' ? addDays(on, -1) : on;
    const ended = known.known(stream).ofType('DisabilityCertificateEnded');
    const open =
      known.fact(stream, 'disabilityLevel', lastDay) !== 'none' && !ended.some(({ from }) => from === on);
    return open ? undefined : refuse('NOT_IN_FORCE', 'effectiveOn', 'noCertificate');
  },
};
