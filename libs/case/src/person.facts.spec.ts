import { corrected, factOn, HER, her, personIn, valueOn, voided, type Said } from './testing/index.js';

const registered = her(
  'PersonRegistered',
  '1960-02-29',
  { birthDate: '1960-02-29', sex: '2', hukouDivision: '513437', hukouClass: '220' },
  { id: 'registered' },
);
const died = her('PersonDied', '2021-05-03', { deathDate: '2021-05-03', kind: 'NATURAL' }, { id: 'died' });
const birthMoved = corrected(
  registered,
  { birthDate: '1961-02-28' },
  { effectiveOn: '1961-02-28', id: 'birth' },
);

describe('birth', () => {
  it('is known on every day of a life, and unknown while nobody has registered it', () => {
    expect(factOn(personIn([registered]), 'birthDate', '1950-01-01')).toEqual({
      value: '1960-02-29',
      because: ['registered'],
    });
    expect(factOn(personIn([]), 'birthDate', '2020-01-01')).toEqual({
      value: 'unknown',
      because: ['missing birthDate'],
    });
  });

  it('is as corrected, and rests on the correction too', () => {
    expect(factOn(personIn([registered, birthMoved]), 'birthDate', '2020-01-01')).toEqual({
      value: '1961-02-28',
      because: ['birth', 'registered'],
    });
    expect(valueOn(personIn([registered, birthMoved], 1), 'birthDate', '2020-01-01')).toBe('1960-02-29');
  });
});

describe('sex', () => {
  it('is as registered, else unknown', () => {
    expect(factOn(personIn([registered]), 'sex', '2020-01-01')).toEqual({
      value: '2',
      because: ['registered'],
    });
    expect(valueOn(personIn([]), 'sex', '2020-01-01')).toBe('unknown');
  });
});

describe('life', () => {
  it.each<{ given: readonly Said[]; on: string; alive: boolean; because: readonly string[] }>([
    { given: [], on: '2020-01-01', alive: true, because: [] },
    { given: [registered], on: '1960-02-28', alive: false, because: ['registered'] },
    { given: [registered], on: '1960-02-29', alive: true, because: ['registered'] },
    { given: [registered, died], on: '2021-05-02', alive: true, because: ['registered'] },
    { given: [registered, died], on: '2021-05-03', alive: false, because: ['died'] },
    { given: [registered, died, voided(died)], on: '2021-05-03', alive: true, because: ['registered'] },
    { given: [died], on: '2021-05-03', alive: false, because: ['died'] },
  ])('with $given.length events: alive on $on is $alive', ({ given, on, alive, because }) => {
    expect(factOn(personIn(given), 'alive', on)).toEqual({ value: alive, because });
  });

  it('ends with the earlier of two deaths that were reported', () => {
    const later = her('PersonDied', '2021-06-01', { deathDate: '2021-06-01', kind: 'NATURAL' });
    expect(valueOn(personIn([registered, later, died]), 'alive', '2021-05-10')).toBe(false);
  });

  it('never was, where a birth came to be known that lies after the death', () => {
    const birthAfter = corrected(registered, { birthDate: '2021-06-01' }, { effectiveOn: '2021-06-01' });
    const person = personIn([registered, died, birthAfter]);
    for (const on of ['1990-01-01', '2021-05-10', '2021-06-15', '2022-01-01']) {
      expect(valueOn(person, 'alive', on)).toBe(false);
    }
  });

  it('is nobody’s business in another stream', () => {
    expect(died.stream).toBe(HER);
    expect(valueOn(personIn([{ ...died, stream: 'person-him' }]), 'alive', '2022-01-01')).toBe(true);
  });
});
