/** Appends what a plan has drafted: events of one stream go in together where nothing stands between them. */
import {
  NO_STREAM,
  type AppendRequest,
  type AppendResult,
  type EventStore,
  type EventToAppend,
  type ExpectedRevision,
  type Place,
} from '@ledger/event-store';
import { needsSealing, sealEvent, type SubjectKeyring, type SubjectKeys } from '@ledger/sealing';
import { refusalMessage, type Position, type StreamName, type Subject } from '@ledger/vocabulary';
import { pauseBefore } from './in-parallel.js';
import { MOST_APPEND_TRIES, MOST_EVENTS_A_RUN } from './limits.js';
import type { NationalIds } from './national-ids.js';
import type { Draft, Plan, Step } from './plan.js';
import { refusedAs, refusedBecause } from './record-result.js';
import type { Task } from './task.js';

/** Steps whose drafts make one append. Refusals go with the drafts that they were decided after. */
interface Run {
  /** Undefined where there is nothing to append. */
  readonly stream: StreamName | undefined;
  readonly expected: ExpectedRevision;
  readonly drafts: Draft[];
  readonly steps: Step[];
}

export interface AppendPorts {
  readonly store: Pick<EventStore, 'append'>;
  readonly ids: NationalIds;
  readonly keyring: SubjectKeyring;
  readonly clock: () => number;
}

/** The keys with which the drafts of these plans are sealed, in one round trip. */
export async function keysFor(plans: readonly Plan[], keys: SubjectKeys): Promise<SubjectKeyring> {
  const drafts = plans.flatMap(({ steps }) => steps.flatMap(({ draft }) => draft ?? []));
  const sealed = drafts.filter(({ content, amendedType }) => needsSealing(content, amendedType));
  const subjects = new Set<Subject>(sealed.map(({ stream }) => stream));
  return subjects.size === 0 ? new Map() : keys.forSealing([...subjects]);
}

/** Settles the tasks of a plan; those that other writers came before stay open and are to be decided anew. */
export async function carryOut(plan: Plan, readAt: Position, ports: AppendPorts): Promise<void> {
  let after = readAt;
  for (const run of runsOf(plan.steps)) {
    const appended = await appendRun(run, { subjects: plan.subjects, after }, ports);
    if (appended === 'unavailable') settleOpen(plan.steps);
    if (typeof appended === 'string') return;
    after = appended.at(-1)?.position ?? after;
  }
}

/** What depends on an append of unknown outcome cannot be decided either. */
function settleOpen(steps: readonly Step[]): void {
  for (const { task } of steps) if (!task.isSettled) task.settle(refusedAs(task.command.id, 'UNAVAILABLE'));
}

/**
 * A step goes into the last run of its stream unless a run after that one shares a tie with it: what has nothing in
 * common need not keep its order, and whole lives go in with a few appends. A refusal waits for what it rests on.
 */
function runsOf(steps: readonly Step[]): readonly Run[] {
  const runs: Run[] = [];
  const lastWith = new Map<string, number>();
  for (const step of steps) {
    const { draft, ties, task } = step;
    let at = Math.max(-1, ...ties.map((tie) => lastWith.get(tie) ?? -1));
    const run = runs[at];
    const joins =
      run !== undefined && (!draft || (run.stream === draft.stream && run.drafts.length < most(run, task)));
    if (joins) {
      run.steps.push(step);
      if (draft) run.drafts.push(draft);
    } else {
      at = runs.push(runOf(step)) - 1;
    }
    for (const tie of ties) lastWith.set(tie, at);
  }
  return runs;
}

/** Events that a run may have, should a task join it. */
function most({ steps }: Run, task: Task): number {
  return task.alone || steps.some((step) => step.task.alone) ? 1 : MOST_EVENTS_A_RUN;
}

function runOf(step: Step): Run {
  const { draft } = step;
  return {
    stream: draft?.stream,
    expected: draft?.expected ?? NO_STREAM,
    drafts: draft ? [draft] : [],
    steps: [step],
  };
}

/** `stale`: what the rest of the plan rests on no longer holds, or is not known to hold. */
type Appended = readonly Place[] | 'stale' | 'unavailable';

async function appendRun(
  { stream, expected, drafts, steps }: Run,
  condition: NonNullable<AppendRequest['condition']>,
  ports: AppendPorts,
): Promise<Appended> {
  if (stream === undefined) {
    settle(steps, [], 'recorded');
    return [];
  }
  const events = drafts.map((draft) => sealed(draft, ports.keyring));
  if (events.includes(undefined)) {
    refuseRetired(steps, events);
    return 'stale';
  }
  const request = { stream, expected, events: events as EventToAppend[], condition, now: ports.clock() };
  const result = await appendCertainly(ports.store, request);
  switch (result.outcome) {
    case 'appended':
      settle(steps, result.places, 'recorded');
      await release(steps, ports.ids);
      return result.places;
    case 'already-appended':
      settle(steps, result.places, 'already-recorded');
      return 'stale'; // another writer's: the condition was not asked
    case 'unknown':
      return 'unavailable';
    case 'refused':
      refused(result.code, steps);
      return 'stale';
  }
}

/** Repeats an append of unknown outcome, with the same ids: what it finds there then, it wrote itself. */
async function appendCertainly(
  store: Pick<EventStore, 'append'>,
  request: AppendRequest,
): Promise<AppendResult> {
  for (let tries = 1; ; tries++) {
    const result = await store.append(request);
    if (result.outcome === 'already-appended' && tries > 1) return { ...result, outcome: 'appended' };
    if (result.outcome !== 'unknown' || tries === MOST_APPEND_TRIES) return result;
    await pauseBefore(tries);
  }
}

/** The event as it is stored; undefined where the key of its subject has been retired. */
function sealed(
  { content, stream, fingerprint, amendedType }: Draft,
  keyring: SubjectKeyring,
): EventToAppend | undefined {
  if (!needsSealing(content, amendedType)) return { content, fingerprint };
  const key = keyring.get(stream);
  return key?.state === 'active' ? { content: sealEvent(content, key, amendedType), fingerprint } : undefined;
}

/** Nothing secret can be recorded about somebody whose key was destroyed or restricted. */
function refuseRetired(steps: readonly Step[], events: readonly (EventToAppend | undefined)[]): undefined {
  const drafted = steps.filter(({ draft }) => draft);
  const { task } = drafted[events.indexOf(undefined)] ?? {};
  task?.settle(refusedAs(task.command.id, 'FORBIDDEN'));
  return undefined;
}

/** Drafts and places stand in the same order. */
function settle(
  steps: readonly Step[],
  places: readonly Place[],
  outcome: 'recorded' | 'already-recorded',
): void {
  let next = 0;
  for (const { task, refusal, draft } of steps) {
    const place = draft ? places[next++] : undefined;
    const { id } = task.command;
    if (refusal) task.settle(refusedBecause(id, refusal));
    else if (draft && place) {
      const { position, recordedAt } = place;
      task.settle({ id, outcome, stream: draft.stream, position, recordedAt });
    }
  }
}

async function release(steps: readonly Step[], ids: NationalIds): Promise<void> {
  for (const { freed, draft } of steps) if (freed && draft) await ids.release(draft.stream, freed);
}

type AppendCode = Extract<AppendResult, { readonly outcome: 'refused' }>['code'];

/** Whoever else wrote, or wrote the same, is seen when the tasks are decided anew; only a size is at fault for good. */
function refused(code: AppendCode, steps: readonly Step[]): void {
  const drafted = steps.filter(({ draft }) => draft);
  const [only, second] = drafted;
  if (code === 'TOO_LARGE' && only && !second) {
    only.task.settle(refusedBecause(only.task.command.id, { code, message: refusalMessage(code) }));
  }
  for (const { task } of steps) task.alone = code === 'TOO_LARGE' || code === 'IDEMPOTENCY_MISMATCH';
}
