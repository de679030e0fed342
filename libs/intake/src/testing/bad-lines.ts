/** Lines that are no event, of no known shape, or about nobody. */
import { row, type BadInput } from './bad-row.js';
import {
  data,
  GOOD_LINES,
  HOUSEHOLD,
  line,
  PERSON,
  source,
  VALID_NATIONAL_ID,
  type Good,
} from './good-lines.js';

const jsonOf = (good: Good): string => JSON.stringify(GOOD_LINES[good]);

const NOT_OBJECTS: Readonly<Record<string, string>> = {
  'no JSON': 'type=PersonRegistered',
  'JSON cut short': jsonOf('registration').slice(0, -20),
  'two events on one line': jsonOf('arrival') + jsonOf('economy'),
  'single quotes': "{'type': 'PersonRegistered'}",
  'not a number': '{"type": NaN}',
  'an array': `[${jsonOf('arrival')}]`,
  'a text': '"PersonRegistered"',
  'a number': '44927',
  'a null': 'null',
  'a field given twice': '{"type":"PersonDied","type":"PersonRegistered"}',
  'a field given twice, once in disguise': '{"type":"PersonDied","t\\u0079pe":"PersonRegistered"}',
  'the key __proto__': '{"type":"PersonDied","data":{"__proto__":{"admin":true}}}',
  'ten thousand levels': `{"data":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
};

export const NO_EVENT: readonly BadInput[] = Object.entries(NOT_OBJECTS).map(([name, text]) => ({
  name,
  line: text,
  code: 'MALFORMED',
}));

export const NO_KNOWN_SHAPE: readonly BadInput[] = [
  row('no type', line('arrival', { type: undefined }), 'MISSING_FIELD', 'type'),
  row('a type that is a number', line('arrival', { type: 20 }), 'INVALID_FIELD', 'type'),
  row('an unknown type', line('arrival', { type: 'UrbanArivalRecorded' }), 'UNKNOWN_TYPE', 'type'),
  row('a type in another case', line('arrival', { type: 'urbanArrivalRecorded' }), 'UNKNOWN_TYPE', 'type'),
  row('a type of the language', line('arrival', { type: 'constructor' }), 'UNKNOWN_TYPE', 'type'),
  row('an unknown field', line('arrival', { effectivOn: '2019-03-01' }), 'UNKNOWN_FIELD', 'effectivOn'),
  row('a field of the language', line('arrival', { constructor: {} }), 'UNKNOWN_FIELD', 'constructor'),
  row('a field that is a national ID', line('arrival', { [VALID_NATIONAL_ID]: 1 }), 'UNKNOWN_FIELD', '?'),
  row('an unknown field of the payload', data('arrival', { divison: '510112' }), 'UNKNOWN_FIELD', 'divison'),
  row('an unknown field of the source', source({ office: 'x' }), 'UNKNOWN_FIELD', 'source.office'),
  row('a field that only the ledger writes', data('registration', { idSex: '2' }), 'UNKNOWN_FIELD', 'idSex'),
  row('no payload', line('arrival', { data: undefined }), 'MISSING_FIELD', 'data'),
  row('a payload that is a list', line('arrival', { data: [] }), 'INVALID_FIELD', 'data'),
  row('a payload that is text', line('registration', { data: 'name=吉克' }), 'INVALID_FIELD', 'data'),
];

/** In place of the person of a good line. */
const named = (subject: Readonly<Record<string, unknown>>) =>
  line('arrival', { person: undefined, ...subject });

export const NOBODY: readonly BadInput[] = [
  row('no subject', named({}), 'MISSING_FIELD', 'person'),
  row('two subjects', line('arrival', { household: HOUSEHOLD }), 'INVALID_FIELD', 'household'),
  row('a subject of another kind', named({ household: HOUSEHOLD }), 'INVALID_FIELD', 'household'),
  row('a person named by name', named({ person: '吉克阿呷' }), 'INVALID_FIELD', 'person'),
  row('a person that is a stream', named({ person: `person-${PERSON}` }), 'INVALID_FIELD', 'person'),
  row('a person that is an object', named({ person: { id: PERSON } }), 'INVALID_FIELD', 'person'),
  row('a division by name', line('parameter', { division: '四川省' }), 'INVALID_FIELD', 'division'),
  row('a division of five digits', line('parameter', { division: '51000' }), 'INVALID_FIELD', 'division'),
  row(
    'a person named twice',
    line('arrival', { nationalId: VALID_NATIONAL_ID }),
    'INVALID_FIELD',
    'nationalId',
  ),
  row(
    'a household named by a national ID',
    line('economy', { household: undefined, nationalId: VALID_NATIONAL_ID }),
    'INVALID_FIELD',
    'nationalId',
  ),
  row(
    'a registration with two national IDs',
    line('registration', { nationalId: '440524188001010014' }),
    'INVALID_FIELD',
    'nationalId',
  ),
];
