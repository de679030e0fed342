import {
  all,
  anyMember,
  choose,
  derivedCondition,
  derivedValue,
  division,
  entitlement,
  fact,
  hasLasted,
  inAnyEmployment,
  isOneOf,
  known,
  ofHead,
  ofHousehold,
  ofHouseholdValue,
  ofMember,
  parameter,
  same,
  sum,
  yes,
} from './combinators.js';
import { dependenciesOf } from './dependencies.js';
import type { Condition, EntitlementDefinition } from './tree.js';

const place = fact('residenceDivision');
const of = (when: Condition, more: Partial<EntitlementDefinition> = {}) => {
  const definition = entitlement({
    code: 'test.right',
    title: { zh: '权利', en: 'A right' },
    article: 8,
    department: 'MCA',
    beneficiary: { kind: 'person' },
    inForceFrom: '2019-01-01',
    basis: 'a law',
    when,
    division: division('510000'),
    notEncoded: [],
  });
  const { facts, parameters } = dependenciesOf({ ...definition, ...more });
  return {
    facts: facts.map(({ name, path }) => [...path, name].join(' → ')).sort(),
    parameters: [...parameters].sort(),
  };
};

describe('what a rule looks at', () => {
  it.each<{ name: string; when: Condition; facts: readonly string[]; parameters?: readonly string[] }>([
    { name: 'a fact', when: yes('alive'), facts: ['alive'] },
    {
      name: 'a fact once, wherever it stands',
      when: all(yes('alive'), isOneOf(fact('alive'), true)),
      facts: ['alive'],
    },
    {
      name: 'a figure, and where it is looked up',
      when: isOneOf(parameter('word', place), 'A'),
      facts: ['residenceDivision'],
      parameters: ['word'],
    },
    {
      name: 'all that a choice may choose',
      when: choose(parameter('word', place), { A: yes('dibao'), B: yes('tekun') }),
      facts: ['dibao', 'residenceDivision', 'tekun'],
      parameters: ['word'],
    },
    {
      name: 'how long, and how long a gap',
      when: hasLasted(yes('livesInTown'), parameter('years', place), 'year', parameter('gap', place)),
      facts: ['livesInTown', 'residenceDivision'],
      parameters: ['gap', 'years'],
    },
    {
      name: 'through derived facts',
      when: all(
        derivedCondition({ name: 'a', title: { zh: '甲', en: 'A' }, article: 0, condition: yes('dibao') }),
        known(
          derivedValue({
            name: 'b',
            title: { zh: '乙', en: 'B' },
            unit: 'number',
            article: 0,
            quantity: sum(fact('sex'), parameter('x', place)),
          }),
        ),
      ),
      facts: ['dibao', 'residenceDivision', 'sex'],
      parameters: ['x'],
    },
    {
      name: 'in each employment',
      when: inAnyEmployment(same(fact('employmentCity'), place)),
      facts: ['employmentCity', 'residenceDivision'],
    },
    {
      name: 'of a household, and where its housing was verified',
      when: ofHousehold('LIVING', yes('ownsHome'), place),
      facts: ['LIVING → ownsHome', 'residenceDivision'],
    },
    {
      name: 'of a household’s members',
      when: ofHousehold('LIVING', anyMember(yes('alive'))),
      facts: ['LIVING → member → alive'],
    },
    {
      name: 'of the head, and who that is',
      when: same(ofHead(fact('hukouDivision')), ofMember(yes('alive'), fact('residenceDivision'))),
      facts: ['headOfHousehold', 'member → alive', 'member → hukouDivision', 'member → residenceDivision'],
    },
    {
      name: 'as a value of a household',
      when: known(ofHouseholdValue('LIVING', fact('housingAreaPerHead'), place)),
      facts: ['LIVING → housingAreaPerHead', 'residenceDivision'],
    },
  ])('$name', ({ when, facts, parameters = [] }) => {
    expect(of(when)).toEqual({ facts, parameters });
  });

  it('also for its amount, its division and its priority', () => {
    const found = of(yes('alive'), {
      amount: { value: parameter('amount', place), per: 'month' },
      division: fact('hukouDivision'),
      priority: { over: yes('tekun'), class: fact('sex') },
    });
    expect(found).toEqual({
      facts: ['alive', 'hukouDivision', 'residenceDivision', 'sex', 'tekun'],
      parameters: ['amount'],
    });
  });
});
