/** 公民身份号码, GB 11643: six digits of area, eight of birth date, three of sequence (odd for men), a check character. */
import { dayOf, daysInMonth, formatDay } from '@ledger/time';

export type NationalIdReading =
  | {
      readonly ok: true;
      /** Eighteen characters, half-width, capital X. */
      readonly canonical: string;
      /** `YYYY-MM-DD` */
      readonly birthDate: string;
      /** GB/T 2261.1 */
      readonly sex: '1' | '2';
      /** The area of first registration: historical, and never to be judged by a table of today. */
      readonly division: string;
    }
  | { readonly ok: false };

const REFUSED: NationalIdReading = { ok: false };
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';
const FULL = /^[1-9]\d{16}[\dX]$/;
/** 第一代: two digits of year, no check character; none was issued to anybody born from 2000 on. */
const FIRST_GENERATION = /^[1-9]\d{14}$/;
/** Nobody alive when numbers were first given out was born earlier. */
const EARLIEST_YEAR = 1860;
/** Longer text is not looked at: it cannot be one number, and normalising it would only cost time. */
const LONGEST_WRITTEN = 64;

/** Reads a number as people write it: full-width digits, a small x, spaces, fifteen digits of the first generation. */
export function readNationalId(text: string): NationalIdReading {
  if (text.length > LONGEST_WRITTEN) return REFUSED;
  const written = text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  const canonical = FIRST_GENERATION.test(written) ? upgraded(written) : written;
  if (!FULL.test(canonical) || checkCharacter(canonical) !== canonical[17]) return REFUSED;
  const [year, month, dayOfMonth] = [
    Number(canonical.slice(6, 10)),
    Number(canonical.slice(10, 12)),
    Number(canonical.slice(12, 14)),
  ];
  const exists = year >= EARLIEST_YEAR && month >= 1 && month <= 12 && dayOfMonth >= 1;
  if (!exists || dayOfMonth > daysInMonth(year, month)) return REFUSED;
  return {
    ok: true,
    canonical,
    birthDate: formatDay(dayOf(year, month, dayOfMonth)),
    sex: Number(canonical[16]) % 2 === 1 ? '1' : '2',
    division: canonical.slice(0, 6),
  };
}

/** Eighteen characters with neither letter nor digit beside them. */
const STANDING_ALONE = /(?<![\dA-Z])\d{17}[\dX](?![\dA-Z])/g;

/** Whether a number stands anywhere in a text that is kept in clear. Fifteen digits alone are too common to tell. */
export function holdsNationalId(text: string): boolean {
  const written = text.normalize('NFKC').toUpperCase();
  return (written.match(STANDING_ALONE) ?? []).some((number) => readNationalId(number).ok);
}

function upgraded(fifteen: string): string {
  const seventeen = `${fifteen.slice(0, 6)}19${fifteen.slice(6)}`;
  return seventeen + checkCharacter(seventeen);
}

function checkCharacter(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}
