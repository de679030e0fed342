import fs from 'node:fs';
import path from 'node:path';
import { STATED_FACTS } from '@ledger/case';
import { figure, her, householdIn, householdOf, personIn, toldOn, type Said } from '@ledger/case/testing';
import { dependenciesOf, outcomesOf, printRule } from '@ledger/rules';
import { day, formatDay } from '@ledger/time';
import { divisionTable, isDepartment } from '@ledger/vocabulary';
import { ARTICLES, getArticle } from './articles.js';
import {
  contentOf,
  factOver,
  factsAbout,
  findEntitlement,
  FIRST_SLICE,
  getEntitlement,
  RULE_SETS,
  type RuleSet,
} from './rule-set.js';

const definitions = [...FIRST_SLICE.entitlements.values()];
const named = definitions.map((definition) => [definition.code, definition] as const);
const derived = [...FIRST_SLICE.derivedFacts.values()];

describe('each entitlement', () => {
  it.each(named)('%s rests on an article that there is, and is called by its code', (code, definition) => {
    expect(getArticle(definition.article).number).toBe(definition.article);
    expect(definition.code).toBe(code);
    expect(code).toMatch(/^[a-z]+(\.[a-z][a-z0-9-]*)+$/);
    expect(isDepartment(definition.department)).toBe(true);
    expect(definition.title.zh).toMatch(/\p{Script=Han}/u);
    expect(definition.title.en).toMatch(/^[A-Z]/);
    expect(definition.basis).not.toBe('');
  });

  it.each(named)(
    '%s leaves to people only words of its article, and says which department decides',
    (_, definition) => {
      const { text } = getArticle(definition.article);
      for (const { quote, reason, decidedBy } of definition.notEncoded) {
        expect(text).toContain(quote);
        expect(reason.zh).toMatch(/\p{Script=Han}/u);
        expect(reason.en).toMatch(/^[A-Z]/);
        expect(isDepartment(decidedBy)).toBe(true);
      }
    },
  );

  it.each(named)('%s reads only facts that departments state', (_, definition) => {
    const unknown = dependenciesOf(definition).facts.filter(({ name }) => !STATED_FACTS.has(name));
    expect(unknown).toEqual([]);
  });

  it.each(named)(
    '%s reads a household’s facts of the household, and a person’s of the person',
    (_, definition) => {
      const misplaced = dependenciesOf(definition).facts.filter(({ name, path: way }) => {
        const { scope } = STATED_FACTS.get(name) ?? { scope: 'person' };
        const last =
          way.at(-1) ??
          (definition.beneficiary.kind === 'person' ? 'member' : definition.beneficiary.household);
        // A person is told what the household says; a household is not told what a person says.
        return last !== 'member' && scope !== last;
      });
      expect(misplaced).toEqual([]);
    },
  );

  it.each(named)('%s can be printed in both languages', (_, definition) => {
    expect(printRule(definition.when, 'zh').join('\n')).toMatch(/\p{Script=Han}/u);
    expect(printRule(definition.when, 'en').join('\n')).not.toMatch(/undefined|\[object/);
  });

  /** `domain/README.md`, From when a code is in force. */
  it.each`
    code                                  | from            | basis
    ${'pension.resident.monthly'}         | ${'2014-02-21'} | ${'国发〔2014〕8号'}
    ${'pension.resident.premium-subsidy'} | ${'2017-08-01'} | ${'人社部发〔2017〕59号'}
    ${'assist.dibao'}                     | ${'2014-05-01'} | ${'社会救助暂行办法'}
    ${'welfare.disability.nursing'}       | ${'2016-01-01'} | ${'国发〔2015〕52号'}
    ${'residence.permit'}                 | ${'2016-01-01'} | ${'居住证暂行条例'}
    ${'housing.public-rental'}            | ${'2019-12-05'} | ${'川发改社会〔2019〕522号'}
    ${'land.contract-right-kept'}         | ${'2019-01-01'} | ${'农村土地承包法第二十七条'}
    ${'land.no-condition'}                | ${'2019-01-01'} | ${'农村土地承包法第二十七条'}
  `(
    '$code is in force from $from by $basis',
    ({ code, from, basis }: Record<'code' | 'from' | 'basis', string>) => {
      const definition = getEntitlement(FIRST_SLICE, code);
      expect([formatDay(definition.inForceFrom), definition.basis]).toEqual([from, basis]);
    },
  );
});

/** One file per article, the sentence quoted (style.md, 6). */
describe('the words above each entitlement', () => {
  const quotes = ARTICLES.flatMap(({ number, text }) => {
    const file = path.join(import.meta.dirname, `article-${String(number).padStart(2, '0')}.ts`);
    if (!fs.existsSync(file)) return [];
    const source = fs.readFileSync(file, 'utf8');
    return [...source.matchAll(/\/\*\*([^/]*)\*\/\nexport const (\w+) = entitlement\(/g)].map(
      ([, comment = '', name = '']) => {
        const [quote = ''] = comment.replace(/[\s*]+/g, '').split(/[;:]/);
        return { name, quote, text };
      },
    );
  });

  it('are there for every one', () => {
    expect(quotes).toHaveLength(definitions.length);
  });

  it.each(quotes)('$name: are words of its article', ({ quote, text }) => {
    expect(quote.length).toBeGreaterThan(5);
    expect(text).toContain(quote);
  });
});

describe('each derived fact', () => {
  it.each(derived.map((fact) => [fact.name, fact] as const))(
    '%s is coined by an article and is no stated one',
    (name, fact) => {
      expect(getArticle(fact.article).number).toBe(fact.article);
      expect(STATED_FACTS.has(name)).toBe(false);
      expect(fact.title.zh).toMatch(/\p{Script=Han}/u);
      expect(fact.title.en).toMatch(/^[A-Z]/);
    },
  );
});

describe('a rule set', () => {
  const divisions = divisionTable().content;
  const changed: RuleSet = {
    ...FIRST_SLICE,
    entitlements: new Map(
      named.map(([code, definition]) => [
        code,
        code === 'assist.dibao' ? { ...definition, inForceFrom: day('2014-06-01') } : definition,
      ]),
    ),
  };

  it('is found by its version, and its entitlements by their codes', () => {
    expect(new Set(RULE_SETS.map(({ version }) => version)).size).toBe(RULE_SETS.length);
    expect(findEntitlement(FIRST_SLICE, 'assist.dibao')?.code).toBe('assist.dibao');
    expect(findEntitlement(FIRST_SLICE, 'assist.none')).toBeUndefined();
    expect(() => getEntitlement(FIRST_SLICE, 'assist.none')).toThrow('no such entitlement: assist.none');
  });

  it('has one content, whoever asks and whenever', () => {
    const content = contentOf(FIRST_SLICE, divisions);
    expect(contentOf({ ...FIRST_SLICE }, divisions)).toBe(content);
    expect(JSON.stringify(JSON.parse(content))).toBe(content);
  });

  it('has another content where a rule, the version or the division table is another', () => {
    const contents = [
      contentOf(FIRST_SLICE, divisions),
      contentOf(FIRST_SLICE, `${divisions} `),
      contentOf({ ...FIRST_SLICE, version: 'another' }, divisions),
      contentOf(changed, divisions),
    ];
    expect(new Set(contents).size).toBe(contents.length);
  });

  it('is data throughout: nothing in a rule is lost on paper', () => {
    for (const definition of definitions) expect(JSON.parse(JSON.stringify(definition))).toEqual(definition);
  });
});

describe('facts of a case', () => {
  const born = her(
    'PersonRegistered',
    '1960-01-01',
    { birthDate: '1960-01-01', sex: '2', hukouDivision: '513437', hukouClass: '220' },
    { id: 'born' },
  );

  it('of a person are all the stated and all the derived ones', () => {
    const names = factsAbout(FIRST_SLICE, personIn([born])).map(({ name }) => name);
    expect(names).toEqual([...STATED_FACTS.keys(), ...FIRST_SLICE.derivedFacts.keys()]);
  });

  it('of a household are those of its kind', () => {
    const about = (kind: 'LIVING' | 'HUKOU') =>
      factsAbout(FIRST_SLICE, householdIn(householdOf(kind, '2019-01-01')));
    expect(about('LIVING').map(({ name }) => name)).toContain('householdIncomePerHead');
    expect(about('LIVING').map(({ name }) => name)).not.toContain('contractLandRight');
    expect(about('HUKOU')).toEqual([]);
  });

  it.each<{ name: string; value: unknown; because: readonly string[] }>([
    { name: 'birthDate', value: day('1960-01-01'), because: ['born'] },
    { name: 'registeredPoor', value: false, because: [] },
    { name: 'oneYearInTown', value: true, because: ['arrived', 'tenure.threshold-years 510000'] },
    { name: 'inTownSince', value: day('2018-03-01'), because: ['arrived'] },
  ])('$name is told over a whole life', ({ name, value, because }) => {
    const given: readonly Said[] = [
      born,
      her(
        'UrbanArrivalRecorded',
        '2018-03-01',
        { division: '510112', urbanRuralClass: '111', basis: 'LEASE' },
        { id: 'arrived' },
      ),
      figure('tenure.threshold-years', '1', { division: '510000', unit: 'year' }),
    ];
    expect(toldOn(factOver(FIRST_SLICE, personIn(given), name), '2020-03-01')).toEqual({ value, because });
  });

  it('that there is not is nobody’s', () => {
    expect(() => factOver(FIRST_SLICE, personIn([]), 'shoeSize')).toThrow('no such fact: shoeSize');
  });
});

describe('nobody', () => {
  it('is entitled to anything before birth, nor is it left open', () => {
    const born = her('PersonRegistered', '2020-05-01', {
      birthDate: '2020-05-01',
      sex: '2',
      hukouDivision: '513437',
      hukouClass: '220',
    });
    for (const definition of definitions.filter(({ beneficiary }) => beneficiary.kind === 'person')) {
      const before = outcomesOf(definition, personIn([born])).filter(({ from }) => from < day('2020-05-01'));
      expect(before).toEqual([]);
    }
  });
});
