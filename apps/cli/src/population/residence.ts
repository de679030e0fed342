/** Going to town, moving between towns, coming back, and the residence permit (residence of half a year in one city). */
import { addDays, addMonths, addYears, day, END, formatDay, type Day } from '@ledger/time';
import type { DataOf } from '@ledger/vocabulary';
import type { Entry, Fact } from './chronicle.js';
import { aliveOn, earliest, isAge, latest, type Home, type Member, type Spell } from './home.js';
import { LAST_DAY } from './horizon.js';
import { drawTown, prefectureOf, type Town } from './places.js';
import type { Random } from './random.js';

interface Plan {
  readonly stops: readonly { readonly town: Town; readonly on: Day }[];
  readonly until: Day;
}

const FIRST_MOVE = day('2012-02-01');
const LAST_MOVE = day('2022-06-30');
/** 居住证暂行条例, in force since 2016-01-01; §2: half a year. */
const PERMITS_FROM = day('2016-01-01');
const PERMIT_MONTHS = 6;
const SCHOOL_AGE = 6;
const WORKING_AGE = 16;
/** Shorter stays leave no trace in the registers. */
const SHORTEST_STAY = 45;

/** Everybody of the family who moves gets his or her spells in town. Says who lives there together. */
export function tellMigration(home: Home): readonly Member[] {
  const { random } = home;
  const movers = random.weighted([
    ['nobody', 36],
    ['workers', 34],
    ['family', 30],
  ] as const);
  if (movers === 'nobody') return [];
  const moved = addDays(FIRST_MOVE, random.below(LAST_MOVE - FIRST_MOVE));
  if (movers === 'workers') {
    const workers = home.members.filter((member) => isWorkerOn(member, moved)).slice(0, random.between(1, 2));
    for (const worker of workers)
      follow(home, worker, drawPlans(home, addDays(moved, random.below(400))), false);
    return [];
  }
  const plans = drawPlans(home, moved);
  const going = home.members.filter(
    (member) => (member.role !== 'father' && member.role !== 'mother') || random.percent(40),
  );
  for (const member of going) follow(home, member, plans, true);
  return going.filter(({ spells }) => spells.length > 0);
}

function isWorkerOn(member: Member, on: Day): boolean {
  return aliveOn(member, on) && isAge(WORKING_AGE + 1, member, on) && !isAge(55, member, on);
}

/** One or two spells in town, each with one or two towns. */
function drawPlans(home: Home, from: Day): readonly Plan[] {
  const { random } = home;
  const first = drawPlan(home.village.county, from, 28, random);
  if (first.until === END || !random.percent(35)) return [first];
  const again = addDays(first.until, random.between(60, 700));
  return again > LAST_MOVE ? [first] : [first, drawPlan(home.village.county, again, 20, random)];
}

function drawPlan(county: string, from: Day, percentEnding: number, random: Random): Plan {
  const stops = [{ town: drawTown(county, random), on: from }];
  const ends = addDays(from, random.between(200, 1900));
  const until = random.percent(percentEnding) && ends < LAST_DAY ? ends : END;
  if (random.percent(22)) {
    const next = { town: drawTown(county, random), on: addDays(from, random.between(300, 1400)) };
    const moves = next.town.division !== (stops[0] as { town: Town }).town.division;
    if (moves && next.on < addDays(earliest(until, LAST_DAY), -SHORTEST_STAY)) stops.push(next);
  }
  return { stops, until };
}

function follow(home: Home, member: Member, plans: readonly Plan[], withHousehold: boolean): void {
  for (const plan of plans) {
    const [first, ...later] = plan.stops as [Plan['stops'][number], ...Plan['stops']];
    const behind = member.role === 'head' ? 0 : home.random.below(40);
    const from = addDays(latest(first.on, member.born), behind);
    const gone = earliest(plan.until, member.died, LAST_DAY);
    if (from >= addDays(gone, -SHORTEST_STAY)) continue;
    const rest = later.filter(({ on }) => from < on && on < gone);
    const town = plan.stops.findLast(({ on }) => on <= from)?.town ?? first.town;
    const stops = [{ town, on: from, told: tellArrival(home, member, town, from, withHousehold) }];
    for (const { town: next, on } of rest) {
      const last = stops.at(-1) as (typeof stops)[number];
      stops.push({ town: next, on, told: tellChange(home, member, last.town, next, on, last.told) });
    }
    const spell: Spell = { stops, until: plan.until };
    member.spells.push(spell);
    if (plan.until < member.died) tellReturn(home, member, spell);
  }
}

function tellArrival(home: Home, member: Member, town: Town, on: Day, withHousehold: boolean): Entry {
  const { random, chronicle } = home;
  const basis = basisOf(member, on, random);
  const arrival: Fact<'UrbanArrivalRecorded'> = {
    of: { person: member.id },
    type: 'UrbanArrivalRecorded',
    on,
    by: 'PSB',
    office: town.division,
    data: { ...town, basis, withHousehold },
    ...(basis === 'SELF_DECLARED' && { confidence: 'declared' }),
    // Some are heard of only when a school, a landlord or an employer asks.
    lag: random.percent(8) ? random.between(90, 540) : random.below(30),
    after: arrivalsOf(member),
  };
  const told = chronicle.add(arrival);
  if (random.perMillion(12_000) && !member.duplicateArrival)
    member.duplicateArrival = chronicle.add({ ...arrival, after: [told] });
  return told;
}

function basisOf(member: Member, on: Day, random: Random): DataOf<'UrbanArrivalRecorded'>['basis'] {
  if (!isAge(SCHOOL_AGE, member, on)) return 'RESIDENCE_REGISTRATION';
  if (!isAge(WORKING_AGE, member, on)) return random.percent(70) ? 'SCHOOL' : 'RESIDENCE_REGISTRATION';
  return random.weighted([
    ['RESIDENCE_REGISTRATION', 42],
    ['LABOUR_CONTRACT', 22],
    ['LEASE', 22],
    ['SOCIAL_INSURANCE', 8],
    ['SELF_DECLARED', 6],
  ]);
}

function tellChange(home: Home, member: Member, from: Town, to: Town, on: Day, after: Entry): Entry {
  return home.chronicle.add({
    of: { person: member.id },
    type: 'ResidenceChanged',
    on,
    by: 'PSB',
    office: to.division,
    data: { from: { ...from }, to: { ...to } },
    after: [after],
  });
}

function tellReturn(home: Home, member: Member, spell: Spell): void {
  const last = spell.stops.at(-1) as Spell['stops'][number];
  spell.ended = home.chronicle.add({
    of: { person: member.id },
    type: 'UrbanResidenceEnded',
    on: spell.until,
    by: 'PSB',
    office: last.town.division,
    data: { reason: home.random.percent(85) ? 'RETURNED' : 'DEREGISTERED' },
    after: [last.told],
  });
}

/** What the next arrival must come after. */
function arrivalsOf(member: Member): readonly Entry[] {
  const ended = member.spells.at(-1)?.ended;
  return ended ? [ended] : [];
}

/** One permit for some of those who have lived in another city for half a year, unless the hukou has followed them. */
export function tellPermit(home: Home, member: Member): void {
  const { random } = home;
  if (!random.percent(45)) return;
  for (const { stops, until } of member.spells) {
    const last = stops.at(-1) as Spell['stops'][number];
    const city = prefectureOf(last.town.division);
    if (city === prefectureOf(home.village.county)) continue;
    const since = stops.find((_, index) =>
      stops.slice(index).every(({ town }) => prefectureOf(town.division) === city),
    );
    const entitled = latest(addMonths((since ?? last).on, PERMIT_MONTHS), last.on, PERMITS_FROM);
    const acceptedOn = addDays(entitled, random.between(1, 240));
    const on = addDays(acceptedOn, random.between(2, 14));
    if (on >= earliest(until, member.died, member.hukouMovedOn, LAST_DAY)) continue;
    home.chronicle.add({
      of: { person: member.id },
      type: 'ResidencePermitIssued',
      on,
      by: 'PSB',
      office: last.town.division,
      data: {
        division: last.town.division,
        basis: isAge(WORKING_AGE, member, on)
          ? random.pick(['STABLE_JOB', 'STABLE_HOME'])
          : 'CONTINUOUS_SCHOOLING',
        acceptedOn: formatDay(acceptedOn),
        endorsedUntil: formatDay(addDays(addYears(on, 1), -1)),
      },
      after: stops.map(({ told }) => told),
    });
    return;
  }
}
