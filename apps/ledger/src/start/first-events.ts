/** What a new ledger is given: the built-in policy, and the demonstration households. */
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { ORIGIN, type EventStore } from '@ledger/event-store';
import { builtInPolicy, type Recorder, type RecordResult } from '@ledger/recording';
import { importFile } from '../import/import-file.js';

type Records = Pick<Recorder, 'recordAll'>;

const HOUSEHOLDS = path.join(import.meta.dirname, '../demonstration/households.ndjson');
/** The first event of the demonstration. */
const FIRST_OF_THE_DEMONSTRATION = '00000000-0000-4000-8000-000000000101';

/** Records what of it is missing, so that an upgrade appends the differences. */
export async function recordBuiltInPolicy(recorder: Records): Promise<void> {
  const results = await recorder.recordAll(builtInPolicy().map(({ command }) => command));
  refuseRefusals('the built-in policy', results);
}

/** Once, into a ledger that knows nobody yet; a load that was cut off is finished. */
export async function loadDemonstration(store: EventStore, recorder: Records): Promise<void> {
  const { events } = await store.readAll({
    after: ORIGIN,
    limit: 1,
    filter: { streamKinds: ['person', 'household'] },
  });
  const [first] = events;
  if (first && first.id !== FIRST_OF_THE_DEMONSTRATION) return;
  for await (const answer of importFile(createReadStream(HOUSEHOLDS), {
    recorder,
    intake: {},
    dryRun: false,
  })) {
    if ('refused' in answer) {
      const { line, code, message } = answer.refused;
      throw new Error(`line ${line} of the demonstration is refused: ${code} ${message}`);
    }
  }
}

function refuseRefusals(what: string, results: readonly RecordResult[]): void {
  for (const result of results) {
    if (result.outcome !== 'refused') continue;
    const { code, message } = result.refusal;
    throw new Error(`${what} is refused: ${code} ${message.en} (${result.id})`);
  }
}
