/** 身份认定: statuses of persons and of households living together. */
import { day, END, piecesOf } from '@ledger/time';
import { partsOf, streamOf, type StatusKind, type StreamKind, type StreamName } from '@ledger/vocabulary';
import { hasReached, isBelow } from './ages.js';
import type { Decider } from './decider.js';
import { flagOn } from './figures.js';
import { householdKindObjection, membersOn } from './household-membership.js';
import type { Knowledge } from './knowledge.js';
import { openOn, openPeriods } from './open.js';
import { refuse, type Proposal, type Refusal } from './proposal.js';

const SUBJECT_OF: Readonly<Record<StatusKind, StreamKind>> = {
  DIBAO: 'household',
  TEKUN: 'person',
  LOW_INCOME: 'household',
  ORPHAN: 'person',
  UNSUPPORTED_CHILD: 'person',
  CHILD_IN_HARDSHIP: 'person',
  LEFT_BEHIND_CHILD: 'person',
  EMPLOYMENT_HARDSHIP: 'person',
  ZERO_EMPLOYMENT_FAMILY: 'household',
  SEVERE_MENTAL: 'person',
};

type Recognised = Proposal<'StatusRecognised'>;

export const statusRecognised: Decider<'StatusRecognised'> = {
  content: ({ stream, data: { kind } }) =>
    SUBJECT_OF[kind] === partsOf(stream).kind ? undefined : refuse('INVALID_FIELD', 'kind', 'statusSubject'),
  standing: (event, known) => {
    if (SUBJECT_OF[event.data.kind] === 'household') {
      const wrongKind = householdKindObjection(known, event, 'LIVING');
      if (wrongKind) return wrongKind;
    }
    switch (event.data.kind) {
      case 'TEKUN':
        return tekunObjection(event, known);
      case 'DIBAO':
        return dibaoObjection(event, known);
      case 'ORPHAN':
      case 'UNSUPPORTED_CHILD':
        return childObjection(event, known);
      default:
        return undefined;
    }
  },
};

/** 社会救助暂行办法 §14: old, disabled or a minor; and not counted in a dibao household. */
function tekunObjection(event: Recognised, known: Knowledge): Refusal | undefined {
  const { stream, data } = event;
  if (everHolds(known, stream, 'dibao', event)) return refuse('ALREADY_IN_FORCE', 'kind', 'tekunAndDibao');
  const on = day(event.effectiveOn);
  const disabled = known.fact(stream, 'disabilityLevel', on) !== 'none';
  const betweenAges =
    hasReached(known, stream, 'tekun.minor-age', on, data.division) &&
    isBelow(known, stream, 'elder.age', on, data.division);
  return betweenAges && !disabled ? refuse('CONDITION_NOT_MET', 'kind', 'tekunGround') : undefined;
}

/** Whoever it covers: the members it names, or all of them. */
function dibaoObjection(event: Recognised, known: Knowledge): Refusal | undefined {
  const covered = event.data.detail?.members ?? membersOn(known, event.stream, day(event.effectiveOn));
  const twice = covered.some((person) => everHolds(known, streamOf('person', person), 'tekun', event));
  return twice
    ? refuse('ALREADY_IN_FORCE', event.data.detail?.members ? 'detail.members' : 'kind', 'tekunAndDibao')
    : undefined;
}

/** Whoever is still at school may stay an orphan beyond the age, unless the province says otherwise. */
function childObjection({ stream, effectiveOn, data }: Recognised, known: Knowledge): Refusal | undefined {
  const on = day(effectiveOn);
  if (!hasReached(known, stream, 'minor.age', on, data.division)) return undefined;
  const staysAtSchool = known.fact(stream, 'student', on) === true;
  if (staysAtSchool && flagOn(known, 'orphan.student-extension', on, data.division) !== false)
    return undefined;
  return refuse('CONDITION_NOT_MET', 'kind', 'childAge');
}

/** Whether a fact holds on any day on which the status would. */
function everHolds(
  known: Knowledge,
  person: StreamName,
  fact: string,
  { effectiveOn, effectiveUntil }: Recognised,
): boolean {
  const from = day(effectiveOn);
  const until = effectiveUntil === undefined ? END : day(effectiveUntil);
  const pieces = piecesOf(known.personOf(person).fact(fact));
  return pieces.some((piece) => piece.value === true && piece.from < until && from < piece.until);
}

export const statusEnded: Decider<'StatusEnded'> = {
  standing: ({ stream, effectiveOn, data: { kind } }, known) => {
    const periods = openPeriods(
      known.known(stream),
      'StatusRecognised',
      'StatusEnded',
      ({ data }) => data.kind === kind,
    );
    return openOn(periods, day(effectiveOn)) ? undefined : refuse('NOT_IN_FORCE', 'kind', 'noStatus');
  },
};
