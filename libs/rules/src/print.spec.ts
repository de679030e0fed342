import {
  all,
  any,
  anyMember,
  atLeast,
  choose,
  derivedCondition,
  division,
  fact,
  inForce,
  isOneOf,
  ladder,
  monthly,
  not,
  ofHousehold,
  parameter,
  reaches,
  same,
  startsBy,
  yes,
} from './combinators.js';
import { printRule } from './print.js';

const place = fact('residenceDivision');
const rule = all(
  inForce('2019-12-05', '川发改社会〔2019〕522号'),
  yes('alive'),
  not(same(fact('residenceCity'), fact('hukouCity'))),
  startsBy(parameter('start-rule', place), reaches(fact('birthDate'), parameter('age', place), 'year')),
  choose(parameter('word', division('510000')), {
    A: monthly(isOneOf(fact('povertyRegistry'), 'exited', 'returned')),
    B: any(
      atLeast(fact('contributedYears.RES_PENSION'), parameter('min-years', place)),
      ofHousehold('LIVING', anyMember(yes('tekun'))),
    ),
  }),
  derivedCondition({
    name: 'inNeed',
    title: { zh: '困难群体', en: 'In need' },
    article: 8,
    condition: yes('dibao'),
  }),
);

describe('a rule on paper', () => {
  it('gives each rung of a ladder its word', () => {
    const grade = ladder(
      [
        { word: 'A', when: yes('tekun') },
        { word: 'B', when: yes('dibao') },
      ],
      'E',
    );
    expect(printRule(grade, 'en')).toEqual([
      '- the first class that applies',
      '  - A: In extreme difficulty',
      '  - B: Receives the minimum living guarantee',
    ]);
  });

  it('reads as a nested list, in English', () => {
    expect(printRule(rule, 'en')).toEqual([
      '- All of the following',
      '  - In force from 2019-12-05 (川发改社会〔2019〕522号)',
      '  - Alive',
      '  - Not the following',
      '    - City of residence equals City of hukou',
      '  - Counts from the month, or the month after, it is first met',
      '    - the figure age (years) have passed since Date of birth',
      '    - the figure start-rule',
      '  - As the figure word says',
      '    - the figure word',
      '    - A: Decided on the first day of the month, for the whole month',
      '      - Poverty register is one of: exited, returned',
      '    - B: At least one of the following',
      '      - Years of resident pension contributions is at least the figure min-years',
      '      - The household he or she belongs to',
      '        - At least one member of the household',
      '          - In extreme difficulty',
      '  - In need',
      '    - Receives the minimum living guarantee',
    ]);
  });

  it('reads as a nested list, in Chinese', () => {
    expect(printRule(rule, 'zh')).toEqual([
      '- 以下条件全部满足',
      '  - 自2019-12-05起施行（川发改社会〔2019〕522号）',
      '  - 在世',
      '  - 以下条件不成立',
      '    - 居住城市与户籍城市相同',
      '  - 自满足条件的当月或次月起计',
      '    - 自出生日期起满标准 age（年）',
      '    - 标准 start-rule',
      '  - 按标准 word确定',
      '    - 标准 word',
      '    - A: 按月首日核定，当月有效',
      '      - 建档立卡状态为：exited、returned',
      '    - B: 以下条件至少满足一项',
      '      - 居民养老缴费年限不低于标准 min-years',
      '      - 所在家庭',
      '        - 家庭中至少一名成员',
      '          - 特困人员',
      '  - 困难群体',
      '    - 低保对象',
    ]);
  });
});
