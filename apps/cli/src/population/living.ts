/** The household that lives together: in the county or in town, its economy and housing checks, dibao, public rental. */
import { addDays, addMonths, addYears, day, END, formatDay, type Day } from '@ledger/time';
import type { Entry } from './chronicle.js';
import { aliveOn, earliest, stopOn, type Home, type Member } from './home.js';
import { LAST_DAY } from './horizon.js';
import { yuan } from './money.js';
import { monthText } from './benefit.js';
import { establish, joinNewborns, membersOn, type Register } from './registers.js';
import { standardFen, tellDibao } from './welfare.js';

const FIRST_REGISTRATION = day('2014-01-15');
const REGISTRATION_DAYS = 1_500;
const RENTAL_YEARS = 3;

/** `together` moved to town as one family; without them the household is that of those who stayed in the village. */
export function tellLivingHouseholds(home: Home, together: readonly Member[], tekun: boolean): void {
  const { random } = home;
  if (together.length > 0) {
    tellTownHousehold(home, together, random.between(20, 300));
    return;
  }
  const on = addDays(FIRST_REGISTRATION, random.below(REGISTRATION_DAYS));
  const staying = home.members.filter((member) => aliveOn(member, on) && !stopOn(member, on));
  const county = establish(home, 'LIVING', home.village.county, on, staying);
  if (county) joinNewborns(home, county);
  for (const worker of home.members) {
    if (worker.spells.length > 0 && random.percent(32))
      tellTownHousehold(home, [worker], random.between(60, 500));
  }
  // Last, because a worker's own household takes him out of the one that is checked.
  if (county && !tekun) tellVillageChecks(home, county);
}

/** Established where they live some time after the first of them arrived. */
function tellTownHousehold(home: Home, movers: readonly Member[], afterDays: number): void {
  const [first] = movers;
  const arrival = first?.spells[0]?.stops[0];
  if (!first || !arrival) return;
  const on = addDays(arrival.on, afterDays);
  const stop = stopOn(first, on);
  if (!stop || on >= LAST_DAY || !aliveOn(first, on)) return;
  const founders = movers.filter(
    (member) => aliveOn(member, on) && stopOn(member, on)?.town.division === stop.town.division,
  );
  const register = establish(home, 'LIVING', stop.town.division, on, founders, [stop.told]);
  if (!register) return;
  if (movers.length > 1) joinNewborns(home, register);
  const leavesOn = earliest(
    ...movers.map((member) => earliest(member.died, leavesTownOn(member, register.division, on))),
  );
  tellTownChecks(home, register, first, leavesOn);
}

/** The first day after `on` on which somebody no longer lives in that town. */
function leavesTownOn(member: Member, division: string, on: Day): Day {
  for (const { stops, until } of member.spells) {
    if (until <= on) continue;
    const next = stops.find((stop) => stop.on > on && stop.town.division !== division);
    return next ? earliest(next.on, until) : until;
  }
  return END;
}

function tellTownChecks(home: Home, register: Register, worker: Member, leavesOn: Day): void {
  const { random } = home;
  const checkedOn = addDays(register.on, random.between(5, 200));
  const end = earliest(leavesOn, LAST_DAY);
  if (checkedOn >= end) return;
  const told: Entry[] = [];
  if (random.percent(72))
    told.push(tellEconomy(home, register, checkedOn, random.between(900, 2_800) * 100, true));
  if (random.percent(85)) told.push(tellHousing(home, register, checkedOn));
  const allocatedOn = addDays(checkedOn, random.between(30, 500));
  const works = worker.jobs.find(
    (job) => job.from <= allocatedOn && allocatedOn < job.until && job.division === register.division,
  );
  if (told.length === 2 && works && allocatedOn < end && random.percent(45)) {
    tellRental(home, register, allocatedOn, leavesOn, [...told, works.started]);
  }
}

function tellVillageChecks(home: Home, register: Register): void {
  const { random } = home;
  if (!random.percent(32)) return;
  const checkedOn = addDays(register.on, random.between(5, 700));
  if (checkedOn >= LAST_DAY || membersOn(register, checkedOn).members.length === 0) return;
  const poor = random.percent(55);
  const income = poor
    ? standardFen(checkedOn) - random.between(20, 220) * 100
    : random.between(500, 1_500) * 100;
  const check = tellEconomy(home, register, checkedOn, income, poor || random.percent(80));
  if (poor) tellDibao(home, register, checkedOn, income, check);
}

function tellEconomy(
  home: Home,
  register: Register,
  on: Day,
  incomeFen: number,
  assetsWithinLimit: boolean,
): Entry {
  const { members, because } = membersOn(register, on);
  const reference = `HD-${register.division}-${home.number}`;
  return home.chronicle.add({
    of: { household: register.id },
    type: 'HouseholdEconomyVerified',
    on,
    by: 'MCA',
    office: register.division,
    data: {
      perCapitaMonthlyIncome: yuan(incomeFen),
      incomePeriod: `${monthText(addMonths(on, -12))}/${monthText(addMonths(on, -1))}`,
      assetsWithinLimit,
      membersCounted: members.map(({ id }) => id),
      checkRef: reference,
    },
    evidence: [{ kind: 'AUTHORISATION', reference: `SQ-${reference}` }],
    after: because,
  });
}

function tellHousing(home: Home, register: Register, on: Day): Entry {
  const { random } = home;
  const ownHome = random.percent(14);
  return home.chronicle.add({
    of: { household: register.id },
    type: 'HousingConditionVerified',
    on,
    by: 'HOUS',
    office: register.division,
    data: {
      division: register.division,
      ownHome,
      perCapitaAreaM2: `${random.between(5, ownHome ? 40 : 22)}.${random.below(10)}`,
      tenure: ownHome
        ? 'OWN'
        : random.weighted([
            ['RENT', 65],
            ['DORM', 15],
            ['URBAN_VILLAGE', 20],
          ]),
    },
    after: [register.established],
  });
}

/** Three years at a time, as long as they stay; some leave it early. */
function tellRental(home: Home, register: Register, on: Day, leavesOn: Day, after: readonly Entry[]): void {
  const { random } = home;
  const ends = addYears(on, RENTAL_YEARS);
  const allocated = home.chronicle.add({
    of: { household: register.id },
    type: 'PublicRentalAllocated',
    on,
    by: 'HOUS',
    office: register.division,
    data: {
      division: register.division,
      rentPerMonth: yuan(random.between(80, 400) * 100),
      from: formatDay(on),
      to: formatDay(ends),
      priorityClass: random.pick(['B', 'C', 'C', 'D']),
    },
    after,
  });
  const vacatedOn = random.percent(30)
    ? earliest(leavesOn, addDays(on, random.between(200, 1_000)))
    : leavesOn;
  if (vacatedOn < earliest(ends, LAST_DAY))
    tellVacating(home, register, vacatedOn, vacatedOn === leavesOn, allocated);
  else if (ends < earliest(leavesOn, LAST_DAY) && random.percent(60))
    tellRental(home, register, ends, leavesOn, [allocated]);
}

function tellVacating(home: Home, register: Register, on: Day, leavesTown: boolean, allocated: Entry): void {
  home.chronicle.add({
    of: { household: register.id },
    type: 'PublicRentalVacated',
    on,
    by: 'HOUS',
    office: register.division,
    data: { reason: leavesTown ? '离开本市' : '另有住房' },
    after: [allocated],
  });
}
