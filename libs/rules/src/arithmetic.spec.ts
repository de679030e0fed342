import fc from 'fast-check';
import { constant, pieceAt, UNKNOWN, valueAt, type Unknown } from '@ledger/time';
import { A_WINTER, eachDay, namesIn, timelines, valuesByDay } from '@ledger/time/testing';
import type { FactValue } from '@ledger/case';
import { arithmetic, quotientHalfUp } from './arithmetic.js';

const numbers = timelines(
  fc.oneof({ weight: 3, arbitrary: fc.nat(9) }, fc.constant<FactValue | Unknown>(UNKNOWN)),
);
const number = (value: number | Unknown, key = 'x') =>
  constant<FactValue | Unknown>(value, { kind: 'event', key });

describe('sums and the like', () => {
  it('are of the day, and unknown where a part is; they rest on both, or on what is unknown', () => {
    fc.assert(
      fc.property(numbers, numbers, (left, right) => {
        const total = arithmetic(left, right, (a, b) => Number(a) + Number(b));
        const expected = eachDay(A_WINTER, (on) => {
          const pieces = [pieceAt(left, on), pieceAt(right, on)];
          const silent = pieces.filter(({ value }) => value === UNKNOWN);
          const settling = silent.length > 0 ? silent : pieces;
          const because = [...new Set(settling.flatMap((piece) => namesIn(piece.because)))].sort();
          const value =
            silent.length > 0 ? UNKNOWN : pieces.reduce((sum, piece) => sum + Number(piece.value), 0);
          return { value, because };
        });
        const found = eachDay(A_WINTER, (on) => {
          const { value, because } = pieceAt(total, on);
          return { value, because: namesIn(because) };
        });
        expect(found).toBe(expected);
      }),
    );
  });
});

describe('a quotient', () => {
  it.each`
    fen      | months | monthly | why
    ${13900} | ${139} | ${100}  | ${'even'}
    ${6949}  | ${139} | ${50}   | ${'49.99…'}
    ${6950}  | ${139} | ${50}   | ${'just fifty'}
    ${69}    | ${139} | ${0}    | ${'below a half'}
    ${70}    | ${139} | ${1}    | ${'above a half'}
    ${5}     | ${10}  | ${1}    | ${'a half is rounded up'}
    ${15}    | ${10}  | ${2}    | ${'so is one and a half'}
    ${0}     | ${139} | ${0}    | ${'nothing'}
  `(
    'of $fen by $months is $monthly: $why',
    ({ fen, months, monthly }: Record<'fen' | 'months' | 'monthly', number>) => {
      expect(quotientHalfUp(number(fen), number(months)).values).toEqual([monthly]);
    },
  );

  it('is rounded half up, exactly', () => {
    fc.assert(
      fc.property(fc.nat(10 ** 12), fc.integer({ min: 1, max: 500 }), (fen, months) => {
        const exact = (2n * BigInt(fen) + BigInt(months)) / (2n * BigInt(months));
        expect(quotientHalfUp(number(fen), number(months)).values).toEqual([Number(exact)]);
      }),
    );
  });

  it('of nothing asks for no divisor', () => {
    const nothing = quotientHalfUp(number(0, 'account'), number(UNKNOWN, 'divisor'));
    expect([nothing.values, namesIn(nothing.because[0] ?? null)]).toEqual([[0], ['event:account']]);
  });

  it.each`
    dividend   | divisor    | because
    ${UNKNOWN} | ${139}     | ${['event:account']}
    ${13900}   | ${UNKNOWN} | ${['event:divisor']}
  `(
    'that cannot be told rests on what is unknown',
    ({
      dividend,
      divisor,
      because,
    }: {
      dividend: number | Unknown;
      divisor: number | Unknown;
      because: string[];
    }) => {
      const found = quotientHalfUp(number(dividend, 'account'), number(divisor, 'divisor'));
      expect([valueAt(found, A_WINTER.first), namesIn(found.because[0] ?? null)]).toEqual([UNKNOWN, because]);
    },
  );

  it('is of the day', () => {
    fc.assert(
      fc.property(numbers, (dividend) => {
        const expected = eachDay(A_WINTER, (on) => {
          const value = valueAt(dividend, on);
          return { value: value === UNKNOWN ? UNKNOWN : Math.round(Number(value) / 2) };
        });
        expect(valuesByDay(quotientHalfUp(dividend, number(2)), A_WINTER)).toBe(expected);
      }),
    );
  });
});
