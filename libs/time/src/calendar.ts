/**
 * Calendar dates of the law: days in Asia/Shanghai, without time of day.
 *
 * Inside the ledger a date is a {@link Day}, the whole number of days since 1970-01-01 in the proleptic Gregorian
 * calendar, so that whole lives can be compared and cut without parsing. At every boundary it is text, `YYYY-MM-DD`.
 */
declare const dayBrand: unique symbol;

/** Days since 1970-01-01. {@link BEGINNING} and {@link END} stand for "always before" and "for ever". */
export type Day = number & { readonly [dayBrand]: true };

export const BEGINNING = Number.NEGATIVE_INFINITY as Day;
export const END = Number.POSITIVE_INFINITY as Day;

export interface CivilDate {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  /** 1 to 31 */
  readonly dayOfMonth: number;
}

export type CalendarUnit = 'day' | 'month' | 'year';

const MILLISECONDS_A_DAY = 86_400_000;
/** Asia/Shanghai has kept UTC+8 without summer time since 1991; every instant of the ledger is later. */
const SHANGHAI_OFFSET = 8 * 3_600_000;
const DASH = 0x2d;
const ZERO = 0x30;

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day of a civil date that exists; callers check existence with {@link parseDay}. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146_097 + dayOfEra - 719_468) as Day;
}

export function civilOf(day: Day): CivilDate {
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** The day written `YYYY-MM-DD`, or undefined where there is no such day (`2023-02-29`, `0000-00-00`, `2019/3/1`). */
export function parseDay(text: string): Day | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return undefined;
  const [year, month, dayOfMonth] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)];
  const exists =
    year >= 1 && month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month);
  return exists ? dayOf(year, month, dayOfMonth) : undefined;
}

/** The number that digits make; NaN where something else stands among them. Dates are read by the million. */
function digits(text: string, from: number, until: number): number {
  let value = 0;
  for (let index = from; index < until; index++) {
    const digit = text.charCodeAt(index) - ZERO;
    value = digit >= 0 && digit <= 9 ? value * 10 + digit : Number.NaN;
  }
  return value;
}

/** The day written `YYYY-MM-DD`; throws on anything else. For dates that have been checked, and literals. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new RangeError(`not a calendar date: ${text}`);
  return parsed;
}

/** `YYYY-MM-DD`. The ends of time have no text: callers say what an open end is to them. */
export function formatDay(value: Day): string {
  if (!Number.isFinite(value)) throw new RangeError('an open end has no date');
  const { year, month, dayOfMonth } = civilOf(value);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

/** As {@link formatDay}, with null for an end that is open. */
export function formatOpenDay(value: Day): string | null {
  return Number.isFinite(value) ? formatDay(value) : null;
}

export function addDays(value: Day, days: number): Day {
  return (value + days) as Day;
}

/** The corresponding day `months` later, or that month's last day where there is none (Civil Code art. 202). */
export function addMonths(value: Day, months: number): Day {
  if (!Number.isFinite(value)) return value;
  const { year, month, dayOfMonth } = civilOf(value);
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return dayOf(toYear, toMonth, Math.min(dayOfMonth, daysInMonth(toYear, toMonth)));
}

/** The corresponding day `years` later; 29 February gives 28 February where the year has none (Civil Code art. 202). */
export function addYears(value: Day, years: number): Day {
  return addMonths(value, years * 12);
}

export function add(value: Day, amount: number, unit: CalendarUnit): Day {
  if (unit === 'day') return addDays(value, amount);
  return addMonths(value, unit === 'year' ? amount * 12 : amount);
}

export function firstOfMonth(value: Day): Day {
  if (!Number.isFinite(value)) return value;
  return addDays(value, 1 - civilOf(value).dayOfMonth);
}

export function firstOfNextMonth(value: Day): Day {
  return addMonths(firstOfMonth(value), 1);
}

/** The first of a month that is `value` or the next one after it. */
export function firstOfMonthFrom(value: Day): Day {
  const first = firstOfMonth(value);
  return first === value ? value : addMonths(first, 1);
}

export function firstOfYear(value: Day): Day {
  if (!Number.isFinite(value)) return value;
  return dayOf(civilOf(value).year, 1, 1);
}

/** The day in Asia/Shanghai on which an instant (milliseconds since 1970 UTC) falls. */
export function dayInShanghai(instant: number): Day {
  return Math.floor((instant + SHANGHAI_OFFSET) / MILLISECONDS_A_DAY) as Day;
}

/** The instant (milliseconds since 1970 UTC) at which a day begins in Asia/Shanghai. */
export function startInShanghai(value: Day): number {
  return value * MILLISECONDS_A_DAY - SHANGHAI_OFFSET;
}
