/** Events sent through GraphQL take the same way as the lines of a file: read, decided, answered one by one. */
import { toCommand, type Command, type Refusal } from '@ledger/intake';
import type { Recorder, RecordResult as Recorded } from '@ledger/recording';
import type { Plain } from '../graphql/given.js';
import { inBothLanguages, QuestionRefused } from '../graphql/refusals.js';
import { MOST_EVENTS_A_MUTATION } from '../limits.js';
import { payloadOf } from './life-event-payload.js';
import type { LifeEventInput, RecordResult, SubjectInput } from './recording.types.js';

/** As intake reads a line, and under which id its answer goes back. */
interface Line {
  readonly id: string;
  readonly line: Readonly<Record<string, unknown>>;
}

export async function recordEvents(
  recorder: Pick<Recorder, 'recordAll'>,
  events: readonly LifeEventInput[],
): Promise<readonly Plain<RecordResult>[]> {
  if (events.length > MOST_EVENTS_A_MUTATION) throw new QuestionRefused('TOO_LARGE', { field: 'events' });
  return recordLines(recorder, events.map(lineOf));
}

function lineOf(event: Plain<LifeEventInput>): Line {
  const { subject, event: payload, ...envelope } = event;
  return { id: event.id, line: { ...envelope, ...(subject as Plain<SubjectInput>), ...payloadOf(payload) } };
}

export async function recordLines(
  recorder: Pick<Recorder, 'recordAll'>,
  lines: readonly Line[],
): Promise<readonly Plain<RecordResult>[]> {
  const readings = lines.map(({ line }) => toCommand(line));
  const commands = readings.flatMap((reading): Command[] => ('command' in reading ? [reading.command] : []));
  const results = (await recorder.recordAll(commands)).values();
  return readings.map((reading, index) => {
    const id = lines[index]?.id ?? '';
    if ('refusals' in reading) return refusedWith(id, reading.refusals[0]);
    const { value } = results.next();
    if (!value) throw new Error('every command is answered');
    return answered(id, value);
  });
}

function answered(id: string, result: Recorded): Plain<RecordResult> {
  if (result.outcome === 'refused') return refusedWith(id, result.refusal);
  const { outcome, position, recordedAt } = result;
  return { id, outcome, position, recordedAt };
}

export function refusedWith(id: string, refusal: Refusal | undefined): Plain<RecordResult> {
  if (!refusal) throw new Error('what is refused is refused for a reason');
  const { code, field, message } = refusal;
  return {
    id,
    outcome: 'refused',
    code,
    ...(field !== undefined && { field }),
    message: inBothLanguages(message),
  };
}
