import {
  factOn,
  her,
  householdIn,
  householdOf,
  personIn,
  sayingIn,
  valueOn,
  type Said,
} from './testing/index.js';

type Right = 'CONTRACT_LAND' | 'HOMESTEAD' | 'COLLECTIVE_MEMBERSHIP';
const home = sayingIn('household-home');
const land = householdOf('LAND_CONTRACT', '2010-01-01');
const held = (kind: Right, on: string, say = home) =>
  say('RuralRightRegistered', on, { kind }, { id: `${kind} held` });
const ended = (kind: Right, on: string, say = home) =>
  say(
    'RuralRightEnded',
    on,
    { kind, reason: 'UNLAWFUL_TAKEBACK', voluntary: false },
    { id: `${kind} ended` },
  );

describe.each([
  ['contractLandRight', 'CONTRACT_LAND', 'HOMESTEAD'],
  ['homesteadRight', 'HOMESTEAD', 'CONTRACT_LAND'],
] as const)('%s', (name, kind, other) => {
  it.each<{ name: string; given: readonly Said[]; on: string; right: string; because: readonly string[] }>([
    {
      name: 'that nobody registered it does not say that it is not held',
      given: [],
      on: '2020-01-01',
      right: 'unknown',
      because: [`missing ${name}`],
    },
    {
      name: 'registered',
      given: [held(kind, '2010-06-01')],
      on: '2010-06-01',
      right: 'held',
      because: [`${kind} held`],
    },
    {
      name: 'the eve',
      given: [held(kind, '2010-06-01')],
      on: '2010-05-31',
      right: 'unknown',
      because: [`missing ${name}`],
    },
    {
      name: 'ended, by whatever reason',
      given: [held(kind, '2010-06-01'), ended(kind, '2020-01-01')],
      on: '2020-01-01',
      right: 'ended',
      because: [`${kind} ended`],
    },
    {
      name: 'ended without having been registered',
      given: [ended(kind, '2020-01-01')],
      on: '2020-01-01',
      right: 'ended',
      because: [`${kind} ended`],
    },
    {
      name: 'another right',
      given: [held(other, '2010-06-01')],
      on: '2020-01-01',
      right: 'unknown',
      because: [`missing ${name}`],
    },
  ])('$name: $right', ({ given, on, right, because }) => {
    const events = [...land, ...given];
    expect(factOn(householdIn(events), name, on)).toEqual({ value: right, because });
    const hers = right === 'unknown' ? because : [...because, 'her joined home'].sort();
    expect(factOn(personIn(events), name, on)).toEqual({ value: right, because: hers });
  });

  it('is not a matter of a person’s own stream', () => {
    expect(valueOn(personIn([...land, held(kind, '2010-06-01', her)]), name, '2020-01-01')).toBe('unknown');
  });
});

describe('membership of the collective', () => {
  it('is each person’s own', () => {
    const person = personIn([
      held('COLLECTIVE_MEMBERSHIP', '2010-06-01', her),
      ended('COLLECTIVE_MEMBERSHIP', '2020-01-01', her),
    ]);
    expect(
      ['2010-05-31', '2010-06-01', '2020-01-01'].map((on) => valueOn(person, 'collectiveMembership', on)),
    ).toEqual(['unknown', 'held', 'ended']);
  });
});

describe('a land-contract household', () => {
  it('is there from its establishment', () => {
    const household = householdIn(land);
    expect(factOn(household, 'landHouseholdEstablished', '2009-12-31').value).toBe(false);
    expect(factOn(household, 'landHouseholdEstablished', '2010-01-01')).toEqual({
      value: true,
      because: ['home established'],
    });
  });
});
