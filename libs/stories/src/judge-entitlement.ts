/** What must hold of one entitlement on one day, against what was found. */
import { sameDecimal } from './decimal.js';
import { eventsNamedIn, explanationLines } from './explanation-lines.js';
import type { Difference, Failure } from './failure.js';
import type { ExpectedEntitlement, PriorityAnswer } from './story.js';
import type { ObservedEntitlement } from './story-world.js';

export function judgeEntitlement(
  expected: ExpectedEntitlement,
  observed: ObservedEntitlement | undefined,
  where: string,
): readonly Failure[] {
  const about = `${where}: ${expected.code}`;
  const { line } = expected;
  if (!observed) {
    const found = 'nothing: this is not an entitlement of such a subject';
    return [{ line, about, expected: expected.status ?? 'an answer', found, explanation: [] }];
  }
  const differences = [...outcomeDifferences(expected, observed), ...groundDifferences(expected, observed)];
  if (differences.length === 0) return [];
  return [
    {
      line,
      about,
      expected: differences.map((difference) => difference.expected).join(', '),
      found: differences.map((difference) => difference.found).join(', '),
      explanation: observed.explanation ? explanationLines(observed.explanation) : [],
    },
  ];
}

function outcomeDifferences(
  expected: ExpectedEntitlement,
  observed: ObservedEntitlement,
): readonly Difference[] {
  return [
    ...different('status', expected.status, observed.status),
    ...different('since', expected.since, observed.since),
    ...different('until', expected.until, observed.until),
    ...different('amount', expected.amount, observed.amount, sameAmount),
    ...different('per', expected.per, observed.per),
    ...different('priority', expected.priority, PRIORITY[observed.priority]),
    ...different('priority class', expected.priorityClass, observed.priorityClass),
  ];
}

const PRIORITY: Readonly<Record<ObservedEntitlement['priority'], PriorityAnswer>> = {
  yes: 'true',
  no: 'false',
  unknown: 'unknown',
};

function different(
  name: string,
  expected: string | null | undefined,
  found: string | null,
  same: (a: string | null, b: string | null) => boolean = (a, b) => a === b,
): readonly Difference[] {
  if (expected === undefined || same(expected, found)) return [];
  return [{ expected: `${name} ${expected ?? 'null'}`, found: `${name} ${found ?? 'null'}` }];
}

function sameAmount(a: string | null, b: string | null): boolean {
  return a === null || b === null ? a === b : sameDecimal(a, b);
}

function groundDifferences(
  expected: ExpectedEntitlement,
  observed: ObservedEntitlement,
): readonly Difference[] {
  const named = observed.explanation ? eventsNamedIn(observed.explanation) : new Set<string>();
  const unnamed = (expected.because ?? []).filter((event) => !named.has(event));
  const notMissing = (expected.missing ?? []).filter((name) => !observed.missing.includes(name));
  const differences: Difference[] = [];
  if (unnamed.length > 0) {
    differences.push({
      expected: `because of ${unnamed.join(', ')}`,
      found: `because of ${[...named].join(', ') || 'no event'}`,
    });
  }
  if (notMissing.length > 0) {
    differences.push({
      expected: `missing ${notMissing.join(', ')}`,
      found: `missing ${observed.missing.join(', ') || 'nothing'}`,
    });
  }
  return differences;
}
