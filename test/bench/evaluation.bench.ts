/**
 * Whole lives: every entitlement of everybody in a population, from recorded events to outcomes, against the same eight
 * rules written by hand over the same events. Both must come to the same, or nothing is said.
 */
import { DIVISIONS, Histories, ParameterIndex, World } from '@ledger/case';
import { FIRST_SLICE } from '@ledger/policy';
import { isBeneficiary, outcomesOf, type Outcome } from '@ledger/rules';
import { day, type Day } from '@ledger/time';
import type { RecordedEvent, StreamName } from '@ledger/vocabulary';
import { evaluateByHand, Figures } from './hand-written.js';
import { median, ratioOf, type Measurement } from './measurement.js';
import { familiesOf, recordedPopulation, type Recorded } from './population.js';

const SMALL = 2_000;
const LARGE = 20_000;
const ROUNDS = 5;
const [FIRST, LAST]: readonly [Day, Day] = [day('2010-01-01'), day('2030-12-31')];
const DEFINITIONS = [...FIRST_SLICE.entitlements.values()];

type Families = readonly (readonly RecordedEvent[])[];

/** What both must agree on: intervals by code and status, and fen-days between two days. */
class Totals {
  private readonly counts = new Map<string, number>();
  private readonly amounts = new Map<string, bigint>();

  add(
    code: string,
    { from, until, status, amount }: Pick<Outcome, 'status' | 'amount'> & { from: number; until: number },
  ): void {
    const key = `${code} ${status}`;
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
    const days = Math.min(until, LAST) - Math.max(from, FIRST);
    if (amount !== null && days > 0)
      this.amounts.set(code, (this.amounts.get(code) ?? 0n) + BigInt(amount) * BigInt(days));
  }

  get text(): string {
    return [...this.counts, ...this.amounts]
      .map((pair) => pair.join(': '))
      .sort()
      .join('\n');
  }
}

export function benchEvaluation(): Promise<readonly Measurement[]> {
  const [small, large] = [prepared(SMALL), prepared(LARGE)];
  const rates: Record<'engine' | 'hand' | 'large', number[]> = { engine: [], hand: [], large: [] };
  for (let round = -1; round < ROUNDS; round++) {
    const totals = [new Totals(), new Totals()] as const;
    const engine = perSecond(SMALL, () => byEngine(small, totals[0]));
    const hand = perSecond(SMALL, () => byHand(small, totals[1]));
    if (totals[0].text !== totals[1].text)
      throw new Error(`the two do not agree:\n${totals[0].text}\n\n${totals[1].text}`);
    const atSize = perSecond(LARGE, () => byEngine(large, new Totals()));
    if (round < 0) continue; // compiled code
    rates.engine.push(engine);
    rates.hand.push(hand);
    rates.large.push(atSize);
  }
  const name = 'whole lives, all entitlements, from recorded events';
  return Promise.resolve([
    {
      name: `${name}: by the same rules written by hand`,
      figure: Math.round(median(rates.engine)),
      unit: 'persons/s',
      floor: Math.round(median(rates.hand)),
      ratio: ratioOf(rates.engine, rates.hand),
      least: 0.1,
    },
    { name: `${name}: one core`, figure: Math.round(median(rates.engine)), unit: 'persons/s', least: 5_000 },
    {
      name: `${name}: ${String(LARGE)} persons by ${String(SMALL)}`,
      figure: Math.round(median(rates.large)),
      unit: 'persons/s',
      floor: Math.round(median(rates.engine)),
      ratio: ratioOf(rates.large, rates.engine),
      least: 0.77,
    },
  ]);
}

interface Prepared {
  readonly recorded: Recorded;
  readonly families: Families;
  readonly parameters: ParameterIndex;
  readonly figures: Figures;
}

function prepared(persons: number): Prepared {
  const recorded = recordedPopulation({ persons, seed: 'bench' });
  return {
    recorded,
    families: familiesOf(recorded.lives),
    parameters: new ParameterIndex(recorded.law, DIVISIONS),
    figures: new Figures(recorded.law),
  };
}

function perSecond(persons: number, work: () => void): number {
  const start = performance.now();
  work();
  return (persons * 1_000) / (performance.now() - start);
}

function byEngine({ recorded, families, parameters }: Prepared, totals: Totals): void {
  for (const family of families) {
    const world = new World(new Histories(family), parameters, recorded.head);
    for (const stream of new Set(family.map((event) => event.stream))) {
      const subject = world.caseOf(stream);
      for (const definition of DEFINITIONS) {
        if (!isBeneficiary(definition, subject)) continue;
        for (const outcome of melted(outcomesOf(definition, subject))) totals.add(definition.code, outcome);
      }
    }
  }
}

/** Outcomes tell more apart than status and amount: divisions, priority, what is missing. */
function melted(outcomes: readonly Outcome[]): readonly Outcome[] {
  const result: Outcome[] = [];
  for (const outcome of outcomes) {
    const last = result.at(-1);
    if (last?.until === outcome.from && last.status === outcome.status && last.amount === outcome.amount) {
      result[result.length - 1] = { ...last, until: outcome.until };
    } else result.push(outcome);
  }
  return result;
}

function byHand({ families, figures }: Prepared, totals: Totals): void {
  for (const family of families) {
    evaluateByHand(family, figures, (_: StreamName, code, intervals) => {
      for (const interval of intervals) totals.add(code, interval);
    });
  }
}
