/** What the reference reads: events in the ledger's order, and what they say once all known amendments are applied. */
import { day, END, type Day } from '@ledger/time';

export type Payload = Readonly<Record<string, unknown>>;

/** An event of the ledger, as the reference needs it. */
export interface KnownEvent {
  readonly id: string;
  readonly type: string;
  /** `person-<uuid>`, `household-<uuid>` or `division-<code>` */
  readonly stream: string;
  readonly position: number;
  /** `YYYY-MM-DD` */
  readonly effectiveOn: string;
  /** `YYYY-MM-DD`, exclusive */
  readonly effectiveUntil?: string;
  readonly confidence: 'verified' | 'declared' | 'imported';
  readonly data: Payload;
}

/** An event that stands as known at some position, with the content that its corrections have given it. */
export interface Statement {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly position: number;
  readonly on: Day;
  /** exclusive; END where it has none */
  readonly until: Day;
  readonly confidence: KnownEvent['confidence'];
  readonly data: Payload;
}

const AMENDMENTS = ['EventCorrected', 'EventVoided', 'VoidingReversed'];

/** Everything that stands as known at a position, by day and, on one day, by position. */
export function statementsAsKnown(events: readonly KnownEvent[], position: number): readonly Statement[] {
  const known = events.filter((event) => event.position <= position).sort((a, b) => a.position - b.position);
  const amendments = known.filter((event) => AMENDMENTS.includes(event.type));
  return known
    .filter((event) => !AMENDMENTS.includes(event.type) && isInForce(event, amendments))
    .map((event) => corrected(event, amendments))
    .sort((a, b) => a.on - b.on || a.position - b.position);
}

/** An event stands unless a voiding of it stands; a voiding stands unless it is voided itself or a reversal of it stands. */
function isInForce(event: KnownEvent, amendments: readonly KnownEvent[]): boolean {
  for (const amendment of amendments) {
    if (amendment.stream !== event.stream || amendment.position <= event.position) continue;
    const voids = amendment.type === 'EventVoided' && amendment.data['voids'] === event.id;
    const reverses = amendment.type === 'VoidingReversed' && amendment.data['reverses'] === event.id;
    if ((voids || reverses) && isInForce(amendment, amendments)) return false;
  }
  return true;
}

/** The event with every correction that stands applied, in the order of their positions; a field named is replaced whole. */
function corrected(event: KnownEvent, amendments: readonly KnownEvent[]): Statement {
  let data = event.data;
  let on = event.effectiveOn;
  for (const amendment of amendments) {
    if (amendment.type !== 'EventCorrected' || amendment.data['corrects'] !== event.id) continue;
    if (amendment.stream !== event.stream || !isInForce(amendment, amendments)) continue;
    const correction = corrected(amendment, amendments).data;
    data = { ...data, ...group(correction, 'data') };
    on = text(correction, 'effectiveOn') ?? on;
  }
  return {
    id: event.id,
    type: event.type,
    stream: event.stream,
    position: event.position,
    on: day(on),
    until: event.effectiveUntil === undefined ? END : day(event.effectiveUntil),
    confidence: event.confidence,
    data,
  };
}

export function text(data: Payload, field: string): string | undefined {
  const value = data[field];
  return typeof value === 'string' ? value : undefined;
}

export function number(data: Payload, field: string): number | undefined {
  const value = data[field];
  return typeof value === 'number' ? value : undefined;
}

export function flag(data: Payload, field: string): boolean | undefined {
  const value = data[field];
  return typeof value === 'boolean' ? value : undefined;
}

export function date(data: Payload, field: string): Day | undefined {
  const value = text(data, field);
  return value === undefined ? undefined : day(value);
}

export function texts(data: Payload, field: string): readonly string[] | undefined {
  const value = data[field];
  return Array.isArray(value)
    ? value.filter((entry): entry is string => typeof entry === 'string')
    : undefined;
}

export function group(data: Payload, field: string): Payload {
  const value = data[field];
  return typeof value === 'object' && value !== null ? (value as Payload) : {};
}
