/**
 * Whole lives evaluated in memory, on one core: everybody and every household of a population, every entitlement, from
 * recorded events grouped by family; against the same rules written by hand. Both must come to the same totals.
 */
import { DIVISIONS, Histories, ParameterIndex, STATED_FACTS, World, type Case } from '@ledger/case';
import { FIRST_SLICE } from '@ledger/policy';
import { isBeneficiary, outcomesOf, type Outcome } from '@ledger/rules';
import type { RecordedEvent, StreamName } from '@ledger/vocabulary';
import { evaluateByHand, Figures } from './hand-written.js';
import { inTurns, median, medianRatio, type Measurement } from './measurement.js';
import { familiesOf, recordedPopulation } from './population.js';
import { Totals } from './totals.js';

const FEW = 2_000;
const MANY = 20_000;
const ROUNDS = 7;
/** Large enough to be over in some seconds, a few of which even out what else the machine does. */
const ROUNDS_OF_MANY = 3;
/** Passes over the few a round: as long as half a second. */
const PASSES = 3;
const DEFINITIONS = [...FIRST_SLICE.entitlements.values()];

type Family = readonly RecordedEvent[];

interface Population {
  readonly persons: number;
  readonly families: readonly Family[];
  readonly parameters: ParameterIndex;
  readonly figures: Figures;
  readonly worldOf: (family: Family) => World;
}

export async function benchEvaluation(): Promise<readonly Measurement[]> {
  const few = populationOf(FEW);
  const many = populationOf(MANY);
  insistOnAgreement(many);
  const paces = await inTurns(ROUNDS, {
    engine: () => pace(few, PASSES, engine),
    byHand: () => pace(few, PASSES, byHand),
    rulesOnly: () => paceOfRules(few, PASSES),
  });
  const flatness = await inTurns(ROUNDS_OF_MANY, {
    few: () => pace(few, PASSES, engine),
    many: () => pace(many, 1, engine),
  });
  const figure = Math.round(median(paces.engine));
  const byHandPace = Math.round(median(paces.byHand));
  return [
    {
      ...{ name: 'whole lives from their events', figure, unit: 'persons/s' },
      peer: { name: 'the same rules by hand', figure: byHandPace },
      ratio: medianRatio(paces.engine, paces.byHand),
      target: { of: 'ratio', is: 'at least', value: 0.1 },
    },
    {
      ...{ name: 'whole lives from their events, one core', figure, unit: 'persons/s' },
      target: { of: 'figure', is: 'at least', value: 5_000 },
    },
    {
      name: 'whole lives, facts folded before',
      figure: Math.round(median(paces.rulesOnly)),
      unit: 'persons/s',
    },
    {
      ...{ name: `${MANY} persons`, figure: Math.round(median(flatness.many)), unit: 'persons/s' },
      peer: { name: `${FEW} persons`, figure: Math.round(median(flatness.few)) },
      ratio: medianRatio(flatness.many, flatness.few),
      target: { of: 'ratio', is: 'at least', value: 1 / 1.3 },
    },
  ];
}

function populationOf(persons: number): Population {
  const { law, lives, head } = recordedPopulation({ persons, seed: 1 });
  const parameters = new ParameterIndex(law, DIVISIONS);
  return {
    persons,
    families: familiesOf(lives),
    parameters,
    figures: new Figures(law),
    worldOf: (family) => new World(new Histories(family), parameters, head),
  };
}

function engine(population: Population, family: Family): number {
  let intervals = 0;
  for (const subject of casesOf(population.worldOf(family), family)) intervals += judge(subject);
  return intervals;
}

function byHand({ figures }: Population, family: Family): number {
  let intervals = 0;
  evaluateByHand(family, figures, (_subject, _code, found) => (intervals += found.length));
  return intervals;
}

function judge(subject: Case): number {
  let intervals = 0;
  for (const definition of DEFINITIONS) {
    if (isBeneficiary(definition, subject)) intervals += outcomesOf(definition, subject).length;
  }
  return intervals;
}

function casesOf(world: World, family: Family): readonly Case[] {
  return [...new Set(family.map(({ stream }) => stream))].map((stream) => world.caseOf(stream));
}

/** Persons a second. */
function pace(
  population: Population,
  passes: number,
  evaluate: (population: Population, family: Family) => number,
): number {
  const start = performance.now();
  let intervals = 0;
  for (let pass = 0; pass < passes; pass++) {
    for (const family of population.families) intervals += evaluate(population, family);
  }
  if (intervals === 0) throw new Error('nobody has a right to anything: what was measured?');
  return (population.persons * passes * 1_000) / (performance.now() - start);
}

/** Persons a second through the rules alone: stated facts are folded before the clock runs. */
function paceOfRules(population: Population, passes: number): number {
  let spent = 0;
  for (let pass = 0; pass < passes; pass++) {
    for (const family of population.families) {
      const cases = casesOf(population.worldOf(family), family);
      for (const subject of cases) foldFacts(subject);
      const start = performance.now();
      for (const subject of cases) judge(subject);
      spent += performance.now() - start;
    }
  }
  return (population.persons * passes * 1_000) / spent;
}

function foldFacts(subject: Case): void {
  for (const fact of STATED_FACTS.values()) {
    if (subject.kind === 'person' || fact.scope !== 'person') subject.over(fact);
  }
  if (subject.kind === 'household') subject.members();
}

/** @throws Error where the engine and the hand-written rules come to different outcomes */
function insistOnAgreement(population: Population): void {
  const [engines, byHands] = [new Totals(), new Totals()];
  for (const family of population.families) {
    for (const subject of casesOf(population.worldOf(family), family)) addJudged(engines, subject);
    evaluateByHand(family, population.figures, (_: StreamName, code, intervals) =>
      byHands.add(code, intervals),
    );
  }
  const [found, expected] = [engines.lines(), byHands.lines()];
  if (found.join('\n') !== expected.join('\n')) {
    throw new Error(
      `the engine and the rules by hand differ:\n${found.join('\n')}\nby hand:\n${expected.join('\n')}`,
    );
  }
}

function addJudged(totals: Totals, subject: Case): void {
  for (const definition of DEFINITIONS) {
    if (isBeneficiary(definition, subject))
      totals.add(definition.code, melted(outcomesOf(definition, subject)));
  }
}

/** The engine also says where, with which priority and on which facts: what differs in those alone is one here. */
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
