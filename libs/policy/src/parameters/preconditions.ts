/** Figures on which preconditions of events rest: ages, notice periods (`events.md`, 30, 52, 61, 69; `parameters.md` §§3.3, 3.5). */
import type { Figure } from './figures.js';

const RETIREMENT = {
  division: '000000',
  unit: 'year',
  validFrom: '1978-06-02',
  validTo: '2025-01-01',
  verified: true,
  owner: 'HRSS',
} as const;

export const PRECONDITION_FIGURES: readonly Figure[] = [
  {
    id: 'employment.min-age',
    division: '000000',
    value: '16',
    unit: 'year',
    validFrom: '1995-01-01',
    source: '劳动法第十五条',
    verified: false,
    owner: 'HRSS',
  },
  { ...RETIREMENT, id: 'retirement.age.male', value: '60', source: '国发〔1978〕104号' },
  { ...RETIREMENT, id: 'retirement.age.female-worker', value: '50', source: '国发〔1978〕104号' },
  {
    id: 'tekun.minor-age',
    division: '000000',
    value: '16',
    unit: 'year',
    validFrom: '2014-05-01',
    source: '社会救助暂行办法第十四条',
    verified: true,
    owner: 'MCA',
  },
  {
    id: 'orphan.student-extension',
    division: '000000',
    value: 'true',
    unit: 'flag',
    validFrom: '2010-11-16',
    source: 'documented default (domain/parameters.md §3.13)',
    verified: false,
    owner: 'MCA',
  },
  {
    id: 'land.return-notice',
    division: '000000',
    value: '6',
    unit: 'month',
    validFrom: '2003-03-01',
    source: '农村土地承包法第三十条（2019年修正前为第二十九条）',
    verified: true,
    owner: 'AGRI',
  },
];
