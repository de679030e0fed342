/** Statuses and housing. */
import { example, type Example } from '../example.js';

const TEKUN = { kind: 'TEKUN', division: '513437' } as const;
const DIBAO = { kind: 'DIBAO', division: '513437' } as const;
const SCHOOL = { stage: 'SENIOR_VOC', schoolDivision: '511902' } as const;

export const WELFARE_EXAMPLES: readonly Example[] = [
  example('tekun for somebody whom dibao counts', (t) =>
    t
      .born('p', '1950-01-10')
      .household('h', 'LIVING', '2018-12-03', ['p'])
      .given('StatusRecognised', 'household:h', '2019-01-01', DIBAO)
      .refused(t.event('StatusRecognised', 'person:p', '2021-06-01', TEKUN), 'ALREADY_IN_FORCE', 'kind'),
  ),
  example('tekun on the day on which dibao ends', (t) =>
    t
      .born('p', '1950-01-10')
      .household('h', 'LIVING', '2018-12-03', ['p'])
      .given('StatusRecognised', 'household:h', '2019-01-01', DIBAO)
      .given('StatusEnded', 'household:h', '2021-06-01', { kind: 'DIBAO', reason: 'NO_LONGER_MEETS' })
      .is(t.event('StatusRecognised', 'person:p', '2021-06-01', TEKUN)),
  ),
  example('tekun for a member whom dibao does not count', (t) =>
    t
      .born('p', '1950-01-10')
      .born('q', '1980-01-10')
      .household('h', 'LIVING', '2018-12-03', ['p', 'q'])
      .given('StatusRecognised', 'household:h', '2019-01-01', { ...DIBAO, detail: { members: [t.id('q')] } })
      .is(t.event('StatusRecognised', 'person:p', '2021-06-01', TEKUN)),
  ),
  example('dibao that counts somebody who is tekun', (t) =>
    t
      .born('p', '1950-01-10')
      .household('h', 'LIVING', '2018-12-03', ['p'])
      .given('StatusRecognised', 'person:p', '2019-01-01', TEKUN)
      .refused(
        t.event('StatusRecognised', 'household:h', '2020-01-01', {
          ...DIBAO,
          detail: { members: [t.id('p')] },
        }),
        'ALREADY_IN_FORCE',
        'detail.members',
      ),
  ),
  example('dibao for a household with a tekun member and no list', (t) =>
    t
      .born('p', '1950-01-10')
      .household('h', 'LIVING', '2018-12-03', ['p'])
      .given('StatusRecognised', 'person:p', '2019-01-01', TEKUN)
      .refused(t.event('StatusRecognised', 'household:h', '2020-01-01', DIBAO), 'ALREADY_IN_FORCE', 'kind'),
  ),
  example('dibao for a hukou household', (t) =>
    t
      .born('p', '1950-01-10')
      .household('h', 'HUKOU', '2018-12-03', ['p'])
      .refused(t.event('StatusRecognised', 'household:h', '2020-01-01', DIBAO), 'INVALID_FIELD', 'household'),
  ),
  example('dibao for a person', (t) =>
    t
      .born('p', '1950-01-10')
      .refused(t.event('StatusRecognised', 'person:p', '2020-01-01', DIBAO), 'INVALID_FIELD', 'kind'),
  ),
  example('tekun for somebody neither old, nor disabled, nor a minor', (t) =>
    t
      .born('p', '1970-01-10')
      .refused(t.event('StatusRecognised', 'person:p', '2021-06-01', TEKUN), 'CONDITION_NOT_MET', 'kind'),
  ),
  example('tekun for somebody disabled', (t) =>
    t
      .born('p', '1970-01-10')
      .given('DisabilityCertified', 'person:p', '2020-09-18', { level: 2 })
      .is(t.event('StatusRecognised', 'person:p', '2021-06-01', TEKUN)),
  ),
  example('tekun for a child', (t) =>
    t.born('p', '2010-01-10').is(t.event('StatusRecognised', 'person:p', '2021-06-01', TEKUN)),
  ),
  example('an orphan of eighteen', (t) =>
    t
      .born('p', '2002-01-10')
      .refused(
        t.event('StatusRecognised', 'person:p', '2020-01-10', { kind: 'ORPHAN', division: '513437' }),
        'CONDITION_NOT_MET',
        'kind',
      ),
  ),
  example('an orphan of eighteen at school', (t) =>
    t
      .born('p', '2002-01-10')
      .given('SchoolEnrolled', 'person:p', '2018-09-01', SCHOOL)
      .is(t.event('StatusRecognised', 'person:p', '2020-01-10', { kind: 'ORPHAN', division: '513437' })),
  ),
  example('a child without support the day before the eighteenth birthday', (t) =>
    t.born('p', '2002-01-10').is(
      t.event('StatusRecognised', 'person:p', '2020-01-09', {
        kind: 'UNSUPPORTED_CHILD',
        division: '513437',
      }),
    ),
  ),
  example('the end of a status that is not there', (t) =>
    t
      .born('p', '1950-01-10')
      .refused(
        t.event('StatusEnded', 'person:p', '2021-06-01', { kind: 'TEKUN', reason: 'VOLUNTARY' }),
        'NOT_IN_FORCE',
        'kind',
      ),
  ),
  example('the end of a status', (t) =>
    t
      .born('p', '1950-01-10')
      .given('StatusRecognised', 'person:p', '2019-01-01', TEKUN)
      .is(t.event('StatusEnded', 'person:p', '2021-06-01', { kind: 'TEKUN', reason: 'VOLUNTARY' })),
  ),
  example('housing conditions of a register household', (t) =>
    t
      .born('p', '1988-07-02')
      .household('h', 'POVERTY_REGISTER', '2016-12-31', ['p'])
      .refused(
        t.event('HousingConditionVerified', 'household:h', '2019-10-15', {
          division: '510112',
          ownHome: false,
          perCapitaAreaM2: '9',
          tenure: 'RENT',
        }),
        'INVALID_FIELD',
        'household',
      ),
  ),
  example('a second public rental', (t) =>
    t
      .household('h', 'LIVING', '2018-12-03', [])
      .given('PublicRentalAllocated', 'household:h', '2020-06-01', { division: '510112' })
      .refused(
        t.event('PublicRentalAllocated', 'household:h', '2021-06-01', { division: '511302' }),
        'ALREADY_IN_FORCE',
        'household',
      ),
  ),
  example('a public rental after the first was vacated', (t) =>
    t
      .household('h', 'LIVING', '2018-12-03', [])
      .given('PublicRentalAllocated', 'household:h', '2020-06-01', { division: '510112' })
      .given('PublicRentalVacated', 'household:h', '2021-06-01', {})
      .is(t.event('PublicRentalAllocated', 'household:h', '2021-06-01', { division: '511302' })),
  ),
  example('a public rental whose lease runs backwards', (t) =>
    t.household('h', 'LIVING', '2018-12-03', []).refused(
      t.event('PublicRentalAllocated', 'household:h', '2020-06-01', {
        division: '510112',
        from: '2020-06-01',
        to: '2020-06-01',
      }),
      'INVALID_PERIOD',
      'to',
    ),
  ),
  example('a public rental vacated that was never held', (t) =>
    t
      .household('h', 'LIVING', '2018-12-03', [])
      .refused(t.event('PublicRentalVacated', 'household:h', '2021-06-01', {}), 'NOT_IN_FORCE', 'household'),
  ),
];
