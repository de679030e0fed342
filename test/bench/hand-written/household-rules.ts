/** The three entitlements of households. */
import type { FigureValue, Figures } from './figures.js';
import type { Employment, Family, Household, Person } from './records.js';
import type { Judgement } from './outcomes.js';
import { both, householdOn, housingIn, isOpen, registryOf, type Answer } from './person-rules.js';

export function landKept({ established, land }: Household, on: number): Judgement | undefined {
  if (on < established) return undefined;
  const state = land.at(on);
  if (state === 'ended') return undefined;
  return { status: state === 'held' ? 'entitled' : 'undetermined', amount: null };
}

/** Asked on firsts of months. */
export function dibao(
  household: Household,
  family: Family,
  figures: Figures,
  on: number,
): Judgement | undefined {
  const counted = countedMembers(household, family, on);
  if (counted === 0) return undefined;
  const economy = household.economy.at(on);
  if (economy?.assets === false) return undefined;
  const standard = standardOf(household, family, figures, on);
  if (economy === undefined || standard === undefined) return { status: 'undetermined', amount: null };
  if (economy.income >= standard) return undefined;
  return { status: 'entitled', amount: (standard - economy.income) * counted };
}

/** Alive, and not cared for as tekun. */
function countedMembers({ members }: Household, { persons }: Family, on: number): number {
  let count = 0;
  for (const [id, { member }] of members) {
    const person = persons.get(id);
    if (person && member.at(on) && isAlive(person, on) && !person.tekun.at(on)) count++;
  }
  return count;
}

/** By the hukou of the head, or where he lives at the urban standard, as the city has it. */
function standardOf(
  { head }: Household,
  { persons }: Family,
  figures: Figures,
  on: number,
): number | undefined {
  const person = head === undefined ? undefined : persons.get(head);
  if (!person) return undefined;
  const residence = person.stays.at(on).division;
  const byResidence = residence !== null && figures.at('dibao.residence-based', residence, on);
  if (byResidence === undefined) return undefined;
  if (byResidence === 'true') return numberOf(figures.at('dibao.std.urban', residence, on));
  const hukou = person.hukou.at(on);
  return hukou
    ? numberOf(figures.at(hukou.rural ? 'dibao.std.rural' : 'dibao.std.urban', hukou.division, on))
    : undefined;
}

const isAlive = ({ birth, died }: Person, on: number): boolean =>
  (birth === undefined || birth <= on) && on < died;
const numberOf = (value: FigureValue | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;

export function publicRental(
  household: Household,
  family: Family,
  figures: Figures,
  on: number,
): Judgement | undefined {
  let found: Answer = false;
  for (const [id, { member }] of household.members) {
    const person = family.persons.get(id);
    if (!person || person.employments.length === 0 || !member.at(on) || !isAlive(person, on)) continue;
    if (registryOf(person, on) === 'none') continue;
    for (const job of person.employments) {
      if (!isOpen(job, on)) continue;
      const qualifies = qualifiesWith(person, job, figures, on);
      if (qualifies === true) return { status: 'entitled', amount: null };
      if (qualifies === undefined) found = undefined;
    }
  }
  return found === undefined ? { status: 'undetermined', amount: null } : undefined;
}

/** As if this were the only employment: housing and limits are those of where it is. */
function qualifiesWith(person: Person, { division, city }: Employment, figures: Figures, on: number): Answer {
  const lives = householdOn(person.living, on);
  const housing = lives && housingIn(lives, division, on);
  // Outside every household nobody is without a home of the household's, and everything else is unknown.
  const homeless: Answer = lives ? housing && !housing.owns : false;
  if (homeless === false) return false;
  const small = compared(
    housing?.area,
    figures.at('housing.area-limit', division, on),
    (a, limit) => a < limit,
  );
  const income = lives?.economy.at(on)?.income;
  const poor = compared(income, figures.at('housing.income-limit', division, on), (a, limit) => a <= limit);
  const asks = figures.at('housing.requires-permit', division, on);
  const permitted =
    asks === 'false' ||
    (person.permitCity.at(on) === (city ?? null) ? true : asks === undefined ? undefined : false);
  return both(both(homeless, small), both(poor, permitted));
}

function compared(
  value: number | undefined,
  limit: FigureValue | undefined,
  holds: (value: number, limit: number) => boolean,
): Answer {
  return value === undefined || typeof limit !== 'number' ? undefined : holds(value, limit);
}
