/**
 * Writes a history event by event: the state it keeps is what a careful clerk keeps in mind, so that most of what he
 * records is accepted. It is not the ledger's state: what the deciders refuse all the same, the test drops.
 */
import {
  addDays,
  addYears,
  civilOf,
  day,
  dayOf,
  firstOfMonth,
  firstOfNextMonth,
  formatDay,
  startInShanghai,
  type Day,
} from '@ledger/time';
import type { KnownEvent, Payload } from './events.js';

/** An event as a department sends it, and the instant at which the ledger learns of it. */
export interface RawEvent {
  readonly id: string;
  readonly type: string;
  readonly person?: string;
  readonly household?: string;
  readonly division?: string;
  readonly effectiveOn: string;
  readonly source: { readonly department: string };
  readonly confidence?: KnownEvent['confidence'];
  readonly evidence?: readonly { readonly kind: string; readonly reference: string }[];
  readonly data: Payload;
  /** RFC 3339; never decreases along the history */
  readonly knownAt: string;
}

export type SubjectKind = 'person' | 'household' | 'division';
export interface SubjectOf {
  readonly kind: SubjectKind;
  readonly id: string;
}

/** Days to which what happens is drawn: where rules change their mind. */
export const SNAPS = ['none', 'first', 'last', 'leap', 'birthday', 'after-birthday', 'anniversary'] as const;
export type Snap = (typeof SNAPS)[number];

/** One move of the clerk: what, how long after the last one, how late, and free choices. */
export interface Step<Act extends string = string> {
  readonly act: Act;
  readonly advance: number;
  readonly late: number;
  readonly snap: Snap;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** What replaces itself over time, and the last day on which it did. */
export interface Track<T> {
  open: T | undefined;
  last: Day;
}

export interface Town {
  readonly division: string;
  readonly urbanRuralClass: string;
}

export interface PersonState {
  readonly id: string;
  birth: Day;
  died: Day | undefined;
  hukou: Town;
  hukouLast: Day;
  applied: Town | undefined;
  readonly residence: Track<Town & { since: Day }>;
  readonly school: Track<true>;
  readonly disability: Track<string>;
  readonly tekun: Track<true>;
  readonly right: Track<true>;
  readonly enrolments: Map<string, Track<{ readonly division: string; readonly since: Day }>>;
  readonly pensions: Map<string, Track<true>>;
  readonly paidYears: Set<number>;
  jobs: { readonly id: string; readonly on: Day }[];
}

export interface HouseholdState {
  readonly id: string;
  readonly kind: string;
  readonly established: Day;
  readonly members: Map<string, Track<true>>;
  readonly registry: Track<'not-exited' | 'exited'>;
  readonly dibao: Track<true>;
  readonly rental: Track<true>;
  readonly right: Track<true>;
}

/** An event that was written, with the content that later corrections have given it. */
export interface Written {
  readonly id: string;
  readonly type: string;
  readonly subject: SubjectOf;
  readonly department: string;
  on: Day;
  data: Payload;
  voidedBy: string | undefined;
}

/** No history begins earlier; the parameters are known from its first day. */
export const EARLIEST = day('2012-01-02');
const LATEST = day('2024-12-31');
const OFFICE_OPENS = 9 * 3_600_000;
/** Ages at which something begins or ends. */
const AGES = [60, 16, 18];

export class HistoryBuilder {
  readonly events: RawEvent[] = [];
  readonly written: Written[] = [];
  readonly persons: PersonState[] = [];
  readonly households: HouseholdState[] = [];
  now: Day = EARLIEST;

  constructor(private readonly nonce: number) {}

  /** A UUID that only this history has, and has every time. */
  newId(): string {
    const serial = this.persons.length + this.households.length + this.events.length;
    const kind = this.idsGiven++;
    return `${hex(this.nonce, 8)}-${hex(serial, 4)}-4000-8000-${hex(kind, 12)}`;
  }

  private idsGiven = 0;

  pass(days: number): void {
    const later = addDays(this.now, days);
    this.now = later < LATEST ? later : LATEST;
  }

  record(
    type: string,
    subject: SubjectOf,
    on: Day,
    department: string,
    data: Payload,
    extra: Partial<RawEvent> = {},
  ): string {
    const id = this.newId();
    const instant = startInShanghai(this.now) + OFFICE_OPENS + this.events.length * 1_000;
    this.events.push({
      id,
      type,
      [subject.kind]: subject.id,
      effectiveOn: formatDay(on),
      source: { department },
      ...extra,
      data,
      knownAt: new Date(instant).toISOString(),
    });
    this.written.push({ id, type, subject, department, on, data, voidedBy: undefined });
    return id;
  }

  /** A day for what a step records: not before `floor`, not after today; undefined where there is none. */
  dayFor(step: Step, floor: Day, person?: PersonState): Day | undefined {
    const wished = snapped(addDays(this.now, -step.late), step, person);
    const ceiling = person?.died !== undefined && person.died < this.now ? person.died : this.now;
    const least = floor > EARLIEST ? floor : EARLIEST;
    if (least > ceiling) return undefined;
    return wished < least ? least : wished > ceiling ? ceiling : wished;
  }

  /** One of those who live, as known today: every other time the first of them, so that one life fills up. */
  living(choice: number): PersonState | undefined {
    const living = this.persons.filter((person) => person.died === undefined);
    return choice % 2 === 0 ? living[0] : pick(living, choice >> 1);
  }

  householdsOf(kind: string): readonly HouseholdState[] {
    return this.households.filter((household) => household.kind === kind);
  }

  /** Whether a person belongs to any household of a kind at the end of what has been written. */
  belongsTo(kind: string, person: PersonState): HouseholdState | undefined {
    return this.householdsOf(kind).find((household) => household.members.get(person.id)?.open === true);
  }

  /** The last day on which anything was said of a person's belonging to households of a kind. */
  lastMoveIn(kind: string, person: PersonState): Day {
    const days = this.householdsOf(kind).map(
      (household) => household.members.get(person.id)?.last ?? person.birth,
    );
    return Math.max(person.birth, ...days) as Day;
  }
}

function snapped(wished: Day, step: Step, person: PersonState | undefined): Day {
  const birthday = person && addYears(person.birth, AGES[step.c % AGES.length] ?? 60);
  switch (step.snap) {
    case 'none':
      return wished;
    case 'first':
      return firstOfMonth(wished);
    case 'last':
      return addDays(firstOfNextMonth(wished), -1);
    case 'leap': {
      const { year } = civilOf(wished);
      return dayOf(year - (year % 4), 2, 29);
    }
    case 'birthday':
      return birthday ?? wished;
    case 'after-birthday':
      return birthday === undefined ? wished : firstOfNextMonth(birthday);
    case 'anniversary':
      return person?.residence.open === undefined ? wished : addYears(person.residence.open.since, 1);
  }
}

export function pick<T>(choices: readonly T[], choice: number): T | undefined {
  return choices.length === 0 ? undefined : choices[choice % choices.length];
}

export function personOf(person: PersonState): SubjectOf {
  return { kind: 'person', id: person.id };
}

export function householdSubject(household: HouseholdState): SubjectOf {
  return { kind: 'household', id: household.id };
}

export function track<T>(last: Day): Track<T> {
  return { open: undefined, last };
}

/** The track under a key, begun where there is none. */
export function trackOf<K, T>(tracks: Map<K, Track<T>>, key: K, last: Day): Track<T> {
  const found = tracks.get(key);
  if (found) return found;
  const begun = track<T>(last);
  tracks.set(key, begun);
  return begun;
}

/** Mostly the day after the last change; now and then that very day. */
export function after(last: Day, step: Step): Day {
  return step.b % 5 === 0 ? last : addDays(last, 1);
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0').slice(-digits);
}
