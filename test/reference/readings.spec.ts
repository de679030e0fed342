/** The readings of READINGS.md at their edges; the number is that of the reading. */
import { ancestorsByCode } from './ancestors-by-code.js';
import type { KnownEvent, Payload } from './events.js';
import type { Code } from './outcome.js';
import { evaluate, type Evaluation } from './reference.js';

type Told = readonly [type: string, stream: string, effectiveOn: string, data: Payload];

const PERSON = 'person-p';
const HOME = 'household-home';
const VILLAGE = '513437';

function figure(
  parameterId: string,
  value: string,
  validFrom = '2012-01-01',
  division = '510000',
  more: Payload = {},
): Told {
  return ['ParameterSet', `division-${division}`, validFrom, { parameterId, value, validFrom, ...more }];
}

function born(birthDate: string): Told {
  return [
    'PersonRegistered',
    PERSON,
    birthDate,
    { birthDate, sex: '1', hukouDivision: VILLAGE, hukouClass: '220' },
  ];
}

const POOR: readonly Told[] = [
  [
    'HouseholdEstablished',
    'household-reg',
    '2014-01-01',
    { kind: 'POVERTY_REGISTER', headPersonId: 'p', division: VILLAGE },
  ],
  ['PovertyHouseholdRegistered', 'household-reg', '2014-01-01', { members: ['p'] }],
];
const PENSION: readonly Told[] = [
  figure('pension.resident.age', '60'),
  figure('pension.resident.min-years', '15'),
  figure('pension.resident.base', '100.00'),
  figure('pension.resident.account-divisor', '139'),
];
const NEXT_MONTH = figure('pension.resident.start-rule', 'NEXT_MONTH');

function asEvents(told: readonly Told[]): readonly KnownEvent[] {
  return told.map(([type, stream, effectiveOn, data], index) => ({
    id: `e${index}`,
    type,
    stream,
    position: index + 1,
    effectiveOn,
    confidence: 'verified',
    data,
  }));
}

function ask(told: readonly Told[], asOf: string, subject = PERSON, position = told.length): Evaluation {
  const evaluation = evaluate(asEvents(told), ancestorsByCode, subject, { asOf, position });
  if (evaluation === undefined) throw new Error('nobody is known');
  return evaluation;
}

function status(told: readonly Told[], code: Code, asOf: string, subject = PERSON): string {
  return ask(told, asOf, subject).entitlements[code].status;
}

describe('pension.resident.monthly', () => {
  it.each`
    birth           | asOf            | rule          | expected          | reading
    ${'1960-02-29'} | ${'2020-02-29'} | ${NEXT_MONTH} | ${'not-entitled'} | ${41}
    ${'1960-02-29'} | ${'2020-03-01'} | ${NEXT_MONTH} | ${'entitled'}     | ${41}
    ${'1960-05-01'} | ${'2020-05-31'} | ${NEXT_MONTH} | ${'not-entitled'} | ${41}
    ${'1960-05-01'} | ${'2020-06-01'} | ${NEXT_MONTH} | ${'entitled'}     | ${41}
    ${'1960-05-31'} | ${'2020-06-01'} | ${NEXT_MONTH} | ${'entitled'}     | ${41}
    ${'1960-05-15'} | ${'2020-04-30'} | ${undefined}  | ${'not-entitled'} | ${41}
    ${'1960-05-15'} | ${'2020-05-01'} | ${undefined}  | ${'undetermined'} | ${41}
    ${'1960-05-15'} | ${'2020-06-01'} | ${undefined}  | ${'entitled'}     | ${41}
    ${'1950-05-15'} | ${'2017-07-31'} | ${NEXT_MONTH} | ${'not-entitled'} | ${43}
    ${'1950-05-15'} | ${'2017-08-01'} | ${NEXT_MONTH} | ${'entitled'}     | ${43}
  `('born $birth, on $asOf: $expected ($reading)', ({ birth, asOf, rule, expected }) => {
    const told = [...PENSION, ...(rule ? [rule as Told] : []), born(birth as string), ...POOR];
    expect(status(told, 'pension.resident.monthly', asOf as string)).toBe(expected);
  });

  it.each`
    death           | asOf            | expected
    ${'2020-09-01'} | ${'2020-09-30'} | ${'entitled'}
    ${'2020-08-31'} | ${'2020-08-31'} | ${'entitled'}
    ${'2020-08-31'} | ${'2020-09-01'} | ${'not-entitled'}
  `('died $death, on $asOf: $expected (40)', ({ death, asOf, expected }) => {
    const died: Told = ['PersonDied', PERSON, death as string, { deathDate: death }];
    expect(
      status(
        [...PENSION, NEXT_MONTH, born('1950-01-01'), ...POOR, died],
        'pension.resident.monthly',
        asOf as string,
      ),
    ).toBe(expected);
  });

  it.each`
    balance     | amountFen
    ${'0.00'}   | ${10000}
    ${'69.49'}  | ${10050}
    ${'69.50'}  | ${10050}
    ${'208.49'} | ${10150}
    ${'208.50'} | ${10150}
    ${'0.69'}   | ${10000}
    ${'0.70'}   | ${10001}
  `('an account of $balance gives $amountFen fen (45)', ({ balance, amountFen }) => {
    const paid: Told = [
      'InsuranceContributionPaid',
      PERSON,
      '2015-01-01',
      { scheme: 'RES_PENSION', period: { year: 2015 }, accountBalance: balance },
    ];
    const told = [...PENSION, NEXT_MONTH, born('1950-01-01'), ...POOR, paid];
    expect(ask(told, '2020-01-01').entitlements['pension.resident.monthly'].amountFen).toBe(amountFen);
  });
});

describe('parameters', () => {
  const told = [...PENSION, NEXT_MONTH, born('1950-01-01'), ...POOR];
  const amount = (more: readonly Told[], asOf = '2020-01-01') =>
    ask([...told, ...more], asOf).entitlements['pension.resident.monthly'].amountFen;

  it('the narrowest place wins, whatever was recorded later for a wider one (36)', () => {
    const county = figure('pension.resident.base', '120.00', '2018-01-01', VILLAGE, {
      validTo: '2020-02-01',
    });
    const province = figure('pension.resident.base', '130.00');
    expect(amount([county, province])).toBe(12000);
    expect(amount([county, province], '2020-01-31')).toBe(12000);
    expect(amount([county, province], '2020-02-01')).toBe(13000);
  });

  it('the later recorded wins at one place; voided, it uncovers the one beneath (36)', () => {
    const raised = figure('pension.resident.base', '110.00', '2019-01-01');
    const voided: Told = ['EventVoided', 'division-510000', '2020-01-01', { voids: `e${told.length}` }];
    expect(amount([raised], '2018-12-31')).toBe(10000);
    expect(amount([raised])).toBe(11000);
    expect(amount([raised, voided])).toBe(10000);
  });

  it('one that changes in mid-month is read on the first', () => {
    expect(amount([figure('pension.resident.base', '110.00', '2020-01-02')], '2020-01-31')).toBe(10000);
    expect(amount([figure('pension.resident.base', '110.00', '2020-01-02')], '2020-02-01')).toBe(11000);
  });
});

describe('town', () => {
  const arrived = (on: string): Told => [
    'UrbanArrivalRecorded',
    PERSON,
    on,
    { division: '510107', urbanRuralClass: '111', basis: 'LEASE' },
  ];
  const left = (on: string): Told => ['UrbanResidenceEnded', PERSON, on, {}];
  const year = figure('tenure.threshold-years', '1');
  const away = [
    year,
    born('1980-01-01'),
    ...POOR,
    arrived('2016-02-29'),
    left('2016-12-01'),
    arrived('2016-12-31'),
  ];

  it.each`
    told                                                   | asOf            | expected     | reading
    ${away.slice(0, -2)}                                   | ${'2017-02-27'} | ${false}     | ${'§2.0'}
    ${away.slice(0, -2)}                                   | ${'2017-02-28'} | ${true}      | ${'§2.0'}
    ${away}                                                | ${'2017-02-27'} | ${false}     | ${27}
    ${away}                                                | ${'2017-02-28'} | ${'unknown'} | ${27}
    ${away}                                                | ${'2017-12-31'} | ${true}      | ${27}
    ${[...away, figure('tenure.interruption-days', '30')]} | ${'2017-02-28'} | ${true}      | ${26}
    ${[...away, figure('tenure.interruption-days', '29')]} | ${'2017-02-28'} | ${false}     | ${26}
    ${away.slice(1)}                                       | ${'2019-01-01'} | ${'unknown'} | ${28}
  `('a year in town on $asOf: $expected ($reading)', ({ told, asOf, expected }) => {
    expect(ask(told as readonly Told[], asOf as string).facts['oneYearInTown']).toBe(expected);
  });

  it('half a year in another prefecture, on a lease, is what a residence permit wants (66-68)', () => {
    const told = [figure('residence-permit.min-stay', '6'), born('1980-01-01'), arrived('2016-08-31')];
    expect(status(told, 'residence.permit', '2017-02-27')).toBe('not-entitled');
    expect(status(told, 'residence.permit', '2017-02-28')).toBe('entitled');
  });
});

describe('welfare.disability.nursing', () => {
  const certified = (on: string, level: number): Told => ['DisabilityCertified', PERSON, on, { level }];

  it.each`
    rule             | from            | asOf            | expected
    ${'MONTH_OF'}    | ${'2020-09-18'} | ${'2020-08-31'} | ${'not-entitled'}
    ${'MONTH_OF'}    | ${'2020-09-18'} | ${'2020-09-01'} | ${'entitled'}
    ${'MONTH_AFTER'} | ${'2020-09-18'} | ${'2020-09-30'} | ${'not-entitled'}
    ${'MONTH_AFTER'} | ${'2020-09-18'} | ${'2020-10-01'} | ${'entitled'}
    ${'MONTH_AFTER'} | ${'2020-09-01'} | ${'2020-09-30'} | ${'not-entitled'}
    ${'MONTH_OF'}    | ${'2020-09-01'} | ${'2020-09-01'} | ${'entitled'}
    ${undefined}     | ${'2020-09-01'} | ${'2020-09-30'} | ${'undetermined'}
    ${undefined}     | ${'2020-09-18'} | ${'2020-09-01'} | ${'undetermined'}
    ${undefined}     | ${'2020-09-18'} | ${'2020-10-01'} | ${'entitled'}
  `('level 3 to 2 on $from under $rule, on $asOf: $expected (57)', ({ rule, from, asOf, expected }) => {
    const rules = rule === undefined ? [] : [figure('disability.start-rule', rule as string)];
    const told = [...rules, born('1980-01-01'), certified('2018-01-01', 3), certified(from as string, 2)];
    expect(status(told, 'welfare.disability.nursing', asOf as string)).toBe(expected);
  });
});

describe('pension.resident.premium-subsidy', () => {
  it('one month in the employees’ scheme takes the whole calendar year (47)', () => {
    const told: readonly Told[] = [
      ...PENSION,
      figure('pension.resident.lowest-tier', '100.00'),
      born('1980-01-01'),
      ...POOR,
      [
        'InsuranceEnrolled',
        PERSON,
        '2016-01-01',
        { scheme: 'RES_PENSION', division: VILLAGE, category: 'RESIDENT' },
      ],
      [
        'InsuranceContributionPaid',
        PERSON,
        '2019-10-20',
        { scheme: 'EMP_PENSION', period: { fromMonth: '2019-10', toMonth: '2019-10' } },
      ],
    ];
    const expected = {
      '2018-12-31': 'entitled',
      '2019-01-01': 'not-entitled',
      '2019-12-31': 'not-entitled',
      '2020-01-01': 'entitled',
    };
    for (const [asOf, wanted] of Object.entries(expected)) {
      expect([asOf, status(told, 'pension.resident.premium-subsidy', asOf)]).toEqual([asOf, wanted]);
    }
  });
});

describe('assist.dibao', () => {
  const joined = (personId: string): Told => ['HouseholdMemberJoined', HOME, '2018-01-01', { personId }];
  const checked = (perCapitaMonthlyIncome: string, more: Payload = {}): Told => [
    'HouseholdEconomyVerified',
    HOME,
    '2018-02-01',
    { perCapitaMonthlyIncome, assetsWithinLimit: true, membersCounted: ['p'], ...more },
  ];
  const home: readonly Told[] = [
    figure('dibao.std.rural', '350.00'),
    born('1980-01-01'),
    [
      'PersonRegistered',
      'person-q',
      '2010-01-01',
      { birthDate: '2010-01-01', sex: '2', hukouDivision: VILLAGE, hukouClass: '220' },
    ],
    ['HouseholdEstablished', HOME, '2018-01-01', { kind: 'LIVING', headPersonId: 'p', division: VILLAGE }],
    joined('p'),
    joined('q'),
  ];

  it.each`
    told                                                 | expected          | amountFen | reading
    ${[checked('349.99')]}                               | ${'entitled'}     | ${2}      | ${'51, 52'}
    ${[checked('350.00')]}                               | ${'not-entitled'} | ${null}   | ${52}
    ${[]}                                                | ${'undetermined'} | ${null}   | ${52}
    ${[checked('100.00', { validTo: '2018-03-01' })]}    | ${'undetermined'} | ${null}   | ${23}
    ${[checked('100.00', { assetsWithinLimit: false })]} | ${'not-entitled'} | ${null}   | ${52}
  `('is $expected, $amountFen fen ($reading)', ({ told, expected, amountFen }) => {
    const outcome = ask([...home, ...(told as readonly Told[])], '2018-03-31', HOME).entitlements[
      'assist.dibao'
    ];
    expect([outcome.status, outcome.amountFen]).toEqual([expected, amountFen]);
  });
});

describe('amendments', () => {
  it('apply in the order of their positions, only those that are known, and fall away when voided (1, 2, 5)', () => {
    const corrected = (birthDate: string): Told => [
      'EventCorrected',
      PERSON,
      birthDate,
      { corrects: 'e0', data: { birthDate }, effectiveOn: birthDate },
    ];
    const told: readonly Told[] = [
      born('1960-01-01'),
      corrected('1961-01-01'),
      corrected('1962-01-01'),
      ['EventVoided', PERSON, '2020-01-01', { voids: 'e2' }],
      ['VoidingReversed', PERSON, '2020-01-01', { reverses: 'e3' }],
    ];
    const births = [1, 2, 3, 4, 5].map(
      (position) => ask(told, '2020-01-01', PERSON, position).facts['birthDate'],
    );
    expect(births).toEqual(['1960-01-01', '1961-01-01', '1962-01-01', '1961-01-01', '1962-01-01']);
  });
});
