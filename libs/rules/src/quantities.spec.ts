import { figure, her, personIn, type Said } from '@ledger/case/testing';
import { told } from '@ledger/time/testing';
import {
  chooseValue,
  derivedValue,
  difference,
  division,
  either,
  fact,
  fromMonthOf,
  isOneOf,
  ladder,
  monthlyValue,
  orElse,
  parameter,
  product,
  quotient,
  since,
  sum,
  yes,
} from './combinators.js';
import { compileQuantity } from './evaluate.js';
import type { Quantity } from './tree.js';

const NATION = division('000000');
const value = (id: string) => parameter(id, NATION);
const set = (id: string, text: string, from = '2000-01-01') =>
  figure(id, text, { from, label: `${id} ${text}` });

const tekun = (from: string, until?: string) =>
  her(
    'StatusRecognised',
    from,
    { kind: 'TEKUN', division: '510112' },
    { id: 't', ...(until !== undefined && { until }) },
  );
const arrived = her(
  'UrbanArrivalRecorded',
  '2019-03-01',
  { division: '510112', urbanRuralClass: '111', basis: 'LEASE' },
  { id: 'arrived' },
);

const lines = (timeline: Parameters<typeof told>[0]): readonly string[] =>
  told(timeline).map((line) => line.replace('Symbol(unknown)', '?'));
const ofHer = (quantity: Quantity, ...given: readonly Said[]) =>
  lines(compileQuantity(quantity)(personIn(given)));

interface Row {
  readonly name: string;
  readonly quantity: Quantity;
  readonly given: readonly Said[];
  readonly expected: readonly string[];
}

describe('a quantity of a person', () => {
  it.each<Row>([
    { name: 'a division', quantity: division('510112'), given: [], expected: ['always: 510112 []'] },
    {
      name: 'a figure where somebody lives',
      quantity: parameter('x', fact('residenceDivision')),
      given: [arrived, figure('x', '7', { division: '510100', label: 'x' })],
      expected: ['always: ? [missing:residenceDivision]', '2019-03-01: 7 [event:arrived parameter:x]'],
    },
    {
      name: 'a sum',
      quantity: sum(value('x'), value('y'), value('z')),
      given: [set('x', '1'), set('y', '2'), set('z', '3', '2020-01-01')],
      expected: [
        'always: ? [missing:x missing:y missing:z]',
        '2000-01-01: ? [missing:z]',
        '2020-01-01: 6 [parameter:x 1 parameter:y 2 parameter:z 3]',
      ],
    },
    {
      name: 'a difference',
      quantity: difference(value('x'), value('y')),
      given: [set('x', '10'), set('y', '4')],
      expected: ['always: ? [missing:x missing:y]', '2000-01-01: 6 [parameter:x 10 parameter:y 4]'],
    },
    {
      name: 'a product',
      quantity: product(value('x'), value('y')),
      given: [set('x', '10'), set('y', '4')],
      expected: ['always: ? [missing:x missing:y]', '2000-01-01: 40 [parameter:x 10 parameter:y 4]'],
    },
    {
      name: 'a quotient',
      quantity: quotient(value('x'), value('y')),
      given: [set('x', '10'), set('y', '4')],
      expected: ['always: ? [missing:x]', '2000-01-01: 3 [parameter:x 10 parameter:y 4]'],
    },
    {
      name: 'the value that a word chooses',
      quantity: chooseValue(value('word'), { A: value('x'), B: value('y') }),
      given: [set('word', 'A'), set('word', 'C', '2021-01-01'), set('x', '10')],
      expected: [
        'always: ? [missing:word]',
        '2000-01-01: 10 [parameter:word A parameter:x 10]',
        '2021-01-01: ? [parameter:word C]',
      ],
    },
    {
      name: 'the first, or else the second',
      quantity: orElse(value('x'), value('y')),
      given: [set('x', '10', '2020-01-01'), set('y', '4')],
      expected: ['always: ? [missing:y]', '2000-01-01: 4 [parameter:y 4]', '2020-01-01: 10 [parameter:x 10]'],
    },
    {
      name: 'the first, always known',
      quantity: orElse(division('510112'), value('y')),
      given: [],
      expected: ['always: 510112 []'],
    },
    {
      name: 'of the first of the month',
      quantity: monthlyValue(value('x')),
      given: [set('x', '1', '2019-06-15'), set('x', '2', '2020-01-01')],
      expected: ['always: ? [missing:x]', '2019-07-01: 1 [parameter:x 1]', '2020-01-01: 2 [parameter:x 2]'],
    },
    {
      name: 'one, or the other',
      quantity: either(yes('tekun'), value('x'), value('y')),
      given: [tekun('2020-01-10'), set('x', '1'), set('y', '2')],
      expected: [
        'always: ? [missing:y]',
        '2000-01-01: 2 [parameter:y 2]',
        '2020-01-10: 1 [event:t parameter:x 1]',
      ],
    },
    {
      name: 'neither, while nobody can tell which',
      quantity: either(isOneOf(value('word'), 'A'), value('x'), value('y')),
      given: [set('x', '1'), set('y', '2')],
      expected: ['always: ? [missing:word]'],
    },
    {
      name: 'from the month in which it is first met',
      quantity: fromMonthOf(yes('tekun'), value('x')),
      given: [tekun('2020-01-10'), set('x', '1'), set('x', '2', '2020-01-05')],
      expected: ['always: ? [missing:x]', '2000-01-01: 1 [parameter:x 1]', '2020-01-01: 2 [parameter:x 2]'],
    },
    {
      name: 'since when',
      quantity: since(yes('tekun'), value('gap')),
      given: [tekun('2020-01-10', '2020-02-10'), set('gap', '0')],
      expected: ['always: Infinity []', '2020-01-10: 18271 [event:t]', '2020-02-10: Infinity [event:t]'],
    },
    {
      name: 'the word of the first rung that holds; a doubt on one hides those below',
      quantity: ladder(
        [
          { word: 'A', when: yes('tekun') },
          { word: 'B', when: isOneOf(value('word'), 'X') },
          { word: 'C', when: yes('alive') },
        ],
        'D',
      ),
      given: [
        tekun('2020-01-10', '2020-02-10'),
        set('word', 'Y', '2019-01-01'),
        set('word', 'X', '2020-06-01'),
      ],
      expected: [
        'always: ? [missing:word]',
        '2019-01-01: C [parameter:word Y]',
        '2020-01-10: A [event:t]',
        '2020-02-10: C [event:t parameter:word Y]',
        '2020-06-01: B [event:t parameter:word X]',
      ],
    },
    {
      name: 'a derived one is what its rule says',
      quantity: derivedValue({
        name: 'double',
        title: { zh: '倍', en: 'Double' },
        unit: 'number',
        article: 0,
        quantity: sum(value('x'), value('x')),
      }),
      given: [set('x', '4')],
      expected: ['always: ? [missing:x]', '2000-01-01: 8 [parameter:x 4]'],
    },
  ])('$name', ({ quantity, given, expected }) => {
    expect(ofHer(quantity, ...given)).toEqual(expected);
  });
});
