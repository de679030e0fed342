import { defineEvent } from './event-type.js';
import { calendarDate, code, eventId, group, list, oneOf, sealedText, whole } from './fields.js';

/** 残疾等级 1 to 4; 1 is the severest. */
const level = () => whole(1, 4);

/** 残疾人证核发、类别或等级变更. `effectiveOn` is the issue date of this level; `level` is the severest of all. */
export const disabilityCertified = defineEvent({
  type: 'DisabilityCertified',
  title: { zh: '残疾人证核发', en: 'Disability certified' },
  articles: [8, 11],
  streams: ['person'],
  owners: ['DPF', 'MCA'],
  privacy: 'P2',
  data: group({
    certNoToken: sealedText().exactOptional(),
    categories: list(code('disabilityCategory')).exactOptional(),
    level: level(),
    perCategory: list(group({ category: code('disabilityCategory'), level: level() })).exactOptional(),
    issuedOn: calendarDate().exactOptional(),
    validTo: calendarDate().exactOptional(),
    isChangeOf: eventId().exactOptional(),
  }),
});

/** 残疾人证注销、到期、冻结. */
export const disabilityCertificateEnded = defineEvent({
  type: 'DisabilityCertificateEnded',
  title: { zh: '残疾人证终止', en: 'Disability certificate ended' },
  articles: [11],
  streams: ['person'],
  owners: ['DPF'],
  privacy: 'P2',
  data: group({
    reason: oneOf('EXPIRED', 'CANCELLED', 'FROZEN', 'RECOVERED').exactOptional(),
  }),
});
