/** Reads a story file for the reference: its events in the ledger's order, and what must hold. */
import { day, startInShanghai } from '@ledger/time';
import { parse } from 'yaml';
import { text, type KnownEvent, type Payload } from './events.js';
import { PUBLISHED_FIGURES } from './published-figures.js';

interface WrittenEvent extends Payload {
  readonly id?: string;
  readonly type?: string;
  readonly person?: string;
  readonly household?: string;
  readonly division?: string;
  readonly on: string;
  readonly until?: string;
  readonly known?: string;
  readonly confidence?: KnownEvent['confidence'];
  readonly data?: Payload;
  readonly refused?: string;
}

export type ExpectedOutcome = string | (Payload & { readonly status: string });

export interface Expectation {
  readonly days: readonly string[];
  readonly position: number;
  /** `person-<label>` or `household-<label>` */
  readonly subject: string;
  readonly entitlements: Readonly<Record<string, ExpectedOutcome>>;
  readonly facts: Payload;
}

export interface Story {
  readonly title: string;
  readonly events: readonly KnownEvent[];
  readonly expectations: readonly Expectation[];
}

interface Timed {
  readonly instant: number;
  readonly event: Omit<KnownEvent, 'position'>;
}

const NOON = 12 * 3_600_000;

export function readStory(source: string): Story {
  const written = parse(source) as { story: string; events: WrittenEvent[]; expect: Payload[] };
  const told = timed(written.events);
  const log = [...publishedFigures(), ...told].sort((a, b) => a.instant - b.instant);
  const lastInstant = told.at(-1)?.instant ?? 0;
  return {
    title: written.story,
    events: log.map(({ event }, index) => ({ ...event, position: index + 1 })),
    expectations: written.expect.map((expected) => expectationOf(expected, log, lastInstant)),
  };
}

function publishedFigures(): readonly Timed[] {
  return PUBLISHED_FIGURES.map(({ division, publishedOn, ...figure }, index) => ({
    instant: publishedOn === undefined ? Number.NEGATIVE_INFINITY : startInShanghai(day(publishedOn)),
    event: {
      id: `figure-${index}`,
      type: 'ParameterSet',
      stream: `division-${division}`,
      effectiveOn: figure.validFrom,
      confidence: 'verified',
      data: figure,
    },
  }));
}

/** Events that are refused never exist; an event sent again changes nothing. */
function timed(written: readonly WrittenEvent[]): readonly Timed[] {
  let last = Number.NEGATIVE_INFINITY;
  const result: Timed[] = [];
  for (const [index, one] of written.entries()) {
    if (one.type === undefined) continue;
    const noon = startInShanghai(day(one.on)) + NOON;
    last = one.known === undefined ? Math.max(noon, last) : Date.parse(one.known);
    if (one.refused === undefined) result.push({ instant: last, event: eventOf(one, one.type, index) });
  }
  return result;
}

function eventOf(one: WrittenEvent, type: string, index: number): Timed['event'] {
  return {
    id: one.id ?? `event-${index}`,
    type,
    stream: streamOf(one),
    effectiveOn: one.on,
    ...(one.until === undefined ? {} : { effectiveUntil: one.until }),
    confidence: one.confidence ?? 'verified',
    data:
      type === 'EventCorrected'
        ? { corrects: one['corrects'], data: one.data ?? {}, effectiveOn: one.on }
        : { ...one.data, voids: one['voids'], reverses: one['reverses'] },
  };
}

function streamOf(one: Payload): string {
  for (const kind of ['person', 'household', 'division']) {
    const label = text(one, kind);
    if (label !== undefined) return `${kind}-${label}`;
  }
  throw new Error('an event or expectation without a subject');
}

function expectationOf(expected: Payload, log: readonly Timed[], lastInstant: number): Expectation {
  const asKnownAt = expected['asKnownAt'];
  const instant = typeof asKnownAt === 'string' ? Date.parse(asKnownAt) : lastInstant;
  const asOf = expected['asOf'];
  return {
    days: Array.isArray(asOf) ? asOf.map(String) : [String(asOf)],
    position: log.filter((entry) => entry.instant <= instant).length,
    subject: streamOf(expected),
    entitlements: (expected['entitlements'] ?? {}) as Expectation['entitlements'],
    facts: (expected['facts'] ?? {}) as Payload,
  };
}
