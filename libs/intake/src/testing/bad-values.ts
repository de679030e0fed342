/** Events of a known shape with a value that nobody can take: identity, dates, amounts, codes. */
import { row, type BadInput } from './bad-row.js';
import { data, line, PERSON, source, VALID_NATIONAL_ID } from './good-lines.js';

export const NO_ENVELOPE: readonly BadInput[] = [
  row('no effectiveOn', line('arrival', { effectiveOn: undefined }), 'MISSING_FIELD', 'effectiveOn'),
  row(
    'an end before its beginning',
    line('arrival', { effectiveUntil: '2019-02-28' }),
    'INVALID_PERIOD',
    'effectiveUntil',
  ),
  row(
    'an end on its beginning',
    line('arrival', { effectiveUntil: '2019-03-01' }),
    'INVALID_PERIOD',
    'effectiveUntil',
  ),
  row('an id that is no UUID', line('arrival', { id: 'R-1' }), 'INVALID_FIELD', 'id'),
  row('neither id nor record number', line('arrival', { id: undefined }), 'MISSING_FIELD', 'id'),
  row('no source', line('arrival', { source: undefined }), 'MISSING_FIELD', 'source'),
  row('a source that is text', line('arrival', { source: 'PSB' }), 'INVALID_FIELD', 'source'),
  row('no department', source({ department: undefined }), 'MISSING_FIELD', 'source.department'),
  row('an unknown department', source({ department: 'POLICE' }), 'UNKNOWN_CODE', 'source.department'),
  row(
    'a national ID as record number',
    source({ recordNumber: VALID_NATIONAL_ID }),
    'INVALID_FIELD',
    'source.recordNumber',
  ),
  row(
    'a national ID as officer',
    source({ officer: `officer ${VALID_NATIONAL_ID}` }),
    'INVALID_FIELD',
    'source.officer',
  ),
  row('an unknown confidence', line('arrival', { confidence: 'certain' }), 'UNKNOWN_CODE', 'confidence'),
  row(
    'evidence that is no list',
    line('arrival', { evidence: { kind: 'lease' } }),
    'INVALID_FIELD',
    'evidence',
  ),
  row(
    'evidence without reference',
    line('arrival', { evidence: [{ kind: 'lease' }] }),
    'MISSING_FIELD',
    'evidence[0].reference',
  ),
  row(
    'a causation that is no event',
    line('arrival', { causationId: 'yesterday' }),
    'INVALID_FIELD',
    'causationId',
  ),
];

const WRONG_CHECK_CHARACTER = '110105194912310029';
/** No 30 February, though the check character fits. */
const IMPOSSIBLE_BIRTH_DATE = '110105194902300020';

const BAD_NUMBERS: Readonly<Record<string, string>> = {
  'a wrong check character': WRONG_CHECK_CHARACTER,
  'an impossible birth date': IMPOSSIBLE_BIRTH_DATE,
  'seventeen characters': VALID_NATIONAL_ID.slice(0, -1),
  'nineteen characters': `${VALID_NATIONAL_ID}0`,
  'an O for a nought': VALID_NATIONAL_ID.replace('0', 'O'),
  'a mark of right-to-left text': `\u200F${VALID_NATIONAL_ID}`,
  words: '身份证遗失',
};

export const NO_NATIONAL_ID: readonly BadInput[] = Object.entries(BAD_NUMBERS).flatMap(
  ([name, nationalId]) => [
    row(`a national ID: ${name}`, data('registration', { nationalId }), 'INVALID_NATIONAL_ID', 'nationalId'),
    row(
      `a person named by national ID: ${name}`,
      line('arrival', { person: undefined, nationalId }),
      'INVALID_NATIONAL_ID',
      'nationalId',
    ),
  ],
);

const BAD_DATES = [
  '2023-02-29',
  '1900-02-29',
  '0000-00-00',
  '2019-13-01',
  '2019/3/1',
  '2019-3-1',
  '44927',
  '20190301',
  '108年3月1日',
  '2019-03-01T00:00:00+08:00',
  '２０１９-03-01',
  '',
];

export const NO_DATE: readonly BadInput[] = BAD_DATES.flatMap((date) => [
  row(
    `effectiveOn ${JSON.stringify(date)}`,
    line('arrival', { effectiveOn: date }),
    'INVALID_FIELD',
    'effectiveOn',
  ),
  row(
    `birthDate ${JSON.stringify(date)}`,
    data('registration', { birthDate: date }),
    'INVALID_FIELD',
    'birthDate',
  ),
]);

const BAD_AMOUNTS = [
  '1e3',
  '-0',
  '-5.00',
  '0.001',
  '１００',
  '1,000.00',
  '¥100',
  'NaN',
  '',
  ' 100',
  '100元',
  400,
  0.1,
];

export const NO_AMOUNT: readonly BadInput[] = BAD_AMOUNTS.map((amount) =>
  row(
    `an amount ${JSON.stringify(amount)}`,
    data('economy', { perCapitaMonthlyIncome: amount }),
    'INVALID_FIELD',
    'perCapitaMonthlyIncome',
  ),
);

const tooManyMembers = Array.from({ length: 10_001 }, () => PERSON);
const inClear = { conditionsStated: [{ code: 'OTHER' }, { code: VALID_NATIONAL_ID }] };

export const NO_PAYLOAD: readonly BadInput[] = [
  row('a required field missing', data('registration', { sex: undefined }), 'MISSING_FIELD', 'sex'),
  row('a required field that is null', data('registration', { sex: null }), 'MISSING_FIELD', 'sex'),
  row(
    'a nested field missing',
    data('hukouApplication', { to: { division: '511302' } }),
    'MISSING_FIELD',
    'to.urbanRuralClass',
  ),
  row('an unknown code', data('registration', { sex: '3' }), 'UNKNOWN_CODE', 'sex'),
  row('a code that is a number', data('registration', { sex: 2 }), 'INVALID_FIELD', 'sex'),
  row('an unknown word', data('arrival', { basis: 'HEARSAY' }), 'UNKNOWN_CODE', 'basis'),
  row('a flag that is text', data('arrival', { withHousehold: 'yes' }), 'INVALID_FIELD', 'withHousehold'),
  row(
    'a division by name in the payload',
    data('arrival', { division: '龙泉驿区' }),
    'INVALID_FIELD',
    'division',
  ),
  row(
    'a whole number with a fraction',
    data('povertyRegistration', { year: 2016.5 }),
    'INVALID_FIELD',
    'year',
  ),
  row(
    'a whole number that is not exact',
    data('povertyRegistration', { year: 2 ** 53 }),
    'INVALID_FIELD',
    'year',
  ),
  row('a whole number as text', data('povertyRegistration', { year: '2016' }), 'INVALID_FIELD', 'year'),
  row(
    'a member that is a name',
    data('povertyRegistration', { members: ['吉克阿呷'] }),
    'INVALID_FIELD',
    'members[0]',
  ),
  row(
    'ten thousand members',
    data('povertyRegistration', { members: tooManyMembers }),
    'INVALID_FIELD',
    'members',
  ),
  row(
    'a name of 3,000 characters',
    data('registration', { name: '吉'.repeat(3_000) }),
    'INVALID_FIELD',
    'name',
  ),
  row('an empty name', data('registration', { name: '' }), 'INVALID_FIELD', 'name'),
  row('a name with a NUL', data('registration', { name: '吉克\u0000' }), 'INVALID_FIELD', 'name'),
  row('a name with half a character', data('registration', { name: '吉\uD842' }), 'INVALID_FIELD', 'name'),
  row(
    'a national ID in clear',
    data('parameter', { sourceDocNo: `见${VALID_NATIONAL_ID}` }),
    'INVALID_FIELD',
    'sourceDocNo',
  ),
  row(
    'a national ID in clear in a list',
    data('hukouApplication', inClear),
    'INVALID_FIELD',
    'conditionsStated[1].code',
  ),
  row(
    'clear text that looks sealed',
    data('parameter', { sourceDocNo: 'sealed:v1:AAAA' }),
    'INVALID_FIELD',
    'sourceDocNo',
  ),
];
