import { day, formatOpenDay, piecesOf, valueAt } from '@ledger/time';
import { membershipsOf } from './membership.js';
import { householdIn, householdOf, labelsIn, sayingIn, voided, type Said } from './testing/index.js';

const home = sayingIn('household-home');
const [established] = householdOf('LIVING', '2019-01-01', []) as [Said];
const joined = (personId: string, on: string, relation?: '10' | '20' | '30', id = `${personId} joined`) =>
  home('HouseholdMemberJoined', on, { personId, ...(relation && { relation }) }, { id });
const left = (personId: string, on: string, id = `${personId} left`) =>
  home('HouseholdMemberLeft', on, { personId, reason: 'OTHER' }, { id });
const registered = (on: string, ...members: readonly string[]) =>
  home('PovertyHouseholdRegistered', on, { members }, { id: 'registered' });

/** Relation over time of one person, as `from: relation [labels]`. */
function relationOf(person: string, ...given: readonly Said[]): readonly string[] {
  const membership = membershipsOf(householdIn([established, ...given]).stream).get(person);
  if (!membership) return [];
  return piecesOf(membership.relation).map(
    ({ from, value, because }) =>
      `${formatOpenDay(from) ?? 'always'}: ${value ?? 'no member'} [${labelsIn(because).join(' ')}]`,
  );
}

describe('membership', () => {
  it.each<{ name: string; given: readonly Said[]; says: readonly string[] }>([
    { name: 'establishing a household makes nobody a member', given: [], says: [] },
    {
      name: 'from the day of joining',
      given: [joined('her', '2019-02-01', '10')],
      says: ['always: no member []', '2019-02-01: 10 [her joined]'],
    },
    {
      name: 'in a relation that nobody has stated',
      given: [joined('her', '2019-02-01')],
      says: ['always: no member []', '2019-02-01: 97 [her joined]'],
    },
    {
      name: 'until the day of leaving',
      given: [joined('her', '2019-02-01', '10'), left('her', '2020-01-01')],
      says: ['always: no member []', '2019-02-01: 10 [her joined]', '2020-01-01: no member [her left]'],
    },
    {
      name: 'again, after a second joining',
      given: [
        joined('her', '2019-02-01', '10'),
        left('her', '2020-01-01'),
        joined('her', '2020-06-01', '20', 'again'),
      ],
      says: [
        'always: no member []',
        '2019-02-01: 10 [her joined]',
        '2020-01-01: no member [her left]',
        '2020-06-01: 20 [again]',
      ],
    },
    {
      name: 'in another relation, where a second joining says so',
      given: [joined('her', '2019-02-01', '10'), joined('her', '2019-06-01', '20', 'again')],
      says: ['always: no member []', '2019-02-01: 10 [her joined]', '2019-06-01: 20 [again]'],
    },
    {
      name: 'by the poverty register, for those whom it names',
      given: [registered('2019-03-01', 'her', 'son')],
      says: ['always: no member []', '2019-03-01: 97 [registered]'],
    },
    {
      name: 'by joining, where the register comes later: it does not overwrite the relation',
      given: [joined('her', '2019-02-01', '10'), registered('2019-03-01', 'her')],
      says: ['always: no member []', '2019-02-01: 10 [her joined]'],
    },
    {
      name: 'no longer, though an old registration names her',
      given: [registered('2019-03-01', 'her'), left('her', '2020-01-01')],
      says: ['always: no member []', '2019-03-01: 97 [registered]', '2020-01-01: no member [her left]'],
    },
    {
      name: 'never, where the joining never happened',
      given: [joined('her', '2019-02-01'), voided(joined('her', '2019-02-01'))],
      says: [],
    },
    {
      name: 'by the order of days, whichever came to be known first',
      given: [left('her', '2020-01-01'), joined('her', '2019-02-01', '10')],
      says: ['always: no member []', '2019-02-01: 10 [her joined]', '2020-01-01: no member [her left]'],
    },
  ])('$name', ({ given, says }) => {
    expect(relationOf('her', ...given)).toEqual(says);
  });

  it('is each one’s own', () => {
    const given = [
      established,
      joined('her', '2019-02-01', '10'),
      joined('son', '2019-05-01', '20'),
      left('her', '2020-01-01'),
    ];
    const members = membershipsOf(householdIn(given).stream);
    expect([...members.keys()]).toEqual(['her', 'son']);
    const relations = [...members.values()].map(({ relation }) => valueAt(relation, day('2020-06-01')));
    expect(relations).toEqual([null, '20']);
  });

  it('knows where the last joining stands', () => {
    const given = [
      established,
      joined('her', '2019-02-01'),
      left('her', '2020-01-01'),
      joined('her', '2020-06-01', '20', 'again'),
    ];
    const last = membershipsOf(householdIn(given).stream).get('her')?.joined;
    expect(last && formatOpenDay(last.from)).toBe('2020-06-01');
    expect(last?.position).toBe('000004');
  });
});
