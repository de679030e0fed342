/** What a household's members mean for it, each on the days of his or her membership. */
import {
  and,
  constant,
  map,
  or,
  piecesOf,
  TimelineBuilder,
  UNKNOWN,
  type Timeline,
  type Truth,
  type TruthTimeline,
  type Unknown,
} from '@ledger/time';
import type { Case, FactTimeline, FactValue, HouseholdCase, SharedMember } from '@ledger/case';
import { arithmetic } from './arithmetic.js';
import { chosen } from './law-time.js';

type Evaluate<T> = (subject: Case) => Timeline<T>;

const belongs = ({ membership }: SharedMember): TruthTimeline =>
  map(membership.relation, (relation): Truth => relation !== null);

/** Membership and the condition together. */
function meets(member: SharedMember, condition: Evaluate<Truth>): TruthTimeline {
  return and(belongs(member), condition(member.person));
}

export function anyMember(household: HouseholdCase, condition: Evaluate<Truth>): TruthTimeline {
  return household
    .members()
    .map((member) => meets(member, condition))
    .reduce(or, constant<Truth>(false));
}

export function countMembers(household: HouseholdCase, condition: Evaluate<Truth>): FactTimeline {
  return household
    .members()
    .map((member): FactTimeline => map(meets(member, condition), (met) => (met === UNKNOWN ? UNKNOWN : Number(met))))
    .reduce(
      (total, one) => arithmetic(total, one, (a, b) => Number(a) + Number(b)),
      constant<FactValue | Unknown>(0),
    );
}

/** Of the first member who surely meets the condition; unknown where none does. */
export function ofMember(
  household: HouseholdCase,
  condition: Evaluate<Truth>,
  value: Evaluate<FactValue | Unknown>,
): FactTimeline {
  return household.members().reduceRight<FactTimeline>(
    (otherwise, member) =>
      chosen(
        map(meets(member, condition), (met) => String(met === true)),
        (word) => (word === 'true' ? value(member.person) : otherwise),
      ),
    constant<FactValue | Unknown>(UNKNOWN),
  );
}

/** The least value among the members who meet the condition; unknown where a member's doubt could change it. */
export function leastOfMembers(
  household: HouseholdCase,
  condition: Evaluate<Truth>,
  value: Evaluate<FactValue | Unknown>,
): FactTimeline {
  const none = constant<FactValue | Unknown | null>(null);
  const least = household.members().reduce<Timeline<FactValue | Unknown | null>>((best, member) => {
    const own = chosen<FactValue | Unknown | null>(meets(member, condition) as FactTimeline, (word) =>
      word === 'true' ? value(member.person) : none,
    );
    return lesser(best, own);
  }, none);
  return map(least, (found) => found ?? UNKNOWN);
}

function lesser(
  left: Timeline<FactValue | Unknown | null>,
  right: Timeline<FactValue | Unknown | null>,
): Timeline<FactValue | Unknown | null> {
  return chosen<FactValue | Unknown | null>(
    map(left, (value) => (value === null ? 'right' : 'both')),
    (word) => (word === 'right' ? right : bothLesser(left, right)),
  );
}

function bothLesser(
  left: Timeline<FactValue | Unknown | null>,
  right: Timeline<FactValue | Unknown | null>,
): Timeline<FactValue | Unknown | null> {
  return chosen<FactValue | Unknown | null>(
    map(right, (value) => (value === null ? 'left' : 'compare')),
    (word) =>
      word === 'left'
        ? left
        : (arithmetic(left as FactTimeline, right as FactTimeline, (a, b) => (a <= b ? a : b)) as Timeline<
            FactValue | Unknown | null
          >),
  );
}

/** A value of the person who heads the household; unknown where no head is known. */
export function headOf(household: HouseholdCase, value: Evaluate<FactValue | Unknown>): FactTimeline {
  const head = household.fact('headOfHousehold');
  const builder = new TimelineBuilder<FactValue | Unknown>();
  for (const piece of piecesOf(head)) {
    if (piece.value === UNKNOWN) builder.then(piece.from, UNKNOWN, piece.because);
    else {
      const of = value(household.world.person(String(piece.value)));
      for (const part of piecesOf(of)) {
        if (part.until <= piece.from || part.from >= piece.until) continue;
        builder.then(part.from > piece.from ? part.from : piece.from, part.value, part.because);
      }
    }
  }
  return builder.build();
}
