/** The figures of domain/parameters.md that the first slice reads, written out once more for the reference. */

export interface PublishedFigure {
  readonly parameterId: string;
  readonly division: string;
  readonly value: string;
  readonly unit: string;
  readonly validFrom: string;
  readonly validTo?: string;
  /** Absent: known from the beginning. */
  readonly publishedOn?: string;
}

/** Stands for "valid from ever": older than any day that is asked. */
const FROM_EVER = '1949-10-01';

const SICHUAN = '510000';
const NATION = '000000';

const BASE = { parameterId: 'pension.resident.base', unit: 'yuan/month' };

export const PUBLISHED_FIGURES: readonly PublishedFigure[] = [
  {
    parameterId: 'tenure.threshold-years',
    division: SICHUAN,
    value: '1',
    unit: 'year',
    validFrom: '2019-12-05',
  },
  {
    parameterId: 'residence-permit.min-stay',
    division: NATION,
    value: '6',
    unit: 'month',
    validFrom: '2016-01-01',
  },
  {
    parameterId: 'pension.resident.age',
    division: NATION,
    value: '60',
    unit: 'year',
    validFrom: '2014-02-21',
  },
  {
    parameterId: 'pension.resident.min-years',
    division: NATION,
    value: '15',
    unit: 'year',
    validFrom: '2014-02-21',
  },
  {
    parameterId: 'pension.resident.lowest-tier',
    division: SICHUAN,
    value: '100.00',
    unit: 'yuan/year',
    validFrom: '2014-01-01',
  },
  {
    parameterId: 'pension.subsidy.snapshot',
    division: SICHUAN,
    value: 'PAYMENT_DAY',
    unit: 'enum',
    validFrom: FROM_EVER,
  },
  {
    parameterId: 'pension.resident.account-divisor',
    division: NATION,
    value: '139',
    unit: 'month',
    validFrom: FROM_EVER,
  },
  {
    parameterId: 'pension.resident.start-rule',
    division: SICHUAN,
    value: 'NEXT_MONTH',
    unit: 'enum',
    validFrom: FROM_EVER,
  },
  { ...BASE, division: SICHUAN, value: '75.00', validFrom: FROM_EVER, validTo: '2018-01-01' },
  {
    ...BASE,
    division: SICHUAN,
    value: '93.00',
    validFrom: '2018-01-01',
    validTo: '2018-12-01',
    publishedOn: '2018-09-13',
  },
  {
    ...BASE,
    division: SICHUAN,
    value: '100.00',
    validFrom: '2018-12-01',
    validTo: '2020-07-01',
    publishedOn: '2018-12-01',
  },
  { ...BASE, division: SICHUAN, value: '105.00', validFrom: '2020-07-01', publishedOn: '2020-07-01' },
  { ...BASE, division: '513300', value: '105.00', validFrom: '2018-12-01' },
];
