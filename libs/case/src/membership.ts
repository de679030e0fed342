/** Who belongs to a household on which days (户籍户, 共同生活家庭, 建档立卡户, 承包农户 alike). */
import { BEGINNING, type Day, type Timeline } from '@ledger/time';
import type { KnownEvent, KnownStream } from './as-known.js';
import { stateOver, type Stretch } from './intervals.js';

export interface Membership {
  readonly person: string;
  /** Relation to the head (GB/T 4761) on the days of membership, null on the others. */
  readonly relation: Timeline<string | null>;
  /** Where the last join stands: of two households of one kind, the one joined last is *the* household. */
  readonly joined: { readonly from: Day; readonly position: string };
}

/** Relation of one whose relation to the head nobody has stated: other (GB/T 4761: 97). */
export const RELATION_NOT_STATED = '97';

const MEMBERSHIP_EVENTS = [
  'HouseholdMemberJoined',
  'PovertyHouseholdRegistered',
  'HouseholdMemberLeft',
] as const;

interface Step extends Stretch<string | null> {
  /** Entering by the register does not overwrite an earlier join. */
  readonly onlyIfAbsent: boolean;
  readonly position: string;
}

/** Every member that a household ever had, as known. */
export function membershipsOf(household: KnownStream): ReadonlyMap<string, Membership> {
  return household.once('memberships', () => {
    const steps = new Map<string, Step[]>();
    const step = (person: string, entry: Step): void => {
      const earlier = steps.get(person);
      if (earlier) earlier.push(entry);
      else steps.set(person, [entry]);
    };
    for (const known of household.ofTypes(...MEMBERSHIP_EVENTS)) stepsOf(known, step);
    return new Map(
      [...steps].map(([person, taken]) => [
        person,
        { person, relation: relationOver(taken), joined: lastJoin(taken) },
      ]),
    );
  });
}

function stepsOf(known: KnownEvent, step: (person: string, entry: Step) => void): void {
  const { from, until, because } = known;
  const { position } = known.event;
  if (isOf(known, 'HouseholdMemberJoined')) {
    const value = known.data.relation ?? RELATION_NOT_STATED;
    step(known.data.personId, { from, until, because, value, onlyIfAbsent: false, position });
  } else if (isOf(known, 'HouseholdMemberLeft')) {
    step(known.data.personId, { from, because, value: null, onlyIfAbsent: false, position });
  } else if (isOf(known, 'PovertyHouseholdRegistered')) {
    for (const person of known.data.members) {
      step(person, { from, because, value: RELATION_NOT_STATED, onlyIfAbsent: true, position });
    }
  }
}

function relationOver(steps: readonly Step[]): Timeline<string | null> {
  const taken: Step[] = [];
  for (const step of steps) {
    const last = taken.at(-1);
    const isMember = last && last.value !== null && (last.until === undefined || step.from < last.until);
    if (!step.onlyIfAbsent || !isMember) taken.push(step);
  }
  return stateOver<string | null>(null, taken);
}

function lastJoin(steps: readonly Step[]): Membership['joined'] {
  const { from, position } = steps.findLast((step) => step.value !== null) ?? {
    from: BEGINNING,
    position: '',
  };
  return { from, position };
}

/** Narrows a known event to one type. */
export function isOf<Type extends KnownEvent['type']>(
  known: KnownEvent,
  type: Type,
): known is KnownEvent<Type> {
  return known.type === type;
}
