import {
  BEGINNING,
  constant,
  day,
  END,
  formatOpenDay,
  piecesOf,
  stepwise,
  type Timeline,
} from '@ledger/time';
import { Histories, overMembership, type PersonCase } from './case.js';
import {
  factOn,
  her,
  householdIn,
  householdOf,
  logOf,
  personIn,
  placeOf,
  sayingIn,
  toldOn,
  valueOn,
  voided,
  worldOf,
  type Said,
} from './testing/index.js';

const registered = her(
  'PersonRegistered',
  '1960-01-01',
  { birthDate: '1960-01-01', sex: '2', hukouDivision: '513437', hukouClass: '220' },
  { id: 'registered' },
);
const dibaoOf = (household: string, on: string) =>
  sayingIn(`household-${household}`)(
    'StatusRecognised',
    on,
    { kind: 'DIBAO', division: '510112' },
    { id: `dibao ${household}` },
  );

describe('a person in households', () => {
  const first = householdOf('LIVING', '2018-01-01', ['her'], 'first');
  const second = householdOf('LIVING', '2020-01-01', ['her'], 'second');

  it('is told what the one joined last says, on the days on which two overlap', () => {
    const given = [...first, ...second, dibaoOf('first', '2018-06-01')];
    const person = personIn(given);
    expect(person.households('LIVING').map(({ household }) => household.id)).toEqual(['first', 'second']);
    expect(['2018-05-31', '2019-12-31', '2020-01-01'].map((on) => valueOn(person, 'dibao', on))).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('has the households of each kind apart', () => {
    const person = personIn([...first, ...householdOf('LAND_CONTRACT', '2010-01-01', ['her'], 'land')]);
    const kinds = (['LIVING', 'LAND_CONTRACT', 'HUKOU', 'POVERTY_REGISTER'] as const).map(
      (kind) => person.households(kind).length,
    );
    expect(kinds).toEqual([1, 1, 0, 0]);
  });

  it('is in none that was never established', () => {
    const [established = registered, ...joined] = first;
    expect(personIn([established, ...joined, voided(established)]).households('LIVING')).toEqual([]);
  });

  it('is in none where the joining never happened', () => {
    const [, join = registered] = first;
    expect(personIn([...first, voided(join)]).households('LIVING')).toEqual([]);
  });
});

describe('a household', () => {
  const given = [registered, ...householdOf('LIVING', '2018-01-01', ['her', 'son'])];

  it('knows its kind and everyone who ever was a member', () => {
    const household = householdIn(given);
    expect(household.householdKind).toBe('LIVING');
    expect(household.members().map(({ person }) => person.id)).toEqual(['her', 'son']);
    expect(factOn(household.members()[0]?.person as PersonCase, 'birthDate', '2020-01-01').value).toBe(
      '1960-01-01',
    );
  });

  it('has no facts of persons', () => {
    expect(() => householdIn(given).fact('birthDate')).toThrow(
      'birthDate is a person’s fact'.replace('’', "'"),
    );
  });

  it('that nobody established has no kind', () => {
    expect(householdIn([]).householdKind).toBeUndefined();
  });
});

describe('what a household says', () => {
  const inside = stepwise('none', [{ from: day('2019-01-01'), value: 'dibao', because: null }]);
  const says = (timeline: Timeline<string>) =>
    piecesOf(timeline).map(({ from, value }) => `${formatOpenDay(from) ?? 'always'}: ${value}`);
  const member = (...days: readonly [from: string, until: string][]) =>
    stepwise<string | null>(
      null,
      days.flatMap(([from, until]) => [
        { from: day(from), value: '10', because: null },
        { from: day(until), value: null, because: null },
      ]),
    );

  it.each<{ name: string; relation: Timeline<string | null>; expected: readonly string[] }>([
    {
      name: 'nothing to who never belonged',
      relation: constant<string | null>(null),
      expected: ['always: outside'],
    },
    {
      name: 'all to who always did',
      relation: constant<string | null>('10'),
      expected: ['always: none', '2019-01-01: dibao'],
    },
    {
      name: 'only on the days of membership',
      relation: member(['2018-01-01', '2019-06-01'], ['2020-01-01', '2020-02-01']),
      expected: [
        'always: outside',
        '2018-01-01: none',
        '2019-01-01: dibao',
        '2019-06-01: outside',
        '2020-01-01: dibao',
        '2020-02-01: outside',
      ],
    },
  ])('$name', ({ relation, expected }) => {
    expect(says(overMembership(constant('outside'), inside, relation))).toEqual(expected);
  });

  it('rests on the joining too, and on the leaving once it says it no longer; its silence rests on nothing', () => {
    const event = (key: string) => ({ kind: 'event', key });
    const dibao = stepwise('none', [{ from: day('2019-01-01'), value: 'dibao', because: event('dibao') }]);
    const relation = stepwise<string | null>(null, [
      { from: day('2018-01-01'), value: '10', because: event('joined') },
      { from: day('2020-01-01'), value: null, because: event('left') },
    ]);
    const over = overMembership(constant('none'), dibao, relation);
    expect(['2018-06-01', '2019-01-01', '2020-01-01'].map((on) => toldOn(over, on))).toEqual([
      { value: 'none', because: [] },
      { value: 'dibao', because: ['dibao', 'joined'] },
      { value: 'none', because: ['left'] },
    ]);
  });

  it('leaves what another household said where one has been left', () => {
    const event = (key: string) => ({ kind: 'event', key });
    const relation = stepwise<string | null>(null, [
      { from: day('2018-01-01'), value: '10', because: event('joined') },
      { from: day('2019-01-01'), value: null, because: event('left') },
    ]);
    const other = constant('dibao there', event('there'));
    const over = overMembership(other, constant('dibao here', event('here')), relation);
    expect(['2018-06-01', '2019-06-01'].map((on) => toldOn(over, on))).toEqual([
      { value: 'dibao here', because: ['here', 'joined'] },
      { value: 'dibao there', because: ['there'] },
    ]);
  });

  it('covers every day there is', () => {
    const over = overMembership(constant('outside'), inside, constant<string | null>('10'));
    expect([over.from[0], piecesOf(over).at(-1)?.until]).toEqual([BEGINNING, END]);
  });
});

describe('a world', () => {
  const arrived = (confidence?: Said['confidence']): Said => ({
    ...her('UrbanArrivalRecorded', '2019-03-01', {
      division: '510112',
      urbanRuralClass: '111',
      basis: 'SELF_DECLARED',
    }),
    ...(confidence && { confidence }),
  });

  it('without what was only declared is another one, where anything was', () => {
    const world = worldOf([registered, arrived('declared')]);
    expect(world.restsOnDeclared(world.person('her').stream.stream)).toBe(true);
    expect(valueOn(world.person('her'), 'livesInTown', '2019-06-01')).toBe(true);
    expect(valueOn(world.proven().person('her'), 'livesInTown', '2019-06-01')).toBe(false);
    expect(valueOn(world.proven().person('her'), 'birthDate', '2019-06-01')).toBe('1960-01-01');
    expect(world.proven()).toBe(world.proven());
  });

  it.each(['verified', 'imported'] as const)('counts what is %s as proved', (confidence) => {
    const world = worldOf([registered, arrived(confidence)]);
    expect(world.restsOnDeclared(world.person('her').stream.stream)).toBe(false);
    expect(valueOn(world.proven().person('her'), 'livesInTown', '2019-06-01')).toBe(true);
  });

  it('is as known at its position', () => {
    const said = [registered, arrived()];
    expect(valueOn(worldOf(said, 1).person('her'), 'livesInTown', '2019-06-01')).toBe(false);
    expect(valueOn(worldOf(said, 2).person('her'), 'livesInTown', '2019-06-01')).toBe(true);
  });

  it('makes one case of a stream, whoever asks', () => {
    const world = worldOf([registered, ...householdOf('LIVING', '2018-01-01')]);
    expect(world.household('home').members()[0]?.person).toBe(world.person('her'));
    expect(world.caseOf('person-her')).toBe(world.person('her'));
    expect(world.person('her').fact('alive')).toBe(world.person('her').fact('alive'));
  });
});

describe('histories', () => {
  const log = logOf([
    registered,
    ...householdOf('LIVING', '2018-01-01', ['her', 'son'], 'b'),
    ...householdOf('HUKOU', '2018-01-01', ['her'], 'a'),
  ]);
  const lives = new Histories(log);

  it('know which household names whom, in a fixed order', () => {
    expect(lives.householdsNaming('her')).toEqual(['household-a', 'household-b']);
    expect(lives.householdsNaming('son')).toEqual(['household-b']);
    expect(lives.householdsNaming('nobody')).toEqual([]);
    expect(lives.personsNamedBy('household-b')).toEqual(['her', 'son']);
    expect(lives.personsNamedBy('household-z')).toEqual([]);
  });

  it('hold the streams of which they were told', () => {
    expect([lives.has('person-her'), lives.has('person-son')]).toEqual([true, false]);
    expect(lives.historyOf('person-her')?.events).toHaveLength(1);
    expect(lives.asKnown('person-son', placeOf(99)).events).toEqual([]);
  });
});
