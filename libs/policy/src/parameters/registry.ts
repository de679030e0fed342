/**
 * Every figure of the law that this build reads, whether or not anybody has published a value: what it is called, who
 * sets it, how it is counted (`parameters.md` §3.13). Whoever is told that a figure is missing is told whom to ask.
 */
import type { Department, Title } from '@ledger/vocabulary';

export interface ParameterDeclaration {
  readonly id: string;
  readonly title: Title;
  /** The department that sets it. */
  readonly owner: Department;
  /** As `ParameterSet` gives it: `yuan/…` and `m2/…` as decimal text, `year`, `month`, `day`, `flag`, `enum`. */
  readonly unit: string;
}

type Row = readonly [id: string, zh: string, en: string, owner: Department, unit: string];

/** Time in town and the ages of the law (§3.1, §3.3). */
const COUNTING: readonly Row[] = [
  ['tenure.threshold-years', '在城镇工作生活年限', 'Years in town that give priority', 'NDRC', 'year'],
  [
    'tenure.interruption-days',
    '允许中断天数',
    'Days of absence from town that do not break the year',
    'NDRC',
    'day',
  ],
  ['minor.age', '成年年龄', 'Age of majority', 'MCA', 'year'],
  ['elder.age', '老年人年龄', 'Age from which somebody is old', 'MCA', 'year'],
  ['employment.min-age', '最低就业年龄', 'Least age for employment', 'HRSS', 'year'],
  ['retirement.age.male', '男职工退休年龄', 'Retirement age of men', 'HRSS', 'year'],
  ['retirement.age.female-worker', '女工人退休年龄', 'Retirement age of women workers', 'HRSS', 'year'],
];

/** 城乡居民养老保险 (§3.2). */
const PENSION: readonly Row[] = [
  ['pension.resident.age', '居民养老待遇领取年龄', 'Age of the resident pension', 'HRSS', 'year'],
  [
    'pension.resident.enrolment-age',
    '居民养老参保年龄',
    'Age of enrolment in the resident pension',
    'HRSS',
    'year',
  ],
  [
    'pension.resident.min-years',
    '居民养老最低缴费年限',
    'Least years of contributions to the resident pension',
    'HRSS',
    'year',
  ],
  ['pension.resident.base', '基础养老金标准', 'Basic resident pension', 'HRSS', 'yuan/month'],
  [
    'pension.resident.base.minimum',
    '基础养老金全国最低标准',
    'National minimum of the basic resident pension',
    'HRSS',
    'yuan/month',
  ],
  [
    'pension.resident.account-divisor',
    '个人账户养老金计发月数',
    'Months by which the pension account is divided',
    'HRSS',
    'month',
  ],
  [
    'pension.resident.start-rule',
    '居民养老待遇起付规则',
    'From which month the resident pension is paid',
    'HRSS',
    'enum',
  ],
  [
    'pension.resident.lowest-tier',
    '居民养老最低缴费档次',
    'Lowest tier of contributions to the resident pension',
    'HRSS',
    'yuan/year',
  ],
  [
    'pension.subsidy.snapshot',
    '代缴对象身份认定时点',
    'On which day the premium subsidy looks at a person',
    'HRSS',
    'enum',
  ],
];

/** 社会救助、社会福利 (§§3.5, 3.6). */
const ASSISTANCE: readonly Row[] = [
  ['dibao.std.rural', '农村低保标准', 'Dibao standard, rural', 'MCA', 'yuan/month'],
  ['dibao.std.urban', '城市低保标准', 'Dibao standard, urban', 'MCA', 'yuan/month'],
  ['dibao.residence-based', '按居住地申请低保', 'Whether dibao is granted at the residence', 'MCA', 'flag'],
  ['tekun.minor-age', '特困供养未成年人年龄', 'Age below which a minor may be tekun', 'MCA', 'year'],
  [
    'orphan.student-extension',
    '孤儿在校就读延续保障',
    'Whether an orphan at school stays covered when of age',
    'MCA',
    'flag',
  ],
  [
    'disability.nursing.level1',
    '重度残疾人护理补贴（一级）',
    'Nursing subsidy, level 1',
    'MCA',
    'yuan/month',
  ],
  [
    'disability.nursing.level2',
    '重度残疾人护理补贴（二级）',
    'Nursing subsidy, level 2',
    'MCA',
    'yuan/month',
  ],
  [
    'disability.nursing.requires-assessment',
    '护理补贴须经能力评估',
    'Whether the nursing subsidy asks for an assessment of care',
    'MCA',
    'flag',
  ],
  [
    'disability.start-rule',
    '残疾人两项补贴起发规则',
    'From which month disability subsidies are paid',
    'MCA',
    'enum',
  ],
];

/** 住房、居住证、农村权益 (§§3.1, 3.10). */
const SERVICES: readonly Row[] = [
  ['housing.area-limit', '公租房人均面积限额', 'Most area per head for public rental', 'HOUS', 'm2/person'],
  [
    'housing.income-limit',
    '公租房人均月收入限额',
    'Most income per head for public rental',
    'HOUS',
    'yuan/month',
  ],
  [
    'housing.requires-permit',
    '公租房须持居住证',
    'Whether public rental asks for a residence permit',
    'HOUS',
    'flag',
  ],
  ['residence-permit.min-stay', '居住证最短居住时间', 'Least stay for a residence permit', 'PSB', 'month'],
  [
    'residence-permit.issue-days',
    '居住证办理期限',
    'Days within which a residence permit is issued',
    'PSB',
    'day',
  ],
  [
    'land.return-notice',
    '交回承包地提前通知期限',
    'Notice before contracted land is returned',
    'AGRI',
    'month',
  ],
  [
    'land.suspect-days',
    '权益丧失与落户关联期限',
    'Days around a hukou transfer in which a lost right is looked into',
    'AGRI',
    'day',
  ],
];

export const PARAMETERS: ReadonlyMap<string, ParameterDeclaration> = new Map(
  [...COUNTING, ...PENSION, ...ASSISTANCE, ...SERVICES].map(([id, zh, en, owner, unit]) => [
    id,
    { id, title: { zh, en }, owner, unit },
  ]),
);
