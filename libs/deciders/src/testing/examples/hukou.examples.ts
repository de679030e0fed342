import { example, type Example } from '../example.js';

const TO = { division: '511302', urbanRuralClass: '111' } as const;
const giveUp = (code: string) => ({ to: TO, conditionsStated: [{ code, text: 'a condition' }] });

export const HUKOU_EXAMPLES: readonly Example[] = [
  ...['GIVE_UP_CONTRACT_LAND', 'GIVE_UP_HOMESTEAD', 'GIVE_UP_COLLECTIVE_INCOME', ' give_up_homestead '].map(
    (code) =>
      example(`an application under the condition ${code}`, (t) =>
        t
          .born('p', '1985-06-17')
          .refused(
            t.event('HukouTransferApplied', 'person:p', '2020-05-11', giveUp(code), { office: '511302' }),
            'LAND_RIGHTS_CONDITION',
            'conditionsStated',
          ),
      ),
  ),
  example('an application under a lawful condition', (t) =>
    t
      .born('p', '1985-06-17')
      .is(t.event('HukouTransferApplied', 'person:p', '2020-05-11', giveUp('SOCIAL_INSURANCE'))),
  ),
  example('a rejection because the land is kept', (t) =>
    t.born('p', '1985-06-17').refused(
      t.event('HukouTransferRejected', 'person:p', '2020-05-13', {
        reasons: ['no stable job', 'GIVE_UP_CONTRACT_LAND'],
        appealInfo: true,
      }),
      'LAND_RIGHTS_CONDITION',
      'reasons',
    ),
  ),
  example('a rejection without reasons', (t) =>
    t
      .born('p', '1985-06-17')
      .refused(
        t.event('HukouTransferRejected', 'person:p', '2020-05-13', { reasons: [], appealInfo: true }),
        'REASON_REQUIRED',
        'reasons',
      ),
  ),
  example('a rejection that does not say how to appeal', (t) =>
    t.born('p', '1985-06-17').refused(
      t.event('HukouTransferRejected', 'person:p', '2020-05-13', {
        reasons: ['no stable job'],
        appealInfo: false,
      }),
      'CONDITION_NOT_MET',
      'appealInfo',
    ),
  ),
  example('a lawful rejection', (t) =>
    t.born('p', '1985-06-17').is(
      t.event('HukouTransferRejected', 'person:p', '2020-05-13', {
        reasons: ['no stable job'],
        appealInfo: true,
      }),
    ),
  ),
  example('a transfer without an application', (t) =>
    t
      .born('p', '1985-06-17')
      .refused(
        t.event('HukouTransferCompleted', 'person:p', '2020-05-29', { to: TO }),
        'NOT_IN_FORCE',
        'effectiveOn',
      ),
  ),
  example('an imported transfer without an application', (t) =>
    t
      .born('p', '1985-06-17')
      .is(
        t.event('HukouTransferCompleted', 'person:p', '2020-05-29', { to: TO }, { confidence: 'imported' }),
      ),
  ),
  example('a transfer that was applied for', (t) =>
    t
      .born('p', '1985-06-17')
      .given('HukouTransferApplied', 'person:p', '2020-05-12', { to: TO })
      .is(t.event('HukouTransferCompleted', 'person:p', '2020-05-29', { to: TO })),
  ),
  example('a transfer before it was applied for', (t) =>
    t
      .born('p', '1985-06-17')
      .given('HukouTransferApplied', 'person:p', '2020-05-12', { to: TO })
      .refused(
        t.event('HukouTransferCompleted', 'person:p', '2020-05-11', { to: TO }),
        'NOT_IN_FORCE',
        'effectiveOn',
      ),
  ),
  example('a transfer whose application was rejected', (t) =>
    t
      .born('p', '1985-06-17')
      .given('HukouTransferApplied', 'person:p', '2020-05-12', { to: TO })
      .given('HukouTransferRejected', 'person:p', '2020-05-20', { reasons: ['no job'], appealInfo: true })
      .refused(
        t.event('HukouTransferCompleted', 'person:p', '2020-05-29', { to: TO }),
        'NOT_IN_FORCE',
        'effectiveOn',
      ),
  ),
  example('a second transfer upon one application', (t) =>
    t
      .born('p', '1985-06-17')
      .given('HukouTransferApplied', 'person:p', '2020-05-12', { to: TO })
      .given('HukouTransferCompleted', 'person:p', '2020-05-29', { to: TO })
      .refused(
        t.event('HukouTransferCompleted', 'person:p', '2020-06-29', { to: TO }),
        'NOT_IN_FORCE',
        'effectiveOn',
      ),
  ),
  example('a transfer of a child whom the application names as accompanying', (t) =>
    t
      .born('p', '1985-06-17')
      .born('child', '2009-02-14')
      .given('HukouTransferApplied', 'person:p', '2020-05-12', { to: TO, accompanying: [t.id('child')] })
      .is(t.event('HukouTransferCompleted', 'person:child', '2020-05-29', { to: TO })),
  ),
  example('a transfer because of which a rural right has ended', (t) =>
    t
      .born('p', '1985-06-17')
      .household('land', 'LAND_CONTRACT', '2016-05-10', ['p'])
      .given('HukouTransferApplied', 'person:p', '2020-05-12', { to: TO })
      .given(
        'RuralRightEnded',
        'household:land',
        '2020-05-20',
        { kind: 'CONTRACT_LAND', reason: 'UNLAWFUL_TAKEBACK', voluntary: false },
        { causationId: t.id('transfer') },
      )
      .refused(
        t.event('HukouTransferCompleted', 'person:p', '2020-05-29', { to: TO }, { as: 'transfer' }),
        'LAND_RIGHTS_CONDITION',
      ),
  ),
];
