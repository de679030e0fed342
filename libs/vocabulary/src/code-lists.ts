/** The shared code lists: codes are text, also where they look like numbers; each has its standard and its titles. */
import { DEPARTMENTS } from './departments.js';
import { ETHNICITIES } from './ethnicity-codes.js';
import { FAMILY_RELATIONS } from './family-relation-codes.js';
import type { Title } from './title.js';

export interface CodeList<Code extends string = string> {
  readonly title: Title;
  /** The national standard or document that lists the codes. */
  readonly standard: string;
  readonly codes: readonly Code[];
  has(code: string): code is Code;
  titleOf(code: Code): Title;
}

function codeList<const Entries extends Record<string, readonly [zh: string, en: string]>>(
  title: Title,
  standard: string,
  entries: Entries,
): CodeList<keyof Entries & string> {
  type Code = keyof Entries & string;
  const titles = new Map<string, Title>(
    Object.entries(entries).map(([code, [zh, en]]) => [code, { zh, en }]),
  );
  return {
    title,
    standard,
    codes: [...titles.keys()].sort(),
    has: (code): code is Code => titles.has(code),
    titleOf: (code) => titles.get(code) ?? { zh: code, en: code },
  };
}

export const CODE_LISTS = {
  sex: codeList({ zh: '性别', en: 'Sex' }, 'GB/T 2261.1', {
    '0': ['未知的性别', 'unknown'],
    '1': ['男性', 'male'],
    '2': ['女性', 'female'],
    '9': ['未说明的性别', 'not stated'],
  }),
  ethnicity: codeList({ zh: '民族', en: 'Ethnicity' }, 'GB/T 3304', ETHNICITIES),
  urbanRuralClass: codeList({ zh: '城乡分类', en: 'Urban-rural class' }, 'GB/T 33782', {
    '111': ['主城区', 'main urban area'],
    '112': ['城乡结合区', 'urban-rural fringe'],
    '121': ['镇中心区', 'town centre'],
    '122': ['镇乡结合区', 'town-rural fringe'],
    '123': ['特殊区域', 'special area'],
    '210': ['乡中心区', 'township centre'],
    '220': ['村庄', 'village'],
  }),
  disabilityCategory: codeList({ zh: '残疾类别', en: 'Category of disability' }, 'GB/T 26341', {
    '1': ['视力残疾', 'visual'],
    '2': ['听力残疾', 'hearing'],
    '3': ['言语残疾', 'speech'],
    '4': ['肢体残疾', 'physical'],
    '5': ['智力残疾', 'intellectual'],
    '6': ['精神残疾', 'mental'],
    '7': ['多重残疾', 'multiple'],
  }),
  insuranceScheme: codeList({ zh: '险种', en: 'Insurance scheme' }, '社会保险法', {
    RES_PENSION: ['城乡居民基本养老保险', "residents' basic pension"],
    EMP_PENSION: ['职工基本养老保险', "employees' basic pension"],
    GOV_PENSION: ['机关事业单位养老保险', 'public employees’ pension'],
    RES_MED: ['城乡居民基本医疗保险', "residents' basic medical insurance"],
    EMP_MED: ['职工基本医疗保险', "employees' basic medical insurance"],
    CRIT_ILL: ['大病保险', 'critical illness insurance'],
    UNEMP: ['失业保险', 'unemployment insurance'],
    INJURY: ['工伤保险', 'work injury insurance'],
    MATERNITY: ['生育保险', 'maternity insurance'],
  }),
  schoolStage: codeList({ zh: '学段', en: 'Stage of schooling' }, '教育法', {
    PRESCHOOL: ['学前教育', 'preschool'],
    PRIMARY: ['小学', 'primary school'],
    JUNIOR: ['初中', 'junior middle school'],
    SENIOR_GENERAL: ['普通高中', 'general senior middle school'],
    SENIOR_VOC: ['中等职业学校', 'secondary vocational school'],
    TECHNICIAN: ['技工院校', 'technician school'],
    COLLEGE: ['高等学校', 'college'],
  }),
  hukouMoveReason: codeList({ zh: '户口迁移原因', en: 'Reason of a hukou move' }, '户口登记条例', {
    SETTLED_HOME: ['合法稳定住所', 'lawful stable home'],
    STABLE_JOB: ['合法稳定就业', 'lawful stable job'],
    POINTS: ['积分入户', 'points'],
    FAMILY_REUNION: ['投靠亲属', 'family reunion'],
    STUDY: ['升学', 'study'],
    RELOCATION: ['易地扶贫搬迁', 'relocation for poverty alleviation'],
    MARRIAGE: ['婚迁', 'marriage'],
    OTHER: ['其他', 'other'],
  }),
  relation: codeList(
    { zh: '与户主关系', en: 'Relation to the head of household' },
    'GB/T 4761',
    FAMILY_RELATIONS,
  ),
  department: codeList(
    { zh: '部门', en: 'Department' },
    '川发改社会〔2019〕522号',
    Object.fromEntries(
      Object.entries(DEPARTMENTS).map(([code, { zh, en }]) => [code, [zh, en] as const]),
    ) as Record<keyof typeof DEPARTMENTS, readonly [string, string]>,
  ),
} as const;

export type CodeListName = keyof typeof CODE_LISTS;
/** The codes of a list, as a type: `CodeOf<'insuranceScheme'>`. */
export type CodeOf<Name extends CodeListName> = (typeof CODE_LISTS)[Name]['codes'][number];

export type InsuranceScheme = CodeOf<'insuranceScheme'>;
export type SchoolStage = CodeOf<'schoolStage'>;

/** 统计用城乡分类: the first digit 1 is town, 2 is countryside. */
export function isTownClass(urbanRuralClass: string): boolean {
  return urbanRuralClass.startsWith('1');
}
