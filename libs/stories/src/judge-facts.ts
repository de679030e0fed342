/** What must hold of one fact, and of the findings, on one day, against what was found. */
import { sameDecimal } from './decimal.js';
import type { Failure } from './failure.js';
import { unitOfFact } from './known-names.js';
import type { Expectation, ExpectedFact, ExpectedFinding } from './story.js';
import type { ObservedFinding } from './story-world.js';

type FactAnswer = string | number | boolean;

export function judgeFact(
  expected: ExpectedFact,
  found: FactAnswer | undefined,
  where: string,
): readonly Failure[] {
  const { line, name, value } = expected;
  if (found !== undefined && sameValue(name, value, found)) return [];
  return [
    {
      line,
      about: `${where}: fact ${name}`,
      expected: String(value),
      found: found === undefined ? 'nothing: this is not a fact of such a subject' : String(found),
      explanation: [],
    },
  ];
}

function sameValue(name: string, expected: FactAnswer, found: FactAnswer): boolean {
  const [a, b] = [String(expected), String(found)];
  const unit = unitOfFact(name);
  const isNumber = unit === 'money' || unit === 'area' || unit === 'number';
  return a === b || (isNumber && sameDecimal(a, b));
}

export function judgeFindings(
  { findings, noFindings, line }: Pick<Expectation, 'findings' | 'noFindings' | 'line'>,
  observed: readonly ObservedFinding[],
  where: string,
): readonly Failure[] {
  const about = `${where}: findings`;
  const found = observed.map(spoken).join('; ') || 'none';
  const absent = findings
    .filter((expected) => !observed.some((finding) => fits(expected, finding)))
    .map((expected) => ({ line: expected.line, about, expected: spoken(expected), found, explanation: [] }));
  const unwanted = noFindings
    .filter((kind) => observed.some((finding) => finding.kind === kind))
    .map((kind) => ({ line, about, expected: `no ${kind}`, found, explanation: [] }));
  return [...absent, ...unwanted];
}

function fits(expected: ExpectedFinding, found: ObservedFinding): boolean {
  return (
    expected.kind === found.kind &&
    (expected.code === undefined || expected.code === found.code) &&
    (expected.entitlement === undefined || expected.entitlement === found.entitlement) &&
    (expected.since === undefined || expected.since === found.since) &&
    (expected.amount === undefined || (found.amount !== null && sameDecimal(expected.amount, found.amount)))
  );
}

function spoken({ kind, code, entitlement, since, amount }: ExpectedFinding | ObservedFinding): string {
  const parts = [kind, code, entitlement, since && `since ${since}`, amount && `amount ${amount}`];
  return parts.filter((part) => part !== undefined && part !== null).join(' ');
}
