/** A ledger without a store: decides line after line upon what it has taken before. */
import { DIVISIONS, ParameterIndex } from '@ledger/case';
import { day } from '@ledger/time';
import {
  STREAM_KINDS,
  streamOf,
  subjectsOf,
  validateData,
  type EventTypeName,
  type Position,
  type RecordedEvent,
} from '@ledger/vocabulary';
import { decide } from '../decide.js';
import { Knowledge } from '../knowledge.js';
import type { Decision, Proposal } from '../proposal.js';
import { Reading } from '../reading.js';
import type { Line } from './example.js';
import { FIGURES } from './figures.js';

export class PaperLedger {
  readonly reading = new Reading();
  private readonly parameters: ParameterIndex;
  private places = 0;

  constructor(
    private readonly today = '2022-06-01',
    figures: readonly RecordedEvent[] = FIGURES,
  ) {
    this.parameters = new ParameterIndex(figures, DIVISIONS);
  }

  /** Decides about a line, and takes it up where it may be recorded. */
  tell(line: Line): Decision {
    const decision = decide(proposalOf(line), new Knowledge(this.reading, this.parameters, day(this.today)));
    if (decision.decision === 'record') this.append(decision.proposal);
    else if (decision.trace) this.append({ ...decision.trace, id: `trace of ${line.id}` });
    return decision;
  }

  private append(proposal: Proposal): void {
    const place = String(++this.places).padStart(20, '0');
    this.reading.append({
      ...proposal,
      schemaVersion: 1,
      data: proposal.data,
      revision: this.reading.of(proposal.stream).length,
      position: place as Position,
      recordedAt: `${this.today}T04:00:00.000Z`,
      digest: '',
    });
  }
}

export function proposalOf(line: Line): Proposal {
  const { type, data, confidence = 'verified', evidence = [], ...rest } = line;
  const kind = STREAM_KINDS.find((known) => line[known] !== undefined);
  if (!kind) throw new Error('a line names its subject');
  const stream = streamOf(kind, line[kind] ?? '');
  const judged = validateData<EventTypeName>(type, data);
  if (!judged.ok)
    throw new Error(`${type}: ${judged.problems.map(({ code, field }) => `${code} ${field}`).join(', ')}`);
  const subjects = subjectsOf(type, stream, judged.data);
  return { ...rest, type, stream, confidence, evidence, data: judged.data, subjects };
}
