import {
  factOn,
  her,
  householdIn,
  householdOf,
  personIn,
  sayingIn,
  valueOn,
  voided,
  type Said,
} from './testing/index.js';

const home = sayingIn('household-home');
const living = householdOf('LIVING', '2018-01-01', ['her', 'son']);
const recognised = (kind: 'DIBAO' | 'LOW_INCOME', on: string, members?: readonly string[]) =>
  home(
    'StatusRecognised',
    on,
    { kind, division: '510112', ...(members && { detail: { members } }) },
    { id: `${kind} ${on}` },
  );
const ended = (kind: 'DIBAO' | 'LOW_INCOME', on: string) =>
  home('StatusEnded', on, { kind, reason: 'NO_LONGER_MEETS' }, { id: `end ${on}` });

describe('a status of a household', () => {
  it.each<{ name: string; given: readonly Said[]; on: string; dibao: boolean; because: readonly string[] }>([
    { name: 'silence is an answer', given: [], on: '2019-06-01', dibao: false, because: [] },
    {
      name: 'the eve',
      given: [recognised('DIBAO', '2019-01-01')],
      on: '2018-12-31',
      dibao: false,
      because: [],
    },
    {
      name: 'recognised',
      given: [recognised('DIBAO', '2019-01-01')],
      on: '2019-01-01',
      dibao: true,
      because: ['DIBAO 2019-01-01', 'her joined home'],
    },
    {
      name: 'ended',
      given: [recognised('DIBAO', '2019-01-01'), ended('DIBAO', '2020-01-01')],
      on: '2020-01-01',
      dibao: false,
      because: ['end 2020-01-01', 'her joined home'],
    },
    {
      name: 'not ended by the end of another kind',
      given: [recognised('DIBAO', '2019-01-01'), ended('LOW_INCOME', '2020-01-01')],
      on: '2020-01-01',
      dibao: true,
      because: ['DIBAO 2019-01-01', 'her joined home'],
    },
    {
      name: 'for all, where no members are named',
      given: [recognised('DIBAO', '2019-01-01', undefined)],
      on: '2019-06-01',
      dibao: true,
      because: ['DIBAO 2019-01-01', 'her joined home'],
    },
    {
      name: 'for those named',
      given: [recognised('DIBAO', '2019-01-01', ['her'])],
      on: '2019-06-01',
      dibao: true,
      because: ['DIBAO 2019-01-01', 'her joined home'],
    },
    {
      name: 'not for those left out',
      given: [recognised('DIBAO', '2019-01-01', ['son'])],
      on: '2019-06-01',
      dibao: false,
      because: ['DIBAO 2019-01-01', 'her joined home'],
    },
    {
      name: 'that never was',
      given: [recognised('DIBAO', '2019-01-01'), voided(recognised('DIBAO', '2019-01-01'))],
      on: '2019-06-01',
      dibao: false,
      because: [],
    },
    {
      name: 'until the day it says',
      given: [{ ...recognised('DIBAO', '2019-01-01'), until: '2019-06-01' }],
      on: '2019-06-01',
      dibao: false,
      because: ['DIBAO 2019-01-01', 'her joined home'],
    },
  ])('$name: $dibao', ({ given, on, dibao, because }) => {
    expect(factOn(personIn([...living, ...given]), 'dibao', on)).toEqual({ value: dibao, because });
  });

  it('is the household’s own, whomever it names', () => {
    const household = householdIn([...living, recognised('DIBAO', '2019-01-01', ['son'])]);
    expect(valueOn(household, 'dibao', '2019-06-01')).toBe(true);
    expect(valueOn(household, 'lowIncome', '2019-06-01')).toBe(false);
  });

  it('is lost with the membership', () => {
    const left = home('HouseholdMemberLeft', '2019-03-01', { personId: 'her' }, { id: 'left' });
    const person = personIn([...living, recognised('DIBAO', '2019-01-01'), left]);
    expect(factOn(person, 'dibao', '2019-03-01')).toEqual({ value: false, because: ['left'] });
    expect(['2019-02-28', '2019-03-01'].map((on) => valueOn(person, 'dibao', on))).toEqual([true, false]);
  });
});

describe('a status of a person', () => {
  it.each([
    ['TEKUN', 'tekun'],
    ['ORPHAN', 'orphan'],
    ['UNSUPPORTED_CHILD', 'unsupportedChild'],
    ['CHILD_IN_HARDSHIP', 'childInHardship'],
    ['EMPLOYMENT_HARDSHIP', 'employmentHardship'],
    ['SEVERE_MENTAL', 'severeMental'],
  ] as const)('%s is the fact %s', (kind, name) => {
    const person = personIn([
      her('StatusRecognised', '2019-01-01', { kind, division: '510112' }, { id: 'recognised' }),
      her('StatusEnded', '2020-01-01', { kind, reason: 'AGE' }, { id: 'ended' }),
    ]);
    expect(['2018-12-31', '2019-01-01', '2020-01-01'].map((on) => factOn(person, name, on))).toEqual([
      { value: false, because: [] },
      { value: true, because: ['recognised'] },
      { value: false, because: ['ended'] },
    ]);
  });

  it('is not read from a household', () => {
    const household = home('StatusRecognised', '2019-01-01', { kind: 'TEKUN', division: '510112' });
    expect(valueOn(personIn([...living, household]), 'tekun', '2019-06-01')).toBe(false);
    const own = her('StatusRecognised', '2019-01-01', { kind: 'DIBAO', division: '510112' });
    expect(valueOn(personIn([...living, own]), 'dibao', '2019-06-01')).toBe(false);
  });
});
