/** What a person's register says of who they are: shown masked, because this slice knows no roles that may see more. */
import { getStatedFact } from '@ledger/case';
import { MASKED } from '@ledger/sealing';
import { BEGINNING, formatOpenDay, valueAt, type Day } from '@ledger/time';
import type { StreamThen } from '../reading/reading.js';

/** The mask where it was stated, null where nobody has. */
export function maskedIdentity({ known }: StreamThen, field: 'name' | 'nationalId'): string | null {
  const registered = known.ofType('PersonRegistered').at(-1);
  return registered?.data[field] === undefined ? null : MASKED;
}

/** A birth date is the same on all days. */
export function birthDateIn({ known }: StreamThen): string | null {
  const value = valueAt(getStatedFact('birthDate').fold(known), BEGINNING);
  return typeof value === 'number' ? formatOpenDay(value as Day) : null;
}
