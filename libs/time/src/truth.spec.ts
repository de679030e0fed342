import fc from 'fast-check';
import {
  A_WINTER,
  dayByDay,
  eachDay,
  isWellFormed,
  namesIn,
  split,
  splits,
  told,
  toldValues,
  truths,
} from './testing/index.js';
import { constant, pieceAt } from './timeline.js';
import { all, and, any, not, or, UNKNOWN, type Truth, type TruthTimeline } from './truth.js';

const NO = constant<Truth>(false);
const YES = constant<Truth>(true);
const OPEN = constant<Truth>(UNKNOWN);
const three = fc.tuple(truths(), truths(), truths());

describe('Kleene’s tables', () => {
  it.each`
    a          | b          | both       | either
    ${true}    | ${true}    | ${true}    | ${true}
    ${true}    | ${false}   | ${false}   | ${true}
    ${true}    | ${UNKNOWN} | ${UNKNOWN} | ${true}
    ${false}   | ${false}   | ${false}   | ${false}
    ${false}   | ${UNKNOWN} | ${false}   | ${UNKNOWN}
    ${UNKNOWN} | ${UNKNOWN} | ${UNKNOWN} | ${UNKNOWN}
  `(
    '$a, $b: both $both, either $either',
    ({ a, b, both, either }: Record<'a' | 'b' | 'both' | 'either', Truth>) => {
      const [left, right] = [constant(a), constant(b)];
      expect([and(left, right).values, and(right, left).values]).toEqual([[both], [both]]);
      expect([or(left, right).values, or(right, left).values]).toEqual([[either], [either]]);
    },
  );

  it.each`
    a          | opposite
    ${true}    | ${false}
    ${false}   | ${true}
    ${UNKNOWN} | ${UNKNOWN}
  `('not $a is $opposite', ({ a, opposite }: Record<'a' | 'opposite', Truth>) => {
    expect(not(constant(a)).values).toEqual([opposite]);
  });
});

/** Laws that hold of what is said and of what it rests on. */
describe.each<{ name: string; op: typeof and; dual: typeof and; neutral: TruthTimeline }>([
  { name: 'and', op: and, dual: or, neutral: YES },
  { name: 'or', op: or, dual: and, neutral: NO },
])('$name', ({ op, dual, neutral }) => {
  it('is a timeline', () => {
    fc.assert(fc.property(three, ([a, b]) => expect(isWellFormed(op(a, b))).toBe(true)));
  });

  it('is associative, commutative and idempotent', () => {
    fc.assert(
      fc.property(three, ([a, b, c]) => {
        expect(told(op(op(a, b), c))).toEqual(told(op(a, op(b, c))));
        expect(told(op(a, b))).toEqual(told(op(b, a)));
        expect(told(op(a, a))).toEqual(told(a));
      }),
    );
  });

  it('has a neutral element, and one that absorbs', () => {
    fc.assert(
      fc.property(truths(), (a) => {
        expect(told(op(a, neutral))).toEqual(told(a));
        expect(toldValues(op(a, not(neutral)))).toEqual(toldValues(not(neutral)));
      }),
    );
  });

  it('is absorbed by its dual, and distributes over it', () => {
    fc.assert(
      fc.property(three, ([a, b, c]) => {
        expect(toldValues(op(a, dual(a, b)))).toEqual(toldValues(a));
        expect(toldValues(op(a, dual(b, c)))).toEqual(toldValues(dual(op(a, b), op(a, c))));
      }),
    );
  });

  it('is, denied, its dual of the denials: on the same grounds', () => {
    fc.assert(
      fc.property(three, ([a, b]) => {
        expect(told(not(op(a, b)))).toEqual(told(dual(not(a), not(b))));
      }),
    );
  });

  it('does not care in how many pieces its operands are', () => {
    fc.assert(
      fc.property(three, splits(), splits(), ([a, b], here, there) => {
        expect(told(op(split(a, here), split(b, there)))).toEqual(told(op(a, b)));
      }),
    );
  });
});

describe('not', () => {
  it('twice is nothing', () => {
    fc.assert(fc.property(truths(), (a) => expect(told(not(not(a)))).toEqual(told(a))));
  });

  it('leaves open what is open: in three values no middle is excluded', () => {
    expect(toldValues(or(OPEN, not(OPEN)))).toEqual(toldValues(OPEN));
    expect(toldValues(and(OPEN, not(OPEN)))).toEqual(toldValues(OPEN));
  });
});

describe.each<{ name: string; nary: typeof all; ofNone: Truth; settling: readonly Truth[] }>([
  { name: 'all', nary: all, ofNone: true, settling: [false, UNKNOWN, true] },
  { name: 'any', nary: any, ofNone: false, settling: [true, UNKNOWN, false] },
])('$name', ({ nary, ofNone, settling }) => {
  const operands = fc.array(truths(), { minLength: 1, maxLength: 5 });

  it(`of nothing is ${String(ofNone)}, on no ground`, () => {
    expect(told(nary([]))).toEqual(told(constant<Truth>(ofNone)));
  });

  it('rests on exactly the operands that say what it says', () => {
    fc.assert(
      fc.property(operands, (of) => {
        const expected = eachDay(A_WINTER, (on) => {
          const pieces = of.map((operand) => pieceAt(operand, on));
          const value = settling.find((truth) => pieces.some((piece) => piece.value === truth));
          const settled = pieces.filter((piece) => piece.value === value);
          return { value, because: [...new Set(settled.flatMap(({ because }) => namesIn(because)))].sort() };
        });
        expect(dayByDay(nary(of), A_WINTER)).toBe(expected);
      }),
    );
  });

  it('says and rests on the same in any order and grouping', () => {
    fc.assert(
      fc.property(operands, fc.integer({ min: 1, max: 5 }), (of, cut) => {
        const whole = told(nary(of));
        expect(told(nary(of.toReversed()))).toEqual(whole);
        expect(told(nary([nary(of.slice(0, cut)), ...of.slice(cut)]))).toEqual(whole);
        expect(told(nary([...of, ...of]))).toEqual(whole);
      }),
    );
  });
});
