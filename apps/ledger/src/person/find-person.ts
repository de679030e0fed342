/** A person by ledger id, or by national ID through the vault's blind index. */
import { blindIndexOf } from '@ledger/sealing';
import { readNationalId, streamOf } from '@ledger/vocabulary';
import type { Given } from '../graphql/given.js';
import { QuestionRefused } from '../graphql/refusals.js';
import type { Ports } from '../ports.js';
import { Person } from './person.type.js';

interface Named {
  readonly id?: Given<string>;
  readonly nationalId?: Given<string>;
}

/** Null for who is not in the log: a number may be claimed for an event that was never recorded. */
export async function findPerson(ports: Ports, { id, nationalId }: Named): Promise<Person | null> {
  if (id != null && nationalId != null) throw new QuestionRefused('INVALID_FIELD', { field: 'nationalId' });
  if (id == null && nationalId == null) throw new QuestionRefused('MISSING_FIELD', { field: 'id' });
  const found = id?.toLowerCase() ?? (await holderOf(ports, nationalId ?? ''));
  if (found === undefined) return null;
  const [first] = await ports.store.readStream(streamOf('person', found), { limit: 1 });
  return first ? new Person(found) : null;
}

async function holderOf({ identities, keys }: Ports, written: string): Promise<string | undefined> {
  const number = readNationalId(written);
  if (!number.ok) throw new QuestionRefused('INVALID_NATIONAL_ID', { field: 'nationalId' });
  const { key } = await keys.blindIndexKey();
  const index = blindIndexOf(key, number.canonical);
  return (await identities.find([index])).get(index);
}
