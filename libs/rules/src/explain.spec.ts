import {
  figure,
  her,
  householdIn,
  householdOf,
  labelsIn,
  personIn,
  sayingIn,
  type Said,
} from '@ledger/case/testing';
import { day, END, formatOpenDay, join, type Ground } from '@ledger/time';
import {
  all,
  any,
  anyMember,
  atLeast,
  cannotBeTold,
  choose,
  derivedCondition,
  division,
  either,
  entitlement,
  fact,
  monthly,
  ofHousehold,
  onTheEve,
  orElse,
  parameter,
  product,
  reaches,
  since,
  sum,
  yes,
} from './combinators.js';
import { explain, explainNode, writtenFact, type Explanation } from './explain.js';
import type { Condition, EntitlementDefinition, RuleNode } from './tree.js';

const NATION = division('000000');
const born = her(
  'PersonRegistered',
  '1960-02-29',
  { birthDate: '1960-02-29', sex: '2', hukouDivision: '513437', hukouClass: '220' },
  { id: 'born' },
);
const tekun: Said = {
  ...her('StatusRecognised', '2020-01-10', { kind: 'TEKUN', division: '510112' }, { id: 'tekun' }),
  until: '2020-03-10',
};
const right = (when: Condition, more: Partial<EntitlementDefinition> = {}): EntitlementDefinition => ({
  ...entitlement({
    code: 'test.right',
    title: { zh: '权利', en: 'A right' },
    article: 8,
    department: 'MCA',
    beneficiary: { kind: 'person' },
    inForceFrom: '2019-01-01',
    basis: 'a law',
    when,
    division: fact('hukouDivision'),
    notEncoded: [],
  }),
  ...more,
});

const grounds = (explanation: Explanation): readonly string[] =>
  labelsIn(explanation.restsOn.reduce<Ground>((all, atom) => join(all, atom), null));

/** The tree, a line a part: verdict, label, value, from when to when, what it rests on. */
function tree(explanation: Explanation, depth = 0): readonly string[] {
  const { verdict, label, value, from, until } = explanation;
  const said = value === null ? '' : ` = ${value}`;
  const days = `${formatOpenDay(from) ?? 'always'}..${formatOpenDay(until) ?? 'open'}`;
  const line = `${'  '.repeat(depth)}${verdict}: ${label.en}${said} (${days}) [${grounds(explanation).join(' ')}]`;
  return [line, ...explanation.because.flatMap((part) => tree(part, depth + 1))];
}
const treeOf = (node: RuleNode, on: string, ...given: readonly Said[]) =>
  tree(explainNode({ node, subject: personIn(given), day: day(on) }));

describe('an explanation', () => {
  it('says of each part whether it holds, around the day asked for, and what it rests on', () => {
    const rule = all(yes('tekun'), reaches(fact('birthDate'), parameter('age', NATION), 'year'));
    expect(
      treeOf(rule, '2020-02-01', born, tekun, figure('age', '60', { unit: 'year', label: 'age' })),
    ).toEqual([
      'no: All of the following (always..2020-02-29) [age born]',
      '  yes: In extreme difficulty (2020-01-10..2020-03-10) [tekun]',
      '  no: the figure age (years) have passed since Date of birth (2000-01-01..2020-02-29) [age born]',
      '    yes: Date of birth = 1960-02-29 (always..open) [born]',
      '    yes: the figure age = 60 year (2000-01-01..open) [age]',
      '      yes: division 000000 = 000000 (always..open) []',
    ]);
  });

  it('names what is missing', () => {
    const rule = any(
      yes('tekun'),
      cannotBeTold('selfCare'),
      atLeast(fact('contributedYears.RES_PENSION'), parameter('years', NATION)),
    );
    expect(treeOf(rule, '2019-02-01')).toEqual([
      'unknown: At least one of the following (always..open) [missing selfCare missing years]',
      '  no: In extreme difficulty (always..open) []',
      '  unknown: selfCare has not been reported (always..open) [missing selfCare]',
      '  unknown: Years of resident pension contributions is at least the figure years (always..open) [missing years]',
      '    yes: Years of resident pension contributions = 0 (always..open) []',
      '    unknown: the figure years (always..open) [missing years]',
      '      yes: division 000000 = 000000 (always..open) []',
    ]);
  });

  it('looks at the parts of a monthly right on the first of the month, and of an eve on the day before', () => {
    expect(treeOf(monthly(yes('tekun')), '2020-01-20', born, tekun)).toEqual([
      'no: Decided on the first day of the month, for the whole month (always..2020-02-01) []',
      '  no: In extreme difficulty (always..2020-01-10) []',
    ]);
    expect(treeOf(onTheEve(yes('tekun')), '2020-01-10', born, tekun)).toEqual([
      'no: Held on the day before (always..2020-01-11) []',
      '  no: In extreme difficulty (always..2020-01-10) []',
    ]);
  });

  it('shows of a choice the part that applies', () => {
    const rule = choose(parameter('word', NATION), { A: yes('tekun'), B: yes('alive') });
    const lines = treeOf(rule, '2020-02-01', born, tekun, figure('word', 'B', { label: 'word' }));
    expect(lines.map((line) => line.trim().split(' (')[0])).toEqual([
      'yes: As the figure word says',
      'yes: the figure word = B number',
      'yes: division 000000 = 000000',
      'yes: Alive',
    ]);
  });

  it('gives the article that coins a derived fact', () => {
    const derived = derivedCondition({
      name: 'inNeed',
      title: { zh: '困难', en: 'In need' },
      article: 10,
      condition: yes('tekun'),
    });
    const explained = explainNode({ node: derived, subject: personIn([tekun]), day: day('2020-02-01') });
    expect([explained.article, explained.label.en, explained.because.map(({ article }) => article)]).toEqual([
      10,
      'In need',
      [null],
    ]);
  });

  it('says of whom a part speaks', () => {
    const given = [...householdOf('LIVING', '2019-01-01', ['her', 'son']), tekun];
    const members = explainNode({
      node: anyMember(yes('tekun')),
      subject: householdIn(given),
      day: day('2020-02-01'),
    });
    expect(members.because.map(({ label, verdict }) => `${verdict}: ${label.en} ${label.zh}`)).toEqual([
      'yes: member her: In extreme difficulty 成员 her：特困人员',
      'no: member son: In extreme difficulty 成员 son：特困人员',
    ]);
    const household = explainNode({
      node: ofHousehold('LIVING', yes('ownsHome')),
      subject: personIn(given),
      day: day('2020-02-01'),
    });
    expect(household.because.map(({ label }) => label.en)).toEqual(['household home: Owns a home']);
  });

  it('leaves out members who do not belong on that day', () => {
    const left = sayingIn('household-home')('HouseholdMemberLeft', '2020-01-01', { personId: 'son' });
    const given = [...householdOf('LIVING', '2019-01-01', ['her', 'son']), left];
    const members = explainNode({
      node: anyMember(yes('tekun')),
      subject: householdIn(given),
      day: day('2020-02-01'),
    });
    expect(members.because.map(({ label }) => label.en)).toEqual(['member her: In extreme difficulty']);
  });
});

describe('a value in an explanation', () => {
  const base = figure('base', '105.00', { unit: 'yuan/month', label: 'base' });
  const paid = her(
    'InsuranceContributionPaid',
    '2019-01-05',
    { scheme: 'RES_PENSION', period: { year: 2018 }, accountBalance: '139.00' },
    { id: 'paid' },
  );

  it.each<{ name: string; node: RuleNode; value: string | null }>([
    { name: 'a figure as published', node: parameter('base', NATION), value: '105.00 yuan/month' },
    { name: 'money in yuan', node: fact('accountBalance.RES_PENSION'), value: '139.00' },
    {
      name: 'a sum of money',
      node: sum(parameter('base', NATION), fact('accountBalance.RES_PENSION')),
      value: '244.00',
    },
    {
      name: 'money times a number',
      node: product(parameter('base', NATION), fact('contributedYears.RES_PENSION')),
      value: '105.00',
    },
    { name: 'numbers as they are', node: fact('contributedYears.RES_PENSION'), value: '1' },
    {
      name: 'a sum of numbers',
      node: sum(fact('contributedYears.RES_PENSION'), fact('contributedYears.RES_PENSION')),
      value: '2',
    },
    { name: 'a date', node: fact('birthDate'), value: '1960-02-29' },
    { name: 'a code', node: fact('hukouDivision'), value: '513437' },
    { name: 'a flag', node: fact('alive'), value: 'true' },
    { name: 'a date that does not come', node: since(yes('tekun'), parameter('gap', NATION)), value: 'none' },
    {
      name: 'one or the other by its unit',
      node: either(yes('alive'), parameter('base', NATION), parameter('other', NATION)),
      value: '105.00',
    },
    { name: 'nothing, where it is unknown', node: parameter('other', NATION), value: null },
  ])('$name: $value', ({ node, value }) => {
    const explained = explainNode({ node, subject: personIn([born, base, paid]), day: day('2019-02-01') });
    expect([explained.value, explained.verdict]).toEqual([value, value === null ? 'unknown' : 'yes']);
  });

  it('that stands in for another speaks for it', () => {
    const place = orElse(fact('insuranceDivision.RES_PENSION'), fact('hukouDivision'));
    expect(treeOf(place, '2019-02-01', born)).toEqual([
      'yes: Place of hukou = 513437 (1960-02-29..open) [born]',
    ]);
  });

  it.each`
    value                | unit        | text
    ${10500}             | ${'money'}  | ${'105.00'}
    ${159900}            | ${'area'}   | ${'15.99'}
    ${day('2020-02-29')} | ${'date'}   | ${'2020-02-29'}
    ${END}               | ${'date'}   | ${'none'}
    ${3}                 | ${'number'} | ${'3'}
    ${false}             | ${'flag'}   | ${'false'}
    ${'510112'}          | ${'code'}   | ${'510112'}
  `('of $unit is written $text', ({ value, unit, text }: { value: number; unit: 'money'; text: string }) => {
    expect(writtenFact(value, unit)).toBe(text);
  });
});

describe('an entitlement explained', () => {
  const amount = { value: parameter('base', NATION), per: 'month' as const };
  const base = figure('base', '105.00', { unit: 'yuan/month', label: 'base' });

  it('is called by its title and article, with its amount beside its condition', () => {
    const explained = explain(
      right(yes('tekun'), { amount }),
      personIn([born, tekun, base]),
      day('2020-02-01'),
    );
    expect([explained.label.en, explained.article, explained.verdict]).toEqual(['A right', 8, 'yes']);
    expect(explained.because.map(({ label, value }) => [label.en, label.zh, value])).toEqual([
      ['In force from 2019-01-01 (a law)', '自2019-01-01起施行（a law）', null],
      ['In extreme difficulty', '特困人员', null],
      ['Amount: the figure base', '金额：标准 base', '105.00 yuan/month'],
    ]);
  });

  it('has no amount where there is no right', () => {
    const explained = explain(right(yes('tekun'), { amount }), personIn([born, base]), day('2020-02-01'));
    expect([explained.verdict, explained.because.length]).toEqual(['no', 2]);
  });

  it('waits for the verification of what was only declared, and says so', () => {
    const declared: Said = { ...tekun, confidence: 'declared' };
    const explained = explain(
      right(yes('tekun'), { amount }),
      personIn([born, declared, base]),
      day('2020-02-01'),
    );
    expect(explained.verdict).toBe('unknown');
    expect(explained.because.map(({ verdict, label }) => `${verdict}: ${label.en.slice(0, 40)}`)).toEqual([
      'yes: In force from 2019-01-01 (a law)',
      'yes: In extreme difficulty',
      'unknown: Facts that were only declared must be ve',
    ]);
    expect(grounds(explained.because[2] ?? explained)).toEqual(['missing verification']);
  });
});
