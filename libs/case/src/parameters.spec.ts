import fc from 'fast-check';
import {
  addDays,
  constant,
  day,
  formatDay,
  pieceAt,
  piecesOf,
  stepwise,
  UNKNOWN,
  valueAt,
  type Day,
  type Unknown,
} from '@ledger/time';
import { DIVISIONS } from './divisions.js';
import { NATION, ParameterIndex, parameterValue } from './parameters.js';
import { corrected, figure, labelsIn, logOf, toldOn, voided, type Said } from './testing/index.js';

const BASE = 'pension.resident.base';
const index = (...said: readonly Said[]) => new ParameterIndex(logOf(said), DIVISIONS);
const inDivision = (division: string) => constant<string | Unknown>(division);
const money = (value: string, more: Parameters<typeof figure>[2] = {}) =>
  figure(BASE, value, { unit: 'yuan/month', ...more });
/** Value and ground for a place on a day. */
const look = (said: readonly Said[], division: string, on: string, id = BASE) =>
  toldOn(index(...said).valueIn(id, inDivision(division)), on);

describe('a published value', () => {
  it.each`
    text            | unit            | value
    ${'105.00'}     | ${'yuan/month'} | ${10_500}
    ${'105.00'}     | ${'yuan'}       | ${10_500}
    ${'15.5'}       | ${'m2/person'}  | ${155_000}
    ${'60'}         | ${'year'}       | ${60}
    ${'-1'}         | ${'day'}        | ${-1}
    ${'true'}       | ${'flag'}       | ${true}
    ${'false'}      | ${'flag'}       | ${false}
    ${'NEXT_MONTH'} | ${'enum'}       | ${'NEXT_MONTH'}
    ${'1.5'}        | ${'ratio'}      | ${'1.5'}
  `('$text $unit is $value', ({ text, unit, value }: { text: string; unit: string; value: unknown }) => {
    expect(parameterValue(text, unit)).toBe(value);
  });
});

describe('a figure in a place', () => {
  const nation = money('70.00');
  const province = money('100.00', { division: '510000', from: '2018-12-01' });
  const city = money('105.00', { division: '513300', from: '2019-06-01', to: '2020-01-01' });
  const county = money('110.00', { division: '513321', from: '2019-09-01' });
  const all = [nation, province, city, county];

  it.each`
    division    | on              | value        | from
    ${'513321'} | ${'2018-11-30'} | ${7_000}     | ${`${BASE} 000000`}
    ${'513321'} | ${'2018-12-01'} | ${10_000}    | ${`${BASE} 510000`}
    ${'513322'} | ${'2019-06-01'} | ${10_500}    | ${`${BASE} 513300`}
    ${'513322'} | ${'2020-01-01'} | ${10_000}    | ${`${BASE} 510000`}
    ${'513300'} | ${'2019-10-01'} | ${10_500}    | ${`${BASE} 513300`}
    ${'513437'} | ${'2019-10-01'} | ${10_000}    | ${`${BASE} 510000`}
    ${'500101'} | ${'2019-10-01'} | ${7_000}     | ${`${BASE} 000000`}
    ${'000000'} | ${'2019-10-01'} | ${7_000}     | ${`${BASE} 000000`}
    ${'513322'} | ${'1999-12-31'} | ${'unknown'} | ${`missing ${BASE}`}
  `(
    'is of the narrowest division that has one: $division on $on, $value',
    (row: Record<'division' | 'on' | 'value' | 'from', string>) => {
      expect(look(all, row.division, row.on)).toEqual({ value: row.value, because: [row.from] });
    },
  );

  it('of a village is its county’s', () => {
    expect(look([...all], '513322100200', '2019-06-01').value).toBe(10_500);
  });

  it('of a wider division does not win for having been published later', () => {
    expect(
      look([city, nation, money('200.00', { division: '510000', label: 'late' })], '513322', '2019-10-01')
        .value,
    ).toBe(10_500);
  });

  it('is missing where nobody has published one, and named', () => {
    expect(look(all, '513321', '2020-01-01', 'tenure.interruption-days')).toEqual({
      value: 'unknown',
      because: ['missing tenure.interruption-days'],
    });
  });

  it('is missing for a division that there never was', () => {
    expect(look(all, '999999', '2020-01-01').value).toBe('unknown');
  });
});

describe('a later publication', () => {
  const old = money('93.00', { division: '510000', from: '2018-01-01', label: 'old' });
  const raised = money('100.00', { division: '510000', from: '2018-12-01', label: 'raised' });
  const corner = money('95.00', {
    division: '510000',
    from: '2018-06-01',
    to: '2018-08-01',
    label: 'corner',
  });
  const at = (said: readonly Said[], on: string) => look(said, '513437', on).value;

  it('supersedes for the interval that it names, and for no other day', () => {
    const said = [old, raised, corner];
    expect(
      ['2018-05-31', '2018-06-01', '2018-07-31', '2018-08-01', '2018-12-01'].map((on) => at(said, on)),
    ).toEqual([9_300, 9_500, 9_500, 9_300, 10_000]);
  });

  it('supersedes by its place in the log, not by its day', () => {
    expect(
      at([raised, money('94.00', { division: '510000', from: '2018-01-01', label: 'all' })], '2019-01-01'),
    ).toBe(9_400);
  });

  it('that never happened uncovers the one beneath', () => {
    expect(at([old, raised, voided(raised)], '2019-01-01')).toBe(9_300);
    expect(at([old, raised, corner, voided(old)], '2018-05-31')).toBe('unknown');
  });

  it('is as corrected, in the place of what it corrects', () => {
    const correction = corrected(old, { value: '99.00' }, { id: 'correction' });
    expect(look([old, raised, correction], '513437', '2018-02-01')).toEqual({
      value: 9_900,
      because: ['correction', 'old'],
    });
    expect(at([old, raised, correction], '2019-01-01')).toBe(10_000);
  });

  it('may move by a correction', () => {
    const moved = corrected(raised, { validFrom: '2019-02-01' }, { effectiveOn: '2019-02-01' });
    expect(['2019-01-31', '2019-02-01'].map((on) => at([old, raised, moved], on))).toEqual([9_300, 10_000]);
  });

  it('of another figure changes nothing', () => {
    expect(
      at([old, figure('pension.resident.age', '60', { division: '510000', unit: 'year' })], '2018-02-01'),
    ).toBe(9_300);
  });

  it('supersedes for each day what any order of publications says of it', () => {
    const window = { first: day('2018-01-01'), last: day('2018-03-01') };
    const published = fc.record({
      division: fc.constantFrom('000000', '510000', '513400', '513437'),
      from: fc.integer({ min: 0, max: 50 }),
      days: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
      value: fc.integer({ min: 1, max: 9 }),
    });
    const on = (offset: number): string => formatDay(addDays(window.first, offset));
    fc.assert(
      fc.property(fc.array(published, { maxLength: 8 }), (rows) => {
        const said = rows.map(({ division, from, days, value }, number) =>
          figure('x', String(value), {
            division,
            from: on(from),
            ...(days !== undefined && { to: on(from + days) }),
            label: `row ${String(number)}`,
          }),
        );
        const timeline = index(...said).valueIn('x', inDivision('513437'));
        for (let offset = 0; offset <= 60; offset += 3) {
          const inForce = rows.filter(
            ({ from, days }) => from <= offset && (days === undefined || offset < from + days),
          );
          const narrowest = ['513437', '513400', '510000', '000000'].find((code) =>
            inForce.some(({ division }) => division === code),
          );
          const expected = inForce.findLast(({ division }) => division === narrowest)?.value ?? UNKNOWN;
          if (valueAt(timeline, addDays(window.first, offset)) !== expected) throw new Error(on(offset));
        }
      }),
    );
  });
});

describe('a figure in a place that changes', () => {
  const move = { kind: 'event', key: 'move' };
  const place = stepwise<string | Unknown>(
    UNKNOWN,
    [
      { from: day('2019-01-01'), value: '513437', because: { kind: 'event', key: 'home' } },
      { from: day('2020-01-01'), value: '500101', because: move },
    ],
    { kind: 'missing', key: 'hukouDivision' },
  );
  const said = [money('70.00'), money('100.00', { division: '510000', from: '2019-06-01' })];

  it('follows it, and rests on figure and place; where the place is unknown, on that', () => {
    const timeline = index(...said).valueIn(BASE, place);
    expect(
      ['2018-12-31', '2019-01-01', '2019-06-01', '2020-01-01'].map((on) => toldOn(timeline, on)),
    ).toEqual([
      { value: 'unknown', because: ['missing hukouDivision'] },
      { value: 7_000, because: ['home', `${BASE} 000000`] },
      { value: 10_000, because: ['home', `${BASE} 510000`] },
      { value: 7_000, because: ['move', `${BASE} 000000`] },
    ]);
  });
});

describe('the rows in force', () => {
  it('are each told once, as published', () => {
    const rows = index(
      money('70.00', { from: '2018-01-01', verified: false }),
      money('93.00', { from: '2018-01-01', to: '2018-12-01', label: 'covers', division: NATION }),
    ).all();
    expect(
      rows.map(({ event, text, value, unit, verified, source }) => ({
        event,
        text,
        value,
        unit,
        verified,
        source,
      })),
    ).toEqual([
      {
        event: 'covers',
        text: '93.00',
        value: 9_300,
        unit: 'yuan/month',
        verified: true,
        source: 'a source',
      },
      {
        event: `${BASE} 000000`,
        text: '70.00',
        value: 7_000,
        unit: 'yuan/month',
        verified: false,
        source: 'a source',
      },
    ]);
  });

  it('do not count one that is covered on every day', () => {
    const rows = index(
      money('70.00', { from: '2018-01-01', to: '2018-06-01', label: 'covered' }),
      money('93.00', { from: '2018-01-01', label: 'covers' }),
    ).all();
    expect(rows.map(({ event }) => event)).toEqual(['covers']);
  });

  it('carry themselves into the ground', () => {
    const { because, from } = pieceAt(
      index(money('70.00')).valueIn(BASE, inDivision('510000')),
      day('2020-01-01'),
    );
    expect(labelsIn(because)).toEqual([`${BASE} 000000`]);
    expect(because).toMatchObject({ row: { id: BASE, division: NATION, text: '70.00', from } });
    expect(piecesOf(index(money('70.00')).valueIn(BASE, inDivision('510000')))[1]?.from).toBe(
      day('2000-01-01') satisfies Day,
    );
  });
});
