/** 人员: registration and death. */
import { readNationalId } from '@ledger/vocabulary';
import type { Decider } from './decider.js';
import { mirrorObjection } from './mirrored-dates.js';
import { refuse, type Proposal, type Refusal } from './proposal.js';

/** GB 11643. That number and stated birth date differ is a contradiction to be shown, not refused: `C-ID-MISMATCH`. */
function nationalIdObjection(nationalId: string | undefined, field: string): Refusal | undefined {
  if (nationalId === undefined || readNationalId(nationalId).ok) return undefined;
  return refuse('INVALID_NATIONAL_ID', field);
}

/** The number as it is looked up, and what it says of birth and sex; the number itself is sealed. */
export function readFromNumber<Data extends { readonly nationalId?: string }>(data: Data): Data {
  const reading = data.nationalId === undefined ? undefined : readNationalId(data.nationalId);
  if (!reading?.ok) return data;
  return { ...data, nationalId: reading.canonical, idBirthDate: reading.birthDate, idSex: reading.sex };
}

export const personRegistered: Decider<'PersonRegistered'> = {
  content: (event) => mirrorObjection(event) ?? nationalIdObjection(event.data.nationalId, 'nationalId'),
  standing: ({ stream }, known) =>
    known.isRegistered(stream) ? refuse('ALREADY_IN_FORCE', 'person', 'alreadyRegistered') : undefined,
  complete: (event): Proposal<'PersonRegistered'> => ({ ...event, data: readFromNumber(event.data) }),
};

export const personDied: Decider<'PersonDied'> = {
  content: mirrorObjection,
  standing: ({ stream }, known) =>
    known.deathOf(stream) === undefined ? undefined : refuse('ALREADY_IN_FORCE', 'person', 'alreadyDead'),
};
