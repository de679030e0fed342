import { defineEvent } from './event-type.js';
import { code, flag, group, list, oneOf, personId, sealedText, text } from './fields.js';
import { formerPlace, place } from './place.js';

/** Conditions that article 16 forbids: 不得强行要求…放弃…土地承包权、宅基地使用权、集体收益分配权，或作为落户的条件. */
export const LAND_RIGHTS_CONDITIONS: ReadonlySet<string> = new Set([
  'GIVE_UP_CONTRACT_LAND',
  'GIVE_UP_HOMESTEAD',
  'GIVE_UP_COLLECTIVE_INCOME',
]);

/** 户口迁移申请. Conditions are in each office's own words: only those of {@link LAND_RIGHTS_CONDITIONS} have codes. */
export const hukouTransferApplied = defineEvent({
  type: 'HukouTransferApplied',
  title: { zh: '户口迁移申请', en: 'Hukou transfer applied for' },
  articles: [14, 16],
  streams: ['person'],
  owners: ['PSB'],
  privacy: 'P1',
  data: group({
    to: place(),
    reason: code('hukouMoveReason').exactOptional(),
    accompanying: list(personId()).exactOptional(),
    conditionsStated: list(group({ code: text(60), text: sealedText().exactOptional() })).exactOptional(),
    declarationRuralRightsKept: flag().exactOptional(),
  }),
});

/** 户口迁移完成. `effectiveOn` is the registration at the destination. */
export const hukouTransferCompleted = defineEvent({
  type: 'HukouTransferCompleted',
  title: { zh: '户口迁移完成', en: 'Hukou transfer completed' },
  articles: [14, 15, 16],
  streams: ['person'],
  owners: ['PSB'],
  privacy: 'P1',
  data: group({
    from: formerPlace().exactOptional(),
    to: place(),
    reason: code('hukouMoveReason').exactOptional(),
    certRef: sealedText().exactOptional(),
    accompanying: list(personId()).exactOptional(),
    ruralRightsSnapshot: group({
      contract: oneOf('KEPT').exactOptional(),
      homestead: oneOf('KEPT', 'VOLUNTARILY_EXITED').exactOptional(),
      collective: oneOf('KEPT').exactOptional(),
    }).exactOptional(),
  }),
});

/** 落户不予批准. Reasons are codes or words of the office. */
export const hukouTransferRejected = defineEvent({
  type: 'HukouTransferRejected',
  title: { zh: '落户不予批准', en: 'Hukou transfer rejected' },
  articles: [14, 16],
  streams: ['person'],
  owners: ['PSB'],
  privacy: 'P1',
  data: group({
    reasons: list(sealedText()),
    appealInfo: flag(),
  }),
});
