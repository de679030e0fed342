import { parameterValue } from '@ledger/case';
import { day, parseDay, type Day } from '@ledger/time';
import { divisionTable, validateData } from '@ledger/vocabulary';
import { BUILT_IN_FIGURES } from '../rule-set.js';
import type { Figure } from './figures.js';
import { PARAMETERS } from './registry.js';

const named = BUILT_IN_FIGURES.map(
  (figure) => [`${figure.id} ${figure.division} ${figure.validFrom}`, figure] as const,
);
const endOf = ({ validTo }: Figure): Day | number => (validTo === undefined ? Infinity : day(validTo));

describe('each built-in figure', () => {
  it.each(named)('%s is dated, from a day on and not until an earlier one', (_, figure) => {
    for (const date of [figure.validFrom, figure.validTo, figure.publishedOn]) {
      if (date !== undefined) expect(parseDay(date)).toBeDefined();
    }
    expect(day(figure.validFrom)).toBeLessThan(endOf(figure));
  });

  it.each(named)('%s holds in a division that there is', (_, { division, validFrom }) => {
    const divisions = divisionTable();
    expect(divisions.ancestors(division, day(validFrom))[0]).toBe(division);
  });

  it.each(named)('%s is of the unit and the department that the register names', (_, { id, unit, owner }) => {
    expect(PARAMETERS.get(id)).toMatchObject({ unit, owner });
  });

  it.each(named)('%s has a value that its unit can be read in', (_, { value, unit }) => {
    const read = parameterValue(value, unit);
    if (unit === 'flag') expect(typeof read).toBe('boolean');
    else if (unit === 'enum') expect(value).toMatch(/^[A-Z][A-Z_0-9]*$/);
    else expect(Number.isSafeInteger(read)).toBe(true);
    if (unit.startsWith('yuan')) expect(value).toMatch(/^\d+\.\d\d$/);
  });

  it.each(named)(
    '%s can be recorded as it stands',
    (_, { id, division: __, owner: ___, source, ...rest }) => {
      const data = { parameterId: id, sourceDocNo: source, ...rest };
      expect(validateData('ParameterSet', data)).toMatchObject({ ok: true });
    },
  );
});

describe('the built-in figures', () => {
  it('do not overlap: one id has one value in a division on a day', () => {
    const overlaps = BUILT_IN_FIGURES.flatMap((a, index) =>
      BUILT_IN_FIGURES.slice(index + 1)
        .filter((b) => a.id === b.id && a.division === b.division)
        .filter((b) => day(a.validFrom) < endOf(b) && day(b.validFrom) < endOf(a))
        .map((b) => `${a.id} ${a.division}: ${a.validFrom} and ${b.validFrom}`),
    );
    expect(overlaps).toEqual([]);
  });

  it('leave no gap between one value and the next', () => {
    const gaps = BUILT_IN_FIGURES.filter(
      (a) =>
        a.validTo !== undefined &&
        BUILT_IN_FIGURES.some(
          (b) => b.id === a.id && b.division === a.division && day(b.validFrom) > endOf(a),
        ) &&
        !BUILT_IN_FIGURES.some(
          (b) => b.id === a.id && b.division === a.division && b.validFrom === a.validTo,
        ),
    );
    expect(gaps).toEqual([]);
  });

  it('say where they come from', () => {
    expect(BUILT_IN_FIGURES.filter(({ source }) => source.trim() === '')).toEqual([]);
  });

  it('do not claim to be verified where the source says otherwise', () => {
    const doubtful = /not verified|not seen|reading I-|documented default/;
    expect(BUILT_IN_FIGURES.filter(({ source, verified }) => verified && doubtful.test(source))).toEqual([]);
  });

  /** 2018-09-13 → 2018-01-01: publication is later than validity as a rule, and never an excuse for none. */
  it('are known from their publication, also where they hold from earlier', () => {
    const backdated = BUILT_IN_FIGURES.filter(
      ({ publishedOn, validFrom }) => publishedOn !== undefined && publishedOn > validFrom,
    );
    expect(
      backdated.map(
        ({ id, validFrom, publishedOn }) => `${id} ${validFrom} published ${String(publishedOn)}`,
      ),
    ).toEqual([
      'pension.resident.base 2018-01-01 published 2018-09-13',
      'pension.resident.base 2018-12-01 published 2018-12-10',
      'pension.resident.base.minimum 2018-01-01 published 2018-05-14',
    ]);
  });
});
