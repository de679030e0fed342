/** 就业: open employments; with several, the one begun last stands for where and how somebody works. */
import {
  END,
  flatMap,
  map,
  paint,
  constant,
  UNKNOWN,
  type Day,
  type Ground,
  type Timeline,
} from '@ledger/time';
import type { KnownEvent, KnownStream } from './as-known.js';
import { DIVISIONS } from './divisions.js';
import { statedFact } from './fact.js';

interface Job {
  readonly type: string;
  readonly division: string;
}

export interface OpenEmployment {
  readonly event: string;
  /** Id of the event that ended it. */
  readonly endedBy: string | undefined;
  readonly from: Day;
  readonly until: Day;
  readonly job: Job;
  readonly because: Ground;
  readonly endBecause: Ground;
}

const EMPLOYMENT_EVENTS = ['EmploymentStarted', 'EmploymentEnded'] as const;

/** Each employment with the earliest end reported of it; an end that names none ends what was begun before it. */
export function employmentsOf(stream: KnownStream): readonly OpenEmployment[] {
  return stream.once('employments', () => {
    const ends = stream.ofType('EmploymentEnded');
    return stream.ofType('EmploymentStarted').map((started): OpenEmployment => {
      const own = started.until ?? END;
      const reported = ends.find((end) => isEndOf(end, started));
      const ended = reported && reported.from < own ? reported : undefined;
      return {
        event: started.event.id,
        endedBy: ended?.event.id,
        from: started.from,
        until: ended?.from ?? own,
        job: { type: started.data.type, division: started.data.division },
        because: started.because,
        endBecause: ended?.because ?? started.because,
      };
    });
  });
}

function isEndOf(end: KnownEvent<'EmploymentEnded'>, started: KnownEvent): boolean {
  const { startedEventId } = end.data;
  if (startedEventId !== undefined) return startedEventId === started.event.id;
  return (
    end.from > started.from || (end.from === started.from && end.event.position > started.event.position)
  );
}

function jobOver(stream: KnownStream): Timeline<Job | null> {
  return stream.once('job', () => {
    let timeline = constant<Job | null>(null);
    for (const { from, until, job, because, endBecause } of employmentsOf(stream)) {
      timeline = paint(timeline, from, until, job, because);
      if (until !== END) timeline = groundEnd(timeline, until, endBecause);
    }
    return timeline;
  });
}

/** "Works nowhere" after an end rests on the event that ended the work. */
function groundEnd(timeline: Timeline<Job | null>, end: Day, because: Ground): Timeline<Job | null> {
  return flatMap(timeline, (piece) => [
    piece.from === end && piece.value === null && piece.because === null ? { ...piece, because } : piece,
  ]);
}

export const employment = statedFact({
  name: 'employment',
  title: { zh: '就业', en: 'Employment' },
  scope: 'person',
  unit: 'code',
  silent: 'none',
  department: 'HRSS',
  from: [...EMPLOYMENT_EVENTS],
  fold: (stream) => map(jobOver(stream), (job) => job?.type ?? 'none'),
});

export const employmentDivision = statedFact({
  name: 'employmentDivision',
  title: { zh: '就业地', en: 'Place of work' },
  scope: 'person',
  unit: 'code',
  silent: UNKNOWN,
  department: 'HRSS',
  from: [...EMPLOYMENT_EVENTS],
  fold: (stream) => map(jobOver(stream), (job) => job?.division ?? UNKNOWN),
});

export const employmentCity = statedFact({
  name: 'employmentCity',
  title: { zh: '就业城市', en: 'City of work' },
  scope: 'person',
  unit: 'code',
  silent: 'none',
  department: 'HRSS',
  from: [...EMPLOYMENT_EVENTS],
  fold: (stream) =>
    flatMap(jobOver(stream), (piece) => [
      {
        ...piece,
        value: piece.value ? (DIVISIONS.prefectureOf(piece.value.division, piece.from) ?? 'none') : 'none',
      },
    ]),
});
