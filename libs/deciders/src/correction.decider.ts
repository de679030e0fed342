/** 更正: it happened, but the content was wrong. What it becomes must be something that could have been recorded. */
import type { KnownEvent } from '@ledger/case';
import { day } from '@ledger/time';
import {
  subjectsOf,
  validateData,
  type EventTypeName,
  type RecordedEvent,
  type Subject,
} from '@ledger/vocabulary';
import { deciderOf } from './deciders.js';
import {
  divisionObjection,
  futureObjection,
  lifetimeObjection,
  namedSubjectObjection,
  ownerObjection,
  periodObjection,
} from './general-preconditions.js';
import type { Knowledge } from './knowledge.js';
import { dayInPayload } from './mirrored-dates.js';
import { readFromNumber } from './person.decider.js';
import { refuse, type Proposal, type Refusal } from './proposal.js';

type Correction = Proposal<'EventCorrected'>;

/** These say what became of other events; they are voided and sent anew, or stand. */
const NOT_CORRECTABLE: ReadonlySet<string> = new Set<EventTypeName>([
  'EventCorrected',
  'EventVoided',
  'VoidingReversed',
  'RefusalRecorded',
]);

export type Corrected = { readonly refusal: Refusal } | { readonly proposal: Correction };

/** @param target in the same stream, not voided */
export function decideCorrection(correction: Correction, target: RecordedEvent, known: Knowledge): Corrected {
  if (NOT_CORRECTABLE.has(target.type))
    return { refusal: refuse('INVALID_FIELD', 'corrects', 'notCorrectable') };
  const before = known.known(target.stream).events.find(({ event }) => event.id === target.id);
  if (!before) return { refusal: refuse('ALREADY_VOIDED', 'corrects') };
  const changes = changesOf(correction, before.type);
  if ('refusal' in changes) return changes;
  const moved = effectiveOnAfter(correction, before, changes.data);
  if ('refusal' in moved) return moved;
  const after = correctedEvent(correction, before, changes.data, moved.effectiveOn);
  const refusal = objection(before, after, changes.data, known);
  if (refusal) return { refusal };
  return { proposal: completed(correction, before, after, changes.data) };
}

function changesOf(
  { data }: Correction,
  type: EventTypeName,
): { readonly refusal: Refusal } | { readonly data: object } {
  const judged = validateData(type, data.data, { partial: true });
  const [problem] = judged.ok ? [] : judged.problems;
  if (problem) {
    const field = problem.field === 'data' ? 'data' : `data.${problem.field}`;
    return { refusal: { ...problem, field } };
  }
  const changes = judged.ok ? judged.data : {};
  const silent = Object.keys(changes).length === 0 && data.effectiveOn === undefined;
  return silent ? { refusal: refuse('MISSING_FIELD', 'data', 'nothingChanged') } : { data: changes };
}

/**
 * The day on which the corrected event takes effect: as the correction says; where its payload's own date changes and
 * the correction keeps the old day, on that date.
 */
function effectiveOnAfter(
  { effectiveOn, data }: Correction,
  { type, from, data: old }: KnownEvent,
  changes: object,
): { readonly refusal: Refusal } | { readonly effectiveOn: string } {
  if (data.effectiveOn !== undefined && data.effectiveOn !== effectiveOn) {
    return { refusal: refuse('INVALID_FIELD', 'effectiveOn', 'datesDiffer') };
  }
  const stays = data.effectiveOn === undefined && day(effectiveOn) === from;
  const inPayload = dayInPayload(type, changes)?.on;
  const dateChanges = inPayload !== undefined && inPayload !== dayInPayload(type, old)?.on;
  return { effectiveOn: stays && dateChanges ? inPayload : effectiveOn };
}

/** The event as it will be known: judged as if it were sent like this, by whoever sends the correction. */
function correctedEvent(
  { source }: Correction,
  { type, event, data }: KnownEvent,
  changes: object,
  effectiveOn: string,
): Proposal {
  const { id, stream, confidence, evidence, subjects } = event;
  const { effectiveUntil, causationId, correlationId } = event;
  return {
    ...{ id, type, stream, effectiveOn, source, confidence, evidence, subjects },
    ...(effectiveUntil !== undefined && { effectiveUntil }),
    ...(causationId !== undefined && { causationId }),
    ...(correlationId !== undefined && { correlationId }),
    data: { ...data, ...changes },
  };
}

/**
 * What rested on the old content is not asked again: where it no longer fits, that is a contradiction to be shown. A day
 * that does not move is not asked again either, or an event that came before its person's death became known could
 * never be put right.
 */
function objection(
  before: KnownEvent,
  after: Proposal,
  changes: object,
  known: Knowledge,
): Refusal | undefined {
  const moves = day(after.effectiveOn) !== before.from;
  return (
    inPayload(namedSubjectObjection(after.type, changes, known)) ??
    ownerObjection(after, known) ??
    inPayload(
      divisionObjection(after, moves && after.type !== 'PersonRegistered' ? after.data : changes, known),
    ) ??
    periodObjection(after) ??
    futureObjection(after, known) ??
    (moves ? movedOutOfLife(after, known) : undefined) ??
    inPayload(deciderOf(after.type).content?.(after))
  );
}

/** Also a birth may not move behind the death. */
function movedOutOfLife(after: Proposal, known: Knowledge): Refusal | undefined {
  const { type, stream, effectiveOn } = after;
  const death = type === 'PersonRegistered' ? known.deathOf(stream) : undefined;
  if (death !== undefined && day(effectiveOn) > death) return refuse('EFFECTIVE_AFTER_DEATH', 'effectiveOn');
  const refusal = lifetimeObjection(after, known);
  return refusal && { ...refusal, field: 'effectiveOn' };
}

/** Fields of the corrected payload stand below `data` in the correction's own. */
function inPayload(refusal: Refusal | undefined): Refusal | undefined {
  if (refusal?.field === undefined || refusal.field === 'source.division') return refusal;
  return { ...refusal, field: `data.${refusal.field}` };
}

function completed(correction: Correction, before: KnownEvent, after: Proposal, changes: object): Correction {
  const { effectiveOn } = after;
  const { corrects, reason } = correction.data;
  const moves = day(effectiveOn) !== before.from;
  const data = { corrects, data: readFromNumber(changes), ...(moves && { effectiveOn }), reason };
  const subjects = new Set<Subject>([
    ...before.event.subjects,
    ...correction.subjects,
    ...subjectsOf(after.type, after.stream, after.data),
  ]);
  return { ...correction, effectiveOn, data: data as Correction['data'], subjects: [...subjects] };
}
