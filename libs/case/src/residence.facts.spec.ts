import { factOn, her, personIn, valueOn, voided, type Said } from './testing/index.js';

const arrived = (on: string, division = '510112', basis: 'LEASE' | 'LABOUR_CONTRACT' = 'LABOUR_CONTRACT') =>
  her('UrbanArrivalRecorded', on, { division, urbanRuralClass: '111', basis }, { id: `arrived ${division}` });
const moved = (on: string, division: string, urbanRuralClass: '111' | '220' = '111') =>
  her('ResidenceChanged', on, { to: { division, urbanRuralClass } }, { id: `moved ${division}` });
const left = (on: string) => her('UrbanResidenceEnded', on, { reason: 'RETURNED' }, { id: `left ${on}` });

interface Row {
  readonly name: string;
  readonly given: readonly Said[];
  readonly on: string;
  readonly town: boolean;
  readonly division: string;
  readonly city: string;
  readonly basis: string;
  readonly inCitySince: string;
  readonly because: readonly string[];
}

const NOWHERE = { town: false, division: 'unknown', city: 'unknown', basis: 'none', inCitySince: 'never' };
const IN_CHENGDU = { town: true, division: '510112', city: '510100', basis: 'LABOUR_CONTRACT' };

describe('residence', () => {
  it.each<Row>([
    { ...NOWHERE, name: 'nobody has said', given: [], on: '2019-03-01', because: [] },
    {
      ...NOWHERE,
      name: 'the eve of an arrival',
      given: [arrived('2019-03-01')],
      on: '2019-02-28',
      because: [],
    },
    {
      ...IN_CHENGDU,
      name: 'an arrival',
      given: [arrived('2019-03-01')],
      on: '2019-03-01',
      inCitySince: '2019-03-01',
      because: ['arrived 510112'],
    },
    {
      ...IN_CHENGDU,
      name: 'a move within the city: the clock of the city runs on, its ground is not proved anew',
      given: [arrived('2019-03-01'), moved('2019-09-01', '510107')],
      on: '2019-09-01',
      division: '510107',
      basis: 'none',
      inCitySince: '2019-03-01',
      because: ['moved 510107'],
    },
    {
      ...IN_CHENGDU,
      name: 'a move to another city: its clock begins anew',
      given: [arrived('2019-03-01'), moved('2019-09-01', '511302')],
      on: '2019-10-01',
      division: '511302',
      city: '511300',
      basis: 'none',
      inCitySince: '2019-09-01',
      because: ['moved 511302'],
    },
    {
      ...NOWHERE,
      name: 'a move to the countryside',
      given: [arrived('2019-03-01'), moved('2019-09-01', '511324', '220')],
      on: '2019-09-01',
      division: '511324',
      city: '511300',
      because: ['moved 511324'],
    },
    {
      ...NOWHERE,
      name: 'gone: the first day on which it no longer holds',
      given: [arrived('2019-03-01'), left('2019-09-01')],
      on: '2019-09-01',
      because: ['left 2019-09-01'],
    },
    {
      ...IN_CHENGDU,
      name: 'the last day in town',
      given: [arrived('2019-03-01'), left('2019-09-01')],
      on: '2019-08-31',
      inCitySince: '2019-03-01',
      because: ['arrived 510112'],
    },
    {
      ...IN_CHENGDU,
      name: 'a second arrival while one is open is a move',
      given: [arrived('2019-03-01'), arrived('2019-09-01', '510107', 'LEASE')],
      on: '2019-09-01',
      division: '510107',
      basis: 'LEASE',
      inCitySince: '2019-03-01',
      because: ['arrived 510107'],
    },
    {
      ...IN_CHENGDU,
      name: 'an end and a return on one day are no break',
      given: [arrived('2019-03-01'), left('2019-09-01'), arrived('2019-09-01', '510107')],
      on: '2019-10-01',
      division: '510107',
      inCitySince: '2019-03-01',
      because: ['arrived 510107'],
    },
    {
      ...NOWHERE,
      name: 'an arrival that never happened',
      given: [arrived('2019-03-01'), voided(arrived('2019-03-01'))],
      on: '2019-10-01',
      because: [],
    },
    {
      ...NOWHERE,
      name: 'an arrival that says itself until when',
      given: [{ ...arrived('2019-03-01'), until: '2019-09-01' }],
      on: '2019-09-01',
      because: ['arrived 510112'],
    },
  ])('$name', ({ given, on, town, division, city, basis, inCitySince, because }) => {
    const person = personIn(given);
    expect(factOn(person, 'livesInTown', on)).toEqual({ value: town, because });
    const found = ['residenceDivision', 'residenceCity', 'arrivalBasis', 'inCitySince'].map((name) =>
      valueOn(person, name, on),
    );
    expect(found).toEqual([division, city, basis, inCitySince]);
  });

  it('names itself where it is asked and nobody has said', () => {
    expect(factOn(personIn([]), 'residenceDivision', '2020-01-01').because).toEqual([
      'missing residenceDivision',
    ]);
  });

  it('since when in this city rests on the arrival there, not on the moves within', () => {
    const person = personIn([arrived('2019-03-01'), moved('2019-09-01', '510107')]);
    expect(factOn(person, 'inCitySince', '2019-10-01').because).toEqual(['arrived 510112']);
  });

  it('before and after an arrival that came to be known late', () => {
    const given = [moved('2019-09-01', '511302'), arrived('2019-03-01')];
    expect(valueOn(personIn(given, 1), 'inCitySince', '2019-10-01')).toBe('2019-09-01');
    expect(valueOn(personIn(given), 'residenceDivision', '2019-05-01')).toBe('510112');
  });
});

describe('residence permit', () => {
  const issued = (on: string, division: string, endorsedUntil: string) =>
    her(
      'ResidencePermitIssued',
      on,
      { division, basis: 'STABLE_JOB', acceptedOn: on, endorsedUntil },
      { id: `permit ${division}` },
    );

  it.each`
    on              | permit      | city        | because
    ${'2019-09-19'} | ${'none'}   | ${'none'}   | ${[]}
    ${'2019-09-20'} | ${'510112'} | ${'510100'} | ${['permit 510112']}
    ${'2020-09-19'} | ${'510112'} | ${'510100'} | ${['permit 510112']}
    ${'2020-09-20'} | ${'none'}   | ${'none'}   | ${['permit 510112']}
  `(
    'on $on: $permit; its printed end is the last day',
    (row: Record<'on' | 'permit' | 'city', string> & { because: string[] }) => {
      const person = personIn([issued('2019-09-20', '510112', '2020-09-19')]);
      expect(factOn(person, 'residencePermit', row.on)).toEqual({ value: row.permit, because: row.because });
      expect(valueOn(person, 'residencePermitCity', row.on)).toBe(row.city);
    },
  );

  it('of another city takes the place of the first', () => {
    const person = personIn([
      issued('2019-09-20', '510112', '2020-09-19'),
      issued('2020-01-10', '511302', '2021-01-09'),
    ]);
    expect(['2020-01-09', '2020-01-10'].map((on) => valueOn(person, 'residencePermitCity', on))).toEqual([
      '510100',
      '511300',
    ]);
  });
});
