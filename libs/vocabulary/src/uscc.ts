/** 统一社会信用代码, GB 32100-2015: eighteen characters without I, O, S, V, Z, the last of which checks the others. */

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
const FORM = new RegExp(`^[${ALPHABET}]{18}$`);

export function isUscc(text: string): boolean {
  if (!FORM.test(text)) return false;
  const sum = WEIGHTS.reduce(
    (total, weight, place) => total + weight * ALPHABET.indexOf(text.charAt(place)),
    0,
  );
  return ALPHABET.charAt((31 - (sum % 31)) % 31) === text.charAt(17);
}
