/** Facts of one person that rest on his or her own stream: birth, death, disability, school, work. */
import { addYears, type Day } from '@ledger/time';
import { date, flag, number, text, type Statement } from './events.js';
import { aboutPerson, holdingOn, type World } from './world.js';

export function birthOf(world: World, person: string): Day | undefined {
  const registered = aboutPerson(world, person, 'PersonRegistered')[0];
  return registered && date(registered.data, 'birthDate');
}

/** GB/T 2261.1 */
export function sexOf(world: World, person: string): string | undefined {
  const registered = aboutPerson(world, person, 'PersonRegistered')[0];
  return registered && text(registered.data, 'sex');
}

/** From the birth on and before the day of death; a birth that nobody knows is taken to lie behind. */
export function isAlive(world: World, person: string, on: Day): boolean {
  const birth = birthOf(world, person);
  if (birth !== undefined && on < birth) return false;
  return !deathsOf(world, person).some((death) => death <= on);
}

/** As {@link isAlive} on the first of a month, but a death on that very day leaves the month. */
export function isAliveForMonthOf(world: World, person: string, first: Day): boolean {
  const birth = birthOf(world, person);
  if (birth !== undefined && first < birth) return false;
  return !deathsOf(world, person).some((death) => death < first);
}

function deathsOf(world: World, person: string): readonly Day[] {
  return aboutPerson(world, person, 'PersonDied').map((died) => date(died.data, 'deathDate') ?? died.on);
}

/** Whether somebody is `years` old; undefined where the birth is not known. */
export function hasTurned(world: World, person: string, years: number, on: Day): boolean | undefined {
  const birth = birthOf(world, person);
  return birth === undefined ? undefined : on >= addYears(birth, years);
}

/** 1 to 4, 1 being the severest; undefined for none. */
export function disabilityLevelOf(world: World, person: string, on: Day): number | undefined {
  const held = holdingOn(aboutPerson(world, person, 'DisabilityCertified', 'DisabilityCertificateEnded'), on);
  if (held === undefined || held.type === 'DisabilityCertificateEnded') return undefined;
  const validTo = date(held.data, 'validTo');
  return validTo !== undefined && validTo <= on ? undefined : number(held.data, 'level');
}

export function isSeverelyDisabled(world: World, person: string, on: Day): boolean {
  const level = disabilityLevelOf(world, person, on);
  return level === 1 || level === 2;
}

/** The full-time enrolment that is open on a day. */
export function schoolOf(world: World, person: string, on: Day): Statement | undefined {
  const held = holdingOn(aboutPerson(world, person, 'SchoolEnrolled', 'SchoolLeft'), on);
  return held?.type === 'SchoolEnrolled' && flag(held.data, 'fullTime') !== false ? held : undefined;
}

/** Every employment that is open on a day: there may be several. */
export function employmentsOf(world: World, person: string, on: Day): readonly Statement[] {
  const ends = aboutPerson(world, person, 'EmploymentEnded').filter((end) => end.on <= on);
  return aboutPerson(world, person, 'EmploymentStarted').filter((started) => {
    if (on < started.on || started.until <= on) return false;
    return !ends.some((end) => {
      const names = text(end.data, 'startedEventId');
      if (names !== undefined) return names === started.id;
      return started.on < end.on || (started.on === end.on && started.position < end.position);
    });
  });
}
