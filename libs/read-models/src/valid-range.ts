/** Days as the database writes them: calendar dates, with words for the ends of time. */
import { BEGINNING, day, END, formatDay, type Day } from '@ledger/time';

export function dateText(value: Day): string {
  if (value === BEGINNING) return '-infinity';
  return value === END ? 'infinity' : formatDay(value);
}

export function dayOfDate(text: string): Day {
  if (text === '-infinity') return BEGINNING;
  return text === 'infinity' ? END : day(text);
}
