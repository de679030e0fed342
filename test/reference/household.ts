/** Households and who belongs to them. */
import type { Day } from '@ledger/time';
import { text, texts, type Statement } from './events.js';
import { isAlive } from './person.js';
import { aboutHousehold, holdingOn, type World } from './world.js';

export type HouseholdKind = 'HUKOU' | 'LIVING' | 'POVERTY_REGISTER' | 'LAND_CONTRACT';

function establishmentOf(world: World, household: string): Statement | undefined {
  return aboutHousehold(world, household, 'HouseholdEstablished')[0];
}

export function kindOf(world: World, household: string): string | undefined {
  const established = establishmentOf(world, household);
  return established && text(established.data, 'kind');
}

export function headOf(world: World, household: string): string | undefined {
  const established = establishmentOf(world, household);
  return established && text(established.data, 'headPersonId');
}

export function isEstablished(world: World, household: string, on: Day): boolean {
  const established = establishmentOf(world, household);
  return established !== undefined && established.on <= on;
}

/** The statement by which somebody is a member on a day. */
function membershipOf(world: World, household: string, person: string, on: Day): Statement | undefined {
  const about = aboutHousehold(
    world,
    household,
    'HouseholdMemberJoined',
    'HouseholdMemberLeft',
    'PovertyHouseholdRegistered',
  );
  const held = holdingOn(
    about.filter(
      (statement) =>
        text(statement.data, 'personId') === person || texts(statement.data, 'members')?.includes(person),
    ),
    on,
  );
  return held?.type === 'HouseholdMemberLeft' ? undefined : held;
}

/** The members on a day, dead or alive. */
function membersOf(world: World, household: string, on: Day): readonly string[] {
  const named = new Set<string>();
  for (const statement of aboutHousehold(
    world,
    household,
    'HouseholdMemberJoined',
    'PovertyHouseholdRegistered',
  )) {
    const joined = text(statement.data, 'personId');
    if (joined !== undefined) named.add(joined);
    for (const member of texts(statement.data, 'members') ?? []) named.add(member);
  }
  return [...named].filter((person) => membershipOf(world, household, person, on) !== undefined);
}

export function livingMembersOf(world: World, household: string, on: Day): readonly string[] {
  return membersOf(world, household, on).filter((person) => isAlive(world, person, on));
}

/** The household of a kind to which somebody belongs on a day; of several, the one joined last. */
export function householdOf(world: World, person: string, kind: HouseholdKind, on: Day): string | undefined {
  let last: Statement | undefined;
  for (const stream of world.byStream.keys()) {
    if (!stream.startsWith('household-')) continue;
    const household = stream.slice('household-'.length);
    if (kindOf(world, household) !== kind) continue;
    const membership = membershipOf(world, household, person, on);
    if (membership === undefined) continue;
    const isLater =
      last === undefined ||
      membership.on > last.on ||
      (membership.on === last.on && membership.position > last.position);
    if (isLater) last = membership;
  }
  return last?.stream.slice('household-'.length);
}
