/** Parameters of random histories: the figures a history begins with, and those that are set while it runs. */
import { addDays, addYears, day, firstOfMonth, formatDay, type Day } from '@ledger/time';
import { pick, type HistoryBuilder, type Step } from './history-builder.js';

export interface Figure {
  readonly id: string;
  readonly unit: string;
  readonly department: string;
  readonly division: string;
  readonly value: string;
  readonly validFrom: string;
}

/** Each with values on both sides of what incomes, areas, ages and stays of the histories turn on. */
const CHOICES: readonly (Omit<Figure, 'division' | 'value' | 'validFrom'> & {
  readonly values: readonly string[];
})[] = [
  {
    id: 'pension.resident.base',
    unit: 'yuan/month',
    department: 'HRSS',
    values: ['75.00', '93.00', '100.00', '105.00', '110.50'],
  },
  { id: 'pension.resident.lowest-tier', unit: 'yuan/year', department: 'HRSS', values: ['100.00', '200.00'] },
  { id: 'pension.resident.start-rule', unit: 'enum', department: 'HRSS', values: ['NEXT_MONTH'] },
  { id: 'pension.resident.min-years', unit: 'year', department: 'HRSS', values: ['15', '2', '1'] },
  { id: 'pension.resident.account-divisor', unit: 'month', department: 'HRSS', values: ['139', '120'] },
  { id: 'dibao.std.rural', unit: 'yuan/month', department: 'MCA', values: ['350.00', '400.00'] },
  { id: 'dibao.std.urban', unit: 'yuan/month', department: 'MCA', values: ['550.00', '600.00'] },
  { id: 'dibao.residence-based', unit: 'bool', department: 'MCA', values: ['false', 'true'] },
  { id: 'disability.start-rule', unit: 'enum', department: 'MCA', values: ['MONTH_OF', 'MONTH_AFTER'] },
  { id: 'disability.nursing.level1', unit: 'yuan/month', department: 'MCA', values: ['120.00', '150.00'] },
  { id: 'disability.nursing.level2', unit: 'yuan/month', department: 'MCA', values: ['80.00', '110.00'] },
  {
    id: 'disability.nursing.requires-assessment',
    unit: 'bool',
    department: 'MCA',
    values: ['false', 'true'],
  },
  { id: 'tenure.threshold-years', unit: 'year', department: 'NDRC', values: ['1', '2'] },
  { id: 'tenure.interruption-days', unit: 'day', department: 'NDRC', values: ['0', '1', '30', '90'] },
  { id: 'residence-permit.min-stay', unit: 'month', department: 'PSB', values: ['6', '3'] },
  { id: 'housing.area-limit', unit: 'm2/person', department: 'HOUS', values: ['16', '13'] },
  { id: 'housing.income-limit', unit: 'yuan/month', department: 'HOUS', values: ['1000.00', '400.00'] },
  { id: 'housing.requires-permit', unit: 'bool', department: 'HOUS', values: ['false', 'true'] },
];

/** What every history begins with: without it nothing could be said of anybody's age. */
const PENSION_AGE: Figure = {
  id: 'pension.resident.age',
  unit: 'year',
  department: 'HRSS',
  division: '000000',
  value: '60',
  validFrom: '2012-01-01',
};

const NOT_FROM_THE_BEGINNING = [
  'tenure.interruption-days',
  'dibao.residence-based',
  'disability.nursing.requires-assessment',
  'housing.requires-permit',
];

/** What a history may begin with, for the whole province. */
export const FIRST_FIGURES: readonly Figure[] = CHOICES.filter(
  ({ id }) => !NOT_FROM_THE_BEGINNING.includes(id),
).map(({ id, unit, department, values }) => ({
  id,
  unit,
  department,
  division: '510000',
  value: values[0] ?? '',
  validFrom: '2012-01-01',
}));

/** Counties, prefectures, the province and the nation: those where the families come from and go to among them. */
const PLACES = ['513437', '511921', '513400', '511900', '510107', '510100', '510000', '510000', '000000'];
const LATE_DAYS = [0, 30, 200, 700];

export function beginWith(builder: HistoryBuilder, figures: readonly Figure[]): void {
  for (const figure of [PENSION_AGE, ...figures]) setFigure(builder, figure, day(figure.validFrom));
}

/** A figure is set for a place: for today, backdated, or announced; some with an end. */
export function setParameter(builder: HistoryBuilder, step: Step): void {
  const choice = pick(CHOICES, step.a);
  const value = choice && pick(choice.values, step.b);
  const division = pick(PLACES, step.c);
  if (choice === undefined || value === undefined || division === undefined) return;
  const wished = addDays(builder.now, 60 - step.late - (LATE_DAYS[step.b % LATE_DAYS.length] ?? 0));
  const from = step.snap === 'none' ? wished : firstOfMonth(wished);
  const until = step.a % 3 === 0 ? addYears(from, 1) : undefined;
  setFigure(builder, { ...choice, value, division }, from, until);
}

function setFigure(builder: HistoryBuilder, figure: Omit<Figure, 'validFrom'>, from: Day, until?: Day): void {
  builder.record('ParameterSet', { kind: 'division', id: figure.division }, from, figure.department, {
    parameterId: figure.id,
    value: figure.value,
    unit: figure.unit,
    validFrom: formatDay(from),
    ...(until === undefined ? {} : { validTo: formatDay(until) }),
    sourceDocNo: 'random history',
    verified: false,
  });
}
