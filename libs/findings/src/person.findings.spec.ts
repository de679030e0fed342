import { corrected, figure, her, voided } from '@ledger/case/testing';
import { conflict } from './testing/twins.js';

const born = (more: { idBirthDate?: string; idSex?: '1' | '2' } = {}) =>
  her(
    'PersonRegistered',
    '1960-02-29',
    { birthDate: '1960-02-29', sex: '2', hukouDivision: '513437', hukouClass: '220', ...more },
    { id: 'born' },
  );
const died = her('PersonDied', '2021-05-03', { deathDate: '2021-05-03', kind: 'NATURAL' }, { id: 'died' });
const arrived = (on: string, id = `arrived ${on}`) =>
  her('UrbanArrivalRecorded', on, { division: '510112', urbanRuralClass: '111', basis: 'LEASE' }, { id });
const moved = (on: string, urbanRuralClass: '111' | '220') =>
  her('ResidenceChanged', on, { to: { division: '511302', urbanRuralClass } }, { id: `moved ${on}` });
const left = (on: string) => her('UrbanResidenceEnded', on, { reason: 'RETURNED' }, { id: `left ${on}` });
const permit = (on: string, acceptedOn: string) =>
  her(
    'ResidencePermitIssued',
    on,
    { division: '510112', acceptedOn, endorsedUntil: '2021-01-01' },
    { id: 'permit' },
  );

conflict('C-ID-MISMATCH', [
  {
    name: 'the number says another birth date',
    given: [born({ idBirthDate: '1961-02-28' })],
    raised: ['1960-02-29 to open [born]'],
  },
  {
    name: 'the number says another sex',
    given: [born({ idSex: '1' })],
    raised: ['1960-02-29 to open [born]'],
  },
  { name: 'the number says the same', given: [born({ idBirthDate: '1960-02-29', idSex: '2' })], raised: [] },
  { name: 'there is no number', given: [born()], raised: [] },
  {
    name: 'the number says the same after a correction',
    given: [born({ idBirthDate: '1961-02-28' }), corrected(born(), { idBirthDate: '1960-02-29' })],
    raised: [],
  },
]);

conflict('C-AFTER-DEATH', [
  {
    name: 'somebody dead arrives',
    given: [born(), died, arrived('2021-05-04', 'arrived')],
    raised: ['2021-05-04 to open [arrived, died]'],
  },
  { name: 'somebody arrives on the day of death', given: [born(), died, arrived('2021-05-03')], raised: [] },
  { name: 'somebody arrives while alive', given: [born(), arrived('2021-05-04')], raised: [] },
  {
    name: 'a death that never happened',
    given: [born(), died, voided(died), arrived('2021-05-04')],
    raised: [],
  },
  {
    name: 'what ends after a death is in order',
    given: [born(), arrived('2020-01-01'), died, left('2021-05-10')],
    raised: [],
  },
  {
    name: 'what came to be known before the death',
    given: [born(), arrived('2021-05-04', 'arrived'), died],
    raised: ['2021-05-04 to open [arrived, died]'],
  },
]);

conflict('C-RESIDENCE-OVERLAP', [
  {
    name: 'a second arrival while the first residence is open',
    given: [arrived('2019-03-01'), arrived('2019-09-01')],
    raised: ['2019-09-01 to open [arrived 2019-03-01, arrived 2019-09-01]'],
  },
  {
    name: 'until that is cleared up by a departure',
    given: [arrived('2019-03-01'), arrived('2019-09-01'), left('2020-01-01')],
    raised: ['2019-09-01 to 2020-01-01 [arrived 2019-03-01, arrived 2019-09-01]'],
  },
  {
    name: 'the first residence has ended',
    given: [arrived('2019-03-01'), left('2019-08-01'), arrived('2019-09-01')],
    raised: [],
  },
  {
    name: 'the first residence ends on the day of the second arrival',
    given: [arrived('2019-03-01'), left('2019-09-01'), arrived('2019-09-01', 'again')],
    raised: [],
  },
  {
    name: 'a move is no second arrival',
    given: [arrived('2019-03-01'), moved('2019-09-01', '111')],
    raised: [],
  },
  {
    name: 'an arrival after a move to another town, which is still open',
    given: [arrived('2019-03-01'), moved('2019-06-01', '111'), arrived('2019-09-01')],
    raised: ['2019-09-01 to open [arrived 2019-09-01, moved 2019-06-01]'],
  },
  {
    name: 'a move to the countryside has ended the residence',
    given: [arrived('2019-03-01'), moved('2019-06-01', '220'), arrived('2019-09-01')],
    raised: [],
  },
  {
    name: 'an arrival that says itself until when',
    given: [{ ...arrived('2019-03-01'), until: '2019-08-01' }, arrived('2019-09-01')],
    raised: [],
  },
]);

const fifteen = figure('residence-permit.issue-days', '15', { unit: 'day' });
conflict('C-LATE-PERMIT', [
  {
    name: 'issued on the sixteenth day',
    given: [fifteen, permit('2019-09-26', '2019-09-10')],
    raised: ['2019-09-26 to open [permit]'],
  },
  { name: 'issued on the fifteenth', given: [fifteen, permit('2019-09-25', '2019-09-10')], raised: [] },
  {
    name: 'nobody has said how many days there are',
    given: [permit('2019-12-26', '2019-09-10')],
    raised: [],
  },
]);
