import { readdirSync, readFileSync } from 'node:fs';
import { addDays, day, formatDay } from '@ledger/time';
import { ancestorsByCode } from './ancestors-by-code.js';
import { CODES, type Code, type Outcome } from './outcome.js';
import { evaluateIn } from './reference.js';
import { readStory, type ExpectedOutcome, type Expectation, type Story } from './story.js';
import { fenOf, worldAsKnown, type World } from './world.js';

const STORIES = new URL('../stories/first-slice/', import.meta.url);
/** An interval that is open for longer than any life is open for ever. */
const OPEN_FOR_DAYS = 40_000;
/** No right of the slice is lost for less than a month. */
const STEP = 28;

const stories = readdirSync(STORIES)
  .filter((name) => name.endsWith('.story.yaml'))
  .map((name) => readStory(readFileSync(new URL(name, STORIES), 'utf8')));

function outcomeOn(world: World, subject: string, code: Code, asOf: string): Outcome | undefined {
  return evaluateIn(world, subject, asOf)?.entitlements[code];
}

function hasStatusOf(world: World, subject: string, code: Code, asOf: string): (days: number) => boolean {
  const status = outcomeOn(world, subject, code, asOf)?.status;
  return (days) => outcomeOn(world, subject, code, formatDay(addDays(day(asOf), days)))?.status === status;
}

/** First day of the unbroken interval of a status around a day, found day by day. */
function sinceOf(world: World, subject: string, code: Code, asOf: string): string {
  const isSame = hasStatusOf(world, subject, code, asOf);
  let days = 0;
  while (isSame(days - 1)) days--;
  return formatDay(addDays(day(asOf), days));
}

/** Its end; asked in steps of {@link STEP} days first, because an open interval has no end to find. */
function untilOf(world: World, subject: string, code: Code, asOf: string): string | null {
  const isSame = hasStatusOf(world, subject, code, asOf);
  let days = 0;
  while (days < OPEN_FOR_DAYS && isSame(days)) days += STEP;
  if (days >= OPEN_FOR_DAYS) return null;
  while (!isSame(days - 1)) days--;
  return formatDay(addDays(day(asOf), days));
}

/** The reference gives no reasons. */
const IGNORED_KEYS = ['because'];

function expectOutcome(
  world: World,
  subject: string,
  code: Code,
  asOf: string,
  expected: ExpectedOutcome,
): void {
  const found = outcomeOn(world, subject, code, asOf);
  const wanted = typeof expected === 'string' ? { status: expected } : expected;
  for (const [key, value] of Object.entries(wanted)) {
    if (IGNORED_KEYS.includes(key)) continue;
    if (key === 'amount')
      expect([key, found?.amountFen]).toEqual([key, typeof value === 'string' ? fenOf(value) : null]);
    else if (key === 'missing') expect(found?.missing).toEqual(expect.arrayContaining(value as string[]));
    else if (key === 'since') expect([key, sinceOf(world, subject, code, asOf)]).toEqual([key, value]);
    else if (key === 'until') expect([key, untilOf(world, subject, code, asOf)]).toEqual([key, value]);
    else expect([key, found?.[key as keyof Outcome]]).toEqual([key, value]);
  }
}

function check(story: Story, expectation: Expectation): void {
  const world = worldAsKnown(story.events, ancestorsByCode, expectation.position);
  for (const asOf of expectation.days) {
    const facts = evaluateIn(world, expectation.subject, asOf)?.facts;
    for (const [name, value] of Object.entries(expectation.facts))
      expect([name, facts?.[name]]).toEqual([name, value]);
    for (const [code, expected] of Object.entries(expectation.entitlements)) {
      expect(CODES).toContain(code);
      expectOutcome(world, expectation.subject, code as Code, asOf, expected);
    }
  }
}

describe('the reference evaluator', () => {
  it('is asked every story of the first slice', () => {
    expect(stories).toHaveLength(7);
  });

  describe.each(stories)('$title', (story) => {
    const expectations = story.expectations.map((expectation) => ({
      ...expectation,
      when: `${expectation.subject} on ${expectation.days.join(', ')}`,
    }));
    it.each(expectations)('$when', (expectation) => check(story, expectation));
  });
});
