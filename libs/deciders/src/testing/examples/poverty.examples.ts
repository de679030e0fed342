import { example, type Example } from '../example.js';

export const POVERTY_EXAMPLES: readonly Example[] = [
  example('a member of another register household is registered', (t) =>
    t
      .born('p', '1979-04-12')
      .household('old', 'POVERTY_REGISTER', '2014-12-31', ['p'])
      .given('PovertyHouseholdRegistered', 'household:old', '2014-12-31', { members: [t.id('p')] })
      .household('new', 'POVERTY_REGISTER', '2015-12-31', [])
      .refused(
        t.event('PovertyHouseholdRegistered', 'household:new', '2015-12-31', { members: [t.id('p')] }),
        'ALREADY_IN_FORCE',
        'members[0]',
      ),
  ),
  example('a household that lives together is registered as poor', (t) =>
    t
      .born('p', '1979-04-12')
      .household('h', 'LIVING', '2014-12-31', ['p'])
      .refused(
        t.event('PovertyHouseholdRegistered', 'household:h', '2014-12-31', { members: [t.id('p')] }),
        'INVALID_FIELD',
        'household',
      ),
  ),
  example('a household registered as poor twice', (t) =>
    t
      .born('p', '1979-04-12')
      .household('h', 'POVERTY_REGISTER', '2014-12-31', ['p'])
      .given('PovertyHouseholdRegistered', 'household:h', '2014-12-31', { members: [t.id('p')] })
      .refused(
        t.event('PovertyHouseholdRegistered', 'household:h', '2016-12-31', { members: [t.id('p')] }),
        'ALREADY_IN_FORCE',
        'household',
      ),
  ),
  example('a household and whoever joins it by the register', (t) =>
    t
      .born('p', '1979-04-12')
      .household('h', 'POVERTY_REGISTER', '2014-12-31', [])
      .is(t.event('PovertyHouseholdRegistered', 'household:h', '2014-12-31', { members: [t.id('p')] })),
  ),
  example('an exit from poverty of a household that is not registered', (t) =>
    t
      .household('h', 'POVERTY_REGISTER', '2014-12-31', [])
      .refused(
        t.event('PovertyExitMarked', 'household:h', '2019-12-20', { policyRetained: true }),
        'NOT_IN_FORCE',
        'household',
      ),
  ),
  example('a second exit from poverty', (t) =>
    t
      .household('h', 'POVERTY_REGISTER', '2014-12-31', [])
      .given('PovertyHouseholdRegistered', 'household:h', '2014-12-31', { members: [] })
      .given('PovertyExitMarked', 'household:h', '2018-12-20', { policyRetained: true })
      .refused(
        t.event('PovertyExitMarked', 'household:h', '2019-12-20', { policyRetained: true }),
        'NOT_IN_FORCE',
        'household',
      ),
  ),
  example('an exit whose retained policy ends before it', (t) =>
    t
      .household('h', 'POVERTY_REGISTER', '2014-12-31', [])
      .given('PovertyHouseholdRegistered', 'household:h', '2014-12-31', { members: [] })
      .refused(
        t.event('PovertyExitMarked', 'household:h', '2019-12-20', {
          policyRetained: true,
          policyRetainedUntil: '2019-12-19',
        }),
        'INVALID_PERIOD',
        'policyRetainedUntil',
      ),
  ),
  example('a return to poverty without an exit', (t) =>
    t
      .household('h', 'POVERTY_REGISTER', '2014-12-31', [])
      .given('PovertyHouseholdRegistered', 'household:h', '2014-12-31', { members: [] })
      .refused(
        t.event('PovertyReturnMarked', 'household:h', '2021-05-10', { kind: 'RETURNED' }),
        'NOT_IN_FORCE',
        'household',
      ),
  ),
  example('a household that is only watched', (t) =>
    t
      .household('h', 'POVERTY_REGISTER', '2014-12-31', [])
      .is(t.event('PovertyReturnMarked', 'household:h', '2021-05-10', { kind: 'MONITOR_EDGE' })),
  ),
  example('an exit, a return and an exit again', (t) =>
    t
      .household('h', 'POVERTY_REGISTER', '2014-12-31', [])
      .given('PovertyHouseholdRegistered', 'household:h', '2014-12-31', { members: [] })
      .given('PovertyExitMarked', 'household:h', '2019-12-20', { policyRetained: true })
      .given('PovertyReturnMarked', 'household:h', '2020-05-10', { kind: 'RETURNED' })
      .is(t.event('PovertyExitMarked', 'household:h', '2021-12-20', { policyRetained: false })),
  ),
];
