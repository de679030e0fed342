import { COLLECTIVE, EMPLOYER } from './testing/fixtures.js';
import { isUscc } from './uscc.js';

describe('the check character of a USCC (GB 32100-2015)', () => {
  it.each`
    code                    | passes
    ${EMPLOYER}             | ${true}
    ${COLLECTIVE}           | ${true}
    ${'91110000802100433B'} | ${true}
    ${'91513437MA6XXXX02N'} | ${true}
    ${'N2511324MF0000001X'} | ${true}
    ${'91510112MA6XXXX01Q'} | ${false}
    ${'91510112MA6XXXX10P'} | ${false}
    ${'91510112MA6XXXX01p'} | ${false}
    ${'9151O112MA6XXXX01P'} | ${false}
    ${'91510112MA6XXXX01'}  | ${false}
    ${''}                   | ${false}
  `('$code: $passes', ({ code, passes }: { code: string; passes: boolean }) => {
    expect(isUscc(code)).toBe(passes);
  });
});
