/** What must be read before a decision: the append is conditional on it, so it is no wider than the decision needs. */
import {
  isEventType,
  partsOf,
  subjectsOf,
  validateData,
  type EventTypeName,
  type RecordedEvent,
  type StreamName,
  type Subject,
} from '@ledger/vocabulary';
import { amendedId } from './amended-event.js';
import { namedIn, subjectOf } from './named.js';
import { isOfType, type Proposal } from './proposal.js';

/** Events that a proposal names by id and that are read wherever they stand. */
export function referencesOf(proposal: Proposal): readonly string[] {
  const amended = amendedId(proposal);
  if (amended !== undefined) return [amended];
  const { causationId } = proposal;
  return isOfType(proposal, 'RuralRightEnded') && causationId !== undefined ? [causationId] : [];
}

/** As much of an amended event as says whom it is about. */
type Target = Pick<RecordedEvent, 'type' | 'stream' | 'subjects'>;

/**
 * The subjects whose events a decision needs: its own stream, whoever the payload names, and of an amendment whoever
 * the amended event is about.
 */
export function readSetOf(proposal: Proposal, target?: Target): readonly Subject[] {
  const decisions = namedIn(proposal.type, proposal.data).filter(({ kind }) => kind === 'decision');
  const corrected = target && isOfType(proposal, 'EventCorrected') ? namedInChanges(proposal, target) : [];
  const amended = target?.stream === proposal.stream ? target.subjects : [];
  return [...new Set<Subject>([...proposal.subjects, ...decisions.map(subjectOf), ...amended, ...corrected])];
}

/** Whom a correction brings in; what is not of the type's form is refused later and names nobody here. */
function namedInChanges({ data }: Proposal<'EventCorrected'>, { type, stream }: Target): readonly Subject[] {
  if (!isEventType(type)) return [];
  const changes = validateData(type, data.data, { partial: true });
  return changes.ok ? subjectsOf(type, stream, changes.data) : [];
}

/** Which streams beyond the read set a decision looks into, once it is known what the read set says. */
const NEIGHBOURS: Readonly<
  Partial<Record<EventTypeName, 'households of persons' | 'members or households'>>
> = {
  HouseholdMemberJoined: 'households of persons',
  PovertyHouseholdRegistered: 'households of persons',
  HukouTransferCompleted: 'households of persons',
  StatusRecognised: 'members or households',
};

/**
 * A person's other households, and for a status of a household its members: they are named in events of the read set,
 * and are read as a second step.
 */
export function neighboursOf(
  { type, stream, subjects }: Proposal,
  about: (subject: Subject) => readonly RecordedEvent[],
): readonly StreamName[] {
  const looksAt = NEIGHBOURS[type];
  if (!looksAt) return [];
  const persons = subjects.filter((subject) => partsOf(subject).kind === 'person');
  const found = new Set<StreamName>(persons.flatMap((person) => householdsNaming(about(person))));
  if (looksAt === 'members or households' && partsOf(stream).kind === 'household') {
    for (const event of about(stream)) {
      for (const subject of event.subjects) if (partsOf(subject).kind === 'person') found.add(subject);
    }
  }
  for (const subject of subjects) found.delete(subject);
  return [...found];
}

function householdsNaming(events: readonly RecordedEvent[]): readonly StreamName[] {
  return events.map(({ stream }) => stream).filter((stream) => partsOf(stream).kind === 'household');
}
