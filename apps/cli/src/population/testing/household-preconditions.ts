import type { HouseholdKind } from '@ledger/vocabulary';
import {
  FOR_EVER,
  later,
  membersOn,
  subset,
  type HouseholdTold,
  type Line,
  type Require,
  type Told,
} from './told.js';

const OWNERS: Readonly<Record<HouseholdKind, string>> = {
  HUKOU: 'PSB',
  LIVING: 'MCA',
  POVERTY_REGISTER: 'POV',
  LAND_CONTRACT: 'AGRI',
};

export function readHouseholdLine(line: Line, id: string, told: Told, require: Require): void {
  if (line.type === 'HouseholdEstablished') {
    const { kind, headPersonId = '' } = line.data;
    require(told.persons.has(headPersonId), 'unknown head');
    require(!told.households.has(id), 'established twice');
    require(line.source.department === OWNERS[kind], 'not the owner');
    const open = { poverty: 'none', contract: false, rentalUntil: '', dibao: [] } as const;
    told.households.set(id, { id, kind, on: line.effectiveOn, everMembers: new Set(), ...open });
    return;
  }
  const household = told.households.get(id);
  require(household !== undefined, 'no such household');
  if (!household) return;
  require(line.effectiveOn >= household.on, 'before the household was established');
  if (readMembership(line, household, told, require)) return;
  if (readPoverty(line, household, told, require)) return;
  if (readHome(line, household, told, require)) return;
  readLand(line, household, require);
}

function readMembership(line: Line, household: HouseholdTold, told: Told, require: Require): boolean {
  if (line.type !== 'HouseholdMemberJoined' && line.type !== 'HouseholdMemberLeft') return false;
  const { effectiveOn: on, source } = line;
  const { personId } = line.data;
  require(source.department === OWNERS[household.kind], 'not the owner');
  const person = told.persons.get(personId);
  require(person !== undefined, 'unknown member');
  if (!person) return true;
  const all = person.memberships.get(household.kind) ?? [];
  person.memberships.set(household.kind, all);
  if (line.type === 'HouseholdMemberJoined') {
    require(person.born <= on && on < person.died, 'a member unborn or dead');
    require(all.every(({ until }) => until <= on), 'a member of two households of one kind');
    all.push({ from: on, until: FOR_EVER, household: household.id });
    household.everMembers.add(personId);
    return true;
  }
  const open = all.find((one) => one.household === household.id && one.until === FOR_EVER);
  require(open !== undefined && open.from < on, 'not a member');
  if (open) open.until = on;
  return true;
}

function readPoverty(line: Line, household: HouseholdTold, told: Told, require: Require): boolean {
  const { type, effectiveOn: on } = line;
  if (type === 'PovertyHouseholdRegistered') {
    require(household.kind === 'POVERTY_REGISTER' && household.poverty === 'none', 'registered twice');
    require(subset(line.data.members, membersOn(told, household, on)), 'registers others');
    household.poverty = 'not-exited';
  } else if (type === 'PovertyExitMarked') {
    require(household.poverty === 'not-exited' || household.poverty === 'returned', 'nothing to exit from');
    household.poverty = 'exited';
  } else if (type === 'PovertyReturnMarked') {
    require(household.poverty === 'exited', 'not exited');
    if (line.data.kind === 'RETURNED') household.poverty = 'returned';
  } else return false;
  return true;
}

function readHome(line: Line, household: HouseholdTold, told: Told, require: Require): boolean {
  const { type, effectiveOn: on } = line;
  if (type === 'HouseholdEconomyVerified') {
    const { membersCounted } = line.data;
    require(membersCounted.length > 0 &&
      subset(membersCounted, membersOn(told, household, on)), 'counts others');
    require(line.evidence?.some(({ kind }) => kind === 'AUTHORISATION') ?? false, 'no authorisation');
  } else if (type === 'PublicRentalAllocated') {
    require(on >= household.rentalUntil, 'allocated twice');
    household.rentalUntil = line.data.to ?? FOR_EVER;
  } else if (type === 'PublicRentalVacated') {
    require(on < household.rentalUntil, 'nothing allocated');
    household.rentalUntil = on;
  } else if (type === 'StatusRecognised') {
    const members = line.data.detail?.members ?? [];
    require(line.data.kind === 'DIBAO' && household.dibao.length === 0, 'dibao twice');
    require(members.length > 0 && subset(members, membersOn(told, household, on)), 'dibao of others');
    require(!members.some((member) => told.persons.get(member)?.tekun), 'dibao besides tekun');
    household.dibao = members;
  } else if (type === 'StatusEnded') {
    require(household.dibao.length > 0, 'no dibao');
    household.dibao = [];
  } else if (type !== 'HousingConditionVerified') return false;
  require(household.kind === 'LIVING', 'not a household living together');
  return true;
}

function readLand(line: Line, household: HouseholdTold, require: Require): void {
  const { type, effectiveOn: on, source } = line;
  require(household.kind === 'LAND_CONTRACT', 'a type that the checker does not know here');
  if (type !== 'RuralRightRegistered' && type !== 'RuralRightEnded') return;
  require(source.department === (line.data.kind === 'HOMESTEAD' ? 'LAND' : 'AGRI'), 'not the owner');
  if (line.data.kind === 'HOMESTEAD') return;
  require(household.contract === (type === 'RuralRightEnded'), 'registered twice, or never');
  household.contract = !household.contract;
  if (type === 'RuralRightRegistered' || line.data.reason !== 'VOLUNTARY_RETURN') return;
  const { noticeOn = FOR_EVER, voluntary, writtenRequestRef, compensation } = line.data;
  require(on >= later(noticeOn, 6), 'notice of less than half a year');
  require(voluntary &&
    writtenRequestRef !== undefined &&
    Number(compensation) > 0, 'not voluntary, or not paid for');
}
