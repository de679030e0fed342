/** Employment and school. */
import { example, type Example } from '../example.js';

/** Passes GB 32100. */
const EMPLOYER = '91510112MA6XXXX01P';
const JOB = { type: 'EMPLOYEE', employerUscc: EMPLOYER, division: '510112' } as const;
const SCHOOL = { stage: 'SENIOR_VOC', schoolDivision: '511902' } as const;

export const WORK_EXAMPLES: readonly Example[] = [
  example('work on the day before the sixteenth birthday', (t) =>
    t
      .born('p', '2003-10-08')
      .refused(
        t.event('EmploymentStarted', 'person:p', '2019-10-07', JOB),
        'CONDITION_NOT_MET',
        'effectiveOn',
      ),
  ),
  example('work on the sixteenth birthday', (t) =>
    t.born('p', '2003-10-08').is(t.event('EmploymentStarted', 'person:p', '2019-10-08', JOB)),
  ),
  example('an employer with a wrong check character', (t) =>
    t.born('p', '1988-07-02').refused(
      t.event('EmploymentStarted', 'person:p', '2019-03-01', {
        ...JOB,
        employerUscc: '91510112MA6XXXX01Q',
      }),
      'UNKNOWN_CODE',
      'employerUscc',
    ),
  ),
  example('a second job: nobody forbids it', (t) =>
    t
      .born('p', '1988-07-02')
      .given('EmploymentStarted', 'person:p', '2019-03-01', JOB)
      .is(t.event('EmploymentStarted', 'person:p', '2019-04-01', JOB)),
  ),
  example('the end of work without any', (t) =>
    t
      .born('p', '1988-07-02')
      .refused(
        t.event('EmploymentEnded', 'person:p', '2019-09-01', { involuntary: true }),
        'NOT_IN_FORCE',
        'effectiveOn',
      ),
  ),
  example('the end of the only work', (t) =>
    t
      .born('p', '1988-07-02')
      .given('EmploymentStarted', 'person:p', '2019-03-01', JOB)
      .is(t.event('EmploymentEnded', 'person:p', '2019-09-01', { involuntary: true })),
  ),
  example('the end of work that has ended', (t) =>
    t
      .born('p', '1988-07-02')
      .given('EmploymentStarted', 'person:p', '2019-03-01', JOB)
      .given('EmploymentEnded', 'person:p', '2019-09-01', { involuntary: true })
      .refused(
        t.event('EmploymentEnded', 'person:p', '2019-09-01', { involuntary: true }),
        'NOT_IN_FORCE',
        'effectiveOn',
      ),
  ),
  example('the end of one of two jobs, without saying which', (t) =>
    t
      .born('p', '1988-07-02')
      .given('EmploymentStarted', 'person:p', '2019-03-01', JOB)
      .given('EmploymentStarted', 'person:p', '2019-04-01', JOB)
      .refused(
        t.event('EmploymentEnded', 'person:p', '2019-09-01', { involuntary: true }),
        'MISSING_FIELD',
        'startedEventId',
      ),
  ),
  example('the end of one of two jobs, by name', (t) =>
    t
      .born('p', '1988-07-02')
      .given('EmploymentStarted', 'person:p', '2019-03-01', JOB, { as: 'first job' })
      .given('EmploymentStarted', 'person:p', '2019-04-01', JOB)
      .is(
        t.event('EmploymentEnded', 'person:p', '2019-09-01', {
          involuntary: true,
          startedEventId: t.id('first job'),
        }),
      ),
  ),
  example('the end of a job that the person never had', (t) =>
    t
      .born('p', '1988-07-02')
      .given('EmploymentStarted', 'person:p', '2019-03-01', JOB)
      .refused(
        t.event('EmploymentEnded', 'person:p', '2019-09-01', {
          involuntary: true,
          startedEventId: t.id('a job'),
        }),
        'UNKNOWN_EVENT',
        'startedEventId',
      ),
  ),
  example('the end of a job by name, a second time', (t) =>
    t
      .born('p', '1988-07-02')
      .given('EmploymentStarted', 'person:p', '2019-03-01', JOB, { as: 'job' })
      .given('EmploymentEnded', 'person:p', '2019-09-01', { involuntary: true, startedEventId: t.id('job') })
      .refused(
        t.event('EmploymentEnded', 'person:p', '2019-10-01', {
          involuntary: true,
          startedEventId: t.id('job'),
        }),
        'NOT_IN_FORCE',
        'startedEventId',
      ),
  ),
  example('a second school', (t) =>
    t
      .born('p', '2003-10-08')
      .given('SchoolEnrolled', 'person:p', '2019-09-01', SCHOOL)
      .refused(
        t.event('SchoolEnrolled', 'person:p', '2020-03-01', SCHOOL),
        'ALREADY_IN_FORCE',
        'effectiveOn',
      ),
  ),
  example('a transfer to another school', (t) =>
    t
      .born('p', '2003-10-08')
      .given('SchoolEnrolled', 'person:p', '2019-09-01', SCHOOL)
      .given('SchoolLeft', 'person:p', '2020-03-01', { reason: 'TRANSFERRED' })
      .is(t.event('SchoolEnrolled', 'person:p', '2020-03-01', SCHOOL)),
  ),
  example('a school left that was never entered', (t) =>
    t
      .born('p', '2003-10-08')
      .refused(
        t.event('SchoolLeft', 'person:p', '2020-03-01', { reason: 'GRADUATED' }),
        'NOT_IN_FORCE',
        'effectiveOn',
      ),
  ),
];
