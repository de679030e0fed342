/** How each node of a rule is said, in Chinese and in English; total by type, so that no node is left without words. */
import { formatDay, type CalendarUnit } from '@ledger/time';
import { STATED_FACTS } from '@ledger/case';
import type { Condition, Quantity, Relation, RuleNode, Title } from './tree.js';

const say = (zh: string, en: string): Title => ({ zh, en });

const RELATIONS: Readonly<Record<Relation, Title>> = {
  'at least': say('不低于', 'at least'),
  'more than': say('高于', 'more than'),
  'at most': say('不高于', 'at most'),
  'less than': say('低于', 'less than'),
};
const UNITS: Readonly<Record<CalendarUnit, Title>> = {
  day: say('日', 'days'),
  month: say('个月', 'months'),
  year: say('年', 'years'),
};

export function factTitle(name: string): Title {
  return STATED_FACTS.get(name)?.title ?? say(name, name);
}

function about(name: string): Title {
  const { zh, en } = factTitle(name);
  return say(zh, en);
}

type Words = { readonly [Op in RuleNode['op']]: (node: Extract<RuleNode, { readonly op: Op }>) => Title };

const WORDS: Words = {
  all: () => say('以下条件全部满足', 'All of the following'),
  any: () => say('以下条件至少满足一项', 'At least one of the following'),
  not: () => say('以下条件不成立', 'Not the following'),
  yes: ({ fact }) => about(fact),
  isOneOf: ({ value, words }) => {
    const of = wordsOf(value);
    return say(`${of.zh}为：${words.join('、')}`, `${of.en} is one of: ${words.join(', ')}`);
  },
  same: ({ left, right }) => {
    const [a, b] = [wordsOf(left), wordsOf(right)];
    return say(`${a.zh}与${b.zh}相同`, `${a.en} equals ${b.en}`);
  },
  compare: ({ left, relation, right }) => {
    const [a, is, b] = [wordsOf(left), RELATIONS[relation], wordsOf(right)];
    return say(`${a.zh}${is.zh}${b.zh}`, `${a.en} is ${is.en} ${b.en}`);
  },
  reaches: ({ date, amount, unit }) => {
    const [a, b, of] = [wordsOf(date), wordsOf(amount), UNITS[unit]];
    return say(`自${a.zh}起满${b.zh}（${of.zh}）`, `${b.en} (${of.en}) have passed since ${a.en}`);
  },
  hasLasted: ({ of, amount, unit }) => {
    const [a, b, span] = [wordsOf(of), wordsOf(amount), UNITS[unit]];
    return say(`${a.zh}已满${b.zh}（${span.zh}）`, `${a.en} has lasted ${b.en} (${span.en})`);
  },
  monthly: () => say('按月首日核定，当月有效', 'Decided on the first day of the month, for the whole month'),
  onFirstOfYear: () => say('按1月1日状态核定', 'Decided on 1 January, for the whole year'),
  sometimeInYear: () => say('本年度内任一日满足', 'Met on any day of the calendar year'),
  startsBy: () =>
    say('自满足条件的当月或次月起计', 'Counts from the month, or the month after, it is first met'),
  onTheEve: () => say('前一日满足', 'Held on the day before'),
  inForce: ({ from, basis }) =>
    say(`自${formatDay(from)}起施行（${basis}）`, `In force from ${formatDay(from)} (${basis})`),
  choose: ({ by }) => {
    const of = wordsOf(by);
    return say(`按${of.zh}确定`, `As ${of.en} says`);
  },
  cannotBeTold: ({ fact }) => {
    const of = about(fact);
    return say(`${of.zh}待核实`, `${of.en} has not been reported`);
  },
  known: ({ value }) => {
    const of = wordsOf(value);
    return say(`${of.zh}已知`, `${of.en} is known`);
  },
  inAnyEmployment: () => say('任一就业中', 'In some employment'),
  since: ({ of }) => {
    const inner = wordsOf(of);
    return say(`${inner.zh}的起始日`, `since when: ${inner.en}`);
  },
  either: ({ then, otherwise }) => {
    const [a, b] = [wordsOf(then), wordsOf(otherwise)];
    return a.zh === b.zh ? a : say(`${a.zh}或${b.zh}`, `${a.en} or ${b.en}`);
  },
  fromMonthOf: ({ of }) => wordsOf(of),
  ofHousehold: () => say('所在家庭', 'The household he or she belongs to'),
  anyMember: () => say('家庭中至少一名成员', 'At least one member of the household'),
  derived: ({ fact }) => fact.title,
  fact: ({ fact }) => about(fact),
  parameter: ({ id }) => say(`标准 ${id}`, `the figure ${id}`),
  division: ({ code }) => say(`行政区划 ${code}`, `division ${code}`),
  sum: () => say('合计', 'the sum'),
  difference: () => say('差额', 'the difference'),
  product: () => say('乘积', 'the product'),
  quotient: () => say('商（四舍五入）', 'the quotient, rounded half up'),
  chooseValue: ({ by }) => {
    const of = wordsOf(by);
    return say(`按${of.zh}确定的数值`, `the value for ${of.en}`);
  },
  orElse: ({ first }) => wordsOf(first),
  monthlyValue: ({ of }) => wordsOf(of),
  ofHouseholdValue: ({ of }) => {
    const inner = wordsOf(of);
    return say(`家庭的${inner.zh}`, `${inner.en} of the household`);
  },
  ofHead: ({ of }) => {
    const inner = wordsOf(of);
    return say(`户主的${inner.zh}`, `${inner.en} of the head`);
  },
  ofMember: ({ of }) => {
    const inner = wordsOf(of);
    return say(`符合条件成员的${inner.zh}`, `${inner.en} of the member who qualifies`);
  },
  bestOfMembers: ({ of }) => {
    const inner = wordsOf(of);
    return say(`成员中最优先的${inner.zh}`, `the first ${inner.en} among the members`);
  },
  countMembers: () => say('计入人数', 'the members who count'),
  ladder: () => say('依次确定的类别', 'the first class that applies'),
  derivedValue: ({ fact }) => fact.title,
};

export function wordsOf(node: Condition | Quantity): Title {
  return WORDS[node.op](node as never);
}
