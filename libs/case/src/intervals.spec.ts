import { day, piecesOf, formatOpenDay } from '@ledger/time';
import { stateOver, type Stretch } from './intervals.js';
import { labelsIn } from './testing/index.js';

const stretch = (value: string, from: string, until?: string): Stretch<string> => ({
  from: day(from),
  until: until === undefined ? undefined : day(until),
  value,
  because: { kind: 'event', key: value },
});

describe('what registers open and close', () => {
  it.each<{ name: string; stretches: readonly Stretch<string>[]; says: readonly string[] }>([
    { name: 'nothing', stretches: [], says: ['always: none []'] },
    {
      name: 'one that is open',
      stretches: [stretch('a', '2019-01-01')],
      says: ['always: none []', '2019-01-01: a [a]'],
    },
    {
      name: 'one that says until when',
      stretches: [stretch('a', '2019-01-01', '2020-01-01')],
      says: ['always: none []', '2019-01-01: a [a]', '2020-01-01: none [a]'],
    },
    {
      name: 'the next one before that end',
      stretches: [stretch('a', '2019-01-01', '2020-01-01'), stretch('b', '2019-06-01')],
      says: ['always: none []', '2019-01-01: a [a]', '2019-06-01: b [b]'],
    },
    {
      name: 'the next one on that end',
      stretches: [stretch('a', '2019-01-01', '2020-01-01'), stretch('b', '2020-01-01')],
      says: ['always: none []', '2019-01-01: a [a]', '2020-01-01: b [b]'],
    },
    {
      name: 'the next one after that end; nothing older comes back',
      stretches: [
        stretch('a', '2019-01-01'),
        stretch('b', '2019-06-01', '2019-07-01'),
        stretch('c', '2020-01-01'),
      ],
      says: [
        'always: none []',
        '2019-01-01: a [a]',
        '2019-06-01: b [b]',
        '2019-07-01: none [b]',
        '2020-01-01: c [c]',
      ],
    },
    {
      name: 'two of one day: the later recorded',
      stretches: [stretch('a', '2019-01-01', '2020-01-01'), stretch('b', '2019-01-01')],
      says: ['always: none []', '2019-01-01: b [b]'],
    },
    {
      name: 'one without a day, because an amendment moved it past its end',
      stretches: [stretch('a', '2019-01-01'), stretch('b', '2019-06-01', '2019-06-01')],
      says: ['always: none []', '2019-01-01: a [a]', '2019-06-01: none [b]'],
    },
    {
      name: 'one that ends before it begins',
      stretches: [stretch('a', '2019-06-01', '2019-01-01'), stretch('b', '2020-01-01')],
      says: ['always: none []', '2019-06-01: none [a]', '2020-01-01: b [b]'],
    },
  ])('$name', ({ stretches, says }) => {
    const lines = piecesOf(stateOver('none', stretches)).map(
      ({ from, value, because }) =>
        `${formatOpenDay(from) ?? 'always'}: ${value} [${labelsIn(because).join(' ')}]`,
    );
    expect(lines).toEqual(says);
  });
});
