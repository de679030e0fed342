import { FIGURES_OF_FINDINGS } from '@ledger/findings';
import { dependenciesOf } from '@ledger/rules';
import { isDepartment } from '@ledger/vocabulary';
import { BUILT_IN_FIGURES, FIRST_SLICE } from '../rule-set.js';
import { PARAMETERS } from './registry.js';

const declared = [...PARAMETERS.values()];
const undeclared = (ids: Iterable<string>): readonly string[] => [...ids].filter((id) => !PARAMETERS.has(id));

describe('the register of figures', () => {
  it.each([...FIRST_SLICE.entitlements.values()].map((definition) => [definition.code, definition] as const))(
    'has every figure that %s reads',
    (_, definition) => {
      expect(undeclared(dependenciesOf(definition).parameters)).toEqual([]);
    },
  );

  it('has every figure that a finding reads', () => {
    expect(undeclared(FIGURES_OF_FINDINGS)).toEqual([]);
  });

  it('has every figure that this build publishes', () => {
    expect(undeclared(BUILT_IN_FIGURES.map(({ id }) => id))).toEqual([]);
  });

  it('has nothing that nobody reads or publishes', () => {
    const read = new Set([
      ...[...FIRST_SLICE.entitlements.values()].flatMap(
        (definition) => dependenciesOf(definition).parameters,
      ),
      ...FIGURES_OF_FINDINGS,
      ...BUILT_IN_FIGURES.map(({ id }) => id),
    ]);
    expect(declared.map(({ id }) => id).filter((id) => !read.has(id))).toEqual([]);
  });

  it('names each in both languages, and whom to ask for it', () => {
    const unclear = declared.filter(
      ({ title, owner }) =>
        !/^[\p{Script=Han}（）]+$/u.test(title.zh) || !/^[A-Z]/.test(title.en) || !isDepartment(owner),
    );
    expect(unclear).toEqual([]);
    expect(new Set(declared.map(({ title }) => title.zh)).size).toBe(declared.length);
    expect(new Set(declared.map(({ title }) => title.en)).size).toBe(declared.length);
  });

  it.each(['yuan/month', 'yuan/year', 'm2/person', 'year', 'month', 'day', 'flag', 'enum'])(
    'counts some in %s',
    (unit) => {
      expect(declared.filter((parameter) => parameter.unit === unit)).not.toEqual([]);
    },
  );
});

/** Figures for which no value is known to the public: nobody may be told that there is one. */
describe('the figures without a value', () => {
  it('are those that a department has yet to set', () => {
    const published = new Set(BUILT_IN_FIGURES.map(({ id }) => id));
    const owed = declared.filter(({ id }) => !published.has(id)).map(({ id, owner }) => `${owner}: ${id}`);
    expect(owed.sort()).toEqual([
      'HOUS: housing.area-limit',
      'HOUS: housing.income-limit',
      'MCA: dibao.std.rural',
      'MCA: dibao.std.urban',
      'MCA: disability.nursing.level1',
      'MCA: disability.nursing.level2',
      'MCA: disability.start-rule',
      'NDRC: tenure.interruption-days',
    ]);
  });
});
