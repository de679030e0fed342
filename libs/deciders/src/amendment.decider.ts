/** 更正、作废、撤销作废: amendments of events in their own stream, by an owner of what they amend. */
import { mayRecord } from '@ledger/access';
import { standingOf, type Standing } from '@ledger/case';
import { day } from '@ledger/time';
import {
  definitionOf,
  isEventType,
  partsOf,
  type EventTypeName,
  type RecordedEvent,
  type Subject,
} from '@ledger/vocabulary';
import { amendedId, baseOf, NAMING_FIELD, type AmendmentType } from './amended-event.js';
import { decideCorrection } from './correction.decider.js';
import type { Knowledge } from './knowledge.js';
import { isOfType, refuse, type Proposal, type Refusal } from './proposal.js';

type Amendment = Proposal<AmendmentType>;

export type Amended = { readonly refusal: Refusal } | { readonly proposal: Proposal };

export function isAmending(proposal: Proposal): proposal is Amendment {
  return proposal.type in NAMING_FIELD;
}

export function decideAmendment(amendment: Amendment, known: Knowledge): Amended {
  const { stream, type } = amendment;
  if (!known.exists(stream)) return { refusal: refuse('UNKNOWN_SUBJECT', partsOf(stream).kind) };
  const events = known.events(stream);
  const find = (id: string): RecordedEvent | undefined => events.find((event) => event.id === id);
  const target = find(amendedId(amendment) ?? '');
  if (!target) return { refusal: refuse('UNKNOWN_EVENT', NAMING_FIELD[type]) };
  const base = baseOf(target, find);
  const refusal = ownerObjection(amendment, base, known) ?? futureObjection(amendment, base, known);
  if (refusal) return { refusal };
  if (isOfType(amendment, 'EventCorrected')) return decideCorrection(amendment, target, known);
  const standing = standingOf(events);
  const unfit = isOfType(amendment, 'EventVoided')
    ? voidingObjection(target, standing)
    : reversalObjection(target, find, standing, known);
  return unfit ? { refusal: unfit } : { proposal: aboutTheSame(amendment, target) };
}

/** Whoever may record an event may amend it. */
function ownerObjection(
  { source, stream }: Amendment,
  base: RecordedEvent,
  known: Knowledge,
): Refusal | undefined {
  const type = knownType(base);
  const data = known.known(stream).events.find(({ event }) => event.id === base.id)?.data ?? base.data;
  const verdict = mayRecord(source, type, data as Proposal['data'], known.householdKindOf(stream));
  return verdict === 'allowed' ? undefined : refuse(verdict, 'source.department');
}

function futureObjection(
  { effectiveOn }: Amendment,
  base: RecordedEvent,
  known: Knowledge,
): Refusal | undefined {
  const inFuture = day(effectiveOn) > known.today && !definitionOf(knownType(base)).mayBeFuture;
  return inFuture ? refuse('EFFECTIVE_IN_FUTURE', 'effectiveOn') : undefined;
}

function knownType({ type }: RecordedEvent): EventTypeName {
  if (!isEventType(type)) throw new Error(`the log holds an event of unknown type ${type}`);
  return type;
}

/** An act of the administration cannot be un-happened, and a voiding is taken back by reversing it. */
const NEVER_VOIDED: ReadonlySet<string> = new Set<EventTypeName>([
  'EventVoided',
  'VoidingReversed',
  'RefusalRecorded',
]);

function voidingObjection({ id, type, stream }: RecordedEvent, standing: Standing): Refusal | undefined {
  if (NEVER_VOIDED.has(type) || partsOf(stream).kind === 'decision')
    return refuse('CANNOT_BE_VOIDED', 'voids');
  return standing.voidedBy.has(id) ? refuse('ALREADY_VOIDED', 'voids') : undefined;
}

/** A registration comes back only where no other has taken its place. */
function reversalObjection(
  target: RecordedEvent,
  find: (id: string) => RecordedEvent | undefined,
  { reversedBy }: Standing,
  known: Knowledge,
): Refusal | undefined {
  const { id, type, stream } = target;
  if (type !== 'EventVoided' || reversedBy.has(id)) return refuse('NOT_IN_FORCE', 'reverses', 'notAVoiding');
  const voided = find(amendedId(target) ?? '')?.type;
  const registers = voided === 'PersonRegistered' || voided === 'HouseholdEstablished';
  return registers && known.isRegistered(stream)
    ? refuse('ALREADY_IN_FORCE', 'reverses', 'reinstated')
    : undefined;
}

/** An amendment is about everybody whom the amended event is about. */
function aboutTheSame(amendment: Amendment, target: RecordedEvent): Amendment {
  return { ...amendment, subjects: [...new Set<Subject>([...amendment.subjects, ...target.subjects])] };
}
