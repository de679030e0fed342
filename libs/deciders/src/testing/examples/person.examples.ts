import { example, type Example } from '../example.js';

const REGISTERED = { birthDate: '1960-04-15', sex: '1', hukouDivision: '513437', hukouClass: '220' } as const;
/** Passes GB 11643; its area is no county’s, so it is nobody’s. */
const NUMBER = '513499196004150019';

export const PERSON_EXAMPLES: readonly Example[] = [
  example('a person with a number that fits', (t) =>
    t.is(t.event('PersonRegistered', 'person:p', '1960-04-15', { ...REGISTERED, nationalId: NUMBER })),
  ),
  example('a number whose birth date and sex are others: shown, not refused', (t) =>
    t.is(
      t.event('PersonRegistered', 'person:p', '1961-04-15', {
        ...REGISTERED,
        birthDate: '1961-04-15',
        sex: '2',
        nationalId: '513499196004150115',
      }),
    ),
  ),
  example('a person registered twice', (t) =>
    t
      .born('p', '1960-04-15')
      .refused(
        t.event('PersonRegistered', 'person:p', '1960-04-15', REGISTERED),
        'ALREADY_IN_FORCE',
        'person',
      ),
  ),
  example('a person registered anew after the first registration was voided', (t) =>
    t
      .born('p', '1960-04-15')
      .given(
        'EventVoided',
        'person:p',
        '1960-04-15',
        { voids: t.id('birth of p'), reason: 'wrong' },
        { by: 'PSB' },
      )
      .is(t.event('PersonRegistered', 'person:p', '1960-04-15', REGISTERED)),
  ),
  example('a registration that does not take effect on the birth date', (t) =>
    t.refused(
      t.event('PersonRegistered', 'person:p', '2020-01-01', REGISTERED),
      'INVALID_FIELD',
      'birthDate',
    ),
  ),
  example('a hukou under a code of former times, registered today', (t) =>
    t.refused(
      t.event('PersonRegistered', 'person:p', '1960-04-15', { ...REGISTERED, hukouDivision: '510124' }),
      'UNKNOWN_DIVISION',
      'hukouDivision',
    ),
  ),
  example('a hukou under a code younger than the person', (t) =>
    t.is(t.event('PersonRegistered', 'person:p', '1960-04-15', { ...REGISTERED, hukouDivision: '510117' })),
  ),
  example('a death before birth', (t) =>
    t
      .born('p', '1960-04-15')
      .refused(
        t.event('PersonDied', 'person:p', '1960-04-14', { deathDate: '1960-04-14' }),
        'EFFECTIVE_BEFORE_BIRTH',
        'effectiveOn',
      ),
  ),
  example('a death that takes effect on another day', (t) =>
    t
      .born('p', '1960-04-15')
      .refused(
        t.event('PersonDied', 'person:p', '2020-05-03', { deathDate: '2020-05-04' }),
        'INVALID_FIELD',
        'deathDate',
      ),
  ),
  example('a death to come', (t) =>
    t
      .born('p', '1960-04-15')
      .refused(
        t.event('PersonDied', 'person:p', '2999-05-03', { deathDate: '2999-05-03' }),
        'EFFECTIVE_IN_FUTURE',
        'effectiveOn',
      ),
  ),
  example('a second death', (t) =>
    t
      .born('p', '1960-04-15')
      .died('p', '2020-05-03')
      .refused(
        t.event('PersonDied', 'person:p', '2020-05-01', { deathDate: '2020-05-01' }, { by: 'HEALTH' }),
        'ALREADY_IN_FORCE',
        'person',
      ),
  ),
  example('a death after the first was voided', (t) =>
    t
      .born('p', '1960-04-15')
      .died('p', '2020-05-03')
      .given(
        'EventVoided',
        'person:p',
        '2020-05-03',
        { voids: t.id('death of p'), reason: 'alive', ground: 'DECLARATION_REVOKED' },
        { by: 'PSB' },
      )
      .is(t.event('PersonDied', 'person:p', '2021-05-01', { deathDate: '2021-05-01' })),
  ),
  example('a certificate that ends before it begins', (t) =>
    t
      .born('p', '1970-01-10')
      .refused(
        t.event('DisabilityCertified', 'person:p', '2018-06-15', { level: 3, validTo: '2018-06-15' }),
        'INVALID_PERIOD',
        'validTo',
      ),
  ),
  example('a change of a certificate that is not there', (t) =>
    t
      .born('p', '1970-01-10')
      .refused(
        t.event('DisabilityCertified', 'person:p', '2020-09-18', { level: 2, isChangeOf: t.id('level 3') }),
        'UNKNOWN_EVENT',
        'isChangeOf',
      ),
  ),
  example('a change of a certificate', (t) =>
    t
      .born('p', '1970-01-10')
      .given('DisabilityCertified', 'person:p', '2018-06-15', { level: 3 }, { as: 'level 3' })
      .is(
        t.event('DisabilityCertified', 'person:p', '2020-09-18', { level: 2, isChangeOf: t.id('level 3') }),
      ),
  ),
  example('the end of a certificate that is not there', (t) =>
    t
      .born('p', '1970-01-10')
      .refused(
        t.event('DisabilityCertificateEnded', 'person:p', '2020-09-18', { reason: 'CANCELLED' }),
        'NOT_IN_FORCE',
        'effectiveOn',
      ),
  ),
  example('the end of a certificate', (t) =>
    t
      .born('p', '1970-01-10')
      .given('DisabilityCertified', 'person:p', '2018-06-15', { level: 3 })
      .is(t.event('DisabilityCertificateEnded', 'person:p', '2020-09-18', { reason: 'CANCELLED' })),
  ),
  example('a certificate that expires on its printed day', (t) =>
    t
      .born('p', '1970-01-10')
      .given('DisabilityCertified', 'person:p', '2018-06-15', { level: 3, validTo: '2020-06-15' })
      .is(t.event('DisabilityCertificateEnded', 'person:p', '2020-06-15', { reason: 'EXPIRED' })),
  ),
  example('a certificate that expires a second time', (t) =>
    t
      .born('p', '1970-01-10')
      .given('DisabilityCertified', 'person:p', '2018-06-15', { level: 3, validTo: '2020-06-15' })
      .given('DisabilityCertificateEnded', 'person:p', '2020-06-15', { reason: 'EXPIRED' })
      .refused(
        t.event('DisabilityCertificateEnded', 'person:p', '2020-06-15', { reason: 'EXPIRED' }),
        'NOT_IN_FORCE',
        'effectiveOn',
      ),
  ),
];
