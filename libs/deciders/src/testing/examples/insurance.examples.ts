/** Social insurance and the pensions that come of it. */
import { example, type Example } from '../example.js';

const RESIDENT = { scheme: 'RES_PENSION', division: '513437', category: 'RESIDENT' } as const;
const EMPLOYEE = { scheme: 'EMP_PENSION', division: '513437', category: 'EMPLOYEE' } as const;
const SUBSIDY = { governmentSubsidy: '100.00', governmentSubsidyKind: 'PREMIUM_SUBSIDY' } as const;
const SCHOOL = { stage: 'SENIOR_VOC', schoolDivision: '511902' } as const;

export const INSURANCE_EXAMPLES: readonly Example[] = [
  example('the residents’ pension scheme on the day before the sixteenth birthday', (t) =>
    t
      .born('p', '2003-10-08')
      .refused(
        t.event('InsuranceEnrolled', 'person:p', '2019-10-07', RESIDENT),
        'CONDITION_NOT_MET',
        'effectiveOn',
      ),
  ),
  example('the residents’ pension scheme on the sixteenth birthday', (t) =>
    t.born('p', '2003-10-08').is(t.event('InsuranceEnrolled', 'person:p', '2019-10-08', RESIDENT)),
  ),
  example('the residents’ pension scheme while at school', (t) =>
    t
      .born('p', '2003-10-08')
      .given('SchoolEnrolled', 'person:p', '2019-09-01', SCHOOL)
      .refused(
        t.event('InsuranceEnrolled', 'person:p', '2020-01-01', RESIDENT),
        'ALREADY_IN_FORCE',
        'scheme',
      ),
  ),
  example('the residents’ pension scheme while at evening school', (t) =>
    t
      .born('p', '2003-10-08')
      .given('SchoolEnrolled', 'person:p', '2019-09-01', { ...SCHOOL, fullTime: false })
      .is(t.event('InsuranceEnrolled', 'person:p', '2020-01-01', RESIDENT)),
  ),
  example('the residents’ pension scheme while drawing an employee’s pension', (t) =>
    t
      .born('p', '1950-04-15')
      .given('PensionBenefitStarted', 'person:p', '2010-05-01', {
        scheme: 'EMP_PENSION',
        firstMonth: '2010-05',
      })
      .refused(
        t.event('InsuranceEnrolled', 'person:p', '2016-01-01', RESIDENT),
        'ALREADY_IN_FORCE',
        'scheme',
      ),
  ),
  example('two medical schemes at once: shown, not refused', (t) =>
    t
      .born('p', '1988-07-02')
      .given('InsuranceEnrolled', 'person:p', '2016-01-01', { ...RESIDENT, scheme: 'RES_MED' })
      .is(t.event('InsuranceEnrolled', 'person:p', '2017-01-01', { ...EMPLOYEE, scheme: 'EMP_MED' })),
  ),
  example('a contribution without enrolment', (t) =>
    t.born('p', '1960-04-15').refused(
      t.event('InsuranceContributionPaid', 'person:p', '2019-08-15', {
        scheme: 'RES_PENSION',
        period: { year: 2019 },
        ...SUBSIDY,
      }),
      'NOT_IN_FORCE',
      'period',
    ),
  ),
  example('a contribution for a year before the enrolment', (t) =>
    t
      .born('p', '1960-04-15')
      .given('InsuranceEnrolled', 'person:p', '2019-01-01', RESIDENT)
      .refused(
        t.event('InsuranceContributionPaid', 'person:p', '2019-08-15', {
          scheme: 'RES_PENSION',
          period: { year: 2018 },
          personal: '100.00',
        }),
        'NOT_IN_FORCE',
        'period',
      ),
  ),
  example('a contribution for a year in which the person was enrolled', (t) =>
    t
      .born('p', '1960-04-15')
      .given('InsuranceEnrolled', 'person:p', '2019-12-31', RESIDENT)
      .is(
        t.event('InsuranceContributionPaid', 'person:p', '2020-08-15', {
          scheme: 'RES_PENSION',
          period: { year: 2019 },
          personal: '100.00',
          paidOn: '2020-08-15',
        }),
      ),
  ),
  example('contributions for months after the participation ended', (t) =>
    t
      .born('p', '1970-04-15')
      .given('InsuranceEnrolled', 'person:p', '2010-03-15', EMPLOYEE)
      .given('InsuranceParticipationEnded', 'person:p', '2012-05-10', {
        scheme: 'EMP_PENSION',
        reason: 'LEFT_EMPLOYER',
      })
      .refused(
        t.event('InsuranceContributionPaid', 'person:p', '2012-08-01', {
          scheme: 'EMP_PENSION',
          period: { fromMonth: '2010-03', toMonth: '2012-06' },
        }),
        'NOT_IN_FORCE',
        'period',
      ),
  ),
  example('contributions for the months of the participation', (t) =>
    t
      .born('p', '1970-04-15')
      .given('InsuranceEnrolled', 'person:p', '2010-03-15', EMPLOYEE)
      .given('InsuranceParticipationEnded', 'person:p', '2012-05-10', {
        scheme: 'EMP_PENSION',
        reason: 'LEFT_EMPLOYER',
      })
      .is(
        t.event('InsuranceContributionPaid', 'person:p', '2012-08-01', {
          scheme: 'EMP_PENSION',
          period: { fromMonth: '2010-03', toMonth: '2012-05' },
        }),
      ),
  ),
  example('contributions for months that run backwards', (t) =>
    t
      .born('p', '1970-04-15')
      .given('InsuranceEnrolled', 'person:p', '2010-03-15', EMPLOYEE)
      .refused(
        t.event('InsuranceContributionPaid', 'person:p', '2012-08-01', {
          scheme: 'EMP_PENSION',
          period: { fromMonth: '2012-05', toMonth: '2010-03' },
        }),
        'INVALID_PERIOD',
        'period',
      ),
  ),
  example('a contribution that takes effect on another day than it was paid', (t) =>
    t
      .born('p', '1960-04-15')
      .given('InsuranceEnrolled', 'person:p', '2014-01-01', RESIDENT)
      .refused(
        t.event('InsuranceContributionPaid', 'person:p', '2019-08-15', {
          scheme: 'RES_PENSION',
          period: { year: 2019 },
          personal: '100.00',
          paidOn: '2019-08-14',
        }),
        'INVALID_FIELD',
        'paidOn',
      ),
  ),
  example('a year paid twice by the same payer', (t) =>
    t
      .born('p', '1960-04-15')
      .given('InsuranceEnrolled', 'person:p', '2014-01-01', RESIDENT)
      .given('InsuranceContributionPaid', 'person:p', '2019-08-15', {
        scheme: 'RES_PENSION',
        period: { year: 2019 },
        personal: '0.00',
        ...SUBSIDY,
      })
      .refused(
        t.event('InsuranceContributionPaid', 'person:p', '2019-09-15', {
          scheme: 'RES_PENSION',
          period: { year: 2019 },
          ...SUBSIDY,
        }),
        'ALREADY_IN_FORCE',
        'period',
      ),
  ),
  example('a year paid by another payer as well', (t) =>
    t
      .born('p', '1960-04-15')
      .given('InsuranceEnrolled', 'person:p', '2014-01-01', RESIDENT)
      .given('InsuranceContributionPaid', 'person:p', '2019-08-15', {
        scheme: 'RES_PENSION',
        period: { year: 2019 },
        ...SUBSIDY,
      })
      .is(
        t.event('InsuranceContributionPaid', 'person:p', '2019-09-15', {
          scheme: 'RES_PENSION',
          period: { year: 2019 },
          personal: '100.00',
        }),
      ),
  ),
  example('the end of a participation that is not there', (t) =>
    t.born('p', '1960-04-15').refused(
      t.event('InsuranceParticipationEnded', 'person:p', '2019-01-01', {
        scheme: 'EMP_PENSION',
        reason: 'LEFT_EMPLOYER',
      }),
      'NOT_IN_FORCE',
      'scheme',
    ),
  ),
  example('an employee’s pension surrendered by a man of 59', (t) =>
    t
      .born('p', '1960-04-15')
      .given('InsuranceEnrolled', 'person:p', '2010-01-01', EMPLOYEE)
      .refused(
        t.event('InsuranceParticipationEnded', 'person:p', '2020-04-14', {
          scheme: 'EMP_PENSION',
          reason: 'REFUND',
        }),
        'CONDITION_NOT_MET',
        'reason',
      ),
  ),
  example('an employee’s pension surrendered by a man of 60', (t) =>
    t
      .born('p', '1960-04-15')
      .given('InsuranceEnrolled', 'person:p', '2010-01-01', EMPLOYEE)
      .is(
        t.event('InsuranceParticipationEnded', 'person:p', '2020-04-15', {
          scheme: 'EMP_PENSION',
          reason: 'REFUND',
        }),
      ),
  ),
  example('an employee’s pension surrendered by a woman of 50', (t) =>
    t
      .born('p', '1960-04-15', { sex: '2' })
      .given('InsuranceEnrolled', 'person:p', '2005-01-01', EMPLOYEE)
      .is(
        t.event('InsuranceParticipationEnded', 'person:p', '2010-04-15', {
          scheme: 'EMP_PENSION',
          reason: 'REFUND',
        }),
      ),
  ),
  example('a residents’ pension from the month of the sixtieth birthday', (t) =>
    t.born('p', '1960-04-15').refused(
      t.event('PensionBenefitStarted', 'person:p', '2020-04-01', {
        scheme: 'RES_PENSION',
        firstMonth: '2020-04',
      }),
      'CONDITION_NOT_MET',
      'firstMonth',
    ),
  ),
  example('a residents’ pension from the month after the sixtieth birthday', (t) =>
    t.born('p', '1960-04-15').is(
      t.event('PensionBenefitStarted', 'person:p', '2020-05-01', {
        scheme: 'RES_PENSION',
        firstMonth: '2020-05',
      }),
    ),
  ),
  example('a residents’ pension from a month that begins with the birthday', (t) =>
    t.born('p', '1960-05-01').refused(
      t.event('PensionBenefitStarted', 'person:p', '2020-05-01', {
        scheme: 'RES_PENSION',
        firstMonth: '2020-05',
      }),
      'CONDITION_NOT_MET',
      'firstMonth',
    ),
  ),
  example('a second pension', (t) =>
    t
      .born('p', '1950-04-15')
      .given('PensionBenefitStarted', 'person:p', '2010-05-01', {
        scheme: 'EMP_PENSION',
        firstMonth: '2010-05',
      })
      .refused(
        t.event('PensionBenefitStarted', 'person:p', '2020-05-01', {
          scheme: 'RES_PENSION',
          firstMonth: '2020-05',
        }),
        'ALREADY_IN_FORCE',
        'scheme',
      ),
  ),
  example('a second pension that an old payroll brings in', (t) =>
    t
      .born('p', '1950-04-15')
      .given('PensionBenefitStarted', 'person:p', '2010-05-01', {
        scheme: 'EMP_PENSION',
        firstMonth: '2010-05',
      })
      .is(
        t.event(
          'PensionBenefitStarted',
          'person:p',
          '2020-05-01',
          { scheme: 'RES_PENSION', firstMonth: '2020-05' },
          { confidence: 'imported' },
        ),
      ),
  ),
  example('a pension after the other has ended', (t) =>
    t
      .born('p', '1950-04-15')
      .given('PensionBenefitStarted', 'person:p', '2010-05-01', {
        scheme: 'RES_PENSION',
        firstMonth: '2010-05',
      })
      .given('PensionBenefitEnded', 'person:p', '2012-05-01', { scheme: 'RES_PENSION', reason: 'SWITCHED' })
      .is(
        t.event('PensionBenefitStarted', 'person:p', '2012-05-01', {
          scheme: 'EMP_PENSION',
          firstMonth: '2012-05',
        }),
      ),
  ),
  example('a pension that takes effect within its first month', (t) =>
    t.born('p', '1950-04-15').refused(
      t.event('PensionBenefitStarted', 'person:p', '2020-05-15', {
        scheme: 'RES_PENSION',
        firstMonth: '2020-05',
      }),
      'INVALID_FIELD',
      'firstMonth',
    ),
  ),
  example('a pension of a medical scheme', (t) =>
    t.born('p', '1950-04-15').refused(
      t.event('PensionBenefitStarted', 'person:p', '2020-05-01', {
        scheme: 'RES_MED',
        firstMonth: '2020-05',
      }),
      'UNKNOWN_CODE',
      'scheme',
    ),
  ),
  example('the end of a pension that is not drawn', (t) =>
    t
      .born('p', '1950-04-15')
      .refused(
        t.event('PensionBenefitEnded', 'person:p', '2020-05-01', { scheme: 'RES_PENSION', reason: 'DEATH' }),
        'NOT_IN_FORCE',
        'scheme',
      ),
  ),
];
