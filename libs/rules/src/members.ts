/** What a household's members mean for it, each on the days of his or her membership. */
import {
  and,
  constant,
  join,
  map,
  or,
  piecesOf,
  TimelineBuilder,
  UNKNOWN,
  zip,
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
    .map((member): FactTimeline =>
      map(meets(member, condition), (met) => (met === UNKNOWN ? UNKNOWN : Number(met))),
    )
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

/**
 * The best grade among the members who meet the condition. A member's doubt leaves it open, unless another already has
 * the best there is.
 */
export function bestOfMembers(
  household: HouseholdCase,
  condition: Evaluate<Truth>,
  grade: Evaluate<FactValue | Unknown>,
  { best, worst }: { readonly best: string; readonly worst: string },
): FactTimeline {
  const nobody = constant<FactValue | Unknown>(worst);
  return household
    .members()
    .map((member) =>
      chosen<FactValue>(meets(member, condition) as FactTimeline, (word) =>
        word === 'true' ? grade(member.person) : nobody,
      ),
    )
    .reduce<FactTimeline>((found, own) => betterOf(found, own, best), nobody);
}

function betterOf(left: FactTimeline, right: FactTimeline, best: string): FactTimeline {
  return zip<FactValue | Unknown, FactValue | Unknown, FactValue | Unknown>(
    left,
    right,
    (a, b, becauseA, becauseB, emit) => {
      if (a === best || b === UNKNOWN) emit(a === best ? a : b, a === best ? becauseA : becauseB);
      else if (b === best || a === UNKNOWN) emit(b === best ? b : a, b === best ? becauseB : becauseA);
      else emit(a <= b ? a : b, join(becauseA, becauseB));
    },
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
