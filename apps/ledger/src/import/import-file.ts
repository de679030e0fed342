/**
 * The file door: an import file is read as it arrives, decided line by line in its order, and answered as it goes. A
 * refused line stops no other; what was in before is found to be in already, so that an import broken off is simply
 * sent again.
 */
import { readImportFile, type Command, type IntakeOptions, type Refusal } from '@ledger/intake';
import type { Recorder, RecordResult } from '@ledger/recording';

/** Commands decided together: enough to share transactions, few enough to answer promptly. */
const COMMANDS_A_BATCH = 500;

export interface RefusedLine {
  readonly line: number;
  readonly id: string | null;
  readonly code: string;
  readonly field: string | null;
  readonly message: string;
}

export interface ImportCounts {
  readonly lines: number;
  readonly recorded: number;
  readonly alreadyRecorded: number;
  readonly refused: number;
}

/** One line of the answer. */
export type ImportAnswer =
  { readonly refused: RefusedLine } | { readonly progress: ImportCounts } | { readonly done: ImportCounts };

export interface ImportOptions {
  readonly recorder: Pick<Recorder, 'recordAll'>;
  readonly intake: IntakeOptions;
  /** Judges the form of every line and records nothing. */
  readonly dryRun: boolean;
}

export async function* importFile(
  chunks: AsyncIterable<Uint8Array>,
  { recorder, intake, dryRun }: ImportOptions,
): AsyncGenerator<ImportAnswer, void, undefined> {
  const tally = new Tally();
  let waiting: { readonly line: number; readonly command: Command }[] = [];
  const record = async (): Promise<readonly RefusedLine[]> => {
    const batch = waiting;
    waiting = [];
    if (dryRun) return [];
    const results = await recorder.recordAll(batch.map(({ command }) => command));
    return batch.flatMap(({ line, command }, index) => tally.count(line, command.id, results[index]));
  };
  for await (const read of readImportFile(chunks, intake)) {
    tally.lines++;
    if ('refusals' in read) {
      tally.refused++;
      for (const refusal of read.refusals.slice(0, 1))
        yield { refused: refusedLine(read.line, refusal.eventId, refusal) };
      continue;
    }
    waiting.push(read);
    if (waiting.length < COMMANDS_A_BATCH) continue;
    for (const refused of await record()) yield { refused };
    yield { progress: tally.counts };
  }
  for (const refused of await record()) yield { refused };
  yield { done: tally.counts };
}

class Tally {
  lines = 0;
  refused = 0;
  private recorded = 0;
  private alreadyRecorded = 0;

  get counts(): ImportCounts {
    const { lines, recorded, alreadyRecorded, refused } = this;
    return { lines, recorded, alreadyRecorded, refused };
  }

  count(line: number, id: string, result: RecordResult | undefined): readonly RefusedLine[] {
    switch (result?.outcome) {
      case 'recorded':
        this.recorded++;
        return [];
      case 'already-recorded':
        this.alreadyRecorded++;
        return [];
      case 'refused':
        this.refused++;
        return [refusedLine(line, id, result.refusal)];
      case undefined:
        throw new Error('every command is answered');
    }
  }
}

function refusedLine(line: number, id: string | undefined, { code, field, message }: Refusal): RefusedLine {
  return { line, id: id ?? null, code, field: field ?? null, message: `${message.zh} / ${message.en}` };
}
