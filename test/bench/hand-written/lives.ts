/** Persons and households of one family, read from their events into plain records. */
import type { RecordedEvent, StreamName } from '@ledger/vocabulary';
import { inForce } from './amendments.js';
import { closeHousehold, readOfHousehold } from './household-events.js';
import { closePerson, readOfPerson } from './person-events.js';
import {
  type Hukou,
  type Stay,
  type Belonging,
  type Person,
  type Household,
  type Family,
  NOWHERE,
} from './records.js';
import { Steps } from './steps.js';

export function readFamily(events: readonly RecordedEvent[], provenOnly = false): Family {
  const family: Family = { persons: new Map(), households: new Map() };
  // By stream, so that the id is cut out of its name once and not for every event.
  const persons = new Map<StreamName, Person>();
  const households = new Map<StreamName, Household>();
  for (const told of inForce(events, provenOnly)) {
    const { stream } = told;
    const person = persons.get(stream);
    const household = person ? undefined : households.get(stream);
    if (person) readOfPerson(person, told);
    else if (household) readOfHousehold(household, told);
    else if (stream.startsWith('person-'))
      readOfPerson(begun(family.persons, persons, stream, newPerson()), told);
    else readOfHousehold(begun(family.households, households, stream, newHousehold()), told);
  }
  for (const person of persons.values()) closePerson(person);
  for (const household of households.values()) closeHousehold(family, household);
  for (const person of persons.values()) {
    person.living.sort(inOrderOfJoining);
    person.poor.sort(inOrderOfJoining);
  }
  return family;
}

function begun<T>(byId: Map<string, T>, byStream: Map<StreamName, T>, stream: StreamName, record: T): T {
  byId.set(stream.slice(stream.indexOf('-') + 1), record);
  byStream.set(stream, record);
  return record;
}

function newPerson(): Person {
  return {
    birth: undefined,
    died: Infinity,
    hukou: new Steps<Hukou | null>(null),
    settled: new Steps<boolean>(false),
    hukouClass: undefined,
    stays: new Steps<Stay>(NOWHERE),
    employments: [],
    jobEnds: [],
    school: new Steps<string | null>(null),
    permitCity: new Steps<string | null>(null),
    level: new Steps<number>(0),
    tekun: new Steps<boolean>(false),
    enrolledIn: new Steps<string | null>(null),
    yearsPaid: [],
    years: new Set(),
    employeeYears: new Set(),
    account: new Steps<number | undefined>(0),
    pensions: new Map(),
    living: [],
    poor: [],
  };
}

function newHousehold(): Household {
  return {
    kind: undefined,
    established: Infinity,
    head: undefined,
    members: new Map(),
    registry: new Steps<'none' | 'not-exited' | 'exited' | 'returned'>('none'),
    dibao: new Steps<boolean | readonly string[]>(false),
    economy: new Steps<{ readonly income: number; readonly assets: boolean } | undefined>(undefined),
    housing: [],
    land: new Steps<'held' | 'ended' | undefined>(undefined),
  };
}

/** Of several households of a kind, the one joined last is the one that counts. */
function inOrderOfJoining(a: Belonging, b: Belonging): number {
  return a.joinedOn - b.joinedOn || (a.joinedAt < b.joinedAt ? -1 : 1);
}
