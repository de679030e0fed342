/** 周明秀 and her husband, at home in 仪陇: dibao, and a disability that grew worse before the ledger learned of it. */
import type { DataOf } from '@ledger/vocabulary';
import type { ImportLine } from '../import-line.js';
import { DEMONSTRATION as D } from './ids.js';
import { checked, founded, household, person, registered, told, YILONG } from './telling.js';

const COUPLE = [D.disabled, D.disabledHusband] as const;

function certificate(level: number, issuedOn: string): DataOf<'DisabilityCertified'> {
  return { categories: ['4'], level, perCategory: [{ category: '4', level }], issuedOn };
}

export const DISABLED: readonly ImportLine[] = [
  registered(301, D.disabled, {
    name: '周明秀',
    nationalId: '511399197001100021',
    birthDate: '1970-01-10',
    sex: '2',
    ethnicity: '01',
    hukouDivision: YILONG,
  }),
  registered(302, D.disabledHusband, {
    name: '蒲大华',
    nationalId: '511399197303220010',
    birthDate: '1973-03-22',
    sex: '1',
    ethnicity: '01',
    hukouDivision: YILONG,
  }),
  told(
    303,
    'DisabilityCertified',
    person(D.disabled),
    '2018-06-15',
    'DPF',
    YILONG,
    certificate(3, '2018-06-15'),
  ),
  ...founded(304, 'LIVING', D.disabledHome, '2018-12-03', YILONG, [
    [D.disabledHusband, '02'],
    [D.disabled, '12'],
  ]),
  checked(307, D.disabledHome, '2018-12-14', YILONG, '200.00', COUPLE),
  told(308, 'StatusRecognised', household(D.disabledHome), '2019-01-01', 'MCA', YILONG, {
    kind: 'DIBAO',
    division: YILONG,
    from: '2019-01-01',
    detail: { area: 'RURAL', standard: '350.00', perCapitaIncome: '200.00', members: COUPLE },
  }),
];

/** Known two months after it took effect. */
export const DISABLED_LEVEL_TWO: ImportLine = told(
  309,
  'DisabilityCertified',
  person(D.disabled),
  '2020-09-18',
  'DPF',
  YILONG,
  {
    ...certificate(2, '2020-09-18'),
    isChangeOf: D.levelThree,
  },
);
