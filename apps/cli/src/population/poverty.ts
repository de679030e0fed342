/** The poverty register: registration at the end of a year, the exit mark, returns and monitoring. */
import { addDays, addYears, civilOf, dayOf, type Day } from '@ledger/time';
import type { Entry } from './chronicle.js';
import type { DataOf } from '@ledger/vocabulary';
import { aliveOn, isAge, type Home } from './home.js';
import { establish, joinNewborns, membersOn, type Register } from './registers.js';

const CAUSES = ['因病', '因残', '因学', '缺技术', '缺劳力', '缺资金', '交通条件落后', '自身发展力不足'];
type RegisterType = NonNullable<DataOf<'PovertyHouseholdRegistered'>['type']>;

const OLD_AGE = 60;
const POLICY_AFTER_2020 = '2025-12-31';
const POLICY_UNTIL_2020 = '2020-12-31';

/** Three households of five are registered; the register is kept once a year, at its end. */
export function tellPovertyRegister(home: Home): Register | undefined {
  const { random, village } = home;
  if (!random.percent(60)) return undefined;
  const year = random.weighted([
    [2014, 70],
    [2015, 15],
    [2016, 10],
    [2017, 5],
  ]);
  const on = endOf(year);
  const founders = home.members.filter((member) => aliveOn(member, on));
  const register = establish(home, 'POVERTY_REGISTER', village.county, on, founders);
  if (!register) return undefined;
  const { members, because } = membersOn(register, on);
  const registered = home.chronicle.add({
    of: { household: register.id },
    type: 'PovertyHouseholdRegistered',
    on,
    by: 'POV',
    office: village.county,
    data: {
      registerNo: `${village.county}${String(village.number % 10_000).padStart(4, '0')}${String(home.number % 10_000).padStart(4, '0')}`,
      year,
      type: drawType(
        home,
        founders.every((member) => isAge(OLD_AGE, member, on)),
      ),
      villageCode: village.code,
      causes: [random.pick(CAUSES)],
      members: members.map(({ id }) => id),
    },
    after: because,
  });
  joinNewborns(home, register, (born) => endOf(civilOf(born).year));
  tellExit(home, register, year, registered);
  return register;
}

function drawType(home: Home, old: boolean): RegisterType {
  if (old)
    return home.random.weighted([
      ['ORDINARY', 50],
      ['DIBAO', 35],
      ['TEKUN', 15],
    ]);
  return home.random.weighted([
    ['ORDINARY', 80],
    ['DIBAO', 20],
  ]);
}

function tellExit(home: Home, register: Register, registeredIn: number, registered: Entry): void {
  const { random } = home;
  const year = Math.max(random.between(2016, 2020), registeredIn + 1);
  if (random.percent(9)) return;
  const on = addDays(dayOf(year, 10, 15), random.below(70));
  const exit = markExit(home, register, on, [registered]);
  if (!exit || !random.percent(7)) return;
  const returnedOn = addDays(addYears(on, 1), random.below(900));
  const returned = markReturn(home, register, returnedOn, exit);
  if (returned && random.percent(40))
    markExit(home, register, addDays(addYears(returnedOn, 1), random.below(300)), [returned]);
}

function markExit(home: Home, register: Register, on: Day, after: readonly Entry[]): Entry | undefined {
  if (membersOn(register, on).members.length === 0) return undefined;
  const { year } = civilOf(on);
  const policyRetained = home.random.percent(90);
  return home.chronicle.add({
    of: { household: register.id },
    type: 'PovertyExitMarked',
    on,
    by: 'POV',
    office: register.division,
    data: {
      exitYear: year,
      policyRetained,
      ...(policyRetained && { policyRetainedUntil: year < 2020 ? POLICY_UNTIL_2020 : POLICY_AFTER_2020 }),
    },
    after,
  });
}

function markReturn(home: Home, register: Register, on: Day, exit: Entry): Entry | undefined {
  if (membersOn(register, on).members.length === 0) return undefined;
  const kind = home.random.weighted([
    ['RETURNED', 45],
    ['MONITOR_UNSTABLE', 40],
    ['MONITOR_SUDDEN', 15],
  ]);
  const returned = home.chronicle.add({
    of: { household: register.id },
    type: 'PovertyReturnMarked',
    on,
    by: 'POV',
    office: register.division,
    data: { kind },
    after: [exit],
  });
  return kind === 'RETURNED' ? returned : undefined;
}

function endOf(year: number): Day {
  return dayOf(year, 12, 31);
}
