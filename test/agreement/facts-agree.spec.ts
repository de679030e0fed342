/** Facts over whole lives agree with the day-by-day reference, over random lives, at random pairs of clocks. */
import fc from 'fast-check';
import { DIVISIONS, Histories, ParameterIndex, World, type Case } from '@ledger/case';
import { FIRST_SLICE, factOver, factsAbout } from '@ledger/policy';
import { writtenFact } from '@ledger/rules';
import { day, formatDay, pieceAt, UNKNOWN, type Day } from '@ledger/time';
import type { StreamName } from '@ledger/vocabulary';
import { ancestorsByCode } from '../reference/ancestors-by-code.js';
import { histories } from '../reference/histories.js';
import type { RawEvent } from '../reference/history-builder.js';
import { evaluate, type Evaluation } from '../reference/reference.js';
import { constantFigures, positionOf, recordedOf } from './recorded.js';

const RUNS = Number(process.env['LEDGER_AGREEMENT_RUNS'] ?? 60);
const questions = fc.array(
  fc.record({
    who: fc.nat(),
    on: fc.integer({ min: day('2012-01-01'), max: day('2025-12-31') }).map((value) => value as Day),
    at: fc.nat(),
  }),
  { minLength: 6, maxLength: 6 },
);

/** Facts as written at the boundary, areas without trailing zeros as the ledger writes them. */
function factsOn(subject: Case, on: Day): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    factsAbout(FIRST_SLICE, subject).map(({ name, unit }) => {
      const { value } = pieceAt(factOver(FIRST_SLICE, subject, name), on);
      return [name, value === UNKNOWN ? 'unknown' : writtenFact(value, unit)];
    }),
  );
}

const RIGHTS_OF_HOUSEHOLDS: ReadonlySet<unknown> = new Set(['CONTRACT_LAND', 'HOMESTEAD']);
/** Contracted land and homesteads are a household's, membership of the collective a person's: the deciders refuse the rest. */
const isOfAnother = ({ person, data: { kind } }: RawEvent): boolean =>
  RIGHTS_OF_HOUSEHOLDS.has(kind)
    ? person !== undefined
    : kind === 'COLLECTIVE_MEMBERSHIP' && person === undefined;

const written = (name: string, value: Evaluation['facts'][string]): string => {
  if (value === null) return 'none';
  return name === 'housingAreaPerHead' && value !== 'unknown' ? String(Number(value)) : String(value);
};

it('agree with the reference', () => {
  fc.assert(
    fc.property(histories, questions, (history, asked) => {
      const recorded = recordedOf([
        ...constantFigures(),
        ...history.events.filter((raw) => !isOfAnother(raw)),
      ]);
      const lives = new Histories(recorded);
      for (const { who, on, at } of asked) {
        const subject = history.subjects[who % history.subjects.length] as StreamName;
        const place = 1 + (at % recorded.length);
        const figures = recorded.slice(0, place).filter(({ stream }) => stream.startsWith('division-'));
        const world = new World(lives, new ParameterIndex(figures, DIVISIONS), positionOf(place));
        const known = recorded.map((event, index) => ({ ...event, position: index + 1 }));
        const expected = evaluate(known, ancestorsByCode, subject, { asOf: formatDay(on), position: place });
        if (!expected) continue;
        const found = factsOn(world.caseOf(subject), on);
        for (const [name, value] of Object.entries(expected.facts)) {
          if (!(name in found)) continue; // told of its members only
          const question = `${name} of ${subject} on ${formatDay(on)} at ${String(place)}`;
          expect([question, found[name]]).toEqual([question, written(name, value)]);
        }
      }
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
});
