/** Payload dates that say again when an event takes effect: the two must be the same day (`events.md`). */
import type { DataOf, EventTypeName } from '@ledger/vocabulary';
import { refuse, type Proposal, type Refusal } from './proposal.js';

interface MirroredDate {
  readonly field: string;
  /** `YYYY-MM-DD`, where the payload gives it. */
  readonly on: string | undefined;
}

type MirrorOf<Type extends EventTypeName> = (data: DataOf<Type>) => MirroredDate;

const MIRRORS: { readonly [Type in EventTypeName]?: MirrorOf<Type> } = {
  PersonRegistered: ({ birthDate }) => ({ field: 'birthDate', on: birthDate }),
  PersonDied: ({ deathDate }) => ({ field: 'deathDate', on: deathDate }),
  InsuranceContributionPaid: ({ paidOn }) => ({ field: 'paidOn', on: paidOn }),
  PensionBenefitStarted: ({ firstMonth }) => ({ field: 'firstMonth', on: `${firstMonth}-01` }),
  ParameterSet: ({ validFrom }) => ({ field: 'validFrom', on: validFrom }),
};

/** The day that the payload itself gives for the event to take effect. */
export function dayInPayload(type: EventTypeName, data: object): MirroredDate | undefined {
  const mirror = MIRRORS[type] as ((data: object) => MirroredDate) | undefined;
  return mirror?.(data);
}

export function mirrorObjection({ type, data, effectiveOn }: Proposal): Refusal | undefined {
  const mirrored = dayInPayload(type, data);
  if (mirrored?.on === undefined || mirrored.on === effectiveOn) return undefined;
  return refuse('INVALID_FIELD', mirrored.field, 'datesDiffer');
}
