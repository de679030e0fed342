/** Laws of order: what is recorded side by side does not disturb each other, however a file mixes and cuts it. */
import fc from 'fast-check';
import { EXAMPLES, type Example, type Line } from '@ledger/deciders/testing';
import { commandOf, memoryPorts, memoryRecorder, outcomesOf } from './testing/index.js';

const examples = Object.values(EXAMPLES)
  .flat()
  .filter(({ line }) => line.division === undefined);

const linesOf = ({ given, line }: Example): readonly Line[] => [...given, line];

/** Some lives, their lines mixed so that each keeps its own order, and the sizes of the batches in which they come. */
const mixed = fc.record({
  lives: fc.uniqueArray(fc.constantFrom(...examples), {
    minLength: 2,
    maxLength: 12,
    selector: ({ title }) => title,
  }),
  turns: fc.array(fc.nat({ max: 1_000 }), { minLength: 80, maxLength: 80 }),
  batch: fc.integer({ min: 1, max: 40 }),
});

function interleaved(lives: readonly Example[], turns: readonly number[]): readonly Line[] {
  const waiting = lives.map((life) => [...linesOf(life)]);
  const told: Line[] = [];
  for (let turn = 0; waiting.some((life) => life.length > 0); turn++) {
    const left = waiting.filter((life) => life.length > 0);
    const next = left[(turns[turn % turns.length] ?? 0) % left.length]?.shift();
    if (next) told.push(next);
  }
  return told;
}

describe('lives that are mixed in one file', () => {
  it('are recorded as each would be by itself', async () => {
    await fc.assert(
      fc.asyncProperty(mixed, async ({ lives, turns, batch }) => {
        const ports = memoryPorts();
        const recorder = await memoryRecorder(ports);
        const told = interleaved(lives, turns);
        const outcomes = new Map<string, string>();
        for (let from = 0; from < told.length; from += batch) {
          const part = told.slice(from, from + batch);
          const results = await recorder.recordAll(part.map(commandOf));
          outcomesOf(results).forEach((outcome, index) => outcomes.set(part[index]?.id ?? '', outcome));
        }
        for (const { given, line, refused } of lives) {
          expect(given.map(({ id }) => outcomes.get(id))).toEqual(given.map(() => 'recorded'));
          expect(outcomes.get(line.id)).toBe(refused?.code ?? 'recorded');
          await expectInOrder(ports.store, linesOf({ title: '', given, line }), outcomes);
        }
      }),
      { numRuns: 25 },
    );
  });
});

/** In each stream, what was recorded stands in the order in which it was told. */
async function expectInOrder(
  store: ReturnType<typeof memoryPorts>['store'],
  told: readonly Line[],
  outcomes: ReadonlyMap<string, string>,
): Promise<void> {
  const recorded = await store.findEvents(told.map(({ id }) => id));
  for (const stream of new Set(recorded.map((event) => event.stream))) {
    const inLog = recorded.filter((event) => event.stream === stream).map(({ id }) => id);
    const inFile = told
      .filter(({ id }) => outcomes.get(id) === 'recorded' && inLog.includes(id))
      .map(({ id }) => id);
    expect(inLog).toEqual(inFile);
  }
}
