/**
 * Random lives of one or two families over 2012–2024, as the departments tell them: late, out of order, corrected,
 * voided, under figures that change backwards. A history is drawn as a list of steps and then written by a
 * {@link HistoryBuilder}, so that fast-check shrinks it by leaving steps out; ids depend on nothing but what was drawn.
 */
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addYears,
  day,
  firstOfMonth,
  firstOfNextMonth,
  formatDay,
  type Day,
} from '@ledger/time';
import type { KnownEvent } from './events.js';
import { correct, reverse, voidCorrection, voidEvent } from './history-amendments.js';
import { HistoryBuilder, SNAPS, type PersonState, type RawEvent, type Step } from './history-builder.js';
import { beginWith, FIRST_FIGURES, setParameter, type Figure } from './history-figures.js';
import {
  dibao,
  economy,
  establish,
  housing,
  join,
  membership,
  registerAsPoor,
  registry,
  rental,
  right,
  tekun,
} from './history-households.js';
import { contribution, enrolment, payingYears, pension } from './history-insurance.js';
import {
  death,
  disability,
  hukou,
  job,
  newborn,
  permit,
  registerPerson,
  residence,
  school,
} from './history-persons.js';

export type { RawEvent } from './history-builder.js';

export interface History {
  /** In order of recording. */
  readonly events: readonly RawEvent[];
  /** `person-<uuid>` and `household-<uuid>` */
  readonly subjects: readonly string[];
}

/** Somebody goes to town, finds work and a room there, and the household is looked at. */
function moveToTown(builder: HistoryBuilder, step: Step): void {
  residence(builder, step);
  job(builder, { ...step, b: 0, c: step.c | 1 });
  housing(builder, { ...step, b: step.b | 1 });
  economy(builder, step);
}

type Act = (builder: HistoryBuilder, step: Step) => void;

/** What may happen, and how often against the rest. */
const ACTS = {
  moveToTown: [4, moveToTown],
  payingYears: [3, payingYears],
  residence: [5, residence],
  membership: [4, membership],
  registry: [5, registry],
  enrolment: [4, enrolment],
  contribution: [4, contribution],
  pension: [3, pension],
  disability: [4, disability],
  economy: [4, economy],
  housing: [3, housing],
  job: [4, job],
  dibao: [3, dibao],
  tekun: [2, tekun],
  hukou: [3, hukou],
  school: [2, school],
  right: [3, right],
  rental: [1, rental],
  permit: [1, permit],
  newborn: [1, newborn],
  death: [1, death],
  parameter: [6, setParameter],
  correct: [6, correct],
  void: [3, voidEvent],
  voidCorrection: [1, voidCorrection],
  reverse: [2, reverse],
} as const satisfies Record<string, readonly [number, Act]>;

type ActName = keyof typeof ACTS;

/** Around the ages of 60 and 16 in the years of the policy, on 29 February, on firsts and last days of months. */
const BIRTHS = [
  '1958-11-20', '1960-02-29', '1959-12-01', '1960-03-01', '1957-07-31', '1956-02-29', '1954-01-01', '1962-08-15',
  '1964-02-29', '1960-12-31', '2000-02-29', '2001-08-01', '2003-12-31', '2004-02-29', '2008-02-29', '2010-06-30',
  '1985-06-17', '1978-05-01', '1990-10-31', '1940-03-01',
].map(day); // prettier-ignore
const VILLAGES = ['513437', '511921', '511324', '511725'];
const KINDS = ['LIVING', 'POVERTY_REGISTER', 'LAND_CONTRACT', 'HUKOU'] as const;
const MOST_PERSONS = 6;
const MOST_STEPS = 45;
/** Days between one record and the next; the long ones are rare enough to leave room for many records. */
const ADVANCES = [0, 0, 1, 5, 17, 31, 60, 90, 180, 365];
/** How long after the day the ledger hears of it. */
const LATENESS = [0, 0, 0, 1, 7, 30, 31, 90, 366, 800];

interface Plan {
  readonly nonce: number;
  readonly births: readonly Day[];
  readonly isOneFamily: boolean;
  readonly missingFigures: readonly Figure[];
  readonly shape: number;
  readonly steps: readonly Step<ActName>[];
}

/** What leaves but one month open is left out every other time, or nobody would ever see that month. */
const START_RULES = FIRST_FIGURES.filter((figure) => figure.id.endsWith('start-rule'));
const weightedActs = (Object.keys(ACTS) as ActName[]).flatMap((name) =>
  Array<ActName>(ACTS[name][0]).fill(name),
);
const choice = fc.nat({ max: 2 ** 16 - 1 });

const step: fc.Arbitrary<Step<ActName>> = fc.record({
  act: fc.constantFrom(...weightedActs),
  advance: fc.constantFrom(...ADVANCES),
  late: fc.constantFrom(...LATENESS),
  snap: fc.constantFrom('none' as const, ...SNAPS),
  a: choice,
  b: choice,
  c: choice,
});

const plan: fc.Arbitrary<Plan> = fc.record({
  // Not the small numbers that fast-check likes best: two histories of one run must not share their ids.
  nonce: fc.noShrink(fc.noBias(fc.nat({ max: 2 ** 31 - 1 }))),
  births: fc.array(fc.oneof(fc.constantFrom(...BIRTHS), dayBetween('1950-01-01', '2011-12-31')), {
    minLength: 3,
    maxLength: MOST_PERSONS,
    size: 'max',
  }),
  isOneFamily: fc.boolean(),
  missingFigures: fc
    .tuple(fc.subarray([...FIRST_FIGURES], { maxLength: 2 }), fc.subarray(START_RULES))
    .map((missing) => missing.flat()),
  shape: choice,
  steps: fc.array(step, { minLength: 10, maxLength: MOST_STEPS, size: 'max' }),
});

function dayBetween(from: string, to: string): fc.Arbitrary<Day> {
  const first = day(from);
  return fc.nat({ max: day(to) - first }).map((days) => addDays(first, days));
}

/** Histories that the deciders mostly accept; what they refuse is to be left out before the reference is asked. */
export const histories: fc.Arbitrary<History> = plan.map(write);

function write(drawn: Plan): History {
  const builder = new HistoryBuilder(drawn.nonce);
  beginWith(
    builder,
    FIRST_FIGURES.filter((figure) => !drawn.missingFigures.includes(figure)),
  );
  builder.pass(10);
  const half = Math.ceil(drawn.births.length / 2);
  const families = drawn.isOneFamily
    ? [drawn.births]
    : [drawn.births.slice(0, half), drawn.births.slice(half)];
  for (const [index, births] of families.entries()) settle(builder, births, drawn.shape >> (index * 4));
  for (const each of drawn.steps) {
    builder.pass(each.advance);
    ACTS[each.act][1](builder, each);
  }
  const persons = builder.persons.map(({ id }) => `person-${id}`);
  return {
    events: builder.events,
    subjects: [...persons, ...builder.households.map(({ id }) => `household-${id}`)],
  };
}

/** A family in its village: a household of each kind, with not everybody in every one of them. */
function settle(builder: HistoryBuilder, births: readonly Day[], shape: number): void {
  const division = VILLAGES[shape % VILLAGES.length] ?? '513437';
  const members: PersonState[] = births.map((birth, index) =>
    registerPerson(builder, birth, { division, urbanRuralClass: '220' }, index % 2 === 0 ? '1' : '2'),
  );
  const head = members[0];
  if (head === undefined) return;
  for (const [index, kind] of KINDS.entries()) {
    builder.pass(shape % 40);
    const on = addDays(builder.now, -1 - (shape % 7));
    const household = establish(builder, kind, head, on);
    if (kind === 'POVERTY_REGISTER' && shape % 8 !== 0) {
      registerAsPoor(builder, household, addDays(on, 1), { b: shape >> 3 });
      continue;
    }
    if (kind === 'HUKOU') continue;
    for (const [place, member] of members.entries()) {
      const isLeftOut = place > 0 && (shape >> (index + place)) % 3 === 0;
      if (!isLeftOut) join(builder, household, member, on, 'FOUNDING');
    }
  }
}

/** The events as the reference reads them: those that were accepted, in order; positions count from 1. */
export function asKnownEvents(accepted: readonly RawEvent[]): readonly KnownEvent[] {
  return accepted.map((event, index) => ({
    id: event.id,
    type: event.type,
    stream: streamOf(event),
    position: index + 1,
    effectiveOn: event.effectiveOn,
    confidence: event.confidence ?? 'verified',
    data: event.data,
  }));
}

function streamOf(event: RawEvent): string {
  if (event.person !== undefined) return `person-${event.person}`;
  return event.household === undefined
    ? `division-${String(event.division)}`
    : `household-${event.household}`;
}

export interface DrawnClocks {
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  /** How many of the events are known. */
  readonly known: number;
}

/** The first of the slice's codes comes into force in 2014; before it there is little to ask. */
const FIRST_ASKED = '2013-12-31';
const LAST_ASKED = '2026-12-31';

/** Two clocks for a history: days on which something may change and their neighbours, and any number of events known. */
export function clocksOver(events: readonly RawEvent[]): fc.Arbitrary<DrawnClocks> {
  const decisive = events
    .flatMap(decisiveDays)
    .filter((on) => day(FIRST_ASKED) <= on && on <= day(LAST_ASKED));
  const near = fc
    .tuple(fc.constantFrom(day(FIRST_ASKED), ...decisive), fc.constantFrom(-1, 0, 0, 1))
    .map(([turn, days]) => addDays(turn, days));
  const anyDay = dayBetween(FIRST_ASKED, LAST_ASKED);
  const longAgo = dayBetween('1950-01-01', FIRST_ASKED);
  return fc.record({
    asOf: fc
      .oneof(
        { weight: 10, arbitrary: near },
        { weight: 5, arbitrary: anyDay },
        { weight: 1, arbitrary: longAgo },
      )
      .map(formatDay),
    known: fc.oneof(
      { weight: 3, arbitrary: fc.constant(events.length) },
      { weight: 4, arbitrary: fc.integer({ min: Math.floor(events.length / 2), max: events.length }) },
      { weight: 1, arbitrary: fc.nat({ max: events.length }) },
    ),
  });
}

function decisiveDays(event: RawEvent): readonly Day[] {
  const on = day(event.effectiveOn);
  switch (event.type) {
    case 'PersonRegistered':
      return [on, ...[16, 18, 60].flatMap((age) => [addYears(on, age), firstOfNextMonth(addYears(on, age))])];
    case 'UrbanArrivalRecorded':
    case 'ResidenceChanged':
      return [on, addMonths(on, 6), addYears(on, 1), addYears(on, 2)];
    default:
      return [on, firstOfMonth(on), firstOfNextMonth(on)];
  }
}
