/** What is said about a single field. No message repeats a value: it may be a name or a number in the wrong column. */
import type { FieldKind } from './fields.js';
import type { Title } from './title.js';

export const FIELD_MESSAGES = {
  missing: { zh: '缺少{field}。请补填后重报。', en: '{field} is missing. Add it and send again.' },
  unknown: {
    zh: '这种事件没有字段{field}。请删去，或改用目录中的字段名。',
    en: 'There is no field {field} here. Remove it, or use a name from the catalogue.',
  },
  unknownNear: {
    zh: '这种事件没有字段{field}。是否应为{nearest}？',
    en: 'There is no field {field} here. Did you mean {nearest}?',
  },
  notAnObject: { zh: '{field}应为一组字段（对象）。', en: '{field} must be an object of fields.' },
  notText: {
    zh: '{field}应写成带引号的文本，即使看起来像数字。',
    en: 'Write {field} as text in quotes, also where it looks like a number.',
  },
  notACode: {
    zh: '{field}不是可用的代码。可用：{words}。',
    en: '{field} is not a known code. Use one of: {words}.',
  },
  notACodeOfList: {
    zh: '{field}不在代码表“{list}”（{standard}）内。请从该表选用。',
    en: '{field} is not in the code list “{list}” ({standard}). Choose a code from it.',
  },
  notRemovable: {
    zh: '更正只能改写{field}，不能清空。请填写新值；该事实从未发生的，请作废原事件。',
    en: 'A correction changes {field}, it cannot empty it. Give the new value; if it never happened, void the event.',
  },
} as const satisfies Readonly<Record<string, Title>>;

/** How a field of each kind is written. */
export const KIND_MESSAGES = {
  text: {
    zh: '{field}应为1到{most}个字的文本，不含控制字符。',
    en: '{field} must be text of 1 to {most} characters, without control characters.',
  },
  nationalId: {
    zh: '{field}应为带引号的公民身份号码，18位（旧证15位）。',
    en: '{field} must be a national ID number in quotes: 18 characters (15 on old cards).',
  },
  date: {
    zh: '{field}应为存在的日期，写作YYYY-MM-DD。',
    en: '{field} must be a date that exists, written YYYY-MM-DD.',
  },
  month: { zh: '{field}应为月份，写作YYYY-MM。', en: '{field} must be a month, written YYYY-MM.' },
  money: {
    zh: '{field}应为以元计、带引号的十进制金额，最多两位小数，如"105.00"。',
    en: '{field} must be an amount in yuan, decimal text in quotes with at most two places, as "105.00".',
  },
  decimal: {
    zh: '{field}应为带引号、不小于零的十进制数，最多六位小数，如"86.50"。',
    en: '{field} must be a decimal number in quotes, not negative, with at most six places, as "86.50".',
  },
  whole: {
    zh: '{field}应为{least}到{most}之间的整数。',
    en: '{field} must be a whole number from {least} to {most}.',
  },
  flag: { zh: '{field}应为true或false，不带引号。', en: '{field} must be true or false, without quotes.' },
  code: { zh: '{field}应为代码。', en: '{field} must be a code.' },
  division: {
    zh: '{field}应为带引号的六位区划代码（村为十二位），如"510112"。',
    en: '{field} must be a division code in quotes: six digits, or twelve for a village, as "510112".',
  },
  person: {
    zh: '{field}应为人员的台账编号（UUID）。',
    en: '{field} must be the ledger id of a person (a UUID).',
  },
  household: {
    zh: '{field}应为家庭的台账编号（UUID）。',
    en: '{field} must be the ledger id of a household (a UUID).',
  },
  event: { zh: '{field}应为事件编号（UUID）。', en: '{field} must be the id of an event (a UUID).' },
  decision: { zh: '{field}应为决定编号（UUID）。', en: '{field} must be the id of a decision (a UUID).' },
  list: { zh: '{field}应为列表，最多{most}项。', en: '{field} must be a list of at most {most} items.' },
  group: {
    zh: '{field}各项不能同时成立。请对照目录填写。',
    en: 'The fields of {field} do not fit together. Compare them with the catalogue.',
  },
  free: { zh: '{field}应为一组字段（对象）。', en: '{field} must be an object of fields.' },
} as const satisfies Readonly<Record<FieldKind, Title>>;

/** What is said about the envelope. */
export const ENVELOPE_MESSAGES = {
  period: {
    zh: '{field}必须晚于effectiveOn。请更正日期后重报。',
    en: '{field} must lie after effectiveOn. Correct the dates and send again.',
  },
  identityInReference: {
    zh: '{field}不得含公民身份号码。请改用来源系统自己的编号。',
    en: '{field} must not hold a national ID number. Use the source system’s own number.',
  },
  sha256: {
    zh: '{field}应为64位小写十六进制的SHA-256。',
    en: '{field} must be a SHA-256 in 64 lower-case hexadecimal digits.',
  },
} as const satisfies Readonly<Record<string, Title>>;
