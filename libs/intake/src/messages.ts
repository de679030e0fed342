/** What intake says of lines and of whole events; what it says of fields is the vocabulary's. */
import type { StreamKind, Title } from '@ledger/vocabulary';
import type { LineFault } from './ndjson.js';
import type { JsonFault } from './json-text.js';

export const LINE_MESSAGES = {
  'too-large': {
    zh: '这一行超过1 MiB，不可能是一条事件。请检查导出程序是否漏了换行；附件只以编号引用。',
    en: 'This line is longer than 1 MiB, which no event is. See whether the export has lost its line ends; refer to documents by reference only.',
  },
  'not-utf-8': {
    zh: '这一行不是UTF-8编码（可能是GBK）。请以UTF-8重新导出。',
    en: 'This line is not UTF-8 (it may be GBK). Export it again as UTF-8.',
  },
  nul: {
    zh: '这一行含有NUL字符，不是文本（可能是UTF-16或二进制文件）。请以UTF-8文本重新导出。',
    en: 'This line holds NUL characters: it is not text (it may be UTF-16, or a binary file). Export it again as UTF-8 text.',
  },
  'cut-short': {
    zh: '文件在这一行中间断了。请重新导出或传输完整文件后再次导入；已登记的事件不会重复登记。',
    en: 'The file is cut short in the middle of this line. Export or transfer it again and import the whole file; what is recorded is not recorded twice.',
  },
  'not-json': {
    zh: '这一行不是JSON。每行应为一个完整的JSON对象，即一条事件。',
    en: 'This line is not JSON. Each line must be one whole JSON object: one event.',
  },
  'duplicate-key': {
    zh: '这一行的同一个对象里有重复的字段，无法判断以哪个为准。请只保留一个。',
    en: 'An object on this line has the same field twice, and nobody can tell which one is meant. Keep one.',
  },
} as const satisfies Readonly<Record<LineFault | JsonFault | 'cut-short', Title>>;

export const EVENT_MESSAGES = {
  notAnEvent: {
    zh: '一条事件应为一个JSON对象。请每行写一个对象，不要写成数组或文本。',
    en: 'An event must be a JSON object. Write one object a line, not an array or a text.',
  },
  nestsTooDeep: {
    zh: '内容嵌套过深，不是事件。请对照目录填写。',
    en: 'This nests deeper than any event does. Compare it with the catalogue.',
  },
  reservedKey: {
    zh: '字段名__proto__不可使用。请删去。',
    en: 'No field may be called __proto__. Remove it.',
  },
  typeMissing: {
    zh: '缺少type。请填写事件目录中的名称（ledger catalogue）。',
    en: 'type is missing. Give a name from the catalogue (ledger catalogue).',
  },
  idMissing: {
    zh: '缺少id。请填写UUID，或填写source.system和source.recordNumber，由系统推导。',
    en: 'id is missing. Give a UUID, or source.system and source.recordNumber, from which it is derived.',
  },
  nationalIdTwice: {
    zh: '两处身份证号不一致。请只填写data.nationalId。',
    en: 'The event gives two different national IDs. Give it once, in data.nationalId.',
  },
  personTwice: {
    zh: '人员只能指称一次。请在person和nationalId中只保留一个。',
    en: 'The person is named twice. Keep one of person and nationalId.',
  },
  identityInClear: {
    zh: '该字段以明文保存，不得含公民身份号码。请改用来源系统自己的编号。',
    en: 'This field is kept in clear and must not hold a national ID number. Use the source system’s own number.',
  },
  reservedText: {
    zh: '该字段不得以“sealed:v”开头，那是已封存内容的标记。请填写原文。',
    en: 'This field must not begin with “sealed:v”, which marks sealed text. Send the text itself.',
  },
} as const satisfies Readonly<Record<string, Title>>;

const KIND_NAMES: Readonly<Record<StreamKind, Title>> = {
  person: { zh: '人员（person）', en: 'person' },
  household: { zh: '家庭（household）', en: 'household' },
  decision: { zh: '决定（decision）', en: 'decision' },
  complaint: { zh: '投诉（complaint）', en: 'complaint' },
  division: { zh: '区划（division）', en: 'division' },
};

export function unknownType(nearest: string | undefined): Title {
  if (nearest === undefined) {
    return {
      zh: '没有这种事件。请使用事件目录中的名称（ledger catalogue）。',
      en: 'There is no such event type. Use a name from the catalogue (ledger catalogue).',
    };
  }
  return {
    zh: `没有这种事件。是否应为${nearest}？`,
    en: `There is no such event type. Did you mean ${nearest}?`,
  };
}

export function subjectMissing(kinds: readonly StreamKind[]): Title {
  return {
    zh: `缺少事件的对象。请填写${inChinese(kinds)}的编号。`,
    en: `The event does not say whom it is about. Give the id of a ${inEnglish(kinds)}.`,
  };
}

export function onlyOneSubject(kinds: readonly StreamKind[]): Title {
  return {
    zh: `一条事件只能有一个对象。请只保留${inChinese(kinds)}。`,
    en: `An event is about one subject. Keep the ${inEnglish(kinds)} and remove the others.`,
  };
}

export function wrongSubject(kinds: readonly StreamKind[]): Title {
  return {
    zh: `这种事件的对象应为${inChinese(kinds)}。`,
    en: `An event of this type is about a ${inEnglish(kinds)}.`,
  };
}

export function badSubjectId(kind: StreamKind): Title {
  if (kind === 'division') {
    return {
      zh: 'division应为六位区划代码（村为十二位），如"510112"。',
      en: 'division must be a code of six digits, or twelve for a village, as "510112".',
    };
  }
  return { zh: `${kind}应为台账编号（UUID）。`, en: `${kind} must be a ledger id (a UUID).` };
}

function inChinese(kinds: readonly StreamKind[]): string {
  return kinds.map((kind) => KIND_NAMES[kind].zh).join('或');
}

function inEnglish(kinds: readonly StreamKind[]): string {
  return kinds.map((kind) => KIND_NAMES[kind].en).join(' or ');
}
