import {
  isDepartment,
  type DataOf,
  type EventTypeName,
  type HouseholdKind,
  type Source,
} from '@ledger/vocabulary';
import { ownersOf } from './owners.js';

export type RecordingVerdict = 'allowed' | 'NOT_OWNER';

/**
 * Whether a source may record an event: a department writes the facts it owns and no others (G5 of `events.md`). An
 * amendment is asked for the event that it amends.
 */
export function mayRecord<Type extends EventTypeName>(
  source: Pick<Source, 'department'>,
  type: Type,
  data: DataOf<Type>,
  household?: HouseholdKind,
): RecordingVerdict {
  const { department } = source;
  return isDepartment(department) && ownersOf(type, data, household).includes(department)
    ? 'allowed'
    : 'NOT_OWNER';
}
