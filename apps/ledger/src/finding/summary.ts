/** What a finding says to the officer who has to look into it. */
import { FIRST_SLICE } from '@ledger/policy';
import type { BreachCode, ConflictCode, FindingKind } from '@ledger/findings';
import type { FindingInterval } from '@ledger/read-models';
import type { Title } from '@ledger/vocabulary';

const KINDS: Readonly<Record<FindingKind, Title>> = {
  unserved: { zh: '应享未享', en: 'Entitled, but without a decision or a service' },
  'ineligible-in-receipt': { zh: '不应享而享', en: 'Receives what there is no entitlement to' },
  underpaid: { zh: '少发', en: 'Paid too little' },
  overpaid: { zh: '多发', en: 'Paid too much' },
  'decision-out-of-date': { zh: '决定已过时', en: 'A decision that what is known no longer supports' },
  undetermined: { zh: '事实不全，无法判定', en: 'Cannot be told: a department owes a fact' },
  'conflicting-facts': { zh: '事实相互矛盾', en: 'Facts contradict each other' },
  'double-benefit': { zh: '重复享受', en: 'The same benefit twice' },
  breach: { zh: '保障未落实', en: 'A safeguard that does not hold' },
  overdue: { zh: '逾期未办', en: 'Overdue' },
};

const CODES: Readonly<Record<ConflictCode | BreachCode, Title>> = {
  'C-ID-MISMATCH': {
    zh: '身份证号码所示出生日期或性别与登记不一致',
    en: 'The national ID says another birth date or sex than the register',
  },
  'C-AFTER-DEATH': { zh: '死亡之后仍有活动记录', en: 'An activity later than the death' },
  'C-RESIDENCE-OVERLAP': { zh: '两处城镇居住同时有效', en: 'Two residences in town are open at once' },
  'C-LATE-PERMIT': {
    zh: '居住证制发超过法定期限',
    en: 'The residence permit was issued after the time limit',
  },
  'C-DOUBLE-PENSION': {
    zh: '重复领取养老金或同月重复参保',
    en: 'Two basic pensions, or two pension schemes for the same months',
  },
  'C-DOUBLE-MED': {
    zh: '居民医保与职工医保重复参保',
    en: "Residents' and employees' medical insurance both open",
  },
  'C-POV-VS-MCA': {
    zh: '扶贫登记为低保或特困，民政无此记录',
    en: 'The poverty register says dibao or tekun, civil affairs has no such status',
  },
  'C-ART16-SUSPECT': {
    zh: '落户前后农村权益非自愿或无补偿终止，疑违反第十六条',
    en: 'A rural right ended unwillingly or without compensation near a hukou transfer (article 16)',
  },
  LAND_RIGHTS_CONDITION: {
    zh: '以放弃农村权益为落户条件，已拒绝（第十六条）',
    en: 'Giving up rural rights was made a condition of settling, and was refused (article 16)',
  },
  UNLAWFUL_TAKEBACK: {
    zh: '违法收回农村权益（第十六条）',
    en: 'A rural right was taken back unlawfully (article 16)',
  },
};

/** By its code where it has one, by its kind otherwise, with the entitlement it is about. */
export function summaryOf({ kind, code, entitlement }: FindingInterval): Title {
  const said = (CODES as Readonly<Record<string, Title>>)[code ?? ''] ?? KINDS[kind];
  const about = entitlement === null ? undefined : FIRST_SLICE.entitlements.get(entitlement)?.title;
  return about ? { zh: `${said.zh}：${about.zh}`, en: `${said.en}: ${about.en}` } : said;
}
