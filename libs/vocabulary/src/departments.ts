/**
 * Who may be a source of facts: the thirteen issuers of 川发改社会〔2019〕522号, the two departments that carry duties
 * without having issued it (司法厅 art. 3, 生态环境厅 art. 13), the disabled persons' federation, which alone certifies
 * disability, and local government.
 */
import type { Title } from './title.js';

export const DEPARTMENTS = {
  NDRC: { zh: '发展和改革委员会', en: 'Development and Reform' },
  EDU: { zh: '教育厅', en: 'Education' },
  PSB: { zh: '公安厅', en: 'Public Security' },
  MCA: { zh: '民政厅', en: 'Civil Affairs' },
  FIN: { zh: '财政厅', en: 'Finance' },
  HOUS: { zh: '住房和城乡建设厅', en: 'Housing and Urban-Rural Development' },
  HRSS: { zh: '人力资源和社会保障厅', en: 'Human Resources and Social Security' },
  LAND: { zh: '自然资源厅', en: 'Natural Resources' },
  AGRI: { zh: '农业农村厅', en: 'Agriculture and Rural Affairs' },
  HEALTH: { zh: '卫生健康委员会', en: 'Health' },
  HSA: { zh: '医疗保障局', en: 'Healthcare Security' },
  POV: {
    zh: '扶贫开发局（2021年起为乡村振兴局）',
    en: 'Poverty Alleviation (from 2021 Rural Revitalisation)',
  },
  DATA: { zh: '大数据中心', en: 'Big Data Centre' },
  JUST: { zh: '司法厅', en: 'Justice' },
  ENV: { zh: '生态环境厅', en: 'Ecology and Environment' },
  DPF: { zh: '残疾人联合会', en: "Disabled Persons' Federation" },
  GOV: { zh: '地方人民政府', en: 'Local government' },
} as const satisfies Record<string, Title>;

export type Department = keyof typeof DEPARTMENTS;

export const DEPARTMENT_CODES = Object.keys(DEPARTMENTS) as readonly Department[];

export function isDepartment(code: string): code is Department {
  return Object.hasOwn(DEPARTMENTS, code);
}
