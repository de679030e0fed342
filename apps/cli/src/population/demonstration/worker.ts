/** 何志明, his wife and son, from 通江 to 成都: one year in town on 2020-03-01, a job, no home of their own. */
import type { ImportLine } from '../import-line.js';
import { DEMONSTRATION as D } from './ids.js';
import {
  arrived,
  checked,
  founded,
  household,
  LONGQUANYI,
  person,
  registered,
  told,
  TONGJIANG,
} from './telling.js';

const FAMILY = [D.worker, D.workerWife, D.workerSon] as const;

export const WORKER: readonly ImportLine[] = [
  registered(201, D.worker, {
    name: '何志明',
    nationalId: '511999198706180014',
    birthDate: '1987-06-18',
    sex: '1',
    ethnicity: '01',
    hukouDivision: TONGJIANG,
  }),
  registered(202, D.workerWife, {
    name: '谭晓蓉',
    nationalId: '511999198911030023',
    birthDate: '1989-11-03',
    sex: '2',
    ethnicity: '01',
    hukouDivision: TONGJIANG,
  }),
  registered(203, D.workerSon, {
    name: '何永平',
    nationalId: '511999201309050018',
    birthDate: '2013-09-05',
    sex: '1',
    ethnicity: '01',
    hukouDivision: TONGJIANG,
  }),
  ...founded(204, 'POVERTY_REGISTER', D.workerRegister, '2015-12-31', TONGJIANG, [
    [D.worker, '02'],
    [D.workerWife, '12'],
    [D.workerSon, '20'],
  ]),
  told(208, 'PovertyHouseholdRegistered', household(D.workerRegister), '2015-12-31', 'POV', TONGJIANG, {
    registerNo: '51192100010001',
    year: 2015,
    type: 'ORDINARY',
    villageCode: '511921100201',
    causes: ['缺技术'],
    members: FAMILY,
  }),
  arrived(209, D.worker, '2019-03-01', LONGQUANYI, 'LABOUR_CONTRACT', true),
  told(210, 'EmploymentStarted', person(D.worker), '2019-03-04', 'HRSS', LONGQUANYI, {
    type: 'EMPLOYEE',
    employerUscc: '91510112MA6XX0001H',
    industry: '6210',
    division: LONGQUANYI,
    labourContract: true,
  }),
  arrived(211, D.workerWife, '2019-07-01', LONGQUANYI, 'RESIDENCE_REGISTRATION', true),
  arrived(212, D.workerSon, '2019-07-01', LONGQUANYI, 'SCHOOL', true),
  told(213, 'SchoolEnrolled', person(D.workerSon), '2019-09-01', 'EDU', LONGQUANYI, {
    stage: 'PRIMARY',
    grade: 1,
    schoolDivision: LONGQUANYI,
    schoolUrbanRural: '111',
    schoolOwnership: 'PUBLIC',
    boarding: false,
    enrolmentBasis: 'OTHER',
  }),
  ...founded(214, 'LIVING', D.workerHome, '2019-10-08', LONGQUANYI, [
    [D.worker, '02'],
    [D.workerWife, '12'],
    [D.workerSon, '20'],
  ]),
  checked(218, D.workerHome, '2019-10-15', LONGQUANYI, '1900.00', FAMILY),
  told(219, 'HousingConditionVerified', household(D.workerHome), '2019-10-15', 'HOUS', LONGQUANYI, {
    division: LONGQUANYI,
    ownHome: false,
    perCapitaAreaM2: '9',
    tenure: 'RENT',
  }),
  told(220, 'ResidencePermitIssued', person(D.worker), '2019-10-21', 'PSB', LONGQUANYI, {
    division: LONGQUANYI,
    basis: 'STABLE_JOB',
    acceptedOn: '2019-10-10',
    endorsedUntil: '2020-10-20',
  }),
  told(221, 'PovertyExitMarked', household(D.workerRegister), '2019-11-30', 'POV', TONGJIANG, {
    exitYear: 2019,
    policyRetained: true,
    policyRetainedUntil: '2020-12-31',
  }),
];
