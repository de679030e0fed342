/** Raw histories as the ledger records them: the same events, with places in the log. */
import { BUILT_IN_FIGURES } from '@ledger/policy';
import { builtInPolicy } from '@ledger/recording';
import {
  subjectsOf,
  type EventTypeName,
  type JsonObject,
  type Position,
  type RecordedEvent,
  type StreamName,
} from '@ledger/vocabulary';
import { v5 } from 'uuid';
import type { RawEvent } from '../reference/history-builder.js';

/** Figures that the reference takes as constants and the ledger as parameters. */
const CONSTANTS = ['minor.age', 'elder.age', 'pension.resident.enrolment-age', 'land.suspect-days'];
/** Choices that the reference makes itself, whatever a parameter says. */
const CHOICES = [
  'pension.subsidy.snapshot',
  'dibao.residence-based',
  'disability.nursing.requires-assessment',
  'housing.requires-permit',
];
const NAMESPACE = '7f1c3b52-2f8e-4a36-9d0a-3c1f0b6f7a11';

export const positionOf = (place: number): Position => String(place).padStart(20, '0') as Position;

export function constantFigures(): readonly RawEvent[] {
  return BUILT_IN_FIGURES.filter(({ id }) => CONSTANTS.includes(id) || CHOICES.includes(id)).map(
    (figure) => ({
      id: v5(`${figure.id}|${figure.division}`, NAMESPACE),
      type: 'ParameterSet',
      division: '000000',
      effectiveOn: '1980-01-01',
      source: { department: figure.owner },
      knownAt: '2011-01-01T00:00:00Z',
      data: {
        parameterId: figure.id,
        value: figure.value,
        unit: figure.unit,
        validFrom: '1980-01-01',
        sourceDocNo: figure.source,
        publishedOn: '2011-01-01',
        verified: figure.verified,
      },
    }),
  );
}

/** The policy's rule set, known before anything else. */
export function ruleSetActivated(): RawEvent {
  const [activation] = builtInPolicy();
  if (!activation) throw new Error('the built-in policy begins with its rule set');
  return {
    id: v5('rule set', NAMESPACE),
    type: 'RuleSetActivated',
    division: '510000',
    effectiveOn: '2011-01-01',
    source: { department: 'NDRC' },
    knownAt: '2011-01-01T00:00:00Z',
    data: activation.command.data,
  };
}

function streamOfRaw(raw: RawEvent): StreamName {
  const { person, household, division } = raw;
  if (person !== undefined) return `person-${person}`;
  return household === undefined ? `division-${String(division)}` : `household-${household}`;
}

export function recordedOf(raws: readonly RawEvent[]): readonly RecordedEvent[] {
  const revisions = new Map<StreamName, number>();
  const subjects = new Map<string, RecordedEvent['subjects']>();
  return raws.map((raw, index) => {
    const stream = streamOfRaw(raw);
    const revision = revisions.get(stream) ?? 0;
    revisions.set(stream, revision + 1);
    const data = raw.data as JsonObject;
    const target = data['corrects'] ?? data['voids'] ?? data['reverses'];
    const own = subjectsOf(raw.type as EventTypeName, stream, data);
    const about = [...new Set([...own, ...(typeof target === 'string' ? (subjects.get(target) ?? []) : [])])];
    subjects.set(raw.id, about);
    return {
      id: raw.id,
      type: raw.type,
      schemaVersion: 1,
      stream,
      revision,
      subjects: about,
      position: positionOf(index + 1),
      recordedAt: new Date(raw.knownAt).toISOString(),
      effectiveOn: raw.effectiveOn,
      source: raw.source,
      confidence: raw.confidence ?? 'verified',
      evidence: [],
      data,
      digest: '',
    };
  });
}
