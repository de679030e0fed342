/** Amendments name the event they amend; in whose stream it stands, and from when, the ledger looks up. */
import { knownEvents, type KnownEvent } from '@ledger/case';
import { formatDay } from '@ledger/time';
import { partsOf, refusalMessage, type RecordedEvent } from '@ledger/vocabulary';
import type { Plain } from '../graphql/given.js';
import type { Ports } from '../ports.js';
import { recordLines, refusedWith } from './record-events.js';
import type { RecordResult, SourceInput } from './recording.types.js';

type Amendment = 'EventCorrected' | 'EventVoided' | 'VoidingReversed';

export interface AmendmentInput {
  readonly id: string;
  readonly type: Amendment;
  /** The field of the payload that names the target. */
  readonly names: 'corrects' | 'voids' | 'reverses';
  readonly target: string;
  readonly source: SourceInput;
  /** The corrected event's new day; the target's own where nothing is said. */
  readonly effectiveOn?: string;
  /** The rest of the payload. */
  readonly data: Readonly<Record<string, unknown>>;
}

export async function amend(
  { store, recorder }: Ports,
  amendment: AmendmentInput,
): Promise<Plain<RecordResult>> {
  const { id, type, names, target, source, data } = amendment;
  const found = await store.findEvents([target, id]);
  const amended = found.find((event) => event.id === target.toLowerCase());
  const sentBefore = found.find((event) => event.id === id.toLowerCase());
  if (!amended) {
    return refusedWith(id, { code: 'UNKNOWN_EVENT', field: names, message: refusalMessage('UNKNOWN_EVENT') });
  }
  // Sent once more it must be the same command, whatever has happened to its target since.
  const effectiveOn = amendment.effectiveOn ?? sentBefore?.effectiveOn ?? (await dayOf(amended, store));
  const { kind, id: subject } = partsOf(amended.stream);
  const line = { id, type, [kind]: subject, effectiveOn, source, data: { [names]: target, ...data } };
  const [result] = await recordLines(recorder, [{ id, line }]);
  return result as RecordResult;
}

/** Since when it holds, as corrected; of what is void, or amends another, as it was recorded. */
async function dayOf(amended: RecordedEvent, store: Ports['store']): Promise<string> {
  const stream = knownEvents(await store.readStream(amended.stream));
  const known: KnownEvent | undefined = stream.find(({ event }) => event.id === amended.id);
  return known ? formatDay(known.from) : amended.effectiveOn;
}
