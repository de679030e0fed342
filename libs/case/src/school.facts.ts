/** 学籍: the open enrolment. */
import { flatMap, map, type Timeline } from '@ledger/time';
import type { DataOf } from '@ledger/vocabulary';
import type { KnownStream } from './as-known.js';
import { DIVISIONS } from './divisions.js';
import { statedFact } from './fact.js';
import { stateOver, type Stretch } from './intervals.js';
import { isOf } from './membership.js';

type Enrolment = DataOf<'SchoolEnrolled'>;
const SCHOOL_EVENTS = ['SchoolEnrolled', 'SchoolLeft'] as const;

function enrolment(stream: KnownStream): Timeline<Enrolment | null> {
  return stream.once('enrolment', () =>
    stateOver<Enrolment | null>(
      null,
      stream.ofTypes(...SCHOOL_EVENTS).map((known): Stretch<Enrolment | null> => {
        const { from, until, because } = known;
        return isOf(known, 'SchoolEnrolled')
          ? { from, until, because, value: known.data }
          : { from, because, value: null };
      }),
    ),
  );
}

export const school = statedFact({
  name: 'school',
  title: { zh: '就学阶段', en: 'School stage' },
  scope: 'person',
  unit: 'code',
  silent: 'none',
  department: 'EDU',
  from: [...SCHOOL_EVENTS],
  fold: (stream) => map(enrolment(stream), (open) => open?.stage ?? 'none'),
});

/** 在校学生: enrolled full-time, which enrolment is unless it says otherwise. */
export const student = statedFact({
  name: 'student',
  title: { zh: '全日制在校学生', en: 'Full-time student' },
  scope: 'person',
  unit: 'flag',
  silent: false,
  department: 'EDU',
  from: [...SCHOOL_EVENTS],
  fold: (stream) => map(enrolment(stream), (open) => open !== null && open.fullTime !== false),
});

export const schoolCity = statedFact({
  name: 'schoolCity',
  title: { zh: '就学城市', en: 'City of school' },
  scope: 'person',
  unit: 'code',
  silent: 'none',
  department: 'EDU',
  from: [...SCHOOL_EVENTS],
  fold: (stream) =>
    flatMap(enrolment(stream), (piece) => [
      {
        ...piece,
        value: piece.value
          ? (DIVISIONS.prefectureOf(piece.value.schoolDivision, piece.from) ?? 'none')
          : 'none',
      },
    ]),
});
