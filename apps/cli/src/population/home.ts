/** A family of the population while it is being told: its people, its registers, its chronicle. */
import { addYears, type Day } from '@ledger/time';
import type { Chronicle, Entry } from './chronicle.js';
import { MAN, type Role, type Sex } from './family.js';
import type { Town, Village } from './places.js';
import type { Random } from './random.js';
import type { Register } from './registers.js';

/** An unbroken stay in towns. */
export interface Spell {
  readonly stops: readonly { readonly town: Town; readonly on: Day; readonly told: Entry }[];
  /** First day no longer there, or {@link END}. */
  readonly until: Day;
  /** Where the return has been told. */
  ended?: Entry;
}

export interface Job {
  readonly division: string;
  readonly type: string;
  readonly from: Day;
  readonly until: Day;
  readonly contract: boolean;
  readonly started: Entry;
}

export interface Member {
  readonly id: string;
  readonly role: Role;
  readonly sex: Sex;
  readonly born: Day;
  /** {@link END} for the living. */
  readonly died: Day;
  readonly hasNationalId: boolean;
  readonly registered: Entry;
  readonly death: Entry | undefined;
  readonly spells: Spell[];
  readonly jobs: Job[];
  /** The day from which he or she is no pupil or student any more; {@link END} where still one. */
  leftSchoolOn: Day;
  lastSchoolLine?: Entry;
  /** Calendar years with months of employee pension. */
  readonly employeeYears: Set<number>;
  drawsEmployeePension: boolean;
  hukou: Town;
  /** END while the hukou is where it was at registration. */
  hukouMovedOn: Day;
  hukouMove?: Entry;
  /** An arrival that was registered twice by mistake. */
  duplicateArrival?: Entry;
}

export interface Home {
  readonly number: number;
  readonly village: Village;
  readonly random: Random;
  readonly chronicle: Chronicle;
  readonly members: readonly Member[];
  readonly registers: Register[];
}

export function aliveOn(member: Member, on: Day): boolean {
  return member.born <= on && on < member.died;
}

export function isAge(years: number, member: Member, on: Day): boolean {
  return on >= addYears(member.born, years);
}

const MEN_RETIRE_AT = 60;
const WOMEN_RETIRE_AT = 50;

/** Statutory retirement of workers before the gradual raise of 2025, which the population leaves out. */
export function retirementDay(member: Member): Day {
  return addYears(member.born, member.sex === MAN ? MEN_RETIRE_AT : WOMEN_RETIRE_AT);
}

/** The stop in town at which the member lives on a day. */
export function stopOn(member: Member, on: Day): Spell['stops'][number] | undefined {
  for (const spell of member.spells) {
    if (on < (spell.stops[0] as Spell['stops'][number]).on || on >= spell.until) continue;
    return spell.stops.findLast((stop) => stop.on <= on);
  }
  return undefined;
}

export function earliest(...days: readonly Day[]): Day {
  return Math.min(...days) as Day;
}

export function latest(...days: readonly Day[]): Day {
  return Math.max(...days) as Day;
}
