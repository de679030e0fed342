/**
 * Numbers with check characters, drawn so that they are valid and yet obviously nobody's: national IDs whose area is a
 * prefecture with a county number (90 to 99) that no county has, and social credit codes of the form 91……MA6XX….
 */
import { civilOf, type Day } from '@ledger/time';

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECK_CHARACTERS = '10X98765432';
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** Sequence numbers that one sex has on one day in one area: 000, 002 … 998 or 001, 003 … 999. */
const NUMBERS_A_SEX = 500;
const HIGHEST_UNUSED_COUNTY = 99;

/** The check character of the first 17 digits of a national ID (GB 11643). */
function nationalIdCheck(digits: string): string {
  let sum = 0;
  for (let index = 0; index < 17; index++) sum += Number(digits[index]) * (ID_WEIGHTS[index] as number);
  return ID_CHECK_CHARACTERS[sum % 11] as string;
}

/** The unified social credit code of 18 characters that begins with these 17 (GB 32100). */
export function socialCreditCode(stem: string): string {
  let sum = 0;
  for (let index = 0; index < 17; index++) {
    sum += CREDIT_ALPHABET.indexOf(stem[index] as string) * (CREDIT_WEIGHTS[index] as number);
  }
  return `${stem}${CREDIT_ALPHABET[(31 - (sum % 31)) % 31]}`;
}

/** Hands out each national ID once. Its memory grows with the days of birth and prefectures seen, not with persons. */
export class NationalIdOffice {
  readonly #issued = new Map<string, number>();

  /** `prefecture` is the first four digits of a division; `sex` is `'1'` or `'2'` (GB/T 2261.1). */
  issue(prefecture: string, born: Day, sex: string): string {
    const key = `${prefecture}${born}${sex}`;
    const count = this.#issued.get(key) ?? 0;
    this.#issued.set(key, count + 1);
    const county = HIGHEST_UNUSED_COUNTY - Math.floor(count / NUMBERS_A_SEX);
    if (county < 90) throw new RangeError('more than 5,000 births of one sex on one day in one prefecture');
    const sequence = (count % NUMBERS_A_SEX) * 2 + (sex === '1' ? 1 : 0);
    const { year, month, dayOfMonth } = civilOf(born);
    const date = `${year}${String(month).padStart(2, '0')}${String(dayOfMonth).padStart(2, '0')}`;
    const stem = `${prefecture}${county}${date}${String(sequence).padStart(3, '0')}`;
    return stem + nationalIdCheck(stem);
  }
}
