import fc from 'fast-check';
import { cm2Of, fenOf, m2Of, yuanOf } from './quantities.js';

describe('money', () => {
  it.each`
    yuan                 | fen
    ${'0'}               | ${0}
    ${'105'}             | ${10_500}
    ${'105.4'}           | ${10_540}
    ${'105.04'}          | ${10_504}
    ${'0.01'}            | ${1}
    ${'999999999999.99'} | ${99_999_999_999_999}
  `('$yuan yuan are $fen fen', ({ yuan, fen }: { yuan: string; fen: number }) => {
    expect(fenOf(yuan)).toBe(fen);
  });

  it('is written in yuan with both digits of the fen', () => {
    expect([0, 1, 10, 10_500, -5, -10_540].map(yuanOf)).toEqual([
      '0.00',
      '0.01',
      '0.10',
      '105.00',
      '-0.05',
      '-105.40',
    ]);
  });

  it('comes back as it was written', () => {
    fc.assert(fc.property(fc.nat(), (fen) => expect(fenOf(yuanOf(fen))).toBe(fen)));
  });
});

describe('areas', () => {
  it.each`
    m2          | cm2
    ${'0'}      | ${0}
    ${'15.99'}  | ${159_900}
    ${'16'}     | ${160_000}
    ${'9.5'}    | ${95_000}
    ${'0.0001'} | ${1}
  `('$m2 m² are $cm2 cm²', ({ m2, cm2 }: { m2: string; cm2: number }) => {
    expect([cm2Of(m2), m2Of(cm2)]).toEqual([cm2, m2]);
  });

  it('below a square centimetre are cut off', () => {
    expect(cm2Of('0.000099')).toBe(0);
  });

  it('come back as they were written', () => {
    fc.assert(fc.property(fc.nat(), (cm2) => expect(cm2Of(m2Of(cm2))).toBe(cm2)));
  });
});
