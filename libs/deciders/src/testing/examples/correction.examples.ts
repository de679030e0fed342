import type { DataOf, JsonObject } from '@ledger/vocabulary';
import { example, type Example, type Line, type Teller } from '../example.js';

const BY = { by: 'PSB' } as const;
const reason = 'identity card was misread';

/** Corrects an event of `p`; with `moves`, its payload says the new day as well. */
function correction(t: Teller, of: string, on: string, data: JsonObject, moves = false): Line {
  const content = { corrects: t.id(of), data, ...(moves && { effectiveOn: on }), reason };
  return t.event('EventCorrected', 'person:p', on, content, BY);
}

const born = (t: Teller, more: Partial<DataOf<'PersonRegistered'>> = {}): Teller =>
  t.born('p', '1959-12-06', more);

const arrived = (t: Teller): Teller =>
  born(t).given(
    'UrbanArrivalRecorded',
    'person:p',
    '2019-03-01',
    { division: '510112', urbanRuralClass: '111', basis: 'LEASE' },
    { as: 'arrival' },
  );

export const CORRECTION_EXAMPLES: readonly Example[] = [
  example('a corrected birth date', (t) =>
    born(t).is(correction(t, 'birth of p', '1959-11-06', { birthDate: '1959-11-06' })),
  ),
  example('a corrected birth date whose correction keeps the old day: it follows the date', (t) =>
    born(t).is(correction(t, 'birth of p', '1959-12-06', { birthDate: '1959-11-06' })),
  ),
  example('a corrected birth date that moves the event to yet another day', (t) =>
    born(t).refused(
      correction(t, 'birth of p', '1959-11-07', { birthDate: '1959-11-06' }),
      'INVALID_FIELD',
      'data.birthDate',
    ),
  ),
  example('a correction in two minds about the day', (t) =>
    born(t).refused(
      t.event(
        'EventCorrected',
        'person:p',
        '1959-11-06',
        {
          corrects: t.id('birth of p'),
          data: { birthDate: '1959-11-07' },
          effectiveOn: '1959-11-07',
          reason,
        },
        BY,
      ),
      'INVALID_FIELD',
      'effectiveOn',
    ),
  ),
  example('a birth corrected to a day after the death', (t) =>
    born(t)
      .died('p', '2020-05-03')
      .refused(
        correction(t, 'birth of p', '2020-05-04', { birthDate: '2020-05-04' }),
        'EFFECTIVE_AFTER_DEATH',
        'effectiveOn',
      ),
  ),
  example('a correction of an event that is not there', (t) =>
    born(t).refused(correction(t, 'nothing', '1959-12-06', { sex: '2' }), 'UNKNOWN_EVENT', 'corrects'),
  ),
  example('a correction of an event of somebody else', (t) =>
    born(t)
      .born('q', '1960-12-06')
      .refused(correction(t, 'birth of q', '1960-12-06', { sex: '2' }), 'UNKNOWN_EVENT', 'corrects'),
  ),
  example('a correction in a stream that is not there', (t) =>
    t.refused(correction(t, 'nothing', '1960-12-06', { sex: '2' }), 'UNKNOWN_SUBJECT', 'person'),
  ),
  example('a corrected field that the event has not', (t) =>
    born(t).refused(
      correction(t, 'birth of p', '1959-12-06', { birthdate: '1959-11-06' }),
      'UNKNOWN_FIELD',
      'data.birthdate',
    ),
  ),
  example('a corrected code that is not in its list', (t) =>
    born(t).refused(correction(t, 'birth of p', '1959-12-06', { sex: '3' }), 'UNKNOWN_CODE', 'data.sex'),
  ),
  example('a field that a correction would take away', (t) =>
    born(t, { ethnicity: '07' }).refused(
      correction(t, 'birth of p', '1959-12-06', { ethnicity: null }),
      'INVALID_FIELD',
      'data.ethnicity',
    ),
  ),
  example('a correction that changes nothing', (t) =>
    born(t).refused(correction(t, 'birth of p', '1959-12-06', {}), 'MISSING_FIELD', 'data'),
  ),
  example('a corrected national ID with a wrong check character', (t) =>
    born(t).refused(
      correction(t, 'birth of p', '1959-12-06', { nationalId: '513499196004150018' }),
      'INVALID_NATIONAL_ID',
      'data.nationalId',
    ),
  ),
  example('a correction by a department that does not own the fact', (t) =>
    born(t).refused(
      t.event(
        'EventCorrected',
        'person:p',
        '1959-12-06',
        { corrects: t.id('birth of p'), data: { sex: '2' }, reason },
        { by: 'EDU' },
      ),
      'NOT_OWNER',
      'source.department',
    ),
  ),
  example('an arrival corrected to a day before the birth', (t) =>
    arrived(t).refused(
      correction(t, 'arrival', '1959-12-05', {}, true),
      'EFFECTIVE_BEFORE_BIRTH',
      'effectiveOn',
    ),
  ),
  example('an arrival corrected to a day to come', (t) =>
    arrived(t).refused(
      correction(t, 'arrival', '2999-12-05', {}, true),
      'EFFECTIVE_IN_FUTURE',
      'effectiveOn',
    ),
  ),
  example('an arrival corrected to an earlier day', (t) =>
    arrived(t).is(correction(t, 'arrival', '2018-03-01', {}, true)),
  ),
  example('an arrival corrected to a village', (t) =>
    arrived(t).refused(
      correction(t, 'arrival', '2019-03-01', { urbanRuralClass: '220' }),
      'UNKNOWN_CODE',
      'data.urbanRuralClass',
    ),
  ),
  example('an arrival corrected to a division that never was', (t) =>
    arrived(t).refused(
      correction(t, 'arrival', '2019-03-01', { division: '519999' }),
      'UNKNOWN_DIVISION',
      'data.division',
    ),
  ),
  example('an arrival before a death that became known later, corrected in its place', (t) =>
    arrived(t)
      .died('p', '2019-02-01')
      .is(correction(t, 'arrival', '2019-03-01', { division: '510107' })),
  ),
  example('an arrival moved to a day after the death', (t) =>
    arrived(t)
      .died('p', '2019-04-01')
      .refused(correction(t, 'arrival', '2019-05-01', {}, true), 'EFFECTIVE_AFTER_DEATH', 'effectiveOn'),
  ),
  example('an application corrected into a demand for the land', (t) =>
    born(t)
      .given(
        'HukouTransferApplied',
        'person:p',
        '2020-05-12',
        { to: { division: '511302', urbanRuralClass: '111' } },
        { as: 'applied' },
      )
      .refused(
        correction(t, 'applied', '2020-05-12', { conditionsStated: [{ code: 'GIVE_UP_HOMESTEAD' }] }),
        'LAND_RIGHTS_CONDITION',
        'data.conditionsStated',
      ),
  ),
  example('a member corrected into somebody whom nobody has registered', (t) =>
    born(t)
      .household('h', 'LIVING', '2018-01-01', [])
      .given('HouseholdMemberJoined', 'household:h', '2018-01-01', { personId: t.id('p') }, { as: 'joined' })
      .refused(
        t.event(
          'EventCorrected',
          'household:h',
          '2018-01-01',
          { corrects: t.id('joined'), data: { personId: t.id('q') }, reason },
          { by: 'MCA' },
        ),
        'UNKNOWN_SUBJECT',
        'data.personId',
      ),
  ),
  example('a correction of a voided event', (t) =>
    arrived(t)
      .given('EventVoided', 'person:p', '2019-03-01', { voids: t.id('arrival'), reason }, BY)
      .refused(correction(t, 'arrival', '2019-03-01', { division: '510107' }), 'ALREADY_VOIDED', 'corrects'),
  ),
  example('a correction of a voiding', (t) =>
    arrived(t)
      .given(
        'EventVoided',
        'person:p',
        '2019-03-01',
        { voids: t.id('arrival'), reason },
        { ...BY, as: 'voiding' },
      )
      .refused(correction(t, 'voiding', '2019-03-01', { reason: 'x' }), 'INVALID_FIELD', 'corrects'),
  ),
];
