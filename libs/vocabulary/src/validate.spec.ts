import { EVENT_TYPE_NAMES, type EventTypeName } from './catalogue.js';
import { inputFieldsOf, type FieldNode } from './field-tree.js';
import { FIXTURES, NATIONAL_ID, PERSON } from './testing/fixtures.js';
import { validateData } from './validate.js';

type Payload = Record<string, unknown>;
interface Place {
  readonly type: EventTypeName;
  readonly field: string;
  readonly node: FieldNode;
}

/** Every field of every fixture, with its place in the payload: `to.division`, `members[0]`. */
const PLACES: readonly Place[] = EVENT_TYPE_NAMES.flatMap((type) =>
  inputFieldsOf(type).flatMap((node) => placesOf(type, node, node.name)),
);

function placesOf(type: EventTypeName, node: FieldNode, field: string): readonly Place[] {
  const inner = (node.fields ?? []).flatMap((child) => placesOf(type, child, `${field}.${child.name}`));
  const items = node.item ? placesOf(type, node.item, `${field}[0]`) : [];
  return [{ type, field, node }, ...inner, ...items];
}

/** The fixture with one place changed; `undefined` takes the field away. */
function changed(type: EventTypeName, field: string, value: unknown): Payload {
  const payload = structuredClone(FIXTURES[type]) as unknown as Payload;
  const keys = field.split(/[.[\]]+/).filter(Boolean);
  const last = keys.pop() ?? '';
  const target = keys.reduce<Payload>((inner, key) => inner[key] as Payload, payload);
  if (value === undefined) Reflect.deleteProperty(target, last);
  else target[last] = value;
  return payload;
}

function problemsWith(type: EventTypeName, data: unknown): readonly string[] {
  const result = validateData(type, data);
  return result.ok ? [] : result.problems.map(({ code, field }) => `${code} ${field}`);
}

const isIn = (place: Place): boolean => {
  const keys = place.field.split(/[.[\]]+/).filter(Boolean);
  return (
    keys.reduce<unknown>((inner, key) => (inner as Payload | undefined)?.[key], FIXTURES[place.type]) !==
    undefined
  );
};
const HELD = PLACES.filter(isIn);
const named = (places: readonly Place[]) =>
  places.map((place) => [`${place.type}.${place.field}`, place] as const);

describe('fixtures', () => {
  it.each(EVENT_TYPE_NAMES)('%s is valid, and comes back as it was sent', (type) => {
    expect(validateData(type, FIXTURES[type])).toEqual({ ok: true, data: FIXTURES[type] });
  });

  it('hold every field but those that exclude one another', () => {
    const absent = PLACES.filter((place) => !isIn(place)).map(({ type, field }) => `${type}.${field}`);
    expect(absent).toEqual([
      'ResidenceChanged.from.addressToken',
      'HukouTransferCompleted.from.addressToken',
      'HukouTransferCompleted.to.addressToken',
      'InsuranceContributionPaid.period.year',
    ]);
  });
});

describe('required fields', () => {
  const required = HELD.filter(({ node, field }) => node.required && !field.endsWith(']'));

  it.each(named(required))('%s missing is named', (_, { type, field }) => {
    expect(problemsWith(type, changed(type, field, undefined))).toEqual([`MISSING_FIELD ${field}`]);
  });

  it.each(named(required))('%s null is missing', (_, { type, field }) => {
    expect(problemsWith(type, changed(type, field, null))).toEqual([`MISSING_FIELD ${field}`]);
  });

  const optional = HELD.filter(
    ({ node, field }) => !node.required && !field.endsWith(']') && !field.includes('period.'),
  );

  it.each(named(optional))('%s may be absent or null', (_, { type, field }) => {
    expect(problemsWith(type, changed(type, field, undefined))).toEqual([]);
    expect(problemsWith(type, changed(type, field, null))).toEqual([]);
  });
});

describe('codes', () => {
  const codes = HELD.filter(({ node }) => node.kind === 'code');

  it.each(named(codes))('%s outside its list is an unknown code', (_, { type, field }) => {
    expect(problemsWith(type, changed(type, field, 'NO_SUCH_CODE'))).toEqual([`UNKNOWN_CODE ${field}`]);
  });

  it.each(named(codes))('%s as a number is not written as it should be', (_, { type, field }) => {
    expect(problemsWith(type, changed(type, field, 1))).toEqual([`INVALID_FIELD ${field}`]);
  });
});

describe('values of each kind', () => {
  const BAD: Readonly<Record<FieldNode['kind'], readonly unknown[]>> = {
    text: ['', 7, ['a'], 'a\u0000b', 'a\uD800b', 'x'.repeat(2_001)],
    nationalId: ['', 513499196004150019, 'x'.repeat(65)],
    date: ['2023-02-29', '2023/03/01', '20230301', 20230301, '', '2023-3-1', '2023-03-01T00:00:00Z'],
    month: ['2023-13', '2023-1', '2023', 202301],
    money: ['1,000.00', '-1.00', '1.005', 105, '105.', '.5', '1e3', '￥105'],
    decimal: ['-1', 9, '1e3', '1.1234567', ''],
    whole: ['1', 1.5, -1, Number.NaN],
    flag: ['true', 1, 'yes'],
    code: [],
    division: ['5101', 510112, '51011', '5101120', 'abcdef', '510112100'],
    person: ['mother', 7, ''],
    household: ['home', 7, ''],
    event: ['e1', 7, ''],
    decision: ['grant', 7, ''],
    list: ['a', 7, {}],
    group: ['a', 7, []],
    free: ['a', 7, []],
  };

  it.each(named(HELD))('%s of a wrong form is named and not repeated', (_, { type, field, node }) => {
    for (const bad of BAD[node.kind]) {
      const result = validateData(type, changed(type, field, bad));
      expect(result.ok ? [] : result.problems.map(({ code, field: at }) => `${code} ${at}`)).toEqual([
        `INVALID_FIELD ${field}`,
      ]);
      if (typeof bad === 'string' && bad.length > 6 && !result.ok) {
        expect(JSON.stringify(result.problems)).not.toContain(bad);
      }
    }
  });

  it('refuses lists that are floods', () => {
    const members = Array.from({ length: 201 }, () => PERSON);
    expect(problemsWith('PovertyHouseholdRegistered', { members })).toEqual(['INVALID_FIELD members']);
  });

  it('names the item that is wrong', () => {
    const data = { ...FIXTURES.PovertyHouseholdRegistered, members: [PERSON, PERSON, 'third'] };
    expect(problemsWith('PovertyHouseholdRegistered', data)).toEqual(['INVALID_FIELD members[2]']);
  });

  it('folds the capitals of a ledger id, so that one person has one name', () => {
    const result = validateData('HouseholdMemberJoined', { personId: PERSON.toUpperCase() });
    expect(result).toEqual({ ok: true, data: { personId: PERSON } });
  });

  it.each`
    period                                                      | problems
    ${{ year: 2019 }}                                           | ${[]}
    ${{ fromMonth: '2019-01', toMonth: '2019-12' }}             | ${[]}
    ${{}}                                                       | ${['INVALID_FIELD period']}
    ${{ fromMonth: '2019-01' }}                                 | ${['INVALID_FIELD period']}
    ${{ year: 2019, fromMonth: '2019-01', toMonth: '2019-12' }} | ${['INVALID_FIELD period']}
    ${2019}                                                     | ${['INVALID_FIELD period']}
  `(
    'a contribution covers a year or months: $period',
    ({ period, problems }: { period: unknown; problems: string[] }) => {
      expect(problemsWith('InsuranceContributionPaid', { scheme: 'RES_PENSION', period })).toEqual(problems);
    },
  );
});

describe('unknown fields', () => {
  const deaths = (extra: Payload) => validateData('PersonDied', { deathDate: '2021-05-03', ...extra });

  it('are named, with the nearest known name', () => {
    expect(deaths({ certifcateRef: 'x' })).toEqual({
      ok: false,
      problems: [
        {
          code: 'UNKNOWN_FIELD',
          field: 'certifcateRef',
          message: {
            zh: '这种事件没有字段certifcateRef。是否应为certificateRef？',
            en: 'There is no field certifcateRef here. Did you mean certificateRef?',
          },
        },
      ],
    });
  });

  it('are named within groups and lists', () => {
    const to = { division: '511302', urbanRuralClass: '111', street: 'x' };
    expect(problemsWith('HukouTransferApplied', { to })).toEqual(['UNKNOWN_FIELD to.street']);
    const conditionsStated = [{ code: 'X' }, { code: 'X', kind: 'Y' }];
    expect(
      problemsWith(
        'HukouTransferApplied',
        changed('HukouTransferApplied', 'conditionsStated', conditionsStated),
      ),
    ).toEqual(['UNKNOWN_FIELD conditionsStated[1].kind']);
  });

  it('that the ledger derives itself are none of the sender’s', () => {
    expect(problemsWith('PersonRegistered', { ...FIXTURES.PersonRegistered, idSex: '1' })).toEqual([
      'UNKNOWN_FIELD idSex',
    ]);
  });

  it('that are an identity number are not repeated', () => {
    const result = deaths({ [NATIONAL_ID]: 1 });
    expect(result.ok).toBe(false);
    expect(JSON.stringify(result)).not.toContain(NATIONAL_ID);
  });

  it('are named only as far as anybody would read', () => {
    const flood = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`field${index}`, 1]));
    const result = deaths(flood);
    expect(result.ok ? 0 : result.problems.length).toBe(20);
  });

  it('do not reach the prototype', () => {
    expect(deaths(JSON.parse('{"__proto__": {"x": 1}}') as Payload).ok).toBe(false);
    expect(problemsWith('PersonDied', { deathDate: '2021-05-03', constructor: 'x' })).toEqual([
      'UNKNOWN_FIELD constructor',
    ]);
  });
});

describe('payloads that are none', () => {
  it.each([[undefined], [null], ['text'], [7], [[]], [true]])('%p', (data) => {
    expect(problemsWith('PersonDied', data)).toEqual(['INVALID_FIELD data']);
  });
});

describe('the changed fields of a correction', () => {
  const correct = (data: unknown) => validateData('PersonRegistered', data, { partial: true });

  it('need not be all', () => {
    expect(correct({ birthDate: '1959-11-06' })).toEqual({ ok: true, data: { birthDate: '1959-11-06' } });
    expect(correct({})).toEqual({ ok: true, data: {} });
  });

  it.each`
    data                             | problem
    ${{ birthDate: '1959-02-30' }}   | ${'INVALID_FIELD birthDate'}
    ${{ birthdate: '1959-02-20' }}   | ${'UNKNOWN_FIELD birthdate'}
    ${{ sex: '3' }}                  | ${'UNKNOWN_CODE sex'}
    ${{ name: null }}                | ${'INVALID_FIELD name'}
    ${{ idBirthDate: '1959-02-20' }} | ${'UNKNOWN_FIELD idBirthDate'}
  `('are judged as the whole would be: $data', ({ data, problem }: { data: unknown; problem: string }) => {
    const result = correct(data);
    expect(result.ok ? [] : result.problems.map(({ code, field }) => `${code} ${field}`)).toEqual([problem]);
  });

  it('replace a group whole', () => {
    const result = validateData('HukouTransferApplied', { to: { division: '511302' } }, { partial: true });
    expect(result.ok ? [] : result.problems.map(({ field }) => field)).toEqual(['to.urbanRuralClass']);
  });
});

describe('stored payloads', () => {
  it('hold sealed text of any length where fields are sealed, and derived fields', () => {
    const sealed = `sealed:${'x'.repeat(5_000)}`;
    const data = {
      ...FIXTURES.PersonRegistered,
      name: sealed,
      nationalId: sealed,
      idBirthDate: '1960-04-15',
      idSex: '1',
    };
    expect(validateData('PersonRegistered', data, { stored: true })).toEqual({ ok: true, data });
    expect(validateData('PersonRegistered', data).ok).toBe(false);
  });

  it('are judged in all that is clear', () => {
    const data = { ...FIXTURES.PersonRegistered, sex: '3' };
    expect(validateData('PersonRegistered', data, { stored: true }).ok).toBe(false);
  });
});
