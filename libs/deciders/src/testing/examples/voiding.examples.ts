import { example, type Example, type Line, type Teller } from '../example.js';

const BY = { by: 'PSB' } as const;
const reason = 'entered for the wrong person';
const ON = '2019-03-01';

const voiding = (t: Teller, of: string): Line =>
  t.event('EventVoided', 'person:p', ON, { voids: t.id(of), reason }, BY);
const reversal = (t: Teller, of: string): Line =>
  t.event('VoidingReversed', 'person:p', ON, { reverses: t.id(of), reason }, BY);

const born = (t: Teller): Teller => t.born('p', '1959-12-06');
const arrived = (t: Teller): Teller =>
  born(t).given(
    'UrbanArrivalRecorded',
    'person:p',
    ON,
    { division: '510112', urbanRuralClass: '111', basis: 'LEASE' },
    { as: 'arrival' },
  );
const voided = (t: Teller): Teller =>
  arrived(t).given(
    'EventVoided',
    'person:p',
    ON,
    { voids: t.id('arrival'), reason },
    { ...BY, as: 'voiding' },
  );
const reversed = (t: Teller): Teller =>
  voided(t).given('VoidingReversed', 'person:p', ON, { reverses: t.id('voiding'), reason }, BY);
const corrected = (t: Teller): Teller =>
  born(t).given(
    'EventCorrected',
    'person:p',
    '1959-12-06',
    { corrects: t.id('birth of p'), data: { sex: '2' }, reason },
    { ...BY, as: 'correction' },
  );

export const VOIDING_EXAMPLES: readonly Example[] = [
  example('a voiding of an event', (t) => arrived(t).is(voiding(t, 'arrival'))),
  example('a voiding of an event that is not there', (t) =>
    arrived(t).refused(voiding(t, 'nothing'), 'UNKNOWN_EVENT', 'voids'),
  ),
  example('a voiding of a voided event', (t) =>
    voided(t).refused(voiding(t, 'arrival'), 'ALREADY_VOIDED', 'voids'),
  ),
  example('a voiding of a voiding', (t) =>
    voided(t).refused(voiding(t, 'voiding'), 'CANNOT_BE_VOIDED', 'voids'),
  ),
  example('a voiding of a correction', (t) => corrected(t).is(voiding(t, 'correction'))),
  example('a voiding of a correction by a department that does not own the corrected fact', (t) =>
    corrected(t).refused(
      t.event('EventVoided', 'person:p', ON, { voids: t.id('correction'), reason }, { by: 'EDU' }),
      'NOT_OWNER',
      'source.department',
    ),
  ),
  example('a voiding reversed', (t) => voided(t).is(reversal(t, 'voiding'))),
  example('a voiding reversed twice', (t) =>
    reversed(t).refused(reversal(t, 'voiding'), 'NOT_IN_FORCE', 'reverses'),
  ),
  example('a voiding after the first was reversed', (t) => reversed(t).is(voiding(t, 'arrival'))),
  example('a reversal of something that is no voiding', (t) =>
    arrived(t).refused(reversal(t, 'arrival'), 'NOT_IN_FORCE', 'reverses'),
  ),
  example('a reversal of an event that is not there', (t) =>
    arrived(t).refused(reversal(t, 'nothing'), 'UNKNOWN_EVENT', 'reverses'),
  ),
  example('a voided correction that comes back', (t) =>
    corrected(t)
      .given('EventVoided', 'person:p', ON, { voids: t.id('correction'), reason }, { ...BY, as: 'voiding' })
      .is(reversal(t, 'voiding')),
  ),
  example('a registration that comes back', (t) =>
    born(t)
      .given('EventVoided', 'person:p', ON, { voids: t.id('birth of p'), reason }, { ...BY, as: 'voiding' })
      .is(reversal(t, 'voiding')),
  ),
  example('a registration that comes back beside a second one', (t) =>
    born(t)
      .given('EventVoided', 'person:p', ON, { voids: t.id('birth of p'), reason }, { ...BY, as: 'voiding' })
      .given('PersonRegistered', 'person:p', '1960-12-06', {
        birthDate: '1960-12-06',
        sex: '1',
        hukouDivision: '513437',
        hukouClass: '220',
      })
      .refused(reversal(t, 'voiding'), 'ALREADY_IN_FORCE', 'reverses'),
  ),
];
