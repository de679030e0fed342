/** Plays a story in a world and tells every way in which what was found is not what must hold. */
import type { Difference, Failure } from './failure.js';
import { judgeEntitlement } from './judge-entitlement.js';
import { judgeFact, judgeFindings } from './judge-facts.js';
import type { Expectation, Step, Story } from './story.js';
import type { SendResult, StoryWorld } from './story-world.js';

export async function judgeStory(story: Story, world: StoryWorld): Promise<readonly Failure[]> {
  const failures: Failure[] = [];
  const answers = new Map<string, SendResult>();
  for (const step of story.steps) {
    const answer = await world.send(step.event, step.known);
    const failure = step.repeated
      ? judgeRepetition(answers.get(step.event.id), answer)
      : judgeAnswer(step, answer);
    if (failure) failures.push({ line: step.line, about: step.event.type, explanation: [], ...failure });
    if (!step.repeated) answers.set(step.event.id, answer);
  }
  for (const expectation of story.expectations)
    failures.push(...(await judgeExpectation(expectation, world)));
  return failures.map((failure) => readable(failure, story));
}

function judgeAnswer({ refused, field }: Step, answer: SendResult): Difference | undefined {
  const found = spoken(answer);
  if (refused === undefined)
    return answer.outcome === 'recorded' ? undefined : { expected: 'recorded', found };
  const expected = `refused ${refused}${field === undefined ? '' : ` in ${field}`}`;
  if (answer.outcome !== 'refused' || answer.code !== refused) return { expected, found };
  return field === undefined || names(answer.field, field) ? undefined : { expected, found };
}

/** A refusal may point into the field: `conditionsStated[0].code`. */
function names(found: string | null, field: string): boolean {
  return (
    found === field || found?.startsWith(`${field}.`) === true || found?.startsWith(`${field}[`) === true
  );
}

function judgeRepetition(first: SendResult | undefined, again: SendResult): Difference | undefined {
  if (first === undefined) return { expected: 'an event sent before', found: 'none' };
  const same =
    first.outcome === 'refused'
      ? again.outcome === 'refused' && again.code === first.code
      : again.outcome === 'already-recorded' &&
        again.position === first.position &&
        again.recordedAt === first.recordedAt;
  if (same) return undefined;
  const expected =
    first.outcome === 'refused' ? spoken(first) : spoken({ ...first, outcome: 'already-recorded' });
  return { expected, found: spoken(again) };
}

function spoken(answer: SendResult): string {
  if (answer.outcome !== 'refused') return `${answer.outcome} at position ${answer.position}`;
  return `refused ${answer.code}${answer.field === null ? '' : ` in ${answer.field}`}: ${answer.message}`;
}

async function judgeExpectation(expectation: Expectation, world: StoryWorld): Promise<readonly Failure[]> {
  const { subject, asKnownAt, entitlements, facts, findings, noFindings, state, line } = expectation;
  const failures: Failure[] = [];
  for (const asOf of expectation.asOf) {
    const observed = await world.observe({
      subject,
      asOf,
      asKnownAt,
      entitlements: entitlements.map(({ code }) => code),
      facts: facts.map(({ name }) => name),
      findings: findings.length + noFindings.length > 0,
    });
    const where = `${subject.kind} ${subject.id} on ${asOf}`;
    failures.push(
      ...entitlements.flatMap((expected) =>
        judgeEntitlement(expected, observed.entitlements.get(expected.code), where),
      ),
      ...facts.flatMap((expected) => judgeFact(expected, observed.facts.get(expected.name), where)),
      ...judgeFindings(expectation, observed.findings, where),
    );
    if (state !== undefined && observed.state !== state) {
      failures.push({
        line,
        about: `${where}: state`,
        expected: state,
        found: observed.state ?? 'none',
        explanation: [],
      });
    }
  }
  return failures;
}

function readable(failure: Failure, { labels }: Story): Failure {
  return {
    line: failure.line,
    about: labels.readable(failure.about),
    expected: labels.readable(failure.expected),
    found: labels.readable(failure.found),
    explanation: failure.explanation.map((text) => labels.readable(text)),
  };
}
