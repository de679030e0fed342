/** Figures beside the pension: tenure, permit, assistance, disability, housing, ages (`parameters.md` §§3.1, 3.5–3.10). */
import type { Figure } from './figures.js';

const CHOICE = 'documented default (domain/parameters.md §3.13)';

export const SERVICE_FIGURES: readonly Figure[] = [
  { id: 'tenure.threshold-years', division: '510000', value: '1', unit: 'year', validFrom: '2019-12-05', source: '川发改社会〔2019〕522号 总体要求', verified: true, owner: 'NDRC' },
  { id: 'minor.age', division: '000000', value: '18', unit: 'year', validFrom: '1987-01-01', source: '民法通则第十一条、民法典第十七条', verified: true, owner: 'MCA' },
  { id: 'elder.age', division: '000000', value: '60', unit: 'year', validFrom: '1996-10-01', source: '老年人权益保障法第二条', verified: true, owner: 'MCA' },
  { id: 'residence-permit.min-stay', division: '000000', value: '6', unit: 'month', validFrom: '2016-01-01', source: '居住证暂行条例第二条', verified: true, owner: 'PSB' },
  { id: 'residence-permit.issue-days', division: '000000', value: '15', unit: 'day', validFrom: '2016-01-01', source: '居住证暂行条例第九条', verified: true, owner: 'PSB' },
  { id: 'dibao.residence-based', division: '000000', value: 'false', unit: 'flag', validFrom: '2014-05-01', source: `reading I-10; ${CHOICE}`, verified: false, owner: 'MCA' },
  { id: 'disability.nursing.requires-assessment', division: '000000', value: 'false', unit: 'flag', validFrom: '2016-01-01', source: CHOICE, verified: false, owner: 'MCA' },
  { id: 'housing.requires-permit', division: '000000', value: 'false', unit: 'flag', validFrom: '2016-01-01', source: `reading I-11; ${CHOICE}`, verified: false, owner: 'HOUS' },
  { id: 'land.suspect-days', division: '510000', value: '180', unit: 'day', validFrom: '2003-03-01', source: 'domain/events.md, 28: within 180 days of the transfer', verified: false, owner: 'AGRI' },
];
