import { figure, her, householdOf, personIn, sayingIn } from '@ledger/case/testing';
import { findingsOf } from './findings-of.js';
import { conflict, found } from './testing/twins.js';

const born = (more: { idBirthDate?: string; idSex?: '1' | '2' } = {}) =>
  her(
    'PersonRegistered',
    '1960-02-29',
    { birthDate: '1960-02-29', sex: '2', hukouDivision: '513437', hukouClass: '220', ...more },
    { id: 'born' },
  );
const died = her('PersonDied', '2021-05-03', { deathDate: '2021-05-03', kind: 'NATURAL' }, { id: 'died' });
const toTown = (on: string) =>
  her(
    'HukouTransferCompleted',
    on,
    { to: { division: '511302', urbanRuralClass: '111' }, reason: 'STABLE_JOB' },
    { id: 'to town' },
  );

const register = (type: 'DIBAO' | 'TEKUN' | 'ORDINARY') => [
  ...householdOf('POVERTY_REGISTER', '2016-01-01', [], 'register'),
  sayingIn('household-register')(
    'PovertyHouseholdRegistered',
    '2016-02-01',
    { type, members: ['her'] },
    { id: 'registered' },
  ),
];
const exited = sayingIn('household-register')(
  'PovertyExitMarked',
  '2019-12-01',
  { policyRetained: true },
  { id: 'exited' },
);
const home = householdOf('LIVING', '2015-01-01');
const dibao = sayingIn('household-home')(
  'StatusRecognised',
  '2017-01-01',
  { kind: 'DIBAO', division: '510112' },
  { id: 'dibao' },
);
const tekun = her('StatusRecognised', '2017-01-01', { kind: 'TEKUN', division: '510112' }, { id: 'tekun' });

conflict('C-POV-VS-MCA', [
  {
    name: 'the register says dibao, civil affairs knows of none',
    given: [born(), ...register('DIBAO'), ...home],
    raised: ['2016-02-01 to open [born, registered]'],
  },
  {
    name: 'until civil affairs recognises it',
    given: [born(), ...register('DIBAO'), ...home, dibao],
    raised: ['2016-02-01 to 2017-01-01 [born, registered]'],
  },
  {
    name: 'the register says tekun, and so does civil affairs later',
    given: [born(), ...register('TEKUN'), tekun],
    raised: ['2016-02-01 to 2017-01-01 [born, registered]'],
  },
  {
    name: 'until the household is marked as out of poverty',
    given: [born(), ...register('DIBAO'), exited],
    raised: ['2016-02-01 to 2019-12-01 [born, registered]'],
  },
  {
    name: 'until death',
    given: [born(), ...register('DIBAO'), died],
    raised: ['2016-02-01 to 2021-05-03 [born, registered]'],
  },
  { name: 'an ordinary registration', given: [born(), ...register('ORDINARY'), ...home], raised: [] },
  {
    name: 'dibao that covers her from the beginning',
    given: [born(), ...register('DIBAO'), ...home, { ...dibao, on: '2015-06-01' }],
    raised: [],
  },
]);

const land = householdOf('LAND_CONTRACT', '2010-01-01', ['her'], 'land');
const lost = (
  on: string,
  more: { voluntary?: boolean; compensation?: string; reason?: 'EXPROPRIATION' | 'DEATH' } = {},
) =>
  sayingIn('household-land')(
    'RuralRightEnded',
    on,
    { kind: 'CONTRACT_LAND', reason: 'EXPROPRIATION', voluntary: false, ...more },
    { id: 'lost' },
  );
const halfYear = figure('land.suspect-days', '180', { division: '510000', unit: 'day' });
const settled = [born(), halfYear, ...land, toTown('2020-04-12')];

conflict('C-ART16-SUSPECT', [
  {
    name: 'a right lost against the will, half a year after the move',
    given: [...settled, lost('2020-10-09')],
    raised: ['2020-10-09 to open [lost, to town]'],
  },
  { name: 'a day later it is another matter', given: [...settled, lost('2020-10-10')], raised: [] },
  {
    name: 'lost before the move: known to be one from the move on',
    given: [...settled, lost('2019-10-15')],
    raised: ['2020-04-12 to open [lost, to town]'],
  },
  { name: 'lost too long before', given: [...settled, lost('2019-10-14')], raised: [] },
  {
    name: 'of free will, but for nothing',
    given: [...settled, lost('2020-05-01', { voluntary: true })],
    raised: ['2020-05-01 to open [lost, to town]'],
  },
  {
    name: 'of free will and compensated',
    given: [...settled, lost('2020-05-01', { voluntary: true, compensation: '60000.00' })],
    raised: [],
  },
  {
    name: 'compensated, but against the will',
    given: [...settled, lost('2020-05-01', { compensation: '60000.00' })],
    raised: ['2020-05-01 to open [lost, to town]'],
  },
  { name: 'by a death', given: [...settled, lost('2020-05-01', { reason: 'DEATH' })], raised: [] },
  { name: 'without any move', given: [born(), halfYear, ...land, lost('2020-05-01')], raised: [] },
  {
    name: 'nobody has said how many days make it suspect',
    given: [born(), ...land, toTown('2020-04-12'), lost('2020-05-01')],
    raised: [],
  },
  {
    name: 'a right of her own',
    given: [
      born(),
      halfYear,
      toTown('2020-04-12'),
      her(
        'RuralRightEnded',
        '2020-05-01',
        { kind: 'COLLECTIVE_MEMBERSHIP', reason: 'EXPROPRIATION', voluntary: false },
        { id: 'share' },
      ),
    ],
    raised: ['2020-05-01 to open [share, to town]'],
  },
]);

describe('LAND_RIGHTS_CONDITION', () => {
  const refused = her(
    'RefusalRecorded',
    '2020-05-11',
    { code: 'LAND_RIGHTS_CONDITION', article: 16, attemptedType: 'HukouTransferApplied', attemptedBy: 'PSB' },
    { id: 'refused' },
  );

  it('is a breach of the safeguard from the day of the demand on, though it was refused', () => {
    expect(findingsOf(personIn([born(), refused]))).toEqual([
      expect.objectContaining({
        kind: 'breach',
        code: 'LAND_RIGHTS_CONDITION',
        entitlement: 'land.no-condition',
        events: ['refused'],
      }),
    ]);
    expect(found('LAND_RIGHTS_CONDITION', [born(), refused])).toEqual(['2020-05-11 to open [refused]']);
  });

  it('is not raised by another refusal, or by none', () => {
    const another = her('RefusalRecorded', '2020-05-11', {
      code: 'PAPER_DEMANDED',
      article: 9,
      attemptedType: 'X',
      attemptedBy: 'HRSS',
    });
    expect(findingsOf(personIn([born(), another]))).toEqual([]);
    expect(findingsOf(personIn([born()]))).toEqual([]);
  });
});
