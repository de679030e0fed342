import {
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
const living = householdOf('LIVING', '2019-01-01', ['her', 'son']);
const checked = (
  id: string,
  on: string,
  income: string,
  more: { validTo?: string; assetsWithinLimit?: boolean } = {},
) =>
  home(
    'HouseholdEconomyVerified',
    on,
    { perCapitaMonthlyIncome: income, assetsWithinLimit: true, membersCounted: [], ...more },
    { id },
  );
const housed = (id: string, on: string, ownHome: boolean, division = '510112') =>
  home(
    'HousingConditionVerified',
    on,
    { division, ownHome, perCapitaAreaM2: '15.5', tenure: ownHome ? 'OWN' : 'RENT' },
    { id },
  );

describe('economy', () => {
  const first = checked('first', '2019-10-15', '349.99', { validTo: '2020-10-15' });
  const second = checked('second', '2021-01-01', '400.5', { assetsWithinLimit: false });

  it.each<{
    name: string;
    on: string;
    income: number | string;
    assets: boolean | string;
    because: readonly string[];
  }>([
    {
      name: 'no check yet',
      on: '2019-10-14',
      income: 'unknown',
      assets: 'unknown',
      because: ['missing householdIncomePerHead'],
    },
    { name: 'the day of the check', on: '2019-10-15', income: 34_999, assets: true, because: ['first'] },
    {
      name: 'the last day of its validity',
      on: '2020-10-14',
      income: 34_999,
      assets: true,
      because: ['first'],
    },
    {
      name: 'run out',
      on: '2020-10-15',
      income: 'unknown',
      assets: 'unknown',
      because: ['missing householdIncomePerHead'],
    },
    { name: 'checked again', on: '2021-01-01', income: 40_050, assets: false, because: ['second'] },
    {
      name: 'as long as it says nothing else',
      on: '2031-01-01',
      income: 40_050,
      assets: false,
      because: ['second'],
    },
  ])('$name, on $on: $income', ({ on, income, assets, because }) => {
    const household = householdIn([...living, first, second]);
    expect(factOn(household, 'householdIncomePerHead', on)).toEqual({ value: income, because });
    expect(valueOn(household, 'assetsWithinLimit', on)).toBe(assets);
  });

  it('is that of each member, and of nobody else', () => {
    const given = [...living, second];
    expect(valueOn(personIn(given), 'householdIncomePerHead', '2021-02-01')).toBe(40_050);
    expect(
      valueOn(personIn(householdOf('LIVING', '2019-01-01', ['son'])), 'householdIncomePerHead', '2021-02-01'),
    ).toBe('unknown');
  });
});

describe('housing', () => {
  const given = [...living, housed('own', '2019-02-01', true, '511324'), housed('rent', '2019-06-01', false)];

  it.each`
    on              | owns         | area         | tenure
    ${'2019-01-31'} | ${'unknown'} | ${'unknown'} | ${'none'}
    ${'2019-02-01'} | ${true}      | ${155_000}   | ${'OWN'}
    ${'2019-06-01'} | ${false}     | ${155_000}   | ${'RENT'}
  `(
    'on $on: owns $owns, $tenure',
    ({ on, owns, area, tenure }: Record<'on' | 'owns' | 'area' | 'tenure', string>) => {
      const household = householdIn(given);
      const found = ['ownsHome', 'housingAreaPerHead', 'housingTenure'].map((name) =>
        valueOn(household, name, on),
      );
      expect(found).toEqual([owns, area, tenure]);
    },
  );

  it('may be asked of the checks made in one division or one city alone', () => {
    const household = householdIn(given);
    const told = (place: string) => valueOn(household.housingVerifiedIn(place), 'ownsHome', '2020-01-01');
    expect([told('510112'), told('510100'), told('511324'), told('511300'), told('510107')]).toEqual([
      false,
      false,
      true,
      true,
      'unknown',
    ]);
  });
});

describe('public rental', () => {
  const allocated = (on: string, to?: string) =>
    home(
      'PublicRentalAllocated',
      on,
      { division: '510112', ...(to !== undefined && { to }) },
      { id: 'allocated' },
    );
  const vacated = home('PublicRentalVacated', '2021-01-01', {}, { id: 'vacated' });

  it.each<{ name: string; given: readonly Said[]; on: string; holds: boolean; because: readonly string[] }>([
    { name: 'silence is an answer', given: [], on: '2020-07-01', holds: false, because: [] },
    {
      name: 'allocated',
      given: [allocated('2020-06-01')],
      on: '2020-06-01',
      holds: true,
      because: ['allocated'],
    },
    {
      name: 'until its end',
      given: [allocated('2020-06-01', '2023-06-01')],
      on: '2023-06-01',
      holds: false,
      because: ['allocated'],
    },
    {
      name: 'the eve of its end',
      given: [allocated('2020-06-01', '2023-06-01')],
      on: '2023-05-31',
      holds: true,
      because: ['allocated'],
    },
    {
      name: 'vacated',
      given: [allocated('2020-06-01'), vacated],
      on: '2021-01-01',
      holds: false,
      because: ['vacated'],
    },
    {
      name: 'vacated by mistake',
      given: [allocated('2020-06-01'), vacated, voided(vacated)],
      on: '2021-01-01',
      holds: true,
      because: ['allocated'],
    },
  ])('$name: $holds', ({ given, on, holds, because }) => {
    expect(factOn(householdIn([...living, ...given]), 'publicRental', on)).toEqual({ value: holds, because });
  });
});

describe('the head of a household', () => {
  it('is as established, and nobody knows where it was established without one', () => {
    expect(factOn(householdIn(living), 'headOfHousehold', '2020-01-01')).toEqual({
      value: 'her',
      because: ['home established'],
    });
    expect(
      valueOn(householdIn(householdOf('LIVING', '2019-01-01', [])), 'headOfHousehold', '2020-01-01'),
    ).toBe('unknown');
  });
});
