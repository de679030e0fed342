/** What the events of a household's stream say, in the order of their days. */
import { day } from '@ledger/time';
import { cm2Of, fenOf } from '@ledger/case';
import type { DataOf } from '@ledger/vocabulary';
import type { Told } from './amendments.js';
import type { Belonging, Family, Household } from './records.js';
import { cityOf } from './person-events.js';
import { Steps } from './steps.js';

export function readOfHousehold(household: Household, told: Told): void {
  const { type, from, until, data } = told;
  switch (type) {
    case 'HouseholdEstablished':
      household.kind = data['kind'] as string;
      household.head = data['headPersonId'] as string | undefined;
      household.established = Math.min(household.established, from);
      return;
    case 'HouseholdMemberJoined':
      return joins(household, told, data['personId'] as string, until);
    case 'HouseholdMemberLeft':
      return belongingOf(household, data['personId'] as string).member.open(from, Infinity, false);
    case 'PovertyHouseholdRegistered':
      household.registry.then(from, 'not-exited');
      for (const person of data['members'] as readonly string[])
        joins(household, told, person, Infinity, true);
      return;
    case 'PovertyExitMarked':
      if (household.registry.at(from) !== 'none') household.registry.then(from, 'exited');
      return;
    case 'PovertyReturnMarked':
      if (data['kind'] === 'RETURNED' && household.registry.at(from) !== 'none')
        household.registry.then(from, 'returned');
      return;
    case 'StatusRecognised':
      if (data['kind'] === 'DIBAO') household.dibao.open(from, until, coveredBy(data['detail']));
      return;
    case 'StatusEnded':
      if (data['kind'] === 'DIBAO') household.dibao.open(from, Infinity, false);
      return;
    case 'HouseholdEconomyVerified': {
      const { perCapitaMonthlyIncome, assetsWithinLimit, validTo } =
        data as unknown as DataOf<'HouseholdEconomyVerified'>;
      const end = validTo === undefined ? until : day(validTo);
      return household.economy.open(from, end, {
        income: fenOf(perCapitaMonthlyIncome),
        assets: assetsWithinLimit,
      });
    }
    case 'HousingConditionVerified': {
      const { division, ownHome, perCapitaAreaM2, tenure } =
        data as unknown as DataOf<'HousingConditionVerified'>;
      const stable = tenure === 'OWN' || tenure === 'RENT';
      const area = cm2Of(perCapitaAreaM2);
      household.housing.push({
        from,
        until,
        division,
        city: cityOf(division, from),
        owns: ownHome,
        area,
        stable,
      });
      return;
    }
    case 'RuralRightRegistered':
    case 'RuralRightEnded':
      if (data['kind'] === 'CONTRACT_LAND')
        household.land.then(from, type === 'RuralRightRegistered' ? 'held' : 'ended');
      return;
    default:
  }
}

function coveredBy(detail: unknown): boolean | readonly string[] {
  const members = (detail as { readonly members?: unknown } | undefined)?.members;
  return Array.isArray(members) ? (members as readonly string[]) : true;
}

/** Entering by the register does not overwrite an earlier join. */
function joins(
  household: Household,
  { from, position }: Told,
  person: string,
  until: number,
  ifAbsent = false,
): void {
  const belonging = belongingOf(household, person);
  belonging.joinedOn = from;
  belonging.joinedAt = position;
  if (ifAbsent && belonging.until > from && belonging.member.values.at(-1) === true) return;
  belonging.member.open(from, until, true);
  belonging.until = until;
}

function belongingOf(household: Household, person: string): Belonging {
  let belonging = household.members.get(person);
  if (!belonging) {
    belonging = {
      household,
      member: new Steps<boolean>(false),
      joinedOn: -Infinity,
      joinedAt: '',
      until: Infinity,
    };
    household.members.set(person, belonging);
  }
  return belonging;
}

/** What can only be said when everything has been read: also whom the household counts among its members. */
export function closeHousehold({ persons }: Family, household: Household): void {
  household.dibao.close();
  household.economy.close();
  for (const [id, belonging] of household.members) {
    belonging.member.close();
    const person = persons.get(id);
    if (household.kind === 'LIVING') person?.living.push(belonging);
    if (household.kind === 'POVERTY_REGISTER') person?.poor.push(belonging);
  }
}
