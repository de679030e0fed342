/** The poverty register, and the statuses of dibao (低保) and tekun (特困). */
import type { Day } from '@ledger/time';
import { date, flag, group, text, texts, type Statement } from './events.js';
import { householdOf } from './household.js';
import { aboutHousehold, holdingOn, statementsOf, type World } from './world.js';

export type RegistryStatus = 'none' | 'not-exited' | 'exited' | 'returned';

/** What the register says of a register household: its last mark, provided that it has been registered by then. */
export function registryOfHousehold(world: World, household: string, on: Day): RegistryStatus {
  const registrations = aboutHousehold(world, household, 'PovertyHouseholdRegistered');
  if (!registrations.some((registration) => registration.on <= on)) return 'none';
  const mark = markOf(world, household, on);
  if (mark === undefined) return 'none';
  if (mark.type === 'PovertyExitMarked') return 'exited';
  return mark.type === 'PovertyReturnMarked' ? 'returned' : 'not-exited';
}

/** Marks of monitoring (监测对象) leave the status as it is. */
function markOf(world: World, household: string, on: Day): Statement | undefined {
  const marks = aboutHousehold(
    world,
    household,
    'PovertyHouseholdRegistered',
    'PovertyExitMarked',
    'PovertyReturnMarked',
  );
  return holdingOn(
    marks.filter((mark) => mark.type !== 'PovertyReturnMarked' || text(mark.data, 'kind') === 'RETURNED'),
    on,
  );
}

export function isPolicyRetainedForHousehold(world: World, household: string, on: Day): boolean {
  if (registryOfHousehold(world, household, on) !== 'exited') return false;
  const exit = markOf(world, household, on);
  if (exit === undefined || flag(exit.data, 'policyRetained') !== true) return false;
  const lastDay = date(exit.data, 'policyRetainedUntil');
  return lastDay === undefined || on <= lastDay;
}

export function registryOf(world: World, person: string, on: Day): RegistryStatus {
  const household = householdOf(world, person, 'POVERTY_REGISTER', on);
  return household === undefined ? 'none' : registryOfHousehold(world, household, on);
}

export function isPolicyRetained(world: World, person: string, on: Day): boolean {
  const household = householdOf(world, person, 'POVERTY_REGISTER', on);
  return household !== undefined && isPolicyRetainedForHousehold(world, household, on);
}

/** 建档立卡, those marked as out of poverty included. */
export function isRegistered(world: World, person: string, on: Day): boolean {
  return registryOf(world, person, on) !== 'none';
}

function statusOf(world: World, stream: string, kind: string, on: Day): Statement | undefined {
  const statements = statementsOf(world, stream, 'StatusRecognised', 'StatusEnded');
  const held = holdingOn(
    statements.filter((statement) => text(statement.data, 'kind') === kind),
    on,
  );
  return held?.type === 'StatusRecognised' ? held : undefined;
}

export function isTekun(world: World, person: string, on: Day): boolean {
  return statusOf(world, `person-${person}`, 'TEKUN', on) !== undefined;
}

/** The household living together by whose dibao somebody is covered: a member on the day, and on its list where there is one. */
export function dibaoHouseholdOf(world: World, person: string, on: Day): string | undefined {
  const household = householdOf(world, person, 'LIVING', on);
  if (household === undefined) return undefined;
  const status = statusOf(world, `household-${household}`, 'DIBAO', on);
  if (status === undefined) return undefined;
  const covered = texts(group(status.data, 'detail'), 'members');
  return covered === undefined || covered.includes(person) ? household : undefined;
}

export function isDibao(world: World, person: string, on: Day): boolean {
  return dibaoHouseholdOf(world, person, on) !== undefined;
}

/** Art. 8: 未标注脱贫贫困人口、低保对象、特困人员. */
export function isHardUp(world: World, person: string, on: Day): boolean {
  const registry = registryOf(world, person, on);
  return (
    registry === 'not-exited' ||
    registry === 'returned' ||
    isDibao(world, person, on) ||
    isTekun(world, person, on)
  );
}
