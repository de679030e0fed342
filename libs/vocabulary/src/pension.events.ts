import { defineEvent } from './event-type.js';
import { code, decisionId, division, group, money, month, oneOf } from './fields.js';

/** 养老待遇领取. `effectiveOn` is the first day of `firstMonth`. */
export const pensionBenefitStarted = defineEvent({
  type: 'PensionBenefitStarted',
  title: { zh: '养老待遇领取', en: 'Pension benefit started' },
  articles: [8, 9],
  streams: ['person'],
  owners: ['HRSS'],
  privacy: 'P2',
  data: group({
    scheme: code('insuranceScheme'),
    payerDivision: division().exactOptional(),
    firstMonth: month(),
    components: group({
      base: money().exactOptional(),
      account: money().exactOptional(),
      yearsBonus: money().exactOptional(),
      elderBonus: money().exactOptional(),
      localAdd: money().exactOptional(),
    }).exactOptional(),
    decisionId: decisionId().exactOptional(),
  }),
});

/** 养老待遇终止或暂停. */
export const pensionBenefitEnded = defineEvent({
  type: 'PensionBenefitEnded',
  title: { zh: '养老待遇终止', en: 'Pension benefit ended' },
  articles: [8, 9],
  streams: ['person'],
  owners: ['HRSS'],
  privacy: 'P2',
  data: group({
    scheme: code('insuranceScheme'),
    reason: oneOf('DEATH', 'SWITCHED', 'CERTIFICATION_FAILED', 'IMPRISONED', 'CORRECTION').exactOptional(),
    lastMonth: month().exactOptional(),
  }),
});
