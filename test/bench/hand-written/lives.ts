/** Persons and households of one family, read from their events into plain records. */
import type { RecordedEvent, StreamName } from '@ledger/vocabulary';
import { inForce } from './amendments.js';
import { closeHousehold, readOfHousehold } from './household-events.js';
import { closePerson, readOfPerson } from './person-events.js';
import { Steps } from './steps.js';

export interface Hukou {
  readonly division: string;
  readonly city: string | undefined;
  readonly rural: boolean;
}

export interface Stay {
  readonly division: string | null;
  readonly city: string | undefined;
  readonly inTown: boolean;
  readonly lease: boolean;
  /** Since when in this city, in town. */
  readonly since: number;
}

export interface Employment {
  readonly id: string;
  readonly position: string;
  readonly from: number;
  until: number;
  readonly division: string;
  readonly city: string | undefined;
}

export interface JobEnd {
  /** The event it ends, where it says which. */
  readonly of: string | undefined;
  readonly from: number;
  readonly position: string;
}

export interface Belonging {
  readonly household: Household;
  readonly member: Steps<boolean>;
  joinedOn: number;
  joinedAt: string;
  until: number;
}

export interface Person {
  birth: number | undefined;
  died: number;
  hukou: Steps<Hukou | null>;
  settled: Steps<boolean>;
  hukouClass: string | undefined;
  stays: Steps<Stay>;
  employments: Employment[];
  jobEnds: JobEnd[];
  /** City of a school attended full-time, null where there is none. */
  school: Steps<string | null>;
  permitCity: Steps<string | null>;
  level: Steps<number>;
  tekun: Steps<boolean>;
  enrolledIn: Steps<string | null>;
  /** Contributed years, and the day on which each was first paid. */
  yearsPaid: number[];
  years: Set<number>;
  employeeYears: Set<number>;
  account: Steps<number | undefined>;
  pensions: Map<string, Steps<boolean>>;
  living: Belonging[];
  poor: Belonging[];
}

export interface Household {
  kind: string | undefined;
  established: number;
  head: string | undefined;
  members: Map<string, Belonging>;
  registry: Steps<'none' | 'not-exited' | 'exited' | 'returned'>;
  /** Whom the minimum living guarantee covers: everybody, those named, or nobody. */
  dibao: Steps<boolean | readonly string[]>;
  economy: Steps<{ readonly income: number; readonly assets: boolean } | undefined>;
  housing: Housing[];
  land: Steps<'held' | 'ended' | undefined>;
}

export interface Housing {
  readonly from: number;
  readonly until: number;
  readonly division: string;
  readonly city: string | undefined;
  readonly owns: boolean;
  readonly area: number;
  readonly stable: boolean;
}

export interface Family {
  readonly persons: Map<string, Person>;
  readonly households: Map<string, Household>;
}

export const NOWHERE: Stay = {
  division: null,
  city: undefined,
  inTown: false,
  lease: false,
  since: Infinity,
};

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
