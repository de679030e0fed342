import {
  corrected,
  factOn,
  householdIn,
  householdOf,
  personIn,
  sayingIn,
  valueOn,
  voided,
  type Said,
} from './testing/index.js';

const home = sayingIn('household-home');
const established = householdOf('POVERTY_REGISTER', '2015-01-01', []);
const registered = home(
  'PovertyHouseholdRegistered',
  '2016-01-01',
  { members: ['her'] },
  { id: 'registered' },
);
const exited = home(
  'PovertyExitMarked',
  '2019-12-20',
  { policyRetained: true, policyRetainedUntil: '2020-12-31' },
  { id: 'exited' },
);
const returned = home('PovertyReturnMarked', '2021-03-01', { kind: 'RETURNED' }, { id: 'returned' });
const watched = home('PovertyReturnMarked', '2021-03-01', { kind: 'MONITOR_EDGE' }, { id: 'watched' });

describe('the poverty register', () => {
  it.each<{ name: string; given: readonly Said[]; on: string; state: string; because: readonly string[] }>([
    { name: 'nobody registered', given: [], on: '2017-01-01', state: 'none', because: [] },
    {
      name: 'the eve of the registration',
      given: [registered],
      on: '2015-12-31',
      state: 'none',
      because: [],
    },
    {
      name: 'registered',
      given: [registered],
      on: '2016-01-01',
      state: 'not-exited',
      because: ['registered'],
    },
    {
      name: 'marked as out of poverty',
      given: [registered, exited],
      on: '2019-12-20',
      state: 'exited',
      because: ['exited'],
    },
    {
      name: 'returned to poverty',
      given: [registered, exited, returned],
      on: '2021-03-01',
      state: 'returned',
      because: ['returned'],
    },
    {
      name: 'only watched',
      given: [registered, exited, watched],
      on: '2021-03-01',
      state: 'exited',
      because: ['exited'],
    },
    { name: 'a mark before any registration', given: [exited], on: '2020-01-01', state: 'none', because: [] },
    {
      name: 'a registration that came to lie after the mark',
      given: [registered, exited, corrected(registered, {}, { effectiveOn: '2020-02-01', id: 'later' })],
      on: '2020-02-01',
      state: 'not-exited',
      because: ['later', 'registered'],
    },
    {
      name: 'an exit whose return never happened',
      given: [registered, exited, returned, voided(returned)],
      on: '2021-03-01',
      state: 'exited',
      because: ['exited'],
    },
    {
      name: 'a second exit, whose return never happened, still says what it says',
      given: [
        registered,
        exited,
        returned,
        home('PovertyExitMarked', '2022-01-01', { policyRetained: false }, { id: 'again' }),
        voided(returned),
      ],
      on: '2022-01-01',
      state: 'exited',
      because: ['exited'],
    },
  ])('$name: $state', ({ given, on, state, because }) => {
    expect(factOn(householdIn([...established, ...given]), 'povertyRegistry', on)).toEqual({
      value: state,
      because,
    });
  });

  it('makes members of those whom it names, and tells each of them', () => {
    expect(factOn(personIn([...established, registered]), 'povertyRegistry', '2016-01-01')).toEqual({
      value: 'not-exited',
      because: ['registered'],
    });
  });
});

describe('the policy kept after an exit', () => {
  it.each`
    on              | kept
    ${'2019-12-19'} | ${false}
    ${'2019-12-20'} | ${true}
    ${'2020-12-31'} | ${true}
    ${'2021-01-01'} | ${false}
  `('on $on: $kept; its printed end is the last day', ({ on, kept }: { on: string; kept: boolean }) => {
    expect(valueOn(householdIn([...established, registered, exited]), 'povertyPolicyRetained', on)).toBe(
      kept,
    );
  });

  it.each<{ name: string; given: readonly Said[]; kept: boolean }>([
    {
      name: 'kept without end',
      given: [corrected(exited, { policyRetainedUntil: '2099-12-31' })],
      kept: true,
    },
    { name: 'not kept', given: [corrected(exited, { policyRetained: false })], kept: false },
    {
      name: 'over with a return',
      given: [home('PovertyReturnMarked', '2020-03-01', { kind: 'RETURNED' })],
      kept: false,
    },
  ])('$name', ({ given, kept }) => {
    const household = householdIn([...established, registered, exited, ...given]);
    expect(valueOn(household, 'povertyPolicyRetained', '2020-06-01')).toBe(kept);
  });
});
