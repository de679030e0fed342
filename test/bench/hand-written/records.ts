/** What the hand-written rules know of a family: plain records, filled from its events. */
import type { Steps } from './steps.js';

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
