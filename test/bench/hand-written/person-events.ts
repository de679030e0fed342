/** What the events of a person's stream say, in the order of their days. */
import { addDays, day, type Day } from '@ledger/time';
import { DIVISIONS, fenOf } from '@ledger/case';
import type { DataOf } from '@ledger/vocabulary';
import type { Told } from './amendments.js';
import { NOWHERE, type Person, type Stay } from './records.js';
import { Steps } from './steps.js';

export const cityOf = (division: string, on: number): string | undefined =>
  DIVISIONS.prefectureOf(division, on as Day);
const isTown = (urbanRuralClass: string): boolean => urbanRuralClass.startsWith('1');

export function readOfPerson(person: Person, told: Told): void {
  const { type, from, until } = told;
  switch (type) {
    case 'PersonRegistered':
      return registered(person, told.data as unknown as DataOf<'PersonRegistered'>);
    case 'PersonDied':
      person.died = Math.min(person.died, from);
      return;
    case 'HukouTransferCompleted':
      return hukouMoved(person, from, told.data as unknown as DataOf<'HukouTransferCompleted'>);
    case 'UrbanArrivalRecorded': {
      const { division, basis } = told.data as unknown as DataOf<'UrbanArrivalRecorded'>;
      return stays(person, from, until, division, true, basis === 'LEASE');
    }
    case 'ResidenceChanged': {
      const { division, urbanRuralClass } = (told.data as unknown as DataOf<'ResidenceChanged'>).to;
      return stays(person, from, until, division, isTown(urbanRuralClass), false);
    }
    case 'UrbanResidenceEnded':
      return person.stays.open(from, Infinity, NOWHERE);
    case 'ResidencePermitIssued': {
      const { division, endorsedUntil } = told.data as unknown as DataOf<'ResidencePermitIssued'>;
      const end = addDays(day(endorsedUntil), 1);
      return person.permitCity.open(from, end, cityOf(division, from) ?? null);
    }
    case 'EmploymentStarted': {
      const { division } = told.data as unknown as DataOf<'EmploymentStarted'>;
      const { id, position } = told;
      person.employments.push({ id, position, from, until, division, city: cityOf(division, from) });
      return;
    }
    case 'EmploymentEnded': {
      const { startedEventId } = told.data as unknown as DataOf<'EmploymentEnded'>;
      person.jobEnds.push({ of: startedEventId, from, position: told.position });
      return;
    }
    default:
      return readOfRights(person, told);
  }
}

function readOfRights(person: Person, told: Told): void {
  const { type, from, until } = told;
  switch (type) {
    case 'SchoolEnrolled': {
      const { schoolDivision, fullTime } = told.data as unknown as DataOf<'SchoolEnrolled'>;
      return person.school.open(
        from,
        until,
        fullTime === false ? null : (cityOf(schoolDivision, from) ?? ''),
      );
    }
    case 'SchoolLeft':
      return person.school.open(from, Infinity, null);
    case 'DisabilityCertified': {
      const { level, validTo } = told.data as unknown as DataOf<'DisabilityCertified'>;
      return person.level.open(from, validTo === undefined ? until : Math.min(until, day(validTo)), level);
    }
    case 'DisabilityCertificateEnded':
      return person.level.open(from, Infinity, 0);
    case 'StatusRecognised':
    case 'StatusEnded':
      if (told.data['kind'] === 'TEKUN')
        person.tekun.open(from, type === 'StatusEnded' ? Infinity : until, type === 'StatusRecognised');
      return;
    case 'InsuranceEnrolled':
      if (told.data['scheme'] === 'RES_PENSION')
        person.enrolledIn.open(from, until, told.data['division'] as string);
      return;
    case 'InsuranceParticipationEnded':
      if (told.data['scheme'] === 'RES_PENSION') person.enrolledIn.open(from, Infinity, null);
      return;
    case 'InsuranceContributionPaid':
      return paid(person, from, told.data as unknown as DataOf<'InsuranceContributionPaid'>);
    case 'PensionBenefitStarted':
    case 'PensionBenefitEnded': {
      const { scheme } = told.data as unknown as DataOf<'PensionBenefitStarted'>;
      const drawn = person.pensions.get(scheme) ?? new Steps<boolean>(false);
      person.pensions.set(scheme, drawn);
      return drawn.then(from, type === 'PensionBenefitStarted');
    }
    default:
  }
}

function registered(person: Person, data: DataOf<'PersonRegistered'>): void {
  person.birth = day(data.birthDate);
  person.hukouClass = data.hukouClass;
  const { hukouDivision: division, hukouClass } = data;
  person.hukou = new Steps<Person['hukou']['before']>(null);
  person.hukou.then(person.birth, {
    division,
    city: cityOf(division, person.birth),
    rural: !isTown(hukouClass),
  });
}

function hukouMoved(
  person: Person,
  from: number,
  { from: origin, to }: DataOf<'HukouTransferCompleted'>,
): void {
  const before = origin?.urbanRuralClass ?? person.hukouClass;
  person.hukouClass = to.urbanRuralClass;
  const inTown = isTown(to.urbanRuralClass);
  person.hukou.then(from, { division: to.division, city: cityOf(to.division, from), rural: !inTown });
  person.settled.then(from, inTown && (person.settled.at(from) || (before !== undefined && !isTown(before))));
}

function stays(
  person: Person,
  from: number,
  until: number,
  division: string,
  inTown: boolean,
  lease: boolean,
): void {
  const city = cityOf(division, from);
  person.stays.open(from, until, { division, city, inTown, lease, since: Infinity });
}

function paid(
  person: Person,
  from: number,
  { scheme, period, accountBalance }: DataOf<'InsuranceContributionPaid'>,
): void {
  const { year, fromMonth, toMonth } = period;
  const [first, last] = [year ?? yearOf(fromMonth ?? toMonth), year ?? yearOf(toMonth ?? fromMonth)];
  for (let covered = first; covered <= last; covered++) {
    if (scheme === 'EMP_PENSION') person.employeeYears.add(covered);
    if (scheme !== 'RES_PENSION' || person.years.has(covered)) continue;
    person.years.add(covered);
    person.yearsPaid.push(from);
  }
  if (scheme !== 'RES_PENSION') return;
  person.account.then(from, accountBalance === undefined ? undefined : fenOf(accountBalance));
}

const yearOf = (month = ''): number => Number(month.slice(0, 4));

/** What can only be said when everything has been read. */
export function closePerson(person: Person): void {
  for (const state of [
    person.stays,
    person.school,
    person.permitCity,
    person.level,
    person.tekun,
    person.enrolledIn,
  ])
    state.close();
  countChain(person.stays);
  for (const job of person.employments) {
    const ended = person.jobEnds.find((end) =>
      end.of === undefined
        ? end.from > job.from || (end.from === job.from && end.position > job.position)
        : end.of === job.id,
    );
    if (ended && ended.from < job.until) job.until = ended.from;
  }
  person.employments = person.employments.filter(({ from, until }) => from < until);
}

/** Since when somebody has been in the present city: moves within it, and from one stay to the next, keep the clock running. */
function countChain({ from, values }: Steps<Stay>): void {
  let [since, before] = [Infinity, NOWHERE];
  for (const [index, stay] of values.entries()) {
    const on = from[index] as number;
    if (!stay.inTown) since = Infinity;
    else if (since === Infinity || cityAt(before, on) !== cityAt(stay, on)) since = on;
    values[index] = { ...stay, since };
    before = stay;
  }
}

const cityAt = ({ division }: Stay, on: number): string | undefined =>
  division === null ? undefined : cityOf(division, on);
