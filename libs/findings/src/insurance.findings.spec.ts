import { her } from '@ledger/case/testing';
import { conflict } from './testing/twins.js';

type Scheme = 'RES_PENSION' | 'EMP_PENSION' | 'GOV_PENSION' | 'RES_MED' | 'EMP_MED';
const draws = (scheme: Scheme, month: string) =>
  her('PensionBenefitStarted', `${month}-01`, { scheme, firstMonth: month }, { id: `draws ${scheme}` });
const stops = (scheme: Scheme, on: string) =>
  her('PensionBenefitEnded', on, { scheme }, { id: `stops ${scheme}` });
const pays = (scheme: Scheme, on: string, fromMonth: string, toMonth = fromMonth) =>
  her('InsuranceContributionPaid', on, { scheme, period: { fromMonth, toMonth } }, { id: `pays ${scheme}` });
const enrols = (scheme: Scheme, on: string) =>
  her('InsuranceEnrolled', on, { scheme, division: '513437', category: 'RESIDENT' }, { id: `in ${scheme}` });
const ends = (scheme: Scheme, on: string) =>
  her('InsuranceParticipationEnded', on, { scheme, reason: 'SWITCHED_SCHEME' }, { id: `out ${scheme}` });

conflict('C-DOUBLE-PENSION', [
  {
    name: 'the resident and another pension drawn at once',
    given: [draws('EMP_PENSION', '2020-03'), draws('RES_PENSION', '2020-05')],
    raised: ['2020-05-01 to open [draws EMP_PENSION, draws RES_PENSION]'],
  },
  {
    name: 'until one of them ends',
    given: [
      draws('EMP_PENSION', '2020-03'),
      draws('RES_PENSION', '2020-05'),
      stops('RES_PENSION', '2020-09-01'),
    ],
    raised: ['2020-05-01 to 2020-09-01 [draws EMP_PENSION, draws RES_PENSION]'],
  },
  {
    name: 'two pensions beside the resident one',
    given: [draws('EMP_PENSION', '2020-03'), draws('GOV_PENSION', '2020-05')],
    raised: ['2020-05-01 to open [draws EMP_PENSION, draws GOV_PENSION]'],
  },
  {
    name: 'one after the other',
    given: [
      draws('EMP_PENSION', '2020-03'),
      stops('EMP_PENSION', '2020-05-01'),
      draws('RES_PENSION', '2020-05'),
    ],
    raised: [],
  },
  { name: 'one alone', given: [draws('RES_PENSION', '2020-05')], raised: [] },
  {
    name: 'two schemes paid for the same months',
    given: [
      pays('RES_PENSION', '2019-12-10', '2019-01', '2019-12'),
      pays('EMP_PENSION', '2019-05-10', '2019-03', '2019-04'),
    ],
    raised: ['2019-03-01 to 2019-05-01 [pays EMP_PENSION, pays RES_PENSION]'],
  },
  {
    name: 'two schemes paid for other months',
    given: [
      pays('RES_PENSION', '2019-12-10', '2019-05', '2019-12'),
      pays('EMP_PENSION', '2019-05-10', '2019-03', '2019-04'),
    ],
    raised: [],
  },
]);

conflict('C-DOUBLE-MED', [
  {
    name: 'both medical insurances open',
    given: [enrols('RES_MED', '2019-01-01'), enrols('EMP_MED', '2019-03-01')],
    raised: ['2019-03-01 to open [in EMP_MED, in RES_MED]'],
  },
  {
    name: 'until one ends',
    given: [enrols('RES_MED', '2019-01-01'), enrols('EMP_MED', '2019-03-01'), ends('RES_MED', '2019-06-01')],
    raised: ['2019-03-01 to 2019-06-01 [in EMP_MED, in RES_MED]'],
  },
  {
    name: 'one after the other',
    given: [enrols('RES_MED', '2019-01-01'), ends('RES_MED', '2019-03-01'), enrols('EMP_MED', '2019-03-01')],
    raised: [],
  },
]);
