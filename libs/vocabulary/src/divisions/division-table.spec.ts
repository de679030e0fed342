import { day } from '@ledger/time';
import { divisionTable } from './division-table.js';
import { SICHUAN_CHANGES } from './sichuan-changes.js';

const divisions = divisionTable();

describe('which codes exist on a day', () => {
  it.each`
    code              | on              | exists
    ${'510112'}       | ${'2019-03-01'} | ${true}
    ${'513437'}       | ${'1995-03-01'} | ${true}
    ${'513437100201'} | ${'2016-12-31'} | ${true}
    ${'510000'}       | ${'2019-03-01'} | ${true}
    ${'000000'}       | ${'1949-10-01'} | ${true}
    ${'510124'}       | ${'2016-12-04'} | ${true}
    ${'510124'}       | ${'2016-12-05'} | ${false}
    ${'510124100201'} | ${'2017-03-01'} | ${false}
    ${'510117'}       | ${'2016-12-04'} | ${false}
    ${'510117'}       | ${'2016-12-05'} | ${true}
    ${'510132'}       | ${'2020-06-17'} | ${true}
    ${'510132'}       | ${'2020-06-18'} | ${false}
    ${'510118'}       | ${'2020-06-18'} | ${true}
    ${'512081'}       | ${'2015-12-31'} | ${true}
    ${'510185'}       | ${'2015-12-31'} | ${false}
    ${'512081'}       | ${'2017-01-01'} | ${false}
    ${'510185'}       | ${'2017-01-01'} | ${true}
    ${'513425'}       | ${'2020-12-31'} | ${true}
    ${'513402'}       | ${'2020-12-31'} | ${false}
    ${'513425'}       | ${'2022-01-01'} | ${false}
    ${'513402'}       | ${'2022-01-01'} | ${true}
    ${'513321'}       | ${'2015-02-17'} | ${false}
    ${'330103'}       | ${'2020-06-01'} | ${true}
    ${'330103'}       | ${'2022-01-01'} | ${false}
    ${'330113'}       | ${'2022-01-01'} | ${true}
    ${'542200'}       | ${'2010-06-01'} | ${true}
    ${'542200'}       | ${'2018-06-01'} | ${false}
    ${'410307'}       | ${'2007-06-01'} | ${true}
    ${'410307'}       | ${'2015-06-01'} | ${false}
    ${'410307'}       | ${'2022-06-01'} | ${true}
    ${'130682'}       | ${'2019-06-01'} | ${true}
    ${'659012'}       | ${'2024-06-01'} | ${true}
    ${'999999'}       | ${'2019-03-01'} | ${false}
    ${'519999'}       | ${'2019-03-01'} | ${false}
    ${'419000'}       | ${'2019-03-01'} | ${false}
    ${'999999100201'} | ${'2019-03-01'} | ${false}
    ${''}             | ${'2019-03-01'} | ${false}
  `('$code on $on: $exists', ({ code, on, exists }: { code: string; on: string; exists: boolean }) => {
    expect(divisions.exists(code, day(on))).toBe(exists);
  });

  it('has both codes throughout a year whose day is not known', () => {
    for (const { on, went, came } of SICHUAN_CHANGES.filter((change) => change.on.length === 4)) {
      for (const code of [...(went ? [went.slice(0, 6)] : []), ...(came ?? [])]) {
        expect([code, divisions.exists(code, day(`${on}-07-01`))]).toEqual([code, true]);
      }
    }
  });
});

describe('what lies in what', () => {
  it.each`
    code              | ancestors
    ${'510112'}       | ${['510112', '510100', '510000', '000000']}
    ${'513437100201'} | ${['513437', '513400', '510000', '000000']}
    ${'510100'}       | ${['510100', '510000', '000000']}
    ${'510000'}       | ${['510000', '000000']}
    ${'000000'}       | ${['000000']}
    ${'429004'}       | ${['429004', '420000', '000000']}
    ${'500101'}       | ${['500101', '500000', '000000']}
    ${'441900'}       | ${['441900', '440000', '000000']}
    ${'542221'}       | ${['542221', '542200', '540000', '000000']}
    ${'371202'}       | ${['371202', '371200', '370000', '000000']}
    ${'999999'}       | ${[]}
  `('$code lies in $ancestors', ({ code, ancestors }: { code: string; ancestors: readonly string[] }) => {
    expect(divisions.ancestors(code, day('2014-06-01'))).toEqual(ancestors);
  });

  it.each`
    code        | wider       | on              | within
    ${'510112'} | ${'510100'} | ${'2019-03-01'} | ${true}
    ${'510112'} | ${'510112'} | ${'2019-03-01'} | ${true}
    ${'510112'} | ${'513400'} | ${'2019-03-01'} | ${false}
    ${'510112'} | ${'000000'} | ${'2019-03-01'} | ${true}
    ${'510100'} | ${'510112'} | ${'2019-03-01'} | ${false}
    ${'512081'} | ${'512000'} | ${'2015-03-01'} | ${true}
    ${'512081'} | ${'510100'} | ${'2015-03-01'} | ${false}
    ${'512081'} | ${'510100'} | ${'2018-03-01'} | ${true}
    ${'512081'} | ${'510185'} | ${'2018-03-01'} | ${true}
    ${'512081'} | ${'512000'} | ${'2018-03-01'} | ${false}
    ${'510117'} | ${'510124'} | ${'2018-03-01'} | ${true}
    ${'999999'} | ${'000000'} | ${'2018-03-01'} | ${false}
    ${'510112'} | ${'999999'} | ${'2018-03-01'} | ${false}
  `(
    '$code within $wider on $on: $within',
    ({ code, wider, on, within }: Record<'code' | 'wider' | 'on', string> & { within: boolean }) => {
      expect(divisions.isWithin(code, wider, day(on))).toBe(within);
    },
  );

  it.each`
    code        | on              | prefecture
    ${'510112'} | ${'2019-03-01'} | ${'510100'}
    ${'513437'} | ${'2019-03-01'} | ${'513400'}
    ${'510100'} | ${'2019-03-01'} | ${'510100'}
    ${'429004'} | ${'2019-03-01'} | ${'429004'}
    ${'500101'} | ${'2019-03-01'} | ${'500000'}
    ${'500000'} | ${'2019-03-01'} | ${'500000'}
    ${'510000'} | ${'2019-03-01'} | ${undefined}
    ${'000000'} | ${'2019-03-01'} | ${undefined}
    ${'512081'} | ${'2015-03-01'} | ${'512000'}
    ${'512081'} | ${'2019-03-01'} | ${'510100'}
    ${'999999'} | ${'2019-03-01'} | ${undefined}
  `(
    'the city of $code on $on is $prefecture',
    ({ code, on, prefecture }: { code: string; on: string; prefecture?: string }) => {
      expect(divisions.prefectureOf(code, day(on))).toBe(prefecture);
    },
  );
});

describe('names', () => {
  it.each`
    code              | on              | name
    ${'510112'}       | ${'2019-03-01'} | ${'龙泉驿区'}
    ${'513437100201'} | ${'2019-03-01'} | ${'雷波县'}
    ${'510124'}       | ${'2015-03-01'} | ${'郫县'}
    ${'510117'}       | ${'2019-03-01'} | ${'郫都区'}
    ${'510811'}       | ${'2012-03-01'} | ${'元坝区'}
    ${'510811'}       | ${'2019-03-01'} | ${'昭化区'}
    ${'410307'}       | ${'2005-03-01'} | ${'洛龙区'}
    ${'410307'}       | ${'2023-03-01'} | ${'偃师区'}
    ${'000000'}       | ${'2019-03-01'} | ${'中国'}
    ${'999999'}       | ${'2019-03-01'} | ${undefined}
  `('$code on $on is called $name', ({ code, on, name }: { code: string; on: string; name?: string }) => {
    expect(divisions.nameOf(code, day(on))).toBe(name);
  });
});

it('counts the 183 counties and 21 prefectures of Sichuan', () => {
  const on = day('2024-01-01');
  const codes = Array.from({ length: 10_000 }, (_, index) => `51${String(index).padStart(4, '0')}`);
  const existing = codes.filter((code) => divisions.exists(code, on) && code !== '510000');
  expect(existing.filter((code) => !code.endsWith('00'))).toHaveLength(183);
  expect(existing.filter((code) => code.endsWith('00'))).toHaveLength(21);
});
