/** What happens to households in a random history: members, register, dibao, checks, rental, land. */
import { addDays, addYears, formatDay, type Day } from '@ledger/time';
import {
  after,
  householdSubject,
  personOf,
  pick,
  track,
  type HistoryBuilder,
  type HouseholdState,
  type PersonState,
  type Step,
} from './history-builder.js';

const OFFICES: Readonly<Record<string, string>> = {
  HUKOU: 'PSB',
  LIVING: 'MCA',
  POVERTY_REGISTER: 'POV',
  LAND_CONTRACT: 'AGRI',
};
/** On both sides of the dibao standards and the income limits, and on them. */
const INCOMES = [
  '200.00',
  '349.99',
  '350.00',
  '350.01',
  '400.00',
  '549.99',
  '550.00',
  '0.00',
  '1000.00',
  '1000.01',
];
const AREAS = ['9', '12.99', '13', '15.99', '16', '16.01', '40'];
const TENURES = ['RENT', 'DORM', 'OWN', 'URBAN_VILLAGE'];
const TEKUN_AGE = 60;

export function establish(builder: HistoryBuilder, kind: string, head: PersonState, on: Day): HouseholdState {
  const household: HouseholdState = {
    id: builder.newId(),
    kind,
    established: on,
    members: new Map(),
    registry: track(on),
    dibao: track(on),
    rental: track(on),
    right: track(on),
  };
  builder.households.push(household);
  const data = { kind, headPersonId: head.id, division: head.hukou.division };
  builder.record('HouseholdEstablished', householdSubject(household), on, OFFICES[kind] ?? 'MCA', data);
  return household;
}

export function join(
  builder: HistoryBuilder,
  household: HouseholdState,
  person: PersonState,
  on: Day,
  reason: string,
): void {
  const data = { personId: person.id, relation: household.members.size === 0 ? '02' : '20', reason };
  builder.record(
    'HouseholdMemberJoined',
    householdSubject(household),
    on,
    OFFICES[household.kind] ?? 'MCA',
    data,
  );
  household.members.set(person.id, { open: true, last: on });
}

/** Somebody leaves a household, or comes (back) into one where he belongs to no other of its kind. */
export function membership(builder: HistoryBuilder, step: Step): void {
  const household = pick(builder.households, step.b);
  const person = pick(builder.persons, step.a);
  if (household === undefined || person === undefined) return;
  const moved = builder.lastMoveIn(household.kind, person);
  const floor = Math.max(household.established, after(moved, step)) as Day;
  if (household.members.get(person.id)?.open === true) return leave(builder, household, person, floor, step);
  if (person.died !== undefined || builder.belongsTo(household.kind, person) !== undefined) return;
  const on = builder.dayFor(step, floor, person);
  if (on !== undefined && on >= person.birth) join(builder, household, person, on, 'MOVE');
}

function leave(
  builder: HistoryBuilder,
  household: HouseholdState,
  person: PersonState,
  floor: Day,
  step: Step,
): void {
  const on = person.died ?? builder.dayFor(step, floor, person);
  if (on === undefined || on < floor) return;
  const reason = person.died === undefined ? 'MOVE' : 'DEATH';
  const data = { personId: person.id, reason };
  builder.record(
    'HouseholdMemberLeft',
    householdSubject(household),
    on,
    OFFICES[household.kind] ?? 'MCA',
    data,
  );
  household.members.set(person.id, { open: undefined, last: on });
}

function membersOf(household: HouseholdState): readonly string[] {
  return [...household.members].filter(([, member]) => member.open === true).map(([id]) => id);
}

/** The first day on which all who belong now had joined. */
function allJoined(household: HouseholdState): Day {
  const days = [...household.members.values()].map((member) => member.last);
  return Math.max(household.established, ...days) as Day;
}

/** Registration as poor, the exit mark, the return, and marks of monitoring that change nothing. */
export function registry(builder: HistoryBuilder, step: Step): void {
  const household = pick(builder.householdsOf('POVERTY_REGISTER'), step.a);
  const on = household && builder.dayFor(step, after(household.registry.last, step));
  if (household === undefined || on === undefined) return;
  const subject = householdSubject(household);
  const state = household.registry.open;
  if (state === undefined) return registerAsPoor(builder, household, on, step);
  household.registry.last = on;
  if (state === 'exited') {
    const kind = step.c % 4 === 0 ? 'MONITOR_UNSTABLE' : 'RETURNED';
    builder.record('PovertyReturnMarked', subject, on, 'POV', { kind });
    if (kind === 'RETURNED') household.registry.open = 'not-exited';
    return;
  }
  const retained = step.b % 3 === 0 ? { policyRetained: false } : { policyRetained: true };
  const until = step.b % 3 === 1 ? { policyRetainedUntil: formatDay(addYears(on, 1)) } : {};
  builder.record('PovertyExitMarked', subject, on, 'POV', { exitYear: yearOf(on), ...retained, ...until });
  household.registry.open = 'exited';
}

export function registerAsPoor(
  builder: HistoryBuilder,
  household: HouseholdState,
  on: Day,
  step: Pick<Step, 'b'>,
): void {
  const joining = builder.persons.filter((person, index) => {
    const isMember = household.members.get(person.id)?.open === true;
    const isFree = builder.belongsTo('POVERTY_REGISTER', person) === undefined && person.died === undefined;
    return (
      isMember ||
      (isFree && builder.lastMoveIn('POVERTY_REGISTER', person) < on && (step.b >> index) % 3 !== 0)
    );
  });
  if (joining.length === 0) return;
  builder.record('PovertyHouseholdRegistered', householdSubject(household), on, 'POV', {
    year: yearOf(on),
    type: 'ORDINARY',
    causes: ['缺技术'],
    members: joining.map((person) => person.id),
  });
  for (const person of joining) {
    if (household.members.get(person.id)?.open !== true)
      household.members.set(person.id, { open: true, last: on });
  }
  household.registry.open = 'not-exited';
  household.registry.last = on;
}

export function dibao(builder: HistoryBuilder, step: Step): void {
  const household = pick(builder.householdsOf('LIVING'), step.a);
  const on = household && builder.dayFor(step, after(household.dibao.last, step));
  if (household === undefined || on === undefined) return;
  const subject = householdSubject(household);
  household.dibao.last = on;
  if (household.dibao.open) {
    builder.record('StatusEnded', subject, on, 'MCA', { kind: 'DIBAO', reason: 'NO_LONGER_MEETS' });
    household.dibao.open = undefined;
    return;
  }
  const covered = membersOf(household).filter((_, index) => index === 0 || (step.c >> index) % 2 === 0);
  const isTekunCovered = builder.persons.some((person) => person.tekun.open && covered.includes(person.id));
  const listed = isTekunCovered || covered.length === 0 || step.b % 2 === 0 ? {} : { members: covered };
  const division = builder.persons[0]?.hukou.division ?? '510000';
  builder.record('StatusRecognised', subject, on, 'MCA', {
    kind: 'DIBAO',
    division,
    from: formatDay(on),
    detail: { area: 'RURAL', ...listed },
  });
  household.dibao.open = true;
}

export function tekun(builder: HistoryBuilder, step: Step): void {
  const person = builder.living(step.a);
  const on = person && builder.dayFor(step, after(person.tekun.last, step), person);
  if (person === undefined || on === undefined) return;
  const isEligible = person.disability.open !== undefined || on >= addYears(person.birth, TEKUN_AGE);
  if (!person.tekun.open && (!isEligible || builder.belongsTo('LIVING', person)?.dibao.open)) return;
  person.tekun.last = on;
  if (person.tekun.open) {
    builder.record('StatusEnded', personOf(person), on, 'MCA', { kind: 'TEKUN', reason: 'NO_LONGER_MEETS' });
    person.tekun.open = undefined;
    return;
  }
  const data = {
    kind: 'TEKUN',
    division: person.hukou.division,
    from: formatDay(on),
    detail: { area: 'RURAL' },
  };
  builder.record('StatusRecognised', personOf(person), on, 'MCA', data);
  person.tekun.open = true;
}

export function economy(builder: HistoryBuilder, step: Step): void {
  const household = pick(builder.householdsOf('LIVING'), step.a);
  const on = household && builder.dayFor(step, allJoined(household));
  if (household === undefined || on === undefined || membersOf(household).length === 0) return;
  const data = {
    perCapitaMonthlyIncome: pick(INCOMES, step.b) ?? '350.00',
    assetsWithinLimit: step.c % 5 !== 0,
    membersCounted: membersOf(household),
    ...(step.c % 3 === 0 ? { validTo: formatDay(addYears(on, 1)) } : {}),
  };
  const evidence = [{ kind: 'AUTHORISATION', reference: 'SQ-1' }];
  builder.record('HouseholdEconomyVerified', householdSubject(household), on, 'MCA', data, { evidence });
}

export function housing(builder: HistoryBuilder, step: Step): void {
  const household = pick(builder.householdsOf('LIVING'), step.a);
  const on = household && builder.dayFor(step, household.established);
  if (household === undefined || on === undefined) return;
  const worker = builder.persons.find(
    (person) => household.members.get(person.id)?.open && person.residence.open,
  );
  const elsewhere = step.b % 6 === 0 ? '511302' : undefined;
  builder.record('HousingConditionVerified', householdSubject(household), on, 'HOUS', {
    division: elsewhere ?? worker?.residence.open?.division ?? '510107',
    ownHome: step.c % 5 === 0,
    perCapitaAreaM2: pick(AREAS, step.b) ?? '9',
    tenure: pick(TENURES, step.c) ?? 'RENT',
  });
}

export function rental(builder: HistoryBuilder, step: Step): void {
  const household = pick(builder.householdsOf('LIVING'), step.a);
  const on = household && builder.dayFor(step, after(household.rental.last, step));
  if (household === undefined || on === undefined) return;
  const subject = householdSubject(household);
  household.rental.last = on;
  if (household.rental.open) {
    builder.record('PublicRentalVacated', subject, on, 'HOUS', {});
    household.rental.open = undefined;
    return;
  }
  const to = step.c % 3 === 0 ? { to: formatDay(addYears(on, 1)) } : {};
  builder.record('PublicRentalAllocated', subject, on, 'HOUS', {
    division: '510107',
    from: formatDay(on),
    ...to,
  });
  household.rental.open = true;
}

/** Contracted land, of a household or, seldom, of a person: registered, and ended in one of the ways in which it ends. */
export function right(builder: HistoryBuilder, step: Step): void {
  const household = pick(builder.householdsOf('LAND_CONTRACT'), step.a);
  const person = step.b % 5 === 0 ? builder.living(step.a) : undefined;
  const held = person?.right ?? household?.right;
  const subject = person ? personOf(person) : household && householdSubject(household);
  const on = held && builder.dayFor(step, after(held.last, step), person);
  if (held === undefined || subject === undefined || on === undefined) return;
  held.last = on;
  if (held.open) {
    builder.record('RuralRightEnded', subject, on, 'AGRI', { kind: 'CONTRACT_LAND', ...endingOf(on, step) });
    held.open = undefined;
    return;
  }
  const data = {
    kind: 'CONTRACT_LAND',
    collectiveCode: 'N2513437MF0000001X',
    areaM2: '2400',
    termTo: '2027-12-31',
  };
  builder.record('RuralRightRegistered', subject, on, 'AGRI', data);
  held.open = true;
}

function endingOf(on: Day, step: Step) {
  switch (step.c % 3) {
    case 0:
      return { reason: 'EXPROPRIATION', voluntary: false, compensation: '60000.00' };
    case 1:
      return {
        reason: 'VOLUNTARY_RETURN',
        voluntary: true,
        writtenRequestRef: 'JH-1',
        noticeOn: formatDay(addDays(on, -200)),
      };
    default:
      return { reason: 'UNLAWFUL_TAKEBACK', voluntary: false };
  }
}

function yearOf(on: Day): number {
  return Number(formatDay(on).slice(0, 4));
}
