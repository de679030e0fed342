/** The rules over whole lives agree with the day-by-day reference, over random lives, at random pairs of clocks. */
import fc from 'fast-check';
import { day, formatDay, pieceAt, type Day } from '@ledger/time';
import { DIVISIONS, Histories, ParameterIndex, World, type Case } from '@ledger/case';
import { FIRST_SLICE } from '@ledger/policy';
import { outcomesOf, type Outcome } from '@ledger/rules';
import type { StreamName } from '@ledger/vocabulary';
import { ancestorsByCode } from '../reference/ancestors-by-code.js';
import { evaluate } from '../reference/reference.js';
import { histories } from '../reference/histories.js';
import { NOT_ENTITLED, type Code, type Outcome as Expected } from '../reference/outcome.js';
import type { RawEvent } from '../reference/history-builder.js';
import { constantFigures, positionOf, recordedOf } from './recorded.js';

const RUNS = Number(process.env['LEDGER_AGREEMENT_RUNS'] ?? 60);
const QUESTIONS = 12;
const dayOfQuestion = fc
  .integer({ min: day('2012-01-01'), max: day('2025-12-31') })
  .map((value) => value as Day);

const told = (truth: Outcome['priority']) => ({ yes: true, no: false, unknown: 'unknown' })[truth];

function answer(world: World, stream: StreamName, code: string, on: Day): Omit<Expected, 'missing'> {
  const definition = FIRST_SLICE.entitlements.get(code);
  if (!definition) throw new Error(code);
  const own = world.caseOf(stream);
  const subjects: Case[] = [];
  if (definition.beneficiary.kind === 'person') {
    if (own.kind === 'person') subjects.push(own);
  } else {
    const kind = definition.beneficiary.household;
    if (own.kind === 'household') {
      if (own.householdKind === kind) subjects.push(own);
    } else {
      const shared = own
        .households(kind)
        .filter(({ membership }) => pieceAt(membership.relation, on).value !== null);
      const last = shared.at(-1);
      if (last) subjects.push(last.household);
    }
  }
  for (const subject of subjects) {
    const found = outcomesOf(definition, subject).find((outcome) => outcome.from <= on && on < outcome.until);
    if (!found) continue;
    return {
      status: found.status,
      amountFen: found.amount,
      per: found.status === 'entitled' ? (found.per as Expected['per']) : null,
      priority: told(found.priority) as Expected['priority'],
      priorityClass: definition.priority
        ? ((found.priorityClass ?? 'unknown') as Expected['priorityClass'])
        : null,
    };
  }
  const { missing: _, ...none } = NOT_ENTITLED;
  return none;
}

/** Contracted land is a household's (events.md, 68): the deciders refuse it in a person's stream. */
const isPersonalLand = (raw: RawEvent): boolean =>
  raw.person !== undefined && raw.data['kind'] === 'CONTRACT_LAND';

it('agrees with the reference', () => {
  let pairs = 0;
  fc.assert(
    fc.property(
      histories,
      fc.array(fc.record({ who: fc.nat(), on: dayOfQuestion, at: fc.nat(), snap: fc.nat({ max: 3 }) }), {
        minLength: QUESTIONS,
        maxLength: QUESTIONS,
      }),
      (history, questions) => {
        const raws = [...constantFigures(), ...history.events.filter((raw) => !isPersonalLand(raw))];
        const recorded = recordedOf(raws);
        const lives = new Histories(recorded);
        for (const question of questions) {
          const subject = history.subjects[question.who % history.subjects.length];
          if (subject === undefined) continue;
          const place = 1 + (question.at % recorded.length);
          const position = positionOf(place);
          const figures = recorded.filter(
            (event) => event.stream.startsWith('division-') && event.position <= position,
          );
          const world = new World(lives, new ParameterIndex(figures, DIVISIONS), position);
          const on = question.snap === 0 ? day(`${formatDay(question.on).slice(0, 8)}01`) : question.on;
          const expected = evaluate(
            recorded.map((event, index) => ({ ...event, position: index + 1 })),
            ancestorsByCode,
            subject,
            { asOf: formatDay(on), position: place },
          );
          if (!expected) continue;
          pairs++;
          for (const [code, { missing: _, ...outcome }] of Object.entries(expected.entitlements) as [
            Code,
            Expected,
          ][]) {
            if (
              subject.startsWith('household-') &&
              FIRST_SLICE.entitlements.get(code)?.beneficiary.kind === 'person'
            )
              continue;
            const found = answer(world, subject as StreamName, code, on);
            expect({ code, subject, on: formatDay(on), place, ...found }).toEqual({
              code,
              subject,
              on: formatDay(on),
              place,
              ...outcome,
            });
          }
        }
      },
    ),
    { numRuns: RUNS },
  );
  expect(pairs).toBeGreaterThan(0);
});
