import { corrected, factOn, her, personIn, voided, type Said } from './testing/index.js';

const certified = (
  id: string,
  on: string,
  level: number,
  more: { validTo?: string; isChangeOf?: string } = {},
) => her('DisabilityCertified', on, { level, ...more }, { id });
const two = certified('two', '2018-06-15', 2);
const four = certified('four', '2019-06-15', 4, { isChangeOf: 'two' });
const one = certified('one', '2020-06-15', 1, { isChangeOf: 'four' });
const ended = her('DisabilityCertificateEnded', '2019-01-01', { reason: 'CANCELLED' }, { id: 'ended' });

describe('disability', () => {
  it.each<{
    name: string;
    given: readonly Said[];
    on: string;
    level: number | string;
    because: readonly string[];
  }>([
    { name: 'nobody certified', given: [], on: '2020-01-01', level: 'none', because: [] },
    { name: 'the eve of the certificate', given: [two], on: '2018-06-14', level: 'none', because: [] },
    { name: 'the day of the certificate', given: [two], on: '2018-06-15', level: 2, because: ['two'] },
    {
      name: 'a milder level takes the place of a severer one',
      given: [two, four],
      on: '2019-06-15',
      level: 4,
      because: ['four'],
    },
    {
      name: 'and a severer one that of a milder one',
      given: [two, four, one],
      on: '2020-06-15',
      level: 1,
      because: ['one'],
    },
    {
      name: 'also where it does not say which it changes',
      given: [two, certified('three', '2019-06-15', 3)],
      on: '2019-06-15',
      level: 3,
      because: ['three'],
    },
    { name: 'ended', given: [two, ended], on: '2019-01-01', level: 'none', because: ['ended'] },
    { name: 'certified again', given: [two, ended, one], on: '2020-06-15', level: 1, because: ['one'] },
    {
      name: 'the last day before the printed end',
      given: [certified('printed', '2018-06-15', 2, { validTo: '2028-06-14' })],
      on: '2028-06-13',
      level: 2,
      because: ['printed'],
    },
    {
      name: 'the printed end',
      given: [certified('printed', '2018-06-15', 2, { validTo: '2028-06-14' })],
      on: '2028-06-14',
      level: 'none',
      because: ['printed'],
    },
    {
      name: 'a change that never happened',
      given: [two, four, voided(four)],
      on: '2020-01-01',
      level: 2,
      because: ['two'],
    },
    {
      name: 'of a chain whose middle never happened what was certified last',
      given: [two, four, one, voided(four)],
      on: '2020-07-01',
      level: 1,
      because: ['one'],
    },
    {
      name: 'of a change that came to lie before what it changes, what took effect last',
      given: [two, four, one, corrected(four, {}, { effectiveOn: '2020-07-01', id: 'later' })],
      on: '2020-07-01',
      level: 4,
      because: ['four', 'later'],
    },
  ])('$name: $level', ({ given, on, level, because }) => {
    expect(factOn(personIn(given), 'disabilityLevel', on)).toEqual({ value: level, because });
  });
});
