/** G1 to G6 (`events.md`): known, owned, in a division, in its time, within a life. */
import { example, type Example } from '../example.js';

const ARRIVAL = { division: '510112', urbanRuralClass: '111', basis: 'LEASE' } as const;

export const GENERAL_EXAMPLES: readonly Example[] = [
  example('an event of a person whom nobody has registered', (t) =>
    t.refused(
      t.event('UrbanArrivalRecorded', 'person:p', '2019-03-01', ARRIVAL),
      'UNKNOWN_SUBJECT',
      'person',
    ),
  ),
  example('an event of a person who is registered', (t) =>
    t.born('p', '1960-04-15').is(t.event('UrbanArrivalRecorded', 'person:p', '2019-03-01', ARRIVAL)),
  ),
  example('an event of a household that nobody has established', (t) =>
    t
      .born('p', '1960-04-15')
      .refused(
        t.event('HouseholdMemberJoined', 'household:h', '2019-03-01', { personId: t.id('p') }, { by: 'MCA' }),
        'UNKNOWN_SUBJECT',
        'household',
      ),
  ),
  example('a household whose head nobody has registered', (t) =>
    t.refused(
      t.event('HouseholdEstablished', 'household:h', '2019-03-01', {
        kind: 'LIVING',
        headPersonId: t.id('p'),
        division: '510112',
      }),
      'UNKNOWN_SUBJECT',
      'headPersonId',
    ),
  ),
  example('a member of a list whom nobody has registered', (t) =>
    t
      .born('p', '1960-04-15')
      .household('h', 'POVERTY_REGISTER', '2014-12-31', ['p'])
      .refused(
        t.event('PovertyHouseholdRegistered', 'household:h', '2014-12-31', {
          members: [t.id('p'), t.id('q')],
        }),
        'UNKNOWN_SUBJECT',
        'members[1]',
      ),
  ),
  example('a person whose registration was voided', (t) =>
    t
      .born('p', '1960-04-15')
      .given(
        'EventVoided',
        'person:p',
        '1960-04-15',
        { voids: t.id('birth of p'), reason: 'somebody else' },
        { by: 'PSB' },
      )
      .refused(
        t.event('UrbanArrivalRecorded', 'person:p', '2019-03-01', ARRIVAL),
        'UNKNOWN_SUBJECT',
        'person',
      ),
  ),
  example('a department that does not own the fact', (t) =>
    t
      .born('p', '1960-04-15')
      .refused(
        t.event(
          'ResidenceChanged',
          'person:p',
          '2019-03-01',
          { to: { division: '510112', urbanRuralClass: '111' } },
          { by: 'HRSS' },
        ),
        'NOT_OWNER',
        'source.department',
      ),
  ),
  example('a department that does not own this kind of household', (t) =>
    t
      .born('p', '1960-04-15')
      .household('h', 'LIVING', '2019-03-01', [])
      .refused(
        t.event('HouseholdMemberJoined', 'household:h', '2019-03-01', { personId: t.id('p') }, { by: 'POV' }),
        'NOT_OWNER',
        'source.department',
      ),
  ),
  example('a refusal that somebody else than the ledger records', (t) =>
    t.born('p', '1960-04-15').refused(
      t.event(
        'RefusalRecorded',
        'person:p',
        '2020-01-01',
        {
          code: 'LAND_RIGHTS_CONDITION',
          article: 16,
          attemptedType: 'HukouTransferApplied',
          attemptedBy: 'PSB',
        },
        { by: 'PSB' },
      ),
      'NOT_OWNER',
      'source.department',
    ),
  ),
  example('a division that never was', (t) =>
    t
      .born('p', '1960-04-15')
      .refused(
        t.event('UrbanArrivalRecorded', 'person:p', '2019-03-01', { ...ARRIVAL, division: '519999' }),
        'UNKNOWN_DIVISION',
        'division',
      ),
  ),
  example('a division under a code that it no longer had (郫县 became 郫都区)', (t) =>
    t
      .born('p', '1960-04-15')
      .refused(
        t.event('UrbanArrivalRecorded', 'person:p', '2019-03-01', { ...ARRIVAL, division: '510124' }),
        'UNKNOWN_DIVISION',
        'division',
      ),
  ),
  example('a division under the code that it had on the day', (t) =>
    t
      .born('p', '1960-04-15')
      .is(t.event('UrbanArrivalRecorded', 'person:p', '2012-03-01', { ...ARRIVAL, division: '510124' })),
  ),
  example('a division deep in the payload', (t) =>
    t.born('p', '1960-04-15').refused(
      t.event('HukouTransferApplied', 'person:p', '2019-03-01', {
        to: { division: '519999', urbanRuralClass: '111' },
      }),
      'UNKNOWN_DIVISION',
      'to.division',
    ),
  ),
  example('a place left under its former code', (t) =>
    t.born('p', '1960-04-15').is(
      t.event('ResidenceChanged', 'person:p', '2019-03-01', {
        from: { division: '510124' },
        to: { division: '510112', urbanRuralClass: '111' },
      }),
    ),
  ),
  example('an office in a division that never was', (t) =>
    t
      .born('p', '1960-04-15')
      .refused(
        t.event('UrbanArrivalRecorded', 'person:p', '2019-03-01', ARRIVAL, { office: '519999' }),
        'UNKNOWN_DIVISION',
        'source.division',
      ),
  ),
  example('an effective date to come', (t) =>
    t
      .born('p', '1960-04-15')
      .refused(
        t.event('UrbanArrivalRecorded', 'person:p', '2999-01-01', ARRIVAL),
        'EFFECTIVE_IN_FUTURE',
        'effectiveOn',
      ),
  ),
  example('a birth to come', (t) =>
    t.refused(
      t.event('PersonRegistered', 'person:p', '2999-01-01', {
        birthDate: '2999-01-01',
        sex: '1',
        hukouDivision: '513437',
        hukouClass: '220',
      }),
      'EFFECTIVE_IN_FUTURE',
      'effectiveOn',
    ),
  ),
  example('an effective date before the birth', (t) =>
    t
      .born('p', '1960-04-15')
      .refused(
        t.event('UrbanArrivalRecorded', 'person:p', '1960-04-14', ARRIVAL),
        'EFFECTIVE_BEFORE_BIRTH',
        'effectiveOn',
      ),
  ),
  example('an effective date on the birth', (t) =>
    t.born('p', '1960-04-15').is(t.event('UrbanArrivalRecorded', 'person:p', '1960-04-15', ARRIVAL)),
  ),
  example('a member who joins before birth', (t) =>
    t
      .born('p', '2010-04-15')
      .household('h', 'HUKOU', '2005-01-01', [])
      .refused(
        t.event('HouseholdMemberJoined', 'household:h', '2010-04-14', { personId: t.id('p') }),
        'EFFECTIVE_BEFORE_BIRTH',
        'personId',
      ),
  ),
  example('an effective date after the death', (t) =>
    t
      .born('p', '1960-04-15')
      .died('p', '2020-05-03')
      .refused(
        t.event('UrbanArrivalRecorded', 'person:p', '2020-05-04', ARRIVAL),
        'EFFECTIVE_AFTER_DEATH',
        'effectiveOn',
      ),
  ),
  example('an effective date on the day of death', (t) =>
    t
      .born('p', '1960-04-15')
      .died('p', '2020-05-03')
      .is(t.event('UrbanArrivalRecorded', 'person:p', '2020-05-03', ARRIVAL)),
  ),
  example('a member who joins after death', (t) =>
    t
      .born('p', '1960-04-15')
      .died('p', '2020-05-03')
      .household('h', 'HUKOU', '2005-01-01', [])
      .refused(
        t.event('HouseholdMemberJoined', 'household:h', '2020-06-01', { personId: t.id('p') }),
        'EFFECTIVE_AFTER_DEATH',
        'personId',
      ),
  ),
  example('an end after the death', (t) =>
    t
      .born('p', '1960-04-15')
      .arrived('p', '2019-01-01')
      .died('p', '2020-05-03')
      .is(t.event('UrbanResidenceEnded', 'person:p', '2020-05-04', { reason: 'DEREGISTERED' })),
  ),
  example('a decision that nobody has taken', (t) =>
    t.born('p', '1950-04-15').refused(
      t.event('PensionBenefitStarted', 'person:p', '2015-01-01', {
        scheme: 'RES_PENSION',
        firstMonth: '2015-01',
        decisionId: t.id('decision'),
      }),
      'NOT_IN_FORCE',
      'decisionId',
    ),
  ),
];
