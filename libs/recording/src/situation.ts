/** What the log says where a set of proposals is to be decided, read for all of them at once. */
import { amendedId, neighboursOf, readSetOf, referencesOf, type Proposal } from '@ledger/deciders';
import type { EventStore } from '@ledger/event-store';
import type { Position, RecordedEvent, Subject } from '@ledger/vocabulary';
import { numberStatedBy } from './national-ids.js';
import type { Task } from './task.js';

export interface Proposed {
  readonly task: Task;
  readonly proposal: Proposal;
}

export interface Tied extends Proposed {
  /** What it has in common with others of its batch: subjects, events that one names of another, a national ID. */
  readonly ties: readonly string[];
}

/** Proposals that are tied to each other, in the order in which they came: they see each other's effects. */
export interface Group {
  readonly proposed: readonly Tied[];
  /** What any of their decisions rests on. */
  readonly subjects: readonly Subject[];
  /** All that the log says about these subjects, up to the situation's position. */
  readonly events: readonly RecordedEvent[];
}

export interface Situation {
  /** The head of the log when it was read. */
  readonly position: Position;
  readonly groups: readonly Group[];
}

interface Placed extends Proposed {
  readonly reads: readonly Subject[];
}

/** @param referenced events of the log that the proposals name by id */
export async function situationOf(
  proposed: readonly Proposed[],
  referenced: ReadonlyMap<string, RecordedEvent>,
  store: Pick<EventStore, 'head' | 'readSubjects'>,
): Promise<Situation> {
  const together = new Map(proposed.map(({ proposal }) => [proposal.id, proposal]));
  const placed = proposed.map((one) => ({
    ...one,
    reads: readSetOf(one.proposal, targetOf(one.proposal, referenced, together)),
  }));
  const { position } = await store.head();
  const asked = subjectsOf(placed);
  const first = await store.readSubjects([...asked], position);
  const about = bySubject(first);
  const wider = placed.map((one): Placed => {
    const neighbours = neighboursOf(one.proposal, (subject) => about.get(subject) ?? []);
    return neighbours.length === 0 ? one : { ...one, reads: [...one.reads, ...neighbours] };
  });
  const further = [...subjectsOf(wider)].filter((subject) => !asked.has(subject));
  const second = further.length === 0 ? [] : await store.readSubjects(further, position);
  return { position, groups: groupsOf(wider, merged(first, second)) };
}

type Target = Pick<RecordedEvent, 'type' | 'stream' | 'subjects'>;

/** What an amendment amends stands in the log, or comes before it in the same batch. */
function targetOf(
  proposal: Proposal,
  referenced: ReadonlyMap<string, RecordedEvent>,
  together: ReadonlyMap<string, Proposal>,
): Target | undefined {
  const id = amendedId(proposal);
  return id === undefined ? undefined : (referenced.get(id) ?? together.get(id));
}

function subjectsOf(placed: readonly Placed[]): ReadonlySet<Subject> {
  return new Set(placed.flatMap(({ reads }) => reads));
}

function bySubject(events: readonly RecordedEvent[]): ReadonlyMap<Subject, readonly RecordedEvent[]> {
  const found = new Map<Subject, RecordedEvent[]>();
  for (const event of events) {
    for (const subject of event.subjects) {
      const earlier = found.get(subject);
      if (earlier) earlier.push(event);
      else found.set(subject, [event]);
    }
  }
  return found;
}

/** Two readings of the log as one, each event once, in its order. */
function merged(first: readonly RecordedEvent[], second: readonly RecordedEvent[]): readonly RecordedEvent[] {
  if (second.length === 0) return first;
  const known = new Set(first.map(({ id }) => id));
  const events = [...first, ...second.filter(({ id }) => !known.has(id))];
  return events.sort((a, b) => (a.position < b.position ? -1 : 1));
}

function groupsOf(placed: readonly Placed[], events: readonly RecordedEvent[]): readonly Group[] {
  const tied = placed.map(({ task, proposal, reads }) => ({
    task,
    proposal,
    reads,
    ties: tiesOf(proposal, reads),
  }));
  const sets = new Ties();
  for (const { ties } of tied) sets.join(ties);
  const groups = new Map<string, { proposed: Tied[]; subjects: Set<Subject>; events: RecordedEvent[] }>();
  const groupAt = (tie: string) => {
    const root = sets.rootOf(tie);
    let group = groups.get(root);
    if (!group) groups.set(root, (group = { proposed: [], subjects: new Set(), events: [] }));
    return group;
  };
  for (const { task, proposal, reads, ties } of tied) {
    const group = groupAt(proposal.stream);
    group.proposed.push({ task, proposal, ties });
    for (const subject of reads) group.subjects.add(subject);
  }
  for (const event of events) {
    const concerned = event.subjects
      .filter((subject) => sets.has(subject))
      .map((subject) => groupAt(subject).events);
    for (const taken of new Set(concerned)) taken.push(event);
  }
  return [...groups.values()].map((group) => ({ ...group, subjects: [...group.subjects] }));
}

function tiesOf(proposal: Proposal, reads: readonly Subject[]): readonly string[] {
  const number = numberStatedBy(proposal);
  const numbers = number === undefined ? [] : [`number ${number}`];
  return [
    proposal.stream,
    ...reads,
    `event ${proposal.id}`,
    ...referencesOf(proposal).map((id) => `event ${id}`),
    ...numbers,
  ];
}

/** Disjoint sets: whatever has been joined has one root. */
class Ties {
  private readonly above = new Map<string, string>();

  has(tie: string): boolean {
    return this.above.has(tie);
  }

  join(ties: readonly string[]): void {
    const [first, ...others] = ties;
    if (first === undefined) return;
    const root = this.rootOf(first);
    for (const other of others) this.above.set(this.rootOf(other), root);
  }

  rootOf(tie: string): string {
    let root = tie;
    for (let next = this.above.get(root); next !== undefined && next !== root; next = this.above.get(root))
      root = next;
    this.above.set(tie, root);
    this.above.set(root, root);
    return root;
  }
}
