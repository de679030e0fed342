import { example, type Example } from '../example.js';

const EVIDENCE = [{ kind: 'AUTHORISATION', reference: 'SQ-510112-2019-0415' }];
const ECONOMY = { perCapitaMonthlyIncome: '1900.00', assetsWithinLimit: true } as const;

export const HOUSEHOLD_EXAMPLES: readonly Example[] = [
  example('a household established twice', (t) =>
    t
      .household('h', 'LIVING', '2019-10-08', [])
      .refused(
        t.event('HouseholdEstablished', 'household:h', '2019-10-08', { kind: 'LIVING', division: '510112' }),
        'ALREADY_IN_FORCE',
        'household',
      ),
  ),
  example('a member of another household of this kind joins', (t) =>
    t
      .born('p', '1988-07-02')
      .household('old', 'LIVING', '2018-01-01', ['p'])
      .household('new', 'LIVING', '2019-01-01', [])
      .refused(
        t.event('HouseholdMemberJoined', 'household:new', '2019-06-01', { personId: t.id('p') }),
        'ALREADY_IN_FORCE',
        'personId',
      ),
  ),
  example('a member of a household of another kind joins', (t) =>
    t
      .born('p', '1988-07-02')
      .household('hukou', 'HUKOU', '2018-01-01', ['p'])
      .household('new', 'LIVING', '2019-01-01', [])
      .is(t.event('HouseholdMemberJoined', 'household:new', '2019-06-01', { personId: t.id('p') })),
  ),
  example('a member joins on the day on which the old household was left', (t) =>
    t
      .born('p', '1988-07-02')
      .household('old', 'LIVING', '2018-01-01', ['p'])
      .household('new', 'LIVING', '2019-01-01', [])
      .given('HouseholdMemberLeft', 'household:old', '2019-06-01', { personId: t.id('p'), reason: 'MOVE' })
      .is(
        t.event('HouseholdMemberJoined', 'household:new', '2019-06-01', {
          personId: t.id('p'),
          reason: 'MOVE',
        }),
      ),
  ),
  example('a member joins a day too early', (t) =>
    t
      .born('p', '1988-07-02')
      .household('old', 'LIVING', '2018-01-01', ['p'])
      .household('new', 'LIVING', '2019-01-01', [])
      .given('HouseholdMemberLeft', 'household:old', '2019-06-01', { personId: t.id('p'), reason: 'MOVE' })
      .refused(
        t.event('HouseholdMemberJoined', 'household:new', '2019-05-31', { personId: t.id('p') }),
        'ALREADY_IN_FORCE',
        'personId',
      ),
  ),
  example('a member joins backdated, before a membership elsewhere that is known already', (t) =>
    t
      .born('p', '1988-07-02')
      .household('later', 'LIVING', '2019-01-01', ['p'])
      .household('earlier', 'LIVING', '2015-01-01', [])
      .refused(
        t.event('HouseholdMemberJoined', 'household:earlier', '2016-01-01', { personId: t.id('p') }),
        'ALREADY_IN_FORCE',
        'personId',
      ),
  ),
  example('a membership that is known to end before the one elsewhere begins', (t) =>
    t
      .born('p', '1988-07-02')
      .household('later', 'LIVING', '2019-01-01', ['p'])
      .household('earlier', 'LIVING', '2015-01-01', [])
      .is(
        t.event(
          'HouseholdMemberJoined',
          'household:earlier',
          '2016-01-01',
          { personId: t.id('p') },
          { until: '2018-01-01' },
        ),
      ),
  ),
  example('a member joins again with the same relation', (t) =>
    t
      .born('p', '1988-07-02')
      .household('h', 'LIVING', '2018-01-01', ['p'])
      .refused(
        t.event('HouseholdMemberJoined', 'household:h', '2019-06-01', {
          personId: t.id('p'),
          relation: '97',
        }),
        'ALREADY_IN_FORCE',
        'personId',
      ),
  ),
  example('a member’s relation is stated', (t) =>
    t
      .born('p', '1988-07-02')
      .household('h', 'LIVING', '2018-01-01', ['p'])
      .is(
        t.event('HouseholdMemberJoined', 'household:h', '2019-06-01', {
          personId: t.id('p'),
          relation: '02',
        }),
      ),
  ),
  example('somebody leaves who is no member', (t) =>
    t
      .born('p', '1988-07-02')
      .household('h', 'LIVING', '2018-01-01', [])
      .refused(
        t.event('HouseholdMemberLeft', 'household:h', '2019-06-01', { personId: t.id('p') }),
        'NOT_IN_FORCE',
        'personId',
      ),
  ),
  example('somebody leaves twice', (t) =>
    t
      .born('p', '1988-07-02')
      .household('h', 'LIVING', '2018-01-01', ['p'])
      .given('HouseholdMemberLeft', 'household:h', '2019-06-01', { personId: t.id('p') })
      .refused(
        t.event('HouseholdMemberLeft', 'household:h', '2019-06-01', { personId: t.id('p') }),
        'NOT_IN_FORCE',
        'personId',
      ),
  ),
  example('a member leaves after death', (t) =>
    t
      .born('p', '1960-07-02')
      .household('h', 'LIVING', '2018-01-01', ['p'])
      .died('p', '2019-05-31')
      .is(
        t.event('HouseholdMemberLeft', 'household:h', '2019-06-01', { personId: t.id('p'), reason: 'DEATH' }),
      ),
  ),
  example('an economy check without authorisation', (t) =>
    t
      .born('p', '1988-07-02')
      .household('h', 'LIVING', '2018-01-01', ['p'])
      .refused(
        t.event('HouseholdEconomyVerified', 'household:h', '2019-10-15', {
          ...ECONOMY,
          membersCounted: [t.id('p')],
        }),
        'MISSING_FIELD',
        'evidence',
      ),
  ),
  example('an economy check that counts a stranger', (t) =>
    t
      .born('p', '1988-07-02')
      .born('q', '1990-07-02')
      .household('h', 'LIVING', '2018-01-01', ['p'])
      .refused(
        t.event(
          'HouseholdEconomyVerified',
          'household:h',
          '2019-10-15',
          { ...ECONOMY, membersCounted: [t.id('p'), t.id('q')] },
          { evidence: EVIDENCE },
        ),
        'NOT_IN_FORCE',
        'membersCounted[1]',
      ),
  ),
  example('an economy check of a hukou household', (t) =>
    t
      .born('p', '1988-07-02')
      .household('h', 'HUKOU', '2018-01-01', ['p'])
      .refused(
        t.event(
          'HouseholdEconomyVerified',
          'household:h',
          '2019-10-15',
          { ...ECONOMY, membersCounted: [t.id('p')] },
          { evidence: EVIDENCE },
        ),
        'INVALID_FIELD',
        'household',
      ),
  ),
  example('an economy check', (t) =>
    t
      .born('p', '1988-07-02')
      .household('h', 'LIVING', '2018-01-01', ['p'])
      .is(
        t.event(
          'HouseholdEconomyVerified',
          'household:h',
          '2019-10-15',
          { ...ECONOMY, membersCounted: [t.id('p')] },
          { evidence: EVIDENCE },
        ),
      ),
  ),
];
