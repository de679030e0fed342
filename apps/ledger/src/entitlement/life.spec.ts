import { BEGINNING, day, END, formatOpenDay, type Day } from '@ledger/time';
import type { EntitlementInterval } from '@ledger/read-models';
import { differingPeriods, lifeOf, paidIntervals, statusOf, stretchAt, unbroken } from './life.js';

type Status = EntitlementInterval['status'];

/** `2020-01-01…2020-07-01 entitled 100`; an end left out is open. */
function told(...lines: readonly string[]): readonly EntitlementInterval[] {
  return lines.map((line) => {
    const [during = '', status, amount, division = '510000'] = line.split(' ');
    const [from, until] = during.split('…');
    return {
      ...{
        subject: 'person-1',
        code: 'x',
        ruleSet: 'r',
        cause: 'e',
        missing: [],
        priority: 'no',
        priorityClass: null,
      },
      ...{
        from: from ? day(from) : BEGINNING,
        until: until ? day(until) : END,
        status: status as Status,
        division,
      },
      ...{ amount: amount === undefined ? null : Number(amount), per: null, amountVerified: true },
    };
  });
}

const written = (periods: readonly { readonly from: Day; readonly until: Day }[]): readonly string[] =>
  periods.map(({ from, until }) => `${formatOpenDay(from) ?? ''}…${formatOpenDay(until) ?? ''}`);

const PENSION = lifeOf(
  told(
    '2020-07-01… entitled 105',
    '2019-11-01…2020-07-01 entitled 100',
    '2018-01-01…2018-05-01 undetermined',
  ),
);

describe('a life', () => {
  it('has no gap, whatever is stored of it', () => {
    expect(written(PENSION)).toEqual([
      ...[
        '…2018-01-01',
        '2018-01-01…2018-05-01',
        '2018-05-01…2019-11-01',
        '2019-11-01…2020-07-01',
        '2020-07-01…',
      ],
    ]);
    expect(written(lifeOf([]))).toEqual(['…']);
    expect(written(lifeOf(told('… entitled')))).toEqual(['…']);
  });

  it.each`
    on              | status            | since           | until
    ${'2017-12-31'} | ${'not-entitled'} | ${null}         | ${'2018-01-01'}
    ${'2018-01-01'} | ${'undetermined'} | ${'2018-01-01'} | ${'2018-05-01'}
    ${'2018-05-01'} | ${'not-entitled'} | ${'2018-05-01'} | ${'2019-11-01'}
    ${'2020-06-30'} | ${'entitled'}     | ${'2019-11-01'} | ${null}
    ${'2020-07-01'} | ${'entitled'}     | ${'2019-11-01'} | ${null}
  `(
    'on $on is $status from $since until $until, whatever the amount does',
    ({ on, status, since, until }) => {
      const { from, until: end } = unbroken(PENSION, day(on as string));
      expect(statusOf(stretchAt(PENSION, day(on as string)))).toBe(status);
      expect([formatOpenDay(from), formatOpenDay(end)]).toEqual([since, until]);
    },
  );

  it('pays one interval where only the competent division changes', () => {
    const moved = lifeOf(
      told('2020-01-01…2020-06-01 entitled 100 510100', '2020-06-01… entitled 100 510700'),
    );
    expect(written(paidIntervals(moved))).toEqual(['…2020-01-01', '2020-01-01…']);
  });
});

describe('two lives', () => {
  it('differ nowhere from themselves', () => {
    expect(differingPeriods(PENSION, PENSION)).toEqual([]);
  });

  it('differ in the longest periods of one same difference', () => {
    const later = lifeOf(told('2020-11-01… entitled 105', '2018-01-01…2018-05-01 undetermined'));
    expect(written(differingPeriods(PENSION, later))).toEqual([
      '2019-11-01…2020-07-01',
      '2020-07-01…2020-11-01',
    ]);
    expect(written(differingPeriods(later, PENSION))).toEqual([
      '2019-11-01…2020-07-01',
      '2020-07-01…2020-11-01',
    ]);
  });
});
