/** The figures that preconditions rest on, as they are in force in the examples. */
import { streamOf, type Position, type RecordedEvent } from '@ledger/vocabulary';
import type { PRECONDITION_FIGURES } from '../figures.js';

interface Value {
  readonly value: string;
  readonly unit: string;
  readonly validFrom: string;
}

const IN_FORCE: { readonly [Id in keyof typeof PRECONDITION_FIGURES]: Value } = {
  'residence-permit.min-stay': { value: '6', unit: 'month', validFrom: '2016-01-01' },
  'employment.min-age': { value: '16', unit: 'year', validFrom: '1995-01-01' },
  'pension.resident.enrolment-age': { value: '16', unit: 'year', validFrom: '2009-09-01' },
  'pension.resident.age': { value: '60', unit: 'year', validFrom: '2009-09-01' },
  'retirement.age.male': { value: '60', unit: 'year', validFrom: '1978-06-02' },
  'retirement.age.female-worker': { value: '50', unit: 'year', validFrom: '1978-06-02' },
  'minor.age': { value: '18', unit: 'year', validFrom: '1987-01-01' },
  'elder.age': { value: '60', unit: 'year', validFrom: '1996-10-01' },
  'tekun.minor-age': { value: '16', unit: 'year', validFrom: '2014-05-01' },
  'orphan.student-extension': { value: 'true', unit: 'flag', validFrom: '2010-11-16' },
  'land.return-notice': { value: '6', unit: 'month', validFrom: '2003-03-01' },
};

export const FIGURES: readonly RecordedEvent[] = Object.entries(IN_FORCE).map(
  ([parameterId, { value, unit, validFrom }], index) => ({
    id: `figure ${parameterId}`,
    type: 'ParameterSet',
    schemaVersion: 1,
    stream: streamOf('division', '000000'),
    revision: index,
    position: String(index + 1).padStart(20, '0') as Position,
    recordedAt: '2014-01-01T00:00:00.000Z',
    digest: '',
    subjects: [streamOf('division', '000000')],
    effectiveOn: validFrom,
    source: { department: 'NDRC' },
    confidence: 'verified',
    evidence: [],
    data: { parameterId, value, unit, validFrom, sourceDocNo: 'example', verified: true },
  }),
);
