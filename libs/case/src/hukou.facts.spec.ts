import { corrected, factOn, her, personIn, valueOn, voided, type Said } from './testing/index.js';

const registered = her(
  'PersonRegistered',
  '1985-04-01',
  { birthDate: '1985-04-01', sex: '1', hukouDivision: '511324', hukouClass: '220' },
  { id: 'registered' },
);
const transfer = (
  on: string,
  division: string,
  urbanRuralClass: '111' | '121' | '220',
  from?: '111' | '220',
) =>
  her(
    'HukouTransferCompleted',
    on,
    {
      to: { division, urbanRuralClass },
      reason: 'STABLE_JOB',
      ...(from && { from: { division: '511324', urbanRuralClass: from } }),
    },
    { id: `to ${division}` },
  );
const toTown = transfer('2020-04-12', '511302', '111');
const backHome = transfer('2021-09-01', '511324', '220');

describe('hukou', () => {
  it.each<{ on: string; division: string; city: string; kind: string; because: readonly string[] }>([
    {
      on: '1985-03-31',
      division: 'unknown',
      city: 'unknown',
      kind: 'unknown',
      because: ['missing hukouDivision'],
    },
    { on: '1985-04-01', division: '511324', city: '511300', kind: 'rural', because: ['registered'] },
    { on: '2020-04-11', division: '511324', city: '511300', kind: 'rural', because: ['registered'] },
    { on: '2020-04-12', division: '511302', city: '511300', kind: 'urban', because: ['to 511302'] },
    { on: '2021-09-01', division: '511324', city: '511300', kind: 'rural', because: ['to 511324'] },
  ])('on $on: $division, $kind', ({ on, division, city, kind, because }) => {
    const person = personIn([registered, toTown, backHome]);
    expect(factOn(person, 'hukouDivision', on)).toEqual({ value: division, because });
    expect([valueOn(person, 'hukouCity', on), valueOn(person, 'hukouKind', on)]).toEqual([city, kind]);
  });

  it('of a village is its county’s', () => {
    const inVillage = her(
      'PersonRegistered',
      '1985-04-01',
      { birthDate: '1985-04-01', sex: '1', hukouDivision: '513437100202', hukouClass: '220' },
      { id: 'village' },
    );
    expect(valueOn(personIn([inVillage]), 'hukouDivision', '2020-01-01')).toBe('513437');
    expect(
      valueOn(
        personIn([registered, transfer('2020-04-12', '513431101203', '220')]),
        'hukouDivision',
        '2020-05-01',
      ),
    ).toBe('513431');
    expect(valueOn(personIn([inVillage]), 'hukouCity', '2020-01-01')).toBe('513400');
  });

  it('of one whose birth came to be known after a move is where the later of the two says', () => {
    const bornLater = corrected(registered, { birthDate: '2021-01-01' }, { effectiveOn: '2021-01-01' });
    const person = personIn([registered, toTown, bornLater]);
    expect(['2020-06-01', '2021-01-01'].map((on) => valueOn(person, 'hukouDivision', on))).toEqual([
      '511302',
      '511324',
    ]);
  });
});

describe('settled in town', () => {
  it.each<{ name: string; given: readonly Said[]; on: string; settled: boolean; because: readonly string[] }>(
    [
      { name: 'registered only', given: [registered], on: '2020-05-01', settled: false, because: [] },
      {
        name: 'the day before the transfer',
        given: [registered, toTown],
        on: '2020-04-11',
        settled: false,
        because: [],
      },
      {
        name: 'from countryside to town',
        given: [registered, toTown],
        on: '2020-04-12',
        settled: true,
        because: ['to 511302'],
      },
      {
        name: 'on to another town',
        given: [registered, toTown, transfer('2021-01-01', '510112', '121')],
        on: '2021-01-01',
        settled: true,
        because: ['to 510112'],
      },
      {
        name: 'back to the countryside',
        given: [registered, toTown, backHome],
        on: '2021-09-01',
        settled: false,
        because: ['to 511324'],
      },
      {
        name: 'from countryside to countryside',
        given: [registered, transfer('2020-04-12', '513431', '220')],
        on: '2020-05-01',
        settled: false,
        because: ['to 513431'],
      },
      {
        name: 'from town to town, as the transfer itself says',
        given: [registered, transfer('2020-04-12', '511302', '111', '111')],
        on: '2020-05-01',
        settled: false,
        because: ['to 511302'],
      },
      {
        name: 'a transfer that never happened',
        given: [registered, toTown, voided(toTown)],
        on: '2020-05-01',
        settled: false,
        because: [],
      },
      {
        name: 'from nobody knows where',
        given: [toTown],
        on: '2020-05-01',
        settled: false,
        because: ['to 511302'],
      },
    ],
  )('$name: $settled', ({ given, on, settled, because }) => {
    expect(factOn(personIn(given), 'settledInTown', on)).toEqual({ value: settled, because });
  });
});
