/**
 * The four kinds of household (户籍户, 共同生活家庭, 建档立卡户, 承包农户): who is in which, from when to when. A person is
 * in at most one of each kind at a time.
 */
import { END, type Day } from '@ledger/time';
import type { CodeOf, HouseholdKind } from '@ledger/vocabulary';
import type { Entry, Teller } from './chronicle.js';
import { MAN } from './family.js';
import { aliveOn, isAge, type Home, type Member } from './home.js';

export interface Membership {
  readonly member: Member;
  readonly from: Day;
  readonly joined: Entry;
  until: Day;
}

export interface Register {
  readonly id: string;
  readonly kind: HouseholdKind;
  readonly division: string;
  readonly on: Day;
  readonly head: Member;
  readonly established: Entry;
  readonly memberships: Membership[];
}

type JoinReason = 'FOUNDING' | 'BIRTH' | 'MOVE';
type LeaveReason = 'DEATH' | 'MOVE';

const OWNERS: Readonly<Record<HouseholdKind, Teller>> = {
  HUKOU: 'PSB',
  LIVING: 'MCA',
  POVERTY_REGISTER: 'POV',
  LAND_CONTRACT: 'AGRI',
};
const ADULT_AGE = 18;

/**
 * Founders who are in another household of the kind leave it on the same day; those who will be in one later stay out of
 * this. Undefined where there is no adult among the founders.
 */
export function establish(
  home: Home,
  kind: HouseholdKind,
  division: string,
  on: Day,
  candidates: readonly Member[],
  after: readonly Entry[] = [],
): Register | undefined {
  const founders = candidates.filter((member) => !joinsLater(home, kind, member, on));
  const head = founders.find((member) => isAge(ADULT_AGE, member, on));
  if (!head) return undefined;
  const departures = founders.flatMap((member) => leave(home, kind, member, on, 'MOVE') ?? []);
  const id = home.random.uuid();
  const established = home.chronicle.add({
    of: { household: id },
    type: 'HouseholdEstablished',
    on,
    by: OWNERS[kind],
    office: division,
    data: { kind, headPersonId: head.id, division },
    after: [head.registered, ...departures, ...after],
  });
  const register: Register = { id, kind, division, on, head, established, memberships: [] };
  home.registers.push(register);
  const reason = departures.length > 0 ? 'MOVE' : 'FOUNDING';
  for (const member of founders) join(home, register, member, on, reason);
  return register;
}

function joinsLater(home: Home, kind: HouseholdKind, member: Member, on: Day): boolean {
  return home.registers.some(
    (register) =>
      register.kind === kind && register.memberships.some((one) => one.member === member && one.from >= on),
  );
}

function join(home: Home, register: Register, member: Member, on: Day, reason: JoinReason): void {
  const joined = home.chronicle.add({
    of: { household: register.id },
    type: 'HouseholdMemberJoined',
    on,
    by: OWNERS[register.kind],
    office: register.division,
    data: { personId: member.id, relation: relationTo(register.head, member), reason },
    after: [register.established, member.registered],
  });
  register.memberships.push({ member, from: on, joined, until: END });
}

/** Ends the open membership of that kind, if there is one. */
function leave(
  home: Home,
  kind: HouseholdKind,
  member: Member,
  on: Day,
  reason: LeaveReason,
): Entry | undefined {
  for (const register of home.registers) {
    if (register.kind !== kind) continue;
    const open = register.memberships.find((one) => one.member === member && one.from < on && on < one.until);
    if (!open) continue;
    open.until = on;
    return home.chronicle.add({
      of: { household: register.id },
      type: 'HouseholdMemberLeft',
      on,
      by: OWNERS[kind],
      office: register.division,
      data: { personId: member.id, reason },
      after: member.death && reason === 'DEATH' ? [open.joined, member.death] : [open.joined],
    });
  }
  return undefined;
}

/** Children born after the household was established join it at birth, or on `joinOn` where the register is kept yearly. */
export function joinNewborns(
  home: Home,
  register: Register,
  joinOn: (born: Day) => Day = (born) => born,
): void {
  for (const member of home.members) {
    if (member.born <= register.on) continue;
    const on = joinOn(member.born);
    if (aliveOn(member, on)) join(home, register, member, on, 'BIRTH');
  }
}

/** The members on a day, and the lines by which they are members: what names them must become known after these. */
export function membersOn(
  register: Register,
  on: Day,
): { readonly members: readonly Member[]; readonly because: readonly Entry[] } {
  const present = register.memberships.filter(
    ({ from, until, member }) => from <= on && on < until && aliveOn(member, on),
  );
  return { members: present.map(({ member }) => member), because: present.map(({ joined }) => joined) };
}

/** Told last, when all memberships are known: the dead leave every household that they were still in. */
export function tellDepartedDead(home: Home): void {
  for (const register of home.registers) {
    for (const { member, from, until } of register.memberships) {
      if (from < member.died && member.died < until && member.died !== END)
        leave(home, register.kind, member, member.died, 'DEATH');
    }
  }
}

/** GB/T 4761 as seen from the head, who need not be the head of the hukou household. */
function relationTo(head: Member, member: Member): CodeOf<'relation'> {
  const man = member.sex === MAN;
  if (member === head) return '02';
  if (head.role === 'head') {
    switch (member.role) {
      case 'head':
        return '02';
      case 'spouse':
        return man ? '11' : '12';
      case 'father':
        return '51';
      case 'mother':
        return '52';
      case 'child':
        return man ? '20' : '30';
      case 'grandchild':
        return man ? '41' : '42';
    }
  }
  if (head.role === 'spouse' && member.role === 'child') return man ? '20' : '30';
  if (head.role === 'spouse' && member.role === 'head') return man ? '11' : '12';
  return '97';
}
