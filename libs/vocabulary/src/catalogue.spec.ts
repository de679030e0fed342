import { definitionOf, EVENT_TYPE_NAMES, EVENT_TYPES, isEventType } from './catalogue.js';
import { isDepartment } from './departments.js';
import { STREAM_KINDS } from './envelope.js';
import { fieldsOf, inputFieldsOf, sealedFieldsOf, sealedFieldsOfCorrection } from './field-tree.js';
import { subjectsOf } from './subjects.js';
import { CHILD, FIXTURES, HOUSEHOLD, PERSON, SPOUSE } from './testing/fixtures.js';

describe('the catalogue', () => {
  it('has the forty types of the first slice', () => {
    expect(EVENT_TYPE_NAMES).toHaveLength(40);
    expect(isEventType('PersonRegistered')).toBe(true);
    expect(isEventType('PersonMoved')).toBe(false);
    expect(isEventType('constructor')).toBe(false);
  });

  it.each(EVENT_TYPE_NAMES)('%s stands under its own name and is complete', (type) => {
    const definition = definitionOf(type);
    expect(definition.type).toBe(type);
    expect(definition.title.zh && definition.title.en).toBeTruthy();
    expect(definition.articles.length).toBeGreaterThan(0);
    expect(definition.articles.every((article) => article >= 1 && article <= 21)).toBe(true);
    expect(definition.streams.length).toBeGreaterThan(0);
    expect(definition.streams.every((kind) => STREAM_KINDS.includes(kind))).toBe(true);
    expect(definition.owners.every(isDepartment)).toBe(true);
    expect(definition.owners.length > 0 || type === 'RefusalRecorded').toBe(true);
  });

  it('lets only rules and parameters be dated ahead', () => {
    const ahead = EVENT_TYPE_NAMES.filter((type) => EVENT_TYPES[type].mayBeFuture);
    expect(ahead).toEqual(['RuleSetActivated', 'ParameterSet']);
  });
});

describe('what is derived from the one schema', () => {
  it('seals identity and secrets, and nothing that rules or counts need', () => {
    expect(sealedFieldsOf('PersonRegistered')).toEqual(['name', 'nationalId']);
    expect(sealedFieldsOf('HukouTransferApplied')).toEqual(['to.addressToken', 'conditionsStated[].text']);
    expect(sealedFieldsOf('PovertyHouseholdRegistered')).toEqual(['registerNo', 'causes[]']);
    expect(sealedFieldsOf('ParameterSet')).toEqual([]);
    const clear: readonly string[] = ['birthDate', 'sex', 'division', 'scheme', 'level', 'kind'];
    for (const type of EVENT_TYPE_NAMES) {
      expect(sealedFieldsOf(type).filter((path) => clear.includes(path))).toEqual([]);
    }
  });

  it('seals in a correction what the corrected type seals', () => {
    expect(sealedFieldsOfCorrection('PersonRegistered')).toEqual(['reason', 'data.name', 'data.nationalId']);
  });

  it('takes no derived field as an input', () => {
    const names = (nodes: readonly { readonly name: string }[]) => nodes.map(({ name }) => name);
    expect(names(fieldsOf('PersonRegistered'))).toContain('idBirthDate');
    expect(names(inputFieldsOf('PersonRegistered'))).not.toContain('idBirthDate');
    expect(names(inputFieldsOf('PersonRegistered'))).not.toContain('idSex');
  });

  it('knows each field’s kind, limits and words', () => {
    const level = fieldsOf('DisabilityCertified').find(({ name }) => name === 'level');
    expect(level).toMatchObject({ kind: 'whole', required: true, least: 1, most: 4 });
    const scheme = fieldsOf('InsuranceEnrolled').find(({ name }) => name === 'scheme');
    expect(scheme).toMatchObject({ kind: 'code', codeList: 'insuranceScheme', required: true });
    expect(scheme?.words).toContain('RES_PENSION');
    const members = fieldsOf('PovertyHouseholdRegistered').find(({ name }) => name === 'members');
    expect(members).toMatchObject({ kind: 'list', most: 200, item: { kind: 'person', path: 'members[]' } });
  });
});

describe('subjects', () => {
  const household = `household-${HOUSEHOLD}` as const;
  const person = `person-${PERSON}` as const;

  it.each`
    type                            | stream               | subjects
    ${'PersonRegistered'}           | ${person}            | ${[person]}
    ${'HouseholdMemberJoined'}      | ${household}         | ${[household, `person-${SPOUSE}`]}
    ${'PovertyHouseholdRegistered'} | ${household}         | ${[household, person, `person-${SPOUSE}`, `person-${CHILD}`]}
    ${'HukouTransferCompleted'}     | ${person}            | ${[person, `person-${SPOUSE}`, `person-${CHILD}`]}
    ${'StatusRecognised'}           | ${household}         | ${[household, person, `person-${SPOUSE}`]}
    ${'ParameterSet'}               | ${'division-510000'} | ${['division-510000']}
    ${'EventCorrected'}             | ${person}            | ${[person]}
  `(
    'of $type',
    ({
      type,
      stream,
      subjects,
    }: {
      type: keyof typeof FIXTURES;
      stream: typeof person;
      subjects: string[];
    }) => {
      expect(subjectsOf(type, stream, FIXTURES[type])).toEqual(subjects);
    },
  );

  it('are named once', () => {
    expect(subjectsOf('HouseholdMemberJoined', `person-${SPOUSE}`, FIXTURES.HouseholdMemberJoined)).toEqual([
      `person-${SPOUSE}`,
    ]);
  });
});
