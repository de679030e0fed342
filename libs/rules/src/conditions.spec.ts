import { figure, her, personIn, type Said } from '@ledger/case/testing';
import { told } from '@ledger/time/testing';
import {
  all,
  any,
  atLeast,
  atMost,
  cannotBeTold,
  choose,
  derivedCondition,
  division,
  fact,
  hasLasted,
  inAnyEmployment,
  inForce,
  isOneOf,
  known,
  lessThan,
  monthly,
  not,
  onFirstOfYear,
  onTheEve,
  parameter,
  reaches,
  same,
  sometimeInYear,
  startsBy,
  yes,
} from './combinators.js';
import { compileCondition } from './evaluate.js';
import type { Condition } from './tree.js';

const NATION = division('000000');
const CHENGDU = division('510100');
const value = (id: string) => parameter(id, NATION);

const status = (kind: 'TEKUN' | 'ORPHAN', id: string, from: string, until?: string): Said =>
  her('StatusRecognised', from, { kind, division: '510112' }, { id, ...(until !== undefined && { until }) });
const TEKUN = status('TEKUN', 't', '2020-01-10', '2020-03-10');
const ORPHAN = status('ORPHAN', 'o', '2020-02-05', '2020-05-05');
const born = her(
  'PersonRegistered',
  '1960-02-29',
  { birthDate: '1960-02-29', sex: '1', hukouDivision: '513437', hukouClass: '220' },
  { id: 'born' },
);
const works = (id: string, on: string, where: string, until?: string) =>
  her(
    'EmploymentStarted',
    on,
    { type: 'EMPLOYEE', division: where },
    { id, ...(until !== undefined && { until }) },
  );

/** What a condition says of her, over time. */
const says = (condition: Condition, ...given: readonly Said[]): readonly string[] =>
  told(compileCondition(condition)(personIn(given))).map((line) => line.replace('Symbol(unknown)', '?'));

interface Row {
  readonly name: string;
  readonly condition: Condition;
  readonly given: readonly Said[];
  readonly expected: readonly string[];
}

describe('joining conditions', () => {
  it.each<Row>([
    {
      name: 'all',
      condition: all(yes('tekun'), yes('orphan')),
      given: [TEKUN, ORPHAN],
      expected: [
        'always: false []',
        '2020-02-05: true [event:o event:t]',
        '2020-03-10: false [event:t]',
        '2020-05-05: false [event:o event:t]',
      ],
    },
    {
      name: 'any',
      condition: any(yes('tekun'), yes('orphan')),
      given: [TEKUN, ORPHAN],
      expected: [
        'always: false []',
        '2020-01-10: true [event:t]',
        '2020-02-05: true [event:o event:t]',
        '2020-03-10: true [event:o]',
        '2020-05-05: false [event:o event:t]',
      ],
    },
    {
      name: 'not',
      condition: not(yes('tekun')),
      given: [TEKUN],
      expected: ['always: true []', '2020-01-10: false [event:t]', '2020-03-10: true [event:t]'],
    },
    {
      name: 'a known no settles an all beside what cannot be told',
      condition: all(yes('tekun'), cannotBeTold('selfCare')),
      given: [TEKUN],
      expected: ['always: false []', '2020-01-10: ? [missing:selfCare]', '2020-03-10: false [event:t]'],
    },
    {
      name: 'a known yes settles an any beside what cannot be told',
      condition: any(yes('tekun'), cannotBeTold('selfCare')),
      given: [TEKUN],
      expected: [
        'always: ? [missing:selfCare]',
        '2020-01-10: true [event:t]',
        '2020-03-10: ? [missing:selfCare]',
      ],
    },
    { name: 'all of nothing', condition: all(), given: [], expected: ['always: true []'] },
    { name: 'any of nothing', condition: any(), given: [], expected: ['always: false []'] },
    {
      name: 'a derived fact is what its rule says',
      condition: derivedCondition({
        name: 'inNeed',
        title: { zh: '困难', en: 'In need' },
        article: 8,
        condition: yes('tekun'),
      }),
      given: [TEKUN],
      expected: ['always: false []', '2020-01-10: true [event:t]', '2020-03-10: false [event:t]'],
    },
  ])('$name', ({ condition, given, expected }) => {
    expect(says(condition, ...given)).toEqual(expected);
  });
});

describe('comparing', () => {
  const limits = [
    figure('low', '10', { label: 'low' }),
    figure('high', '20', { from: '2020-01-01', label: 'high' }),
  ];

  it.each<Row>([
    {
      name: 'at least',
      condition: atLeast(value('high'), value('low')),
      given: limits,
      expected: [
        'always: ? [missing:high missing:low]',
        '2000-01-01: ? [missing:high]',
        '2020-01-01: true [parameter:high parameter:low]',
      ],
    },
    {
      name: 'at most',
      condition: atMost(value('low'), value('low')),
      given: limits,
      expected: ['always: ? [missing:low]', '2000-01-01: true [parameter:low]'],
    },
    {
      name: 'less than',
      condition: lessThan(value('low'), value('low')),
      given: limits,
      expected: ['always: ? [missing:low]', '2000-01-01: false [parameter:low]'],
    },
    {
      name: 'one of some words',
      condition: isOneOf(value('word'), 'A', 'B'),
      given: [
        figure('word', 'A', { to: '2020-01-01', label: 'a' }),
        figure('word', 'C', { from: '2020-01-01', label: 'c' }),
      ],
      expected: [
        'always: ? [missing:word]',
        '2000-01-01: true [parameter:a]',
        '2020-01-01: false [parameter:c]',
      ],
    },
    {
      name: 'one of some numbers, or a flag',
      condition: all(isOneOf(value('number'), 1, 2), isOneOf(value('flag'), true)),
      given: [figure('number', '2', { label: 'n' }), figure('flag', 'true', { label: 'f' })],
      expected: ['always: ? [missing:flag missing:number]', '2000-01-01: true [parameter:f parameter:n]'],
    },
    {
      name: 'the same',
      condition: same(fact('employmentCity'), CHENGDU),
      given: [works('w', '2020-01-01', '510112', '2020-06-01')],
      expected: ['always: false []', '2020-01-01: true [event:w]', '2020-06-01: false [event:w]'],
    },
    {
      name: 'known: that nobody has said asks for no fact',
      condition: known(fact('hukouDivision')),
      given: [born],
      expected: ['always: false []', '1960-02-29: true [event:born]'],
    },
  ])('$name', ({ condition, given, expected }) => {
    expect(says(condition, ...given)).toEqual(expected);
  });
});

describe('time', () => {
  const age = figure('age', '60', { label: 'age' });

  it.each<Row>([
    {
      name: 'reaches: a birthday on 29 February is kept on the 28th where there is none',
      condition: reaches(fact('birthDate'), value('age'), 'year'),
      given: [born, figure('age', '61', { label: 'age' })],
      expected: [
        'always: ? [missing:age]',
        '2000-01-01: false [event:born parameter:age]',
        '2021-02-28: true [event:born parameter:age]',
      ],
    },
    {
      name: 'reaches: nobody knows the birth',
      condition: reaches(fact('birthDate'), value('age'), 'year'),
      given: [age],
      expected: ['always: ? [missing:age missing:birthDate]', '2000-01-01: ? [missing:birthDate]'],
    },
    {
      name: 'has lasted',
      condition: hasLasted(yes('tekun'), value('days'), 'day', value('gap')),
      given: [TEKUN, figure('days', '30', { label: 'days' }), figure('gap', '0', { label: 'gap' })],
      expected: [
        'always: ? [missing:days]',
        '2000-01-01: false [parameter:days]',
        '2020-01-10: false [event:t parameter:days]',
        '2020-02-09: true [event:t parameter:days]',
        '2020-03-10: false [event:t parameter:days]',
      ],
    },
    {
      name: 'monthly',
      condition: monthly(yes('tekun')),
      given: [TEKUN],
      expected: ['always: false []', '2020-02-01: true [event:t]', '2020-04-01: false [event:t]'],
    },
    {
      name: 'on 1 January',
      condition: onFirstOfYear(yes('orphan')),
      given: [status('ORPHAN', 'o', '2018-06-01', '2020-01-01')],
      expected: ['always: false []', '2019-01-01: true [event:o]', '2020-01-01: false [event:o]'],
    },
    {
      name: 'sometime in the year',
      condition: sometimeInYear(yes('tekun')),
      given: [TEKUN],
      expected: ['always: false []', '2020-01-01: true [event:t]', '2021-01-01: false []'],
    },
    {
      name: 'starts with the month of its beginning',
      condition: startsBy(value('rule'), yes('tekun')),
      given: [TEKUN, figure('rule', 'MONTH_OF', { label: 'rule' })],
      expected: [
        'always: false []',
        '2020-01-01: true [event:t parameter:rule]',
        '2020-01-10: true [event:t]',
        '2020-03-10: false [event:t]',
      ],
    },
    {
      name: 'starts with the month after its beginning',
      condition: startsBy(value('rule'), yes('tekun')),
      given: [TEKUN, figure('rule', 'MONTH_AFTER', { label: 'rule' })],
      expected: [
        'always: false []',
        '2020-01-10: false [event:t parameter:rule]',
        '2020-02-01: true [event:t]',
        '2020-03-10: false [event:t]',
      ],
    },
    {
      name: 'starts nobody knows when: only the month of its beginning is open',
      condition: startsBy(value('rule'), yes('tekun')),
      given: [TEKUN],
      expected: [
        'always: false []',
        '2020-01-01: ? [missing:rule]',
        '2020-02-01: true [event:t]',
        '2020-03-10: false [event:t]',
      ],
    },
    {
      name: 'on the eve',
      condition: onTheEve(yes('tekun')),
      given: [TEKUN],
      expected: ['always: false []', '2020-01-11: true [event:t]', '2020-03-11: false [event:t]'],
    },
    {
      name: 'in force',
      condition: inForce('2019-12-05', '川发改社会〔2019〕522号'),
      given: [],
      expected: ['always: false []', '2019-12-05: true []'],
    },
  ])('$name', ({ condition, given, expected }) => {
    expect(says(condition, ...given)).toEqual(expected);
  });
});

describe('what a figure chooses', () => {
  const rule = choose(value('word'), { A: yes('tekun'), B: not(yes('alive')) });

  it.each<Row>([
    {
      name: 'the one that it names',
      condition: rule,
      given: [TEKUN, figure('word', 'A', { from: '2020-01-01', label: 'word' })],
      expected: [
        'always: false []', // whichever it is: she is alive and nobody has recognised her
        '2020-01-01: false [parameter:word]',
        '2020-01-10: true [event:t parameter:word]',
        '2020-03-10: false [event:t parameter:word]',
      ],
    },
    {
      name: 'nobody knows which: open only where it matters',
      condition: rule,
      given: [TEKUN],
      expected: ['always: false []', '2020-01-10: ? [missing:word]', '2020-03-10: false [event:t]'],
    },
    {
      name: 'a word that names none',
      condition: rule,
      given: [TEKUN, figure('word', 'C', { from: '2020-02-01', label: 'word' })],
      expected: [
        'always: false []',
        '2020-01-10: ? [missing:word]',
        '2020-02-01: ? [parameter:word]',
        '2020-03-10: false [event:t]',
      ],
    },
  ])('$name', ({ condition, given, expected }) => {
    expect(says(condition, ...given)).toEqual(expected);
  });
});

describe('in any employment', () => {
  const inChengdu = inAnyEmployment(
    all(isOneOf(fact('employment'), 'EMPLOYEE'), same(fact('employmentCity'), CHENGDU)),
  );

  it.each<Row>([
    { name: 'without any', condition: inChengdu, given: [], expected: ['always: false []'] },
    {
      name: 'the first of two, though the second stands for where she works',
      condition: inChengdu,
      given: [works('a', '2020-01-01', '510112', '2020-06-01'), works('b', '2020-03-01', '511302')],
      expected: ['always: false []', '2020-01-01: true [event:a]', '2020-06-01: false [event:a event:b]'],
    },
  ])('$name', ({ condition, given, expected }) => {
    expect(says(condition, ...given)).toEqual(expected);
  });
});
