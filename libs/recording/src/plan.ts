/** Decides a group of proposals one after the other, each upon what the log says and what was decided before it. */
import { v5 } from 'uuid';
import type { ParameterIndex } from '@ledger/case';
import { amendedId, baseOf, decide, Knowledge, LATEST, Reading, type Proposal } from '@ledger/deciders';
import { NO_STREAM, type ExpectedRevision } from '@ledger/event-store';
import { readPayload, type Refusal } from '@ledger/intake';
import type { Day } from '@ledger/time';
import {
  definitionOf,
  isEventType,
  partsOf,
  refusalMessage,
  type EventContent,
  type EventTypeName,
  type RecordedEvent,
  type StreamName,
} from '@ledger/vocabulary';
import { numberStatedBy, type NationalIds, type StatedNumber } from './national-ids.js';
import type { Group, Tied } from './situation.js';
import type { Task } from './task.js';

/** An event that is to be appended, still in clear. */
export interface Draft {
  readonly stream: StreamName;
  readonly expected: ExpectedRevision;
  readonly content: EventContent;
  readonly fingerprint: string;
  /** Of a correction: the type of what it corrects, whose schema says what to seal. */
  readonly amendedType?: EventTypeName;
}

/** What becomes of one command, once the drafts before it are in the log. */
export interface Step {
  readonly task: Task;
  /** Steps that share a tie are carried out in their order. */
  readonly ties: readonly string[];
  readonly refusal?: Refusal;
  readonly draft?: Draft;
  /** The number that its person no longer has once it is recorded. */
  readonly freed?: StatedNumber;
}

export interface Circumstances {
  readonly figures: ParameterIndex;
  readonly today: Day;
  /** Milliseconds UTC. */
  readonly now: number;
  readonly ids: NationalIds;
  /** Events of the log that the proposals name by id. */
  readonly referenced: ReadonlyMap<string, RecordedEvent>;
}

/** Chosen once, at random: the id of a trace follows from that of the refused event, so that it is left once. */
const TRACE_NAMESPACE = '0c6c3b52-5a0e-4f1e-9d0b-6a5a3a1f0d44';

function traceIdOf(refusedId: string): string {
  return v5(refusedId, TRACE_NAMESPACE);
}

export class Plan {
  readonly steps: Step[] = [];
  private readonly reading: Reading;
  /** Numbers that this plan gives to somebody: their claims cannot say so before they are recorded. */
  private readonly given = new Map<string, StreamName>();

  private constructor(
    private readonly group: Group,
    private readonly circumstances: Circumstances,
  ) {
    this.reading = new Reading(group.events);
  }

  static async of(group: Group, circumstances: Circumstances): Promise<Plan> {
    const plan = new Plan(group, circumstances);
    for (const proposed of group.proposed) await plan.take(proposed);
    return plan;
  }

  get subjects(): Group['subjects'] {
    return this.group.subjects;
  }

  private async take({ task, proposal, ties }: Tied): Promise<void> {
    if (this.reading.find(proposal.id)) return; // another writer has just recorded it: it is answered anew
    const { figures, today, referenced } = this.circumstances;
    const decision = decide(proposal, new Knowledge(this.reading, figures, today, referenced));
    if (decision.decision === 'refuse') {
      const { refusal, trace } = decision;
      const id = traceIdOf(proposal.id);
      const leaves = trace && !this.reading.find(id);
      this.steps.push({ task, ties, refusal, ...(leaves && { draft: this.draft({ ...trace, id }, task) }) });
      return;
    }
    const content = correctionObjection(proposal, this.reading) ?? (await this.identityOf(decision.proposal));
    if ('code' in content) this.steps.push({ task, ties, refusal: content });
    else this.steps.push({ task, ties, draft: this.draft(decision.proposal, task), ...content });
  }

  /** Adds an event to what is known, and says how to append it. */
  private draft(proposal: Proposal, task: Task): Draft {
    const { stream } = proposal;
    const last = this.reading.of(stream).at(-1);
    const content = contentOf(proposal);
    this.reading.append(provisional(content, stream, last ? last.revision + 1 : 0));
    const amended =
      proposal.type === 'EventCorrected' ? this.reading.find(amendedId(proposal) ?? '')?.type : undefined;
    return {
      stream,
      expected: last ? last.revision : NO_STREAM,
      content,
      fingerprint: task.fingerprint,
      ...(amended !== undefined && isEventType(amended) && { amendedType: amended }),
    };
  }

  /** Claims the number that a person has by this event, and says which one the person no longer has. */
  private async identityOf(proposal: Proposal): Promise<Refusal | Pick<Step, 'freed'>> {
    if (!touchesNumber(proposal, this.reading)) return {};
    const { stream } = proposal;
    const { ids } = this.circumstances;
    const events = this.reading.of(stream);
    const before = await ids.numberIn(events);
    const last = events.at(-1);
    const added = provisional(contentOf(proposal), stream, last ? last.revision + 1 : 0);
    const after = await ids.numberIn([...events, added]);
    if (after?.number === before?.number) return {};
    const objection = after && (await this.claim(after, stream));
    if (objection) return objection;
    return before ? { freed: before } : {};
  }

  private async claim({ number, eventId }: StatedNumber, stream: StreamName): Promise<Refusal | undefined> {
    const { ids, now } = this.circumstances;
    const holder = this.given.get(number);
    const verdict =
      holder !== undefined && holder !== stream ? 'taken' : await ids.claim(number, stream, eventId, now);
    switch (verdict) {
      case 'claimed':
        this.given.set(number, stream);
        return undefined;
      case 'taken':
        return { code: 'DUPLICATE_PERSON', field: 'nationalId', message: refusalMessage('DUPLICATE_PERSON') };
      case 'busy':
        return {
          code: 'CONCURRENT_CHANGE',
          field: 'nationalId',
          message: refusalMessage('CONCURRENT_CHANGE'),
        };
    }
  }
}

/** What intake could not judge, not knowing what is corrected: numbers of identity in fields that are kept in clear. */
function correctionObjection(proposal: Proposal, reading: Reading): Refusal | undefined {
  if (proposal.type !== 'EventCorrected') return undefined;
  const target = reading.find(amendedId(proposal) ?? '');
  if (!target || !isEventType(target.type)) return undefined;
  const { data } = proposal.data as { readonly data: unknown };
  const read = readPayload(target.type, data, { partial: true });
  const [refusal] = 'refusals' in read ? read.refusals : [];
  return refusal && { ...refusal, field: refusal.field === undefined ? 'data' : `data.${refusal.field}` };
}

/** Registrations with a number, and whatever amends a registration. */
function touchesNumber(proposal: Proposal, reading: Reading): boolean {
  if (partsOf(proposal.stream).kind !== 'person') return false;
  const target = reading.find(amendedId(proposal) ?? '');
  if (!target) return numberStatedBy(proposal) !== undefined;
  if (baseOf(target, (id) => reading.find(id)).type !== 'PersonRegistered') return false;
  return proposal.type !== 'EventCorrected' || numberStatedBy(proposal) !== undefined;
}

function contentOf(proposal: Proposal): EventContent {
  const { stream: _, data, ...rest } = proposal;
  return {
    ...rest,
    schemaVersion: definitionOf(proposal.type).schemaVersion,
    data,
  };
}

/** The event as the next decisions of the group see it; where it will come to stand is not known yet. */
function provisional(content: EventContent, stream: StreamName, revision: number): RecordedEvent {
  return { ...content, stream, revision, position: LATEST, recordedAt: '', digest: '' };
}
