/** One entry of a story's `expect`. */
import { parseDay } from '@ledger/time';
import { FINDING_KINDS } from '@ledger/findings';
import { STREAM_KINDS } from '@ledger/vocabulary';
import { isDecimal } from './decimal.js';
import { entriesOf, knownWord, textOf, type Entries } from './entries.js';
import { parseInstant } from './instant.js';
import { ENTITLEMENT_CODES, FACT_NAMES, FINDING_CODES, MISSABLE_NAMES } from './known-names.js';
import type { Labels } from './labels.js';
import type { Located } from './located.js';
import type { Problems } from './problem.js';
import { readSubject } from './read-event.js';
import { idNamed } from './read-payload.js';
import type {
  Expectation,
  ExpectedEntitlement,
  ExpectedFact,
  ExpectedFinding,
  PriorityAnswer,
} from './story.js';

const EXPECTATION_KEYS = [
  'asOf',
  'asKnownAt',
  ...STREAM_KINDS,
  'entitlements',
  'facts',
  'findings',
  'noFindings',
  'state',
];
const OUTCOME_KEYS = [
  'status',
  'since',
  'until',
  'amount',
  'per',
  'priority',
  'priorityClass',
  'because',
  'missing',
];
const FINDING_KEYS = ['kind', 'code', 'entitlement', 'since', 'amount'];
const STATUSES = ['entitled', 'not-entitled', 'undetermined'] as const;
const PERS = ['once', 'day', 'month', 'term', 'year'] as const;
const PRIORITY_CLASSES = ['A', 'B', 'C', 'D', 'E'] as const;

export interface ExpectationReading {
  readonly labels: Labels;
  readonly problems: Problems;
  /** When the story's last event was known; what holds is asked then unless the expectation says when. */
  readonly lastKnown: number;
}

export function readExpectation(entry: Entries, reading: ExpectationReading): Expectation | undefined {
  const { labels, problems } = reading;
  entry.allow(EXPECTATION_KEYS);
  const subject = readSubject(entry, labels, problems);
  const asOf = readDays(entry, problems);
  const state = entry.text('state');
  const shared = {
    line: entry.line,
    asOf,
    asKnownAt: readAsKnownAt(entry, reading),
    entitlements: readEntitlements(entry, reading),
    facts: readFacts(entry, problems),
    findings: (entry.list('findings') ?? []).flatMap((item) => readFinding(item, problems)),
    noFindings: (entry.list('noFindings') ?? []).flatMap((item) => {
      const kind = textOf(item, 'a kind of finding', problems);
      return kind === undefined
        ? []
        : (knownWord(kind, item.line, 'kind of finding', FINDING_KINDS, problems) ?? []);
    }),
  };
  return subject && { ...shared, subject, ...(state === undefined ? {} : { state }) };
}

function readDays(entry: Entries, problems: Problems): readonly string[] {
  if (!entry.has('asOf')) problems.add(entry.line, 'asOf is missing: the day on which it must hold');
  if (entry.located('asOf')?.kind !== 'list') return [entry.date('asOf')].flatMap((day) => day ?? []);
  const days = entry.list('asOf') ?? [];
  if (days.length === 0) problems.add(entry.lineOf('asOf'), 'asOf names no day');
  return days.flatMap((item) => {
    const day = textOf(item, 'a day', problems);
    if (day !== undefined && parseDay(day) === undefined) problems.add(item.line, `there is no day ${day}`);
    return day ?? [];
  });
}

function readAsKnownAt(entry: Entries, { problems, lastKnown }: ExpectationReading): number {
  const written = entry.text('asKnownAt');
  if (written === undefined) return lastKnown;
  const instant = parseInstant(written);
  if (instant === undefined) {
    problems.add(
      entry.lineOf('asKnownAt'),
      `asKnownAt: ${written} is no instant; one is written 2020-04-01T00:00:00+08:00`,
    );
  }
  return instant ?? lastKnown;
}

function readEntitlements(entry: Entries, reading: ExpectationReading): readonly ExpectedEntitlement[] {
  return (entry.entries('entitlements')?.all() ?? []).flatMap(([code, { line, value }]) => {
    if (!ENTITLEMENT_CODES.has(code)) reading.problems.unknown(line, 'entitlement', code, ENTITLEMENT_CODES);
    if (value.kind !== 'scalar') return readOutcome(code, line, value, reading);
    const word = textOf(value, code, reading.problems);
    const status =
      word === undefined ? undefined : knownWord(word, line, 'status', STATUSES, reading.problems);
    return status === undefined ? [] : [{ line, code, status }];
  });
}

function readOutcome(
  code: string,
  line: number,
  value: Located,
  reading: ExpectationReading,
): readonly ExpectedEntitlement[] {
  const { labels, problems } = reading;
  const outcome = entriesOf(value, code, problems);
  if (!outcome) return [];
  outcome.allow(OUTCOME_KEYS);
  const written = {
    status: outcome.word('status', 'status', STATUSES),
    since: outcome.dateOrNull('since'),
    until: outcome.dateOrNull('until'),
    amount: readAmount(outcome, problems),
    per: outcome.word('per', 'period of an amount', PERS),
    priority: readPriority(outcome, problems),
    priorityClass: outcome.word('priorityClass', 'priority class', PRIORITY_CLASSES),
    because: outcome.list('because')?.flatMap((item) => {
      const label = textOf(item, 'an event', problems);
      return label === undefined
        ? []
        : [idNamed('event', label, item.line, { labels, problems, strangers: false })];
    }),
    missing: outcome.list('missing')?.flatMap((item) => {
      const name = textOf(item, 'a fact or parameter', problems);
      if (name !== undefined && !MISSABLE_NAMES.has(name))
        problems.unknown(item.line, 'fact or parameter', name, MISSABLE_NAMES);
      return name ?? [];
    }),
  };
  return [{ line, code, ...whatIsWritten(written) }];
}

type Written<T> = { readonly [Key in keyof T]?: Exclude<T[Key], undefined> };

function whatIsWritten<T extends object>(values: T): Written<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Written<T>;
}

function readAmount(entry: Entries, problems: Problems): string | null | undefined {
  const amount = entry.textOrNull('amount');
  if (typeof amount === 'string' && !isDecimal(amount))
    problems.add(entry.lineOf('amount'), 'amount is decimal text: "105.00"');
  return amount;
}

function readPriority(entry: Entries, problems: Problems): PriorityAnswer | undefined {
  const value = entry.scalar('priority');
  if (value === undefined) return undefined;
  return knownWord(
    String(value),
    entry.lineOf('priority'),
    'priority',
    ['true', 'false', 'unknown'],
    problems,
  );
}

function readFacts(entry: Entries, problems: Problems): readonly ExpectedFact[] {
  return (entry.entries('facts')?.all() ?? []).flatMap(([name, { line, value }]) => {
    if (!FACT_NAMES.has(name)) problems.unknown(line, 'fact', name, FACT_NAMES);
    if (value.kind === 'scalar' && value.value !== null) return [{ line, name, value: value.value }];
    problems.add(line, `${name}: a fact has one value; where nobody has said it, unknown`);
    return [];
  });
}

function readFinding(item: Located, problems: Problems): readonly ExpectedFinding[] {
  const finding = entriesOf(item, 'a finding', problems);
  if (!finding) return [];
  finding.allow(FINDING_KEYS);
  if (!finding.has('kind')) problems.add(finding.line, 'kind is missing');
  const kind = finding.word('kind', 'kind of finding', FINDING_KINDS);
  const written = {
    code: finding.word('code', 'conflict code', FINDING_CODES),
    entitlement: finding.word('entitlement', 'entitlement', ENTITLEMENT_CODES),
    since: finding.date('since'),
    amount: readAmount(finding, problems) ?? undefined,
  };
  return kind === undefined ? [] : [{ line: item.line, kind, ...whatIsWritten(written) }];
}
