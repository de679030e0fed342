/** 城乡居民养老保险: figures of `parameters.md` §3.2. */
import type { Figure } from './figures.js';

const SCHEME = '国发〔2014〕8号';
const BASE = { id: 'pension.resident.base', division: '510000', unit: 'yuan/month', owner: 'HRSS' } as const;
const MINIMUM = { id: 'pension.resident.base.minimum', division: '000000', unit: 'yuan/month', owner: 'HRSS' } as const;

export const PENSION_FIGURES: readonly Figure[] = [
  { id: 'pension.resident.age', division: '000000', value: '60', unit: 'year', validFrom: '2009-09-01', source: SCHEME, verified: true, owner: 'HRSS' },
  { id: 'pension.resident.enrolment-age', division: '000000', value: '16', unit: 'year', validFrom: '2009-09-01', source: SCHEME, verified: true, owner: 'HRSS' },
  { id: 'pension.resident.min-years', division: '000000', value: '15', unit: 'year', validFrom: '2014-02-21', source: SCHEME, verified: true, owner: 'HRSS' },
  { id: 'pension.resident.lowest-tier', division: '510000', value: '100.00', unit: 'yuan/year', validFrom: '2014-01-01', source: SCHEME, verified: false, owner: 'HRSS' },
  { id: 'pension.subsidy.snapshot', division: '510000', value: 'PAYMENT_DAY', unit: 'enum', validFrom: '2014-01-01', source: 'reading I-6: the status on the day the batch is paid decides', verified: false, owner: 'HRSS' },
  { id: 'pension.resident.account-divisor', division: '000000', value: '139', unit: 'month', validFrom: '2009-09-01', source: 'local regulation text', verified: false, owner: 'HRSS' },
  { id: 'pension.resident.start-rule', division: '510000', value: 'NEXT_MONTH', unit: 'enum', validFrom: '2014-01-01', source: '经办规程 (not seen)', verified: false, owner: 'HRSS' },
  // The start of the 75 yuan was not found; the code is in force from 2014-02-21 and nothing is paid before it.
  { ...BASE, value: '75.00', validFrom: '2014-02-01', validTo: '2018-01-01', source: '四川在线 2018-09-14', verified: true },
  { ...BASE, value: '93.00', validFrom: '2018-01-01', validTo: '2018-12-01', publishedOn: '2018-09-13', source: '四川省人社厅 2018-09-13', verified: true },
  { ...BASE, value: '100.00', validFrom: '2018-12-01', validTo: '2020-07-01', publishedOn: '2018-12-01', source: '四川发布 2018-12', verified: true },
  { ...BASE, value: '105.00', validFrom: '2020-07-01', publishedOn: '2020-07-01', source: 'not verified', verified: false },
  { ...BASE, division: '513300', value: '105.00', validFrom: '2018-12-01', publishedOn: '2018-12-10', source: '甘孜日报 2018-12-10', verified: true },
  { ...MINIMUM, value: '55.00', validFrom: '2009-09-01', validTo: '2014-07-01', source: 'news 2012', verified: true },
  { ...MINIMUM, value: '70.00', validFrom: '2014-07-01', validTo: '2018-01-01', source: '人社部 2018-05', verified: true },
  { ...MINIMUM, value: '88.00', validFrom: '2018-01-01', validTo: '2020-07-01', publishedOn: '2018-05-14', source: '人社部 2018-05', verified: true },
  { ...MINIMUM, value: '93.00', validFrom: '2020-07-01', publishedOn: '2020-07-01', source: 'not verified', verified: false },
];
