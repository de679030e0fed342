/** Lines of an import file that intake takes, to be spoilt one field at a time. */

export const PERSON = '5a0e7a0c-8c0f-4f0e-9d69-1b1c4d4b2a01';
export const HOUSEHOLD = '7c1d1f6e-3a55-4f7b-8d0a-52f3c9a4e201';

/** Passes GB 11643; the sample of the standard's own text. */
export const VALID_NATIONAL_ID = '11010519491231002X';

export const GOOD_LINES = {
  registration: {
    id: '0b6f1c54-5d1b-4c51-8f0e-6f8d8f7f1a01',
    type: 'PersonRegistered',
    person: PERSON,
    effectiveOn: '1949-12-31',
    source: { department: 'PSB', division: '513437', system: 'hukou', recordNumber: 'R-1' },
    data: {
      name: '吉克阿呷',
      nationalId: VALID_NATIONAL_ID,
      birthDate: '1949-12-31',
      sex: '2',
      hukouDivision: '513437',
      hukouClass: '220',
    },
  },
  arrival: {
    id: '0b6f1c54-5d1b-4c51-8f0e-6f8d8f7f1a02',
    type: 'UrbanArrivalRecorded',
    person: PERSON,
    effectiveOn: '2019-03-01',
    source: { department: 'PSB' },
    data: { division: '510112', urbanRuralClass: '111', basis: 'LABOUR_CONTRACT' },
  },
  economy: {
    id: '0b6f1c54-5d1b-4c51-8f0e-6f8d8f7f1a03',
    type: 'HouseholdEconomyVerified',
    household: HOUSEHOLD,
    effectiveOn: '2019-10-01',
    source: { department: 'MCA' },
    data: { perCapitaMonthlyIncome: '400.00', assetsWithinLimit: true, membersCounted: [PERSON] },
  },
  hukouApplication: {
    id: '0b6f1c54-5d1b-4c51-8f0e-6f8d8f7f1a04',
    type: 'HukouTransferApplied',
    person: PERSON,
    effectiveOn: '2020-05-11',
    source: { department: 'PSB' },
    data: { to: { division: '511302', urbanRuralClass: '111' }, reason: 'STABLE_JOB' },
  },
  povertyRegistration: {
    id: '0b6f1c54-5d1b-4c51-8f0e-6f8d8f7f1a05',
    type: 'PovertyHouseholdRegistered',
    household: HOUSEHOLD,
    effectiveOn: '2016-12-31',
    source: { department: 'POV' },
    data: { year: 2016, members: [PERSON] },
  },
  parameter: {
    id: '0b6f1c54-5d1b-4c51-8f0e-6f8d8f7f1a06',
    type: 'ParameterSet',
    division: '510000',
    effectiveOn: '2020-01-01',
    source: { department: 'MCA' },
    data: { parameterId: 'dibao.std.rural', value: '380.00', unit: 'yuan/month', validFrom: '2020-01-01' },
  },
} as const;

export type Good = keyof typeof GOOD_LINES;
export type Fields = Readonly<Record<string, unknown>>;

/** A good line with fields changed; `undefined` takes one away. */
export function line(good: Good, changes: Fields): Fields {
  return without({ ...GOOD_LINES[good], ...changes });
}

export function data(good: Good, changes: Fields): Fields {
  return line(good, { data: without({ ...GOOD_LINES[good].data, ...changes }) });
}

export function source(changes: Fields): Fields {
  return line('registration', { source: without({ ...GOOD_LINES.registration.source, ...changes }) });
}

function without(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
