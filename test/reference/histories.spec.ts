import fc from 'fast-check';
import { dayInShanghai, day, firstOfMonth, firstOfNextMonth, formatDay, addDays } from '@ledger/time';
import { validateData, type EventTypeName } from '@ledger/vocabulary';
import { ancestorsByCode } from './ancestors-by-code.js';
import { asKnownEvents, clocksOver, histories, type History, type RawEvent } from './histories.js';
import { CODES, type Code } from './outcome.js';
import { evaluateIn } from './reference.js';
import { worldAsKnown } from './world.js';

const HISTORIES_WITH_CLOCKS = histories.chain((history) =>
  fc.record({ history: fc.constant(history), clocks: clocksOver(history.events) }),
);
const RUNS = 60;
/** Enough that whatever a code can come to, it comes to. */
const SAMPLES = 250;
const SEED = 20191205;

const DECIDED_MONTHLY: readonly Code[] = ['pension.resident.monthly', 'welfare.disability.nursing'];

function evaluationsAt(history: History, events: readonly RawEvent[], known: number, asOf: string) {
  const world = worldAsKnown(asKnownEvents(events), ancestorsByCode, known);
  return history.subjects.map((subject) => evaluateIn(world, subject, asOf));
}

/** What is wrong with the payload of an event or of a correction, by the one schema of its type. */
function problemsOf(event: RawEvent, events: readonly RawEvent[]) {
  const judged = validateData(event.type as EventTypeName, event.data);
  if (!judged.ok) return judged.problems;
  const corrected = events.find((other) => other.id === event.data['corrects']);
  if (corrected === undefined) return [];
  const partly = validateData(corrected.type as EventTypeName, event.data['data'], { partial: true });
  return partly.ok ? [] : partly.problems;
}

describe('random histories', () => {
  it('are told in order, of days that have come, in payloads that their schemas admit', () => {
    fc.assert(
      fc.property(histories, ({ events }) => {
        expect(new Set(events.map((event) => event.id)).size).toBe(events.length);
        expect(events.map((event) => event.knownAt)).toEqual(events.map((event) => event.knownAt).sort());
        for (const event of events) {
          expect([event.type, problemsOf(event, events)]).toEqual([event.type, []]);
          if (event.type === 'ParameterSet') continue;
          expect(day(event.effectiveOn)).toBeLessThanOrEqual(dayInShanghai(Date.parse(event.knownAt)));
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('are the same for the same draw', () => {
    const draw = () => fc.sample(histories, { numRuns: 3, seed: SEED });
    expect(draw()).toEqual(draw());
  });

  it('lead every entitlement to each of its outcomes', () => {
    const reached = new Map<Code, Set<string>>(CODES.map((code) => [code, new Set()]));
    for (const { history, clocks } of fc.sample(HISTORIES_WITH_CLOCKS, { numRuns: SAMPLES, seed: SEED })) {
      for (const evaluation of evaluationsAt(history, history.events, clocks.known, clocks.asOf)) {
        for (const code of CODES) {
          if (evaluation) reached.get(code)?.add(evaluation.entitlements[code].status);
        }
      }
    }
    const all = ['entitled', 'not-entitled', 'undetermined'];
    const found = Object.fromEntries([...reached].map(([code, statuses]) => [code, [...statuses].sort()]));
    // The hukou is always stated, and so is the age of enrolment: only a missing figure leaves these open.
    const {
      'land.no-condition': noCondition,
      'pension.resident.premium-subsidy': premium,
      ...others
    } = found;
    expect(noCondition).toEqual(['entitled', 'not-entitled']);
    expect(premium).toEqual(expect.arrayContaining(['entitled', 'not-entitled']));
    for (const [code, statuses] of Object.entries(others)) expect([code, statuses]).toEqual([code, all]);
  });
});

describe('the reference, over random histories', () => {
  it('answers as known at a position without regard to what came later', () => {
    fc.assert(
      fc.property(HISTORIES_WITH_CLOCKS, ({ history, clocks }) => {
        const { known, asOf } = clocks;
        const prefix = history.events.slice(0, known);
        expect(evaluationsAt(history, history.events, known, asOf)).toEqual(
          evaluationsAt(history, prefix, known, asOf),
        );
      }),
      { numRuns: RUNS },
    );
  });

  it('decides a monthly right once a month', () => {
    fc.assert(
      fc.property(HISTORIES_WITH_CLOCKS, fc.nat({ max: 30 }), ({ history, clocks }, days) => {
        const first = firstOfMonth(day(clocks.asOf));
        const other = addDays(first, days) < firstOfNextMonth(first) ? addDays(first, days) : first;
        const [before, after] = [clocks.asOf, formatDay(other)].map((asOf) =>
          evaluationsAt(history, history.events, clocks.known, asOf),
        );
        for (const [index, subject] of history.subjects.entries()) {
          const codes: readonly Code[] = subject.startsWith('person-') ? DECIDED_MONTHLY : ['assist.dibao'];
          for (const code of codes) {
            expect(before?.[index]?.entitlements[code]).toEqual(after?.[index]?.entitlements[code]);
          }
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('forgets a voiding that is reversed', () => {
    fc.assert(
      fc.property(HISTORIES_WITH_CLOCKS, fc.nat(), ({ history, clocks }, choice) => {
        const target = history.events[choice % history.events.length];
        if (target === undefined) return;
        const voiding = { ...target, id: 'voiding', type: 'EventVoided', data: { voids: target.id } };
        const reversal = {
          ...target,
          id: 'reversal',
          type: 'VoidingReversed',
          data: { reverses: 'voiding' },
        };
        const amended = [...history.events, voiding, reversal];
        expect(evaluationsAt(history, amended, amended.length, clocks.asOf)).toEqual(
          evaluationsAt(history, history.events, history.events.length, clocks.asOf),
        );
      }),
      { numRuns: RUNS },
    );
  });
});
