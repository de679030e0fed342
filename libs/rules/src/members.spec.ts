import { her, householdIn, householdOf, personIn, sayingIn, type Said } from '@ledger/case/testing';
import { told } from '@ledger/time/testing';
import {
  anyMember,
  bestOfMembers,
  chooseValue,
  countMembers,
  division,
  fact,
  isOneOf,
  ladder,
  not,
  ofHead,
  ofHousehold,
  ofHouseholdValue,
  ofMember,
  orElse,
  yes,
} from './combinators.js';
import { compileCondition, compileQuantity } from './evaluate.js';
import type { Condition, Quantity } from './tree.js';

const HOME = sayingIn('household-home');
const son = sayingIn('person-son');

const recognised = (say: typeof her, id: string, from: string, until?: string) =>
  say(
    'StatusRecognised',
    from,
    { kind: 'TEKUN', division: '510112' },
    { id, ...(until !== undefined && { until }) },
  );
const arrived = (say: typeof her, on: string, where: string, id = `to ${where}`) =>
  say('UrbanArrivalRecorded', on, { division: where, urbanRuralClass: '111', basis: 'LEASE' }, { id });

const lines = (timeline: Parameters<typeof told>[0]): readonly string[] =>
  told(timeline).map((line) => line.replace('Symbol(unknown)', '?'));
const ofHer = (quantity: Quantity, ...given: readonly Said[]) =>
  lines(compileQuantity(quantity)(personIn(given)));
const ofHome = (quantity: Quantity, ...given: readonly Said[]) =>
  lines(compileQuantity(quantity)(householdIn(given)));

describe('what a person’s household says', () => {
  const living = householdOf('LIVING', '2019-01-01');
  const left = HOME('HouseholdMemberLeft', '2020-06-01', { personId: 'her' }, { id: 'left' });
  const housed = (id: string, on: string, where: string, ownHome: boolean) =>
    HOME(
      'HousingConditionVerified',
      on,
      { division: where, ownHome, perCapitaAreaM2: '10', tenure: 'RENT' },
      { id },
    );
  const owns: Condition = ofHousehold('LIVING', yes('ownsHome'));
  const condition = (of: Condition, ...given: readonly Said[]) =>
    lines(compileCondition(of)(personIn(given)));

  it('holds on the days of membership, and is a no on the others', () => {
    expect(condition(owns, ...living, housed('own', '2019-06-01', '510112', true), left)).toEqual([
      'always: false []',
      '2019-01-01: ? [event:her joined home missing:ownsHome]',
      '2019-06-01: true [event:her joined home event:own]',
      '2020-06-01: false [event:left]',
    ]);
  });

  it('is unknown as a value on the days without a household, and names the fact', () => {
    expect(
      ofHer(
        ofHouseholdValue('LIVING', fact('housingAreaPerHead')),
        ...living,
        housed('h', '2019-06-01', '510112', false),
        left,
      ),
    ).toEqual([
      'always: ? [missing:housingAreaPerHead]',
      '2019-01-01: ? [event:her joined home missing:housingAreaPerHead]',
      '2019-06-01: 100000 [event:h event:her joined home]',
      '2020-06-01: ? [missing:housingAreaPerHead]',
    ]);
  });

  it('may be looked at as verified in a place that changes', () => {
    const here = ofHousehold('LIVING', yes('ownsHome'), fact('residenceDivision'));
    const given = [
      ...living,
      housed('home', '2019-02-01', '513437', true),
      housed('town', '2019-02-01', '510112', false),
      arrived(her, '2019-03-01', '510112'),
      arrived(her, '2020-03-01', '510107'),
    ];
    expect(condition(here, ...given)).toEqual([
      'always: false []',
      '2019-01-01: ? [event:her joined home missing:residenceDivision]',
      '2019-03-01: false [event:her joined home event:to 510112 event:town]',
      '2020-03-01: ? [event:her joined home event:to 510107 missing:ownsHome]',
    ]);
  });

  it('is asked of persons only, and what members say of households only', () => {
    expect(() => compileCondition(owns)(householdIn(living))).toThrow('this condition is about a person');
    expect(() => compileCondition(anyMember(yes('alive')))(personIn([]))).toThrow(
      'this condition is about a household',
    );
  });
});

describe('what the members mean for a household', () => {
  const living = householdOf('LIVING', '2019-01-01', ['her', 'son']);
  const hers = recognised(her, 'hers', '2019-03-01', '2019-09-01');
  const sons = recognised(son, 'sons', '2019-06-01');
  const sonLeft = HOME('HouseholdMemberLeft', '2020-01-01', { personId: 'son' }, { id: 'son left' });
  const given = [...living, hers, sons, sonLeft];
  const tekun = yes('tekun');

  it('any of them, while a member', () => {
    expect(lines(compileCondition(anyMember(tekun))(householdIn(given)))).toEqual([
      'always: false []',
      '2019-03-01: true [event:her joined home event:hers]',
      '2019-06-01: true [event:her joined home event:hers event:son joined home event:sons]',
      '2019-09-01: true [event:son joined home event:sons]',
      '2020-01-01: false [event:hers event:son left]',
    ]);
  });

  it('how many of them count', () => {
    expect(ofHome(countMembers(not(tekun)), ...given)).toEqual([
      'always: 0 []',
      '2019-01-01: 2 [event:her joined home event:son joined home]',
      '2019-03-01: 1 [event:hers event:son joined home]',
      '2019-06-01: 0 [event:hers event:sons]',
      '2019-09-01: 1 [event:her joined home event:hers event:sons]',
      '2020-01-01: 1 [event:her joined home event:hers event:son left event:sons]',
    ]);
  });

  it('nobody knows how many, where it cannot be told of one', () => {
    const counted = countMembers(isOneOf(fact('hukouKind'), 'rural'));
    expect(ofHome(counted, ...living)).toEqual(['always: 0 []', '2019-01-01: ? [missing:hukouKind]']);
  });

  it('a value of the first, in the order of joining, who surely qualifies', () => {
    const places = [arrived(her, '2018-01-01', '510112'), arrived(son, '2018-01-01', '510107')];
    expect(ofHome(ofMember(tekun, fact('residenceDivision')), ...given, ...places)).toEqual([
      'always: ? []',
      '2019-03-01: 510112 [event:her joined home event:hers event:to 510112]',
      '2019-09-01: 510107 [event:hers event:son joined home event:sons event:to 510107]',
      '2020-01-01: ? [event:hers event:son left]',
    ]);
  });

  it('a value of the head, also once he or she has left; unknown where none is known', () => {
    const born = her(
      'PersonRegistered',
      '1960-01-01',
      { birthDate: '1960-01-01', sex: '2', hukouDivision: '513437', hukouClass: '220' },
      { id: 'born' },
    );
    const herLeft = HOME('HouseholdMemberLeft', '2020-01-01', { personId: 'her' });
    const expected = ['always: ? [missing:hukouDivision]', '1960-01-01: 513437 [event:born]'];
    expect(ofHome(ofHead(fact('hukouDivision')), ...living, born, herLeft)).toEqual(expected);
    expect(ofHome(ofHead(fact('hukouDivision')), ...householdOf('LIVING', '2019-01-01', []), born)).toEqual([
      'always: ? [missing:headOfHousehold]',
    ]);
  });

  describe('the best grade of those who count', () => {
    const best = bestOfMembers(yes('alive'), ladder([{ word: 'A', when: tekun }], 'D'), 'A', 'E');

    it('is the worst of all while nobody does', () => {
      expect(ofHome(best, ...given)).toEqual([
        'always: E []',
        '2019-01-01: D [event:her joined home event:son joined home]',
        '2019-03-01: A [event:her joined home event:hers]',
        '2019-09-01: A [event:son joined home event:sons]',
        '2020-01-01: D [event:her joined home event:hers event:son left]',
      ]);
    });

    it('is open where one may have a better, unless another already has the best', () => {
      const graded = chooseValue(fact('hukouKind'), { rural: division('B'), urban: division('C') });
      const either = ladder([{ word: 'A', when: tekun }], 'none');
      const doubtful = bestOfMembers(
        yes('alive'),
        orElse(chooseValue(either, { A: division('A') }), graded),
        'A',
        'E',
      );
      expect(ofHome(doubtful, ...given).map((line) => line.split(' [')[0])).toEqual([
        'always: E',
        '2019-01-01: ?',
        '2019-03-01: A',
        '2019-09-01: A',
        '2020-01-01: ?',
      ]);
    });
  });
});
