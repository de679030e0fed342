import { holdsNationalId, readNationalId } from './national-id.js';
import { NATIONAL_ID } from './testing/fixtures.js';

describe('reading a national ID number (GB 11643)', () => {
  it.each`
    what                                  | written                                   | canonical
    ${'a man born 1960-04-15'}            | ${'513499196004150019'}                   | ${'513499196004150019'}
    ${'full-width digits'}                | ${'５１３４９９１９６００４１５００１９'} | ${'513499196004150019'}
    ${'spaces as on the card'}            | ${'513499 19600415 0019'}                 | ${'513499196004150019'}
    ${'a check character X'}              | ${'11010519491231002X'}                   | ${'11010519491231002X'}
    ${'a small x'}                        | ${'11010519491231002x'}                   | ${'11010519491231002X'}
    ${'a full-width x'}                   | ${'11010519491231002ｘ'}                  | ${'11010519491231002X'}
    ${'fifteen digits, first generation'} | ${'110105491231002'}                      | ${'11010519491231002X'}
  `('$what', ({ written, canonical }: { written: string; canonical: string }) => {
    expect(readNationalId(written)).toMatchObject({ ok: true, canonical });
  });

  it.each`
    what                             | written
    ${'a wrong check character'}     | ${'513499196004150018'}
    ${'X where a digit belongs'}     | ${'51349919600415001X'}
    ${'30 February'}                 | ${'513499196002300017'}
    ${'month 13'}                    | ${'513499196013150014'}
    ${'29 February of no leap year'} | ${'513499196102290010'}
    ${'day 0'}                       | ${'513499196004000013'}
    ${'year 0001'}                   | ${'513499000104150018'}
    ${'seventeen digits'}            | ${'51349919600415001'}
    ${'sixteen digits'}              | ${'5134991960041500'}
    ${'a first digit 0'}             | ${'013499196004150019'}
    ${'letters'}                     | ${'ABCDEFGHIJKLMNOPQR'}
    ${'nothing'}                     | ${''}
    ${'a long text'}                 | ${'5'.repeat(100_000)}
  `('refuses $what', ({ written }: { written: string }) => {
    expect(readNationalId(written)).toEqual({ ok: false });
  });

  it('refuses an impossible date though the check character is right', () => {
    const seventeen = '51349919600230001';
    const accepted = '0123456789X'.split('').filter((check) => readNationalId(seventeen + check).ok);
    expect(accepted).toEqual([]);
  });

  it('reads birth date, sex and area', () => {
    expect(readNationalId(NATIONAL_ID)).toEqual({
      ok: true,
      canonical: NATIONAL_ID,
      birthDate: '1960-04-15',
      sex: '1',
      division: '513499',
    });
    expect(readNationalId('11010519491231002X')).toMatchObject({ birthDate: '1949-12-31', sex: '2' });
  });

  it('finds every single wrong digit', () => {
    for (let place = 0; place < 17; place += 1) {
      for (const digit of '0123456789') {
        if (digit === NATIONAL_ID[place]) continue;
        const changed = NATIONAL_ID.slice(0, place) + digit + NATIONAL_ID.slice(place + 1);
        expect(readNationalId(changed).ok).toBe(false);
      }
    }
  });
});

describe('a number in text that stays in clear', () => {
  it.each`
    text                                      | holds
    ${'513499196004150019'}                   | ${true}
    ${'身份证513499196004150019号'}           | ${true}
    ${'ID:11010519491231002x'}                | ${true}
    ${'５１３４９９１９６００４１５００１９'} | ${true}
    ${'HD-510112-2019-0415'}                  | ${false}
    ${'51349919600415001900'}                 | ${false}
    ${'513499196004150018'}                   | ${false}
    ${'91510112MA6XXXX01P'}                   | ${false}
  `('$text: $holds', ({ text, holds }: { text: string; holds: boolean }) => {
    expect(holdsNationalId(text)).toBe(holds);
  });
});
