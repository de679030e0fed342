import { createHash } from 'node:crypto';
import { mayRecord } from '@ledger/access';
import { day } from '@ledger/time';
import {
  divisionTable,
  EVENT_TYPE_NAMES,
  isEventType,
  isUscc,
  readNationalId,
  validateData,
  validateEnvelope,
  type HouseholdKind,
} from '@ledger/vocabulary';
import { LAST_DAY } from './horizon.js';
import { ndjson, type ImportLine } from './import-line.js';
import { generatePopulation, type PopulationOptions } from './population.js';
import { faultsOf } from './testing/preconditions.js';

const SOME = { persons: 1_000, seed: 1 } as const;

function linesOf(options: PopulationOptions): readonly ImportLine[] {
  return [...generatePopulation(options)];
}

/** Every division that a payload names, at any depth. */
function divisionsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
    /division$|villageCode$/i.test(name) && typeof inner === 'string' ? [inner] : divisionsIn(inner),
  );
}

function digestOf(lines: readonly ImportLine[]): string {
  return createHash('sha256').update(lines.map(ndjson).join('')).digest('hex');
}

describe('the population of a seed', () => {
  it('is the same file on every machine, until somebody changes the generator on purpose', () => {
    expect(digestOf(linesOf(SOME))).toBe('f00301960de1b51a87a0a2982c9b26f5069d004c3ec7188590f3be07d53c2e39');
  });

  it('is another for another seed', () => {
    expect(digestOf(linesOf({ ...SOME, seed: 2 }))).not.toBe(digestOf(linesOf(SOME)));
  });

  it.each([1, 2, 7, 100])('has %d persons, no more and no fewer', (persons) => {
    expect(linesOf({ persons, seed: 5 }).filter(({ type }) => type === 'PersonRegistered')).toHaveLength(
      persons,
    );
  });

  it('begins with the households of a smaller one', () => {
    const small = linesOf({ persons: 400, seed: 5 });
    const large = linesOf({ persons: 800, seed: 5 });
    const whole = small.length - 300; // the last household of the smaller one may have been cut short
    expect(large.slice(0, whole)).toEqual(small.slice(0, whole));
  });

  it('has the same lines in the order of time, in which every year of registration follows the one before', () => {
    const byHousehold = linesOf(SOME);
    const byTime = linesOf({ ...SOME, order: 'time' });
    const ids = (lines: readonly ImportLine[]): readonly string[] => lines.map(({ id }) => id).sort();
    expect(ids(byTime)).toEqual(ids(byHousehold));
    const registered = byTime
      .filter(({ type }) => type === 'PovertyHouseholdRegistered')
      .map(({ effectiveOn }) => effectiveOn);
    const years = registered.map((on) => on.slice(0, 4));
    expect(years).toEqual([...years].sort());
  });

  it('refuses to be empty or fractional', () => {
    expect(() => linesOf({ persons: 0, seed: 1 })).toThrow(RangeError);
    expect(() => linesOf({ persons: 1.5, seed: 1 })).toThrow(RangeError);
  });
});

describe('every line', () => {
  it('is a valid event of the catalogue', () => {
    const problems = linesOf(SOME).flatMap(({ type, data, ...envelope }) => {
      const {
        person: _person,
        household: _household,
        ...sent
      } = envelope as ImportLine & { person?: string; household?: string };
      if (!isEventType(type)) return [`unknown type ${type}`];
      return [validateEnvelope(sent), validateData(type, data)].flatMap((judged) =>
        judged.ok ? [] : judged.problems.map(({ code, field }) => `${type} ${code} ${field}`),
      );
    });
    expect(problems).toEqual([]);
  });

  it('comes from the department that owns the fact', () => {
    const kinds = new Map<string, HouseholdKind>();
    const strangers = linesOf(SOME).filter((line) => {
      const { type, data, source } = line;
      if (!isEventType(type)) return true;
      if ('household' in line && type === 'HouseholdEstablished')
        kinds.set(line.household, data['kind'] as HouseholdKind);
      const kind = 'household' in line ? kinds.get(line.household) : undefined;
      return mayRecord(source, type, data as never, kind) !== 'allowed';
    });
    expect(strangers).toEqual([]);
  });

  it('names divisions that exist on its day, or, of somebody born long ago, on the day of recording', () => {
    const divisions = divisionTable();
    const strange = linesOf(SOME).flatMap(({ type, data, source, effectiveOn }) => {
      const on = type === 'PersonRegistered' ? LAST_DAY : day(effectiveOn);
      return divisionsIn({ ...data, office: { division: source.division } }).filter(
        (code) => !divisions.exists(code, on),
      );
    });
    expect(strange).toEqual([]);
  });

  it.each([['household'], ['time']] as const)('keeps the hard preconditions in the order of %s', (order) => {
    expect(faultsOf(generatePopulation({ persons: 2_000, seed: 3, order }))).toEqual([]);
  });

  it('is looked at: a file with one left out, or one repeated, is found out', () => {
    const lines = linesOf({ persons: 30, seed: 3 });
    expect(faultsOf(lines.slice(1))).not.toEqual([]);
    expect(faultsOf([...lines, lines[0] as ImportLine])).not.toEqual([]);
  });
});

describe('the lives', () => {
  const lines = linesOf({ persons: 3_000, seed: 9 });
  const count = (type: string): number => lines.filter((line) => line.type === type).length;

  it('have every event type of a life', () => {
    const types = new Set(lines.map(({ type }) => type));
    const notOfALife = ['ParameterSet', 'RuleSetActivated', 'RefusalRecorded'];
    expect(EVENT_TYPE_NAMES.filter((type) => !types.has(type)).sort()).toEqual([...notOfALife].sort());
  });

  it('are told in about 14 lines a person', () => {
    expect(lines.length / 3_000).toBeGreaterThan(13);
    expect(lines.length / 3_000).toBeLessThan(18);
  });

  it('have national IDs and employers with the right check character, in areas that do not exist', () => {
    for (const { data } of lines) {
      if (typeof data['nationalId'] === 'string') {
        expect(readNationalId(data['nationalId'])).toMatchObject({
          ok: true,
          birthDate: data['birthDate'],
          sex: data['sex'],
        });
        expect(Number(data['nationalId'].slice(4, 6))).toBeGreaterThanOrEqual(90);
      }
      for (const field of ['employerUscc', 'collectiveCode']) {
        if (typeof data[field] === 'string') expect(isUscc(data[field])).toBe(true);
      }
    }
  });

  it('are those of poor villages: about three households of five are registered, a third of the people go to town', () => {
    const homes = lines.filter(
      ({ type, data }) => type === 'HouseholdEstablished' && data['kind'] === 'HUKOU',
    ).length;
    expect(count('PovertyHouseholdRegistered') / homes).toBeGreaterThan(0.45);
    expect(count('PovertyHouseholdRegistered') / homes).toBeLessThan(0.65);
    const arrived = new Set(
      lines.flatMap((line) =>
        line.type === 'UrbanArrivalRecorded' && 'person' in line ? [line.person] : [],
      ),
    );
    expect(arrived.size / 3_000).toBeGreaterThan(0.25);
    expect(arrived.size / 3_000).toBeLessThan(0.5);
  });
});
