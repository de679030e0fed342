/** A story's event as a mutation of the public interface, and what it answers. */
import type { Command } from '@ledger/intake';
import type { SendResult, StoryEvent } from '@ledger/stories';

export interface AnsweredResult {
  readonly outcome: 'RECORDED' | 'ALREADY_RECORDED' | 'REFUSED';
  readonly position: string | null;
  readonly recordedAt: string | null;
  readonly code: string | null;
  readonly field: string | null;
  readonly message: string | null;
}

interface Mutation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const RESULT = 'outcome position recordedAt code field message';

/** Amendments have mutations of their own; everything else is one life event. */
const AMENDING: Readonly<
  Record<string, { readonly mutation: string; readonly input: string; readonly fields: readonly string[] }>
> = {
  EventCorrected: {
    mutation: 'correctEvent',
    input: 'CorrectEventInput',
    fields: ['corrects', 'data', 'reason'],
  },
  EventVoided: { mutation: 'voidEvent', input: 'VoidEventInput', fields: ['voids', 'reason'] },
  VoidingReversed: {
    mutation: 'reverseVoiding',
    input: 'ReverseVoidingInput',
    fields: ['reverses', 'reason'],
  },
};

export function mutationOf(event: StoryEvent | Command): Mutation {
  const amending = AMENDING[event.type];
  if (!amending) return lifeEvent(event);
  const { id, source, effectiveOn } = event;
  const said = Object.fromEntries(amending.fields.map((field) => [field, event.data[field]]));
  const moved = event.type === 'EventCorrected' ? { effectiveOn } : {};
  return {
    query: `mutation Amend($input: ${amending.input}!) { result: ${amending.mutation}(input: $input) { ${RESULT} } }`,
    variables: { input: { id, source, ...moved, ...said } },
  };
}

function lifeEvent(event: StoryEvent | Command): Mutation {
  const { id, type, effectiveOn, effectiveUntil, source, confidence, evidence, data } = event;
  const { kind } = event.subject;
  const subject =
    'nationalId' in event.subject ? { nationalId: event.subject.nationalId } : { [kind]: event.subject.id };
  const input = {
    ...{ id, effectiveOn, subject, source },
    ...(effectiveUntil !== undefined && { effectiveUntil }),
    ...(confidence !== undefined && { confidence }),
    ...(evidence !== undefined && { evidence }),
    event: { [type.charAt(0).toLowerCase() + type.slice(1)]: data },
  };
  return {
    query: `mutation Send($events: [LifeEventInput!]!) { result: recordLifeEvents(events: $events) { ${RESULT} } }`,
    variables: { events: [input] },
  };
}

export function sendResultOf(answer: AnsweredResult | readonly AnsweredResult[]): SendResult {
  const result = (Array.isArray(answer) ? answer[0] : answer) as AnsweredResult | undefined;
  if (!result) throw new Error('an event has a result');
  const { outcome, position, recordedAt, code, field, message } = result;
  if (outcome === 'REFUSED') return { outcome: 'refused', code: code ?? '', field, message: message ?? '' };
  return {
    outcome: outcome === 'RECORDED' ? 'recorded' : 'already-recorded',
    position: position ?? '',
    recordedAt: recordedAt ?? '',
  };
}
