import { DIVISIONS, ParameterIndex } from '@ledger/case';
import { decide, Knowledge, Reading, type Proposal } from '@ledger/deciders';
import { BUILT_IN_FIGURES, type Figure } from '@ledger/policy';
import { day } from '@ledger/time';
import {
  isEventType,
  streamOf,
  subjectsOf,
  validateData,
  validateEnvelope,
  type EventContent,
  type Position,
  type RecordedEvent,
  type StreamName,
} from '@ledger/vocabulary';
import { DEMONSTRATION_LINES } from './demonstration.js';
import type { ImportLine } from './import-line.js';
import { generatePopulation } from './population.js';

const TODAY = day('2026-11-01');
const RECORDED_AT = '2026-11-01T00:00:00.000Z';

let position = 0;

/** The deciders look at neither digest nor revision. */
function recorded(
  content: Omit<EventContent, 'data' | 'schemaVersion'> & { readonly data: object },
  stream: StreamName,
): RecordedEvent {
  const place = String(++position).padStart(20, '0') as Position;
  return {
    ...content,
    schemaVersion: 1,
    stream,
    revision: 0,
    position: place,
    recordedAt: RECORDED_AT,
    digest: '',
  } as RecordedEvent;
}

function figure(
  { id, division, value, unit, validFrom, validTo, verified, owner }: Figure,
  index: number,
): RecordedEvent {
  const stream = streamOf('division', division);
  return recorded(
    {
      id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      type: 'ParameterSet',
      subjects: [stream],
      effectiveOn: validFrom,
      source: { department: owner },
      confidence: 'verified',
      evidence: [],
      data: { parameterId: id, value, unit, validFrom, ...(validTo !== undefined && { validTo }), verified },
    },
    stream,
  );
}

function proposalOf(line: ImportLine): Proposal {
  const { type, data } = line;
  const stream = 'person' in line ? streamOf('person', line.person) : streamOf('household', line.household);
  const { id, effectiveOn, source, confidence, evidence } = line;
  const envelope = validateEnvelope({ id, effectiveOn, source, confidence, evidence });
  if (!envelope.ok || !isEventType(type)) throw new Error(`${type} is no event`);
  const payload = validateData(type, data);
  if (!payload.ok) throw new Error(`${type} has no valid payload`);
  const subjects = subjectsOf(type, stream, payload.data);
  return { ...envelope.data, type, stream, data: payload.data, subjects };
}

describe('the deciders', () => {
  const figures = new ParameterIndex(BUILT_IN_FIGURES.map(figure), DIVISIONS);

  /** Families share nothing, so each is decided upon what is known of it alone. */
  function refusalsOf(family: readonly ImportLine[]): readonly string[] {
    const reading = new Reading();
    return family.flatMap((line) => {
      const decision = decide(proposalOf(line), new Knowledge(reading, figures, TODAY));
      if (decision.decision === 'refuse') {
        const { code, field } = decision.refusal;
        return [`${line.type} ${line.effectiveOn} ${line.id}: ${code} ${field ?? ''}`];
      }
      reading.append(recorded(decision.proposal, decision.proposal.stream));
      return [];
    });
  }

  it('refuse no line of a population', () => {
    const families = new Map<string, ImportLine[]>();
    for (const line of generatePopulation({ persons: 2_000, seed: 5 })) {
      const family = line.source.recordNumber?.split('-')[2] ?? '';
      families.set(family, [...(families.get(family) ?? []), line]);
    }
    expect([...families.values()].flatMap(refusalsOf)).toEqual([]);
  });

  it('refuse no line of the demonstration households', () => {
    expect(refusalsOf(DEMONSTRATION_LINES)).toEqual([]);
  });
});
