import { example, type Example, type Teller } from '../example.js';

const RETURN = { kind: 'CONTRACT_LAND', reason: 'VOLUNTARY_RETURN', voluntary: true } as const;
const EXIT = { reason: 'VOLUNTARY_EXIT', voluntary: true } as const;

const holding = (t: Teller): Teller =>
  t
    .born('p', '1985-06-17')
    .household('land', 'LAND_CONTRACT', '2016-05-10', ['p'])
    .given('RuralRightRegistered', 'household:land', '2016-05-10', { kind: 'CONTRACT_LAND', areaM2: '2400' });

export const LAND_EXAMPLES: readonly Example[] = [
  example('contracted land of a hukou household', (t) =>
    t
      .household('h', 'HUKOU', '2016-05-10', [])
      .refused(
        t.event('RuralRightRegistered', 'household:h', '2016-05-10', { kind: 'CONTRACT_LAND' }),
        'INVALID_FIELD',
        'household',
      ),
  ),
  example('contracted land of a person', (t) =>
    t
      .born('p', '1985-06-17')
      .refused(
        t.event('RuralRightRegistered', 'person:p', '2016-05-10', { kind: 'CONTRACT_LAND' }),
        'INVALID_FIELD',
        'kind',
      ),
  ),
  example('a second homestead: shown, not refused', (t) =>
    t
      .household('land', 'LAND_CONTRACT', '2016-05-10', [])
      .given('RuralRightRegistered', 'household:land', '2016-05-10', { kind: 'HOMESTEAD' })
      .is(t.event('RuralRightRegistered', 'household:land', '2017-05-10', { kind: 'HOMESTEAD' })),
  ),
  example('a contract that ends before it begins', (t) =>
    t.household('land', 'LAND_CONTRACT', '2016-05-10', []).refused(
      t.event('RuralRightRegistered', 'household:land', '2016-05-10', {
        kind: 'CONTRACT_LAND',
        termTo: '2016-05-10',
      }),
      'INVALID_PERIOD',
      'termTo',
    ),
  ),
  example('land returned with a notice a day too short', (t) =>
    holding(t).refused(
      t.event('RuralRightEnded', 'household:land', '2020-09-10', { ...RETURN, noticeOn: '2020-03-11' }),
      'CONDITION_NOT_MET',
      'noticeOn',
    ),
  ),
  example('land returned with half a year of notice', (t) =>
    holding(t).is(
      t.event('RuralRightEnded', 'household:land', '2020-09-10', { ...RETURN, noticeOn: '2020-03-10' }),
    ),
  ),
  example('land returned without notice', (t) =>
    holding(t).refused(
      t.event('RuralRightEnded', 'household:land', '2020-09-10', RETURN),
      'MISSING_FIELD',
      'noticeOn',
    ),
  ),
  example('land “returned” against the will of its holder', (t) =>
    holding(t).refused(
      t.event('RuralRightEnded', 'household:land', '2020-09-10', {
        ...RETURN,
        voluntary: false,
        noticeOn: '2020-03-10',
      }),
      'WITHDRAWAL_NOT_VOLUNTARY',
      'voluntary',
    ),
  ),
  example('land taken back unlawfully: recorded, so that the harm is seen', (t) =>
    holding(t).is(
      t.event('RuralRightEnded', 'household:land', '2020-09-10', {
        kind: 'CONTRACT_LAND',
        reason: 'UNLAWFUL_TAKEBACK',
        voluntary: false,
      }),
    ),
  ),
  example('land that ends because the hukou moves', (t) =>
    holding(t)
      .given(
        'HukouTransferApplied',
        'person:p',
        '2020-05-12',
        { to: { division: '511302', urbanRuralClass: '111' } },
        { as: 'applied' },
      )
      .refused(
        t.event(
          'RuralRightEnded',
          'household:land',
          '2020-09-10',
          { ...RETURN, noticeOn: '2020-03-10' },
          { causationId: t.id('applied') },
        ),
        'LAND_RIGHTS_CONDITION',
        'causationId',
      ),
  ),
  example('land that has ended already', (t) =>
    holding(t)
      .given('RuralRightEnded', 'household:land', '2020-09-10', { ...RETURN, noticeOn: '2020-03-10' })
      .refused(
        t.event('RuralRightEnded', 'household:land', '2020-09-10', { ...RETURN, noticeOn: '2020-03-10' }),
        'NOT_IN_FORCE',
        'kind',
      ),
  ),
  example('a homestead given up without an agreement', (t) =>
    holding(t).refused(
      t.event('RuralRightEnded', 'household:land', '2020-09-10', {
        ...EXIT,
        kind: 'HOMESTEAD',
        compensation: '60000.00',
      }),
      'NOT_IN_FORCE',
      'agreementEventId',
    ),
  ),
  example('a share given up for nothing', (t) =>
    t.born('p', '1985-06-17').refused(
      t.event('RuralRightEnded', 'person:p', '2020-09-10', {
        ...EXIT,
        kind: 'COLLECTIVE_MEMBERSHIP',
        compensation: '0.00',
      }),
      'WITHDRAWAL_NOT_COMPENSATED',
      'compensation',
    ),
  ),
  example('a share given up for something', (t) =>
    t.born('p', '1985-06-17').is(
      t.event('RuralRightEnded', 'person:p', '2020-09-10', {
        ...EXIT,
        kind: 'COLLECTIVE_MEMBERSHIP',
        compensation: '3000.00',
      }),
    ),
  ),
  example('land whose last holder has died', (t) =>
    t
      .born('p', '1985-06-17')
      .died('p', '2020-05-03')
      .is(
        t.event('RuralRightEnded', 'person:p', '2020-05-04', {
          kind: 'COLLECTIVE_MEMBERSHIP',
          reason: 'DEATH',
          voluntary: false,
        }),
      ),
  ),
];
