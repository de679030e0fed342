import {
  corrected,
  figure,
  her,
  householdOf,
  personIn,
  sayingIn,
  voided,
  type Said,
} from '@ledger/case/testing';
import { formatOpenDay } from '@ledger/time';
import { findingsOf } from './findings-of.js';
import type { ConflictCode } from './finding.js';

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
type Scheme = 'RES_PENSION' | 'EMP_PENSION' | 'GOV_PENSION' | 'RES_MED' | 'EMP_MED';
const draws = (scheme: Scheme, month: string) =>
  her('PensionBenefitStarted', `${month}-01`, { scheme, firstMonth: month }, { id: `draws ${scheme}` });
const stops = (scheme: Scheme, on: string) =>
  her('PensionBenefitEnded', on, { scheme }, { id: `stops ${scheme}` });
const pays = (scheme: Scheme, on: string, fromMonth: string, toMonth = fromMonth) =>
  her('InsuranceContributionPaid', on, { scheme, period: { fromMonth, toMonth } }, { id: `pays ${scheme}` });
const enrols = (scheme: Scheme, on: string) =>
  her('InsuranceEnrolled', on, { scheme, division: '513437', category: 'RESIDENT' }, { id: `in ${scheme}` });
const ends = (scheme: Scheme, on: string) =>
  her('InsuranceParticipationEnded', on, { scheme, reason: 'SWITCHED_SCHEME' }, { id: `out ${scheme}` });
const toTown = (on: string) =>
  her(
    'HukouTransferCompleted',
    on,
    { to: { division: '511302', urbanRuralClass: '111' }, reason: 'STABLE_JOB' },
    { id: 'to town' },
  );

/** `from to until [events]` of each finding of a code. */
const found = (code: string, ...given: readonly Said[]): readonly string[] =>
  findingsOf(personIn(given))
    .filter((finding) => finding.code === code)
    .map(
      ({ from, until, events }) =>
        `${formatOpenDay(from) ?? 'always'} to ${formatOpenDay(until) ?? 'open'} [${events.join(', ')}]`,
    );

interface Twin {
  readonly name: string;
  readonly given: readonly Said[];
  readonly raised: readonly string[];
}
const conflict = (code: ConflictCode, twins: readonly Twin[]) =>
  describe(code, () => {
    it.each(twins)('$name', ({ given, raised }) => {
      expect(found(code, ...given)).toEqual(raised);
    });

    it('is a conflict between facts, of no entitlement', () => {
      const all = twins
        .flatMap(({ given }) => findingsOf(personIn(given)))
        .filter((finding) => finding.code === code);
      expect(new Set(all.map(({ kind, entitlement }) => `${kind} ${String(entitlement)}`))).toEqual(
        new Set(['conflicting-facts null']),
      );
    });
  });

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
    raised: ['2021-05-04 to open [died, arrived]'],
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
    raised: ['2021-05-04 to open [died, arrived]'],
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
    raised: ['2019-09-01 to open [moved 2019-06-01, arrived 2019-09-01]'],
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

conflict('C-DOUBLE-PENSION', [
  {
    name: 'the resident and another pension drawn at once',
    given: [draws('EMP_PENSION', '2020-03'), draws('RES_PENSION', '2020-05')],
    raised: ['2020-05-01 to open [draws EMP_PENSION, draws RES_PENSION]'],
  },
  {
    name: 'until one of them ends',
    given: [
      draws('EMP_PENSION', '2020-03'),
      draws('RES_PENSION', '2020-05'),
      stops('RES_PENSION', '2020-09-01'),
    ],
    raised: ['2020-05-01 to 2020-09-01 [draws EMP_PENSION, draws RES_PENSION]'],
  },
  {
    name: 'two pensions beside the resident one',
    given: [draws('EMP_PENSION', '2020-03'), draws('GOV_PENSION', '2020-05')],
    raised: ['2020-05-01 to open [draws EMP_PENSION, draws GOV_PENSION]'],
  },
  {
    name: 'one after the other',
    given: [
      draws('EMP_PENSION', '2020-03'),
      stops('EMP_PENSION', '2020-05-01'),
      draws('RES_PENSION', '2020-05'),
    ],
    raised: [],
  },
  { name: 'one alone', given: [draws('RES_PENSION', '2020-05')], raised: [] },
  {
    name: 'two schemes paid for the same months',
    given: [
      pays('RES_PENSION', '2019-12-10', '2019-01', '2019-12'),
      pays('EMP_PENSION', '2019-05-10', '2019-03', '2019-04'),
    ],
    raised: ['2019-03-01 to 2019-05-01 [pays RES_PENSION, pays EMP_PENSION]'],
  },
  {
    name: 'two schemes paid for other months',
    given: [
      pays('RES_PENSION', '2019-12-10', '2019-05', '2019-12'),
      pays('EMP_PENSION', '2019-05-10', '2019-03', '2019-04'),
    ],
    raised: [],
  },
]);

conflict('C-DOUBLE-MED', [
  {
    name: 'both medical insurances open',
    given: [enrols('RES_MED', '2019-01-01'), enrols('EMP_MED', '2019-03-01')],
    raised: ['2019-03-01 to open [in RES_MED, in EMP_MED]'],
  },
  {
    name: 'until one ends',
    given: [enrols('RES_MED', '2019-01-01'), enrols('EMP_MED', '2019-03-01'), ends('RES_MED', '2019-06-01')],
    raised: ['2019-03-01 to 2019-06-01 [in RES_MED, in EMP_MED]'],
  },
  {
    name: 'one after the other',
    given: [enrols('RES_MED', '2019-01-01'), ends('RES_MED', '2019-03-01'), enrols('EMP_MED', '2019-03-01')],
    raised: [],
  },
]);

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
    raised: ['2016-02-01 to open [registered, born]'],
  },
  {
    name: 'until civil affairs recognises it',
    given: [born(), ...register('DIBAO'), ...home, dibao],
    raised: ['2016-02-01 to 2017-01-01 [registered, born]'],
  },
  {
    name: 'the register says tekun, and so does civil affairs later',
    given: [born(), ...register('TEKUN'), tekun],
    raised: ['2016-02-01 to 2017-01-01 [registered, born]'],
  },
  {
    name: 'until the household is marked as out of poverty',
    given: [born(), ...register('DIBAO'), exited],
    raised: ['2016-02-01 to 2019-12-01 [registered, born]'],
  },
  {
    name: 'until death',
    given: [born(), ...register('DIBAO'), died],
    raised: ['2016-02-01 to 2021-05-03 [registered, born]'],
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
    raised: ['2020-10-09 to open [to town, lost]'],
  },
  { name: 'a day later it is another matter', given: [...settled, lost('2020-10-10')], raised: [] },
  {
    name: 'lost before the move: known to be one from the move on',
    given: [...settled, lost('2019-10-15')],
    raised: ['2020-04-12 to open [to town, lost]'],
  },
  { name: 'lost too long before', given: [...settled, lost('2019-10-14')], raised: [] },
  {
    name: 'of free will, but for nothing',
    given: [...settled, lost('2020-05-01', { voluntary: true })],
    raised: ['2020-05-01 to open [to town, lost]'],
  },
  {
    name: 'of free will and compensated',
    given: [...settled, lost('2020-05-01', { voluntary: true, compensation: '60000.00' })],
    raised: [],
  },
  {
    name: 'compensated, but against the will',
    given: [...settled, lost('2020-05-01', { compensation: '60000.00' })],
    raised: ['2020-05-01 to open [to town, lost]'],
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
    raised: ['2020-05-01 to open [to town, share]'],
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
    expect(found('LAND_RIGHTS_CONDITION', born(), refused)).toEqual(['2020-05-11 to open [refused]']);
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
