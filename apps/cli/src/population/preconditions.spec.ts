/**
 * An independent reading of the catalogue's hard preconditions, line by line, in the order of the file: what it finds
 * would be refused by the ledger. It knows nothing of how the population is made.
 */
import type { ImportLine } from './import-line.js';
import { generatePopulation } from './population.js';
import { readNationalId } from '@ledger/vocabulary';

type Data = Readonly<Record<string, any>>;

interface Interval {
  readonly from: string;
  until: string;
}

interface PersonState {
  born: string;
  died: string | undefined;
  /** By household kind. */
  readonly memberships: Map<string, (Interval & { readonly household: string })[]>;
  readonly urban: { on: string; city: string }[];
  inTown: boolean;
  school: string | undefined;
  readonly jobs: Set<string>;
  readonly enrolled: Map<string, string>;
  readonly paid: Set<string>;
  pension: string | undefined;
  certificates: number;
  tekun: boolean;
  hukou: string;
  applied: boolean;
}

interface HouseholdState {
  readonly kind: string;
  readonly on: string;
  poverty: 'none' | 'not-exited' | 'exited' | 'returned';
  contract: boolean;
  rental: boolean;
  dibao: readonly string[];
}

const FOR_EVER = '9999-12-31';
const TODAY = '2026-11-01';
const AFTER_DEATH = /Ended$|Left$|^Event|^VoidingReversed|^PersonDied/;
const OWNERS: Readonly<Record<string, string>> = {
  HUKOU: 'PSB',
  LIVING: 'MCA',
  POVERTY_REGISTER: 'POV',
  LAND_CONTRACT: 'AGRI',
};

class Reader {
  readonly faults: string[] = [];
  readonly #persons = new Map<string, PersonState>();
  readonly #households = new Map<string, HouseholdState>();
  readonly #nationalIds = new Set<string>();
  readonly #events = new Map<string, { readonly line: ImportLine; amended: boolean }>();

  read(line: ImportLine): void {
    const complain = (what: string): void => void this.faults.push(`${line.type} ${line.id}: ${what}`);
    const require = (condition: unknown, what: string): void => (condition ? undefined : complain(what));
    const data = line.data as Data;
    const on = line.effectiveOn;
    require(!this.#events.has(line.id), 'id used twice');
    require(on <= TODAY, 'in the future');
    this.#events.set(line.id, { line, amended: false });
    if ('person' in line) {
      if (line.type === 'PersonRegistered') this.#register(line.person, on, data, require);
      const person = this.#persons.get(line.person);
      if (!person) return complain('unknown person');
      require(on >= person.born || line.type === 'EventCorrected', 'before birth');
      require(!person.died || on <= person.died || AFTER_DEATH.test(line.type), 'after death');
      this.#readPerson(line, person, data, require);
    } else {
      if (line.type === 'HouseholdEstablished') {
        require(this.#persons.has(data['headPersonId']), 'unknown head');
        require(!this.#households.has(line.household), 'established twice');
        const state: HouseholdState = {
          kind: data['kind'],
          on,
          poverty: 'none',
          contract: false,
          rental: false,
          dibao: [],
        };
        this.#households.set(line.household, state);
      }
      const household = this.#households.get(line.household);
      if (!household) return complain('unknown household');
      require(on >= household.on, 'before the household was established');
      this.#readHousehold(line, line.household, household, data, require);
    }
  }

  #register(id: string, on: string, data: Data, require: Require): void {
    require(!this.#persons.has(id), 'registered twice');
    require(on === data['birthDate'], 'not effective on the birth date');
    if (data['nationalId'] !== undefined) {
      const reading = readNationalId(data['nationalId']);
      require(reading.ok &&
        reading.birthDate === data['birthDate'] &&
        reading.sex === data['sex'], 'national ID');
      require(!this.#nationalIds.has(data['nationalId']), 'national ID used twice');
      this.#nationalIds.add(data['nationalId']);
    }
    this.#persons.set(id, {
      born: on,
      died: undefined,
      memberships: new Map(),
      urban: [],
      inTown: false,
      school: undefined,
      jobs: new Set(),
      enrolled: new Map(),
      paid: new Set(),
      pension: undefined,
      certificates: 0,
      tekun: false,
      hukou: data['hukouDivision'],
      applied: false,
    });
  }

  #readPerson(line: ImportLine, person: PersonState, data: Data, require: Require): void {
    const on = line.effectiveOn;
    const age = (years: number): boolean => on >= later(person.born, years * 12);
    switch (line.type) {
      case 'PersonRegistered':
        return;
      case 'PersonDied':
        require(!person.died && data['deathDate'] === on, 'death');
        person.died = on;
        return;
      case 'DisabilityCertified':
        require(!data['isChangeOf'] ||
          this.#events.has(data['isChangeOf']), 'change of an unknown certificate');
        person.certificates++;
        return;
      case 'DisabilityCertificateEnded':
        require(person.certificates > 0, 'no certificate');
        person.certificates = 0;
        return;
      case 'UrbanArrivalRecorded':
        require(data['urbanRuralClass'][0] === '1', 'not a town');
        if (!person.inTown) person.urban.length = 0;
        person.inTown = true;
        person.urban.push({ on, city: data['division'].slice(0, 4) });
        return;
      case 'ResidenceChanged':
        require(person.inTown && data['to'].urbanRuralClass[0] === '1', 'no town residence');
        person.urban.push({ on, city: data['to'].division.slice(0, 4) });
        return;
      case 'UrbanResidenceEnded':
        require(person.inTown && on > (person.urban.at(-1)?.on ?? ''), 'no town residence');
        person.inTown = false;
        return;
      case 'ResidencePermitIssued':
        return this.#readPermit(on, person, data, require);
      case 'HukouTransferApplied':
        require(data['to'].division !== person.hukou, 'hukou is there already');
        require((data['conditionsStated'] ?? []).length === 0, 'conditions');
        person.applied = true;
        return;
      case 'HukouTransferRejected':
        require(person.applied && data['appealInfo'] === true, 'no application');
        person.applied = false;
        return;
      case 'HukouTransferCompleted':
        require(person.applied &&
          data['from'].division === person.hukou, 'no application, or from elsewhere');
        person.hukou = data['to'].division;
        person.applied = false;
        return;
      case 'EmploymentStarted':
        require(age(16), 'under sixteen');
        person.jobs.add(line.id);
        return;
      case 'EmploymentEnded':
        require(person.jobs.delete(data['startedEventId']), 'no such job');
        return;
      case 'SchoolEnrolled':
        require(!person.school, 'enrolled elsewhere');
        person.school = on;
        return;
      case 'SchoolLeft':
        require(person.school && person.school < on, 'not enrolled');
        person.school = undefined;
        return;
      case 'StatusRecognised':
        require(data['kind'] === 'TEKUN' && age(60) && !person.tekun && !this.#hasDibao(line), 'tekun');
        person.tekun = true;
        return;
      case 'StatusEnded':
        require(data['kind'] === 'TEKUN' && person.tekun, 'no tekun');
        person.tekun = false;
        return;
      case 'EventCorrected':
      case 'EventVoided':
      case 'VoidingReversed':
        return this.#readAmendment(line, data, require);
      default:
        this.#readInsurance(line, person, data, require);
    }
  }

  #readPermit(on: string, person: PersonState, data: Data, require: Require): void {
    const city = data['division'].slice(0, 4);
    let since: string | undefined;
    for (const stop of person.urban)
      if (stop.on <= on) since = stop.city === city ? (since ?? stop.on) : undefined;
    require(person.inTown && since && on >= later(since, 6), 'less than half a year in the city');
    require(data['acceptedOn'] <= on && data['endorsedUntil'] > on, 'dates of the permit');
  }

  #readInsurance(line: ImportLine, person: PersonState, data: Data, require: Require): void {
    const on = line.effectiveOn;
    const scheme = data['scheme'];
    switch (line.type) {
      case 'InsuranceEnrolled':
        require(!person.enrolled.has(scheme) && !person.pension, 'enrolled or drawing already');
        require(scheme !== 'RES_PENSION' ||
          (on >= later(person.born, 16 * 12) && !person.school), 'too young or a student');
        person.enrolled.set(scheme, on);
        return;
      case 'InsuranceContributionPaid': {
        const period = data['period'];
        const from = period.year ? `${period.year}-01-01` : `${period.fromMonth}-01`;
        require((person.enrolled.get(scheme) ?? FOR_EVER) <= from, 'not enrolled for the period');
        require(data['paidOn'] === on && from <= on, 'paid on another day, or in advance');
        require(!person.paid.has(`${scheme}${from}`), 'paid twice');
        person.paid.add(`${scheme}${from}`);
        return;
      }
      case 'InsuranceParticipationEnded':
        require(person.enrolled.delete(scheme) && data['reason'] !== 'REFUND', 'not enrolled');
        return;
      case 'PensionBenefitStarted':
        require(!person.pension &&
          on === `${data['firstMonth']}-01`, 'a second pension, or not from a first');
        require(scheme !== 'RES_PENSION' || on > later(person.born, 60 * 12), 'before sixty');
        person.pension = scheme;
        return;
      case 'PensionBenefitEnded':
        require(person.pension === scheme, 'no pension');
        person.pension = undefined;
        return;
      default:
        require(false, 'a type that the checker does not know');
    }
  }

  #readAmendment(line: ImportLine, data: Data, require: Require): void {
    const target = this.#events.get(data['corrects'] ?? data['voids'] ?? data['reverses']);
    require(target &&
      'person' in line &&
      'person' in target.line &&
      target.line.person === line.person, 'other stream');
    if (!target) return;
    require(target.line.source.department === line.source.department, 'not the owner');
    if (line.type === 'VoidingReversed') require(target.line.type === 'EventVoided', 'not a voiding');
    require(!target.amended, 'amended twice');
    target.amended = true;
    if (line.type !== 'EventCorrected') return;
    require(Object.keys(data['data']).every(
      (key) => key in target.line.data,
    ), 'fields that the event has not');
    require(data['effectiveOn'] === line.effectiveOn &&
      data['data'].birthDate === line.effectiveOn, 'dates differ');
  }

  #hasDibao(line: ImportLine): boolean {
    return (
      'person' in line && [...this.#households.values()].some(({ dibao }) => dibao.includes(line.person))
    );
  }

  #readHousehold(
    line: ImportLine,
    id: string,
    household: HouseholdState,
    data: Data,
    require: Require,
  ): void {
    const on = line.effectiveOn;
    const members = (): readonly string[] => this.#membersOn(id, household.kind, on);
    switch (line.type) {
      case 'HouseholdEstablished':
      case 'HouseholdMemberJoined':
      case 'HouseholdMemberLeft':
        require(line.source.department === OWNERS[household.kind], 'not the owner');
        return this.#readMembership(line, id, household, require);
      case 'HouseholdEconomyVerified':
        require(data['membersCounted'].length > 0 &&
          subset(data['membersCounted'], members()), 'counts others');
        require(line.evidence?.some(({ kind }) => kind === 'AUTHORISATION'), 'no authorisation');
        return;
      case 'HousingConditionVerified':
        return;
      case 'PublicRentalAllocated':
      case 'PublicRentalVacated':
        require(household.rental === (line.type === 'PublicRentalVacated'), 'rental');
        household.rental = !household.rental;
        return;
      case 'PovertyHouseholdRegistered':
        require(household.poverty === 'none' && subset(data['members'], members()), 'register');
        household.poverty = 'not-exited';
        return;
      case 'PovertyExitMarked':
        require(household.poverty === 'not-exited' ||
          household.poverty === 'returned', 'nothing to exit from');
        household.poverty = 'exited';
        return;
      case 'PovertyReturnMarked':
        require(household.poverty === 'exited', 'not exited');
        if (data['kind'] === 'RETURNED') household.poverty = 'returned';
        return;
      case 'StatusRecognised':
        require(data['kind'] === 'DIBAO' &&
          household.dibao.length === 0 &&
          household.kind === 'LIVING', 'dibao');
        require(subset(data['detail'].members, members()), 'dibao of others');
        require(!data['detail'].members.some(
          (one: string) => this.#persons.get(one)?.tekun,
        ), 'tekun and dibao');
        household.dibao = data['detail'].members;
        return;
      case 'StatusEnded':
        require(household.dibao.length > 0, 'no dibao');
        household.dibao = [];
        return;
      case 'RuralRightRegistered':
      case 'RuralRightEnded':
        return this.#readLand(line, household, data, require);
      default:
        require(false, 'a type that the checker does not know');
    }
  }

  #readLand(line: ImportLine, household: HouseholdState, data: Data, require: Require): void {
    require(household.kind === 'LAND_CONTRACT', 'not a land-contract household');
    require(line.source.department === (data['kind'] === 'HOMESTEAD' ? 'LAND' : 'AGRI'), 'not the owner');
    if (data['kind'] === 'HOMESTEAD') return;
    require(household.contract === (line.type === 'RuralRightEnded'), 'registered twice, or never');
    household.contract = !household.contract;
    if (data['reason'] !== 'VOLUNTARY_RETURN') return;
    require(line.effectiveOn >= later(data['noticeOn'], 6), 'notice of less than half a year');
    require(data['voluntary'] &&
      data['writtenRequestRef'] &&
      Number(data['compensation']) > 0, 'not voluntary');
  }

  #readMembership(line: ImportLine, id: string, household: HouseholdState, require: Require): void {
    if (line.type === 'HouseholdEstablished') return;
    const on = line.effectiveOn;
    const person = this.#persons.get((line.data as Data)['personId']);
    if (!person) return require(false, 'unknown person');
    const all = person.memberships.get(household.kind) ?? [];
    person.memberships.set(household.kind, all);
    if (line.type === 'HouseholdMemberJoined') {
      require(on >= person.born && (!person.died || on < person.died), 'a member unborn or dead');
      require(all.every(({ until }) => until <= on), 'a member of two households of one kind');
      all.push({ from: on, until: FOR_EVER, household: id });
      return;
    }
    const open = all.find((one) => one.household === id && one.until === FOR_EVER);
    require(open && open.from < on, 'not a member');
    if (open) open.until = on;
  }

  #membersOn(id: string, kind: string, on: string): readonly string[] {
    const present: string[] = [];
    for (const [person, { memberships }] of this.#persons) {
      const here = memberships
        .get(kind)
        ?.some(({ household, from, until }) => household === id && from <= on && on < until);
      if (here) present.push(person);
    }
    return present;
  }
}

type Require = (condition: unknown, what: string) => void;

function subset(some: readonly string[], all: readonly string[]): boolean {
  return some.every((one) => all.includes(one)) && new Set(some).size === some.length;
}

/** `YYYY-MM-DD` some months later, at the month's last day where there is no such day. */
function later(date: string, months: number): string {
  const [year, month, dayOfMonth] = date.split('-').map(Number) as [number, number, number];
  const index = year * 12 + month - 1 + months;
  const last = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate();
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${Math.floor(index / 12)}-${pad((index % 12) + 1)}-${pad(Math.min(dayOfMonth, last))}`;
}

function faultsOf(lines: Iterable<ImportLine>): readonly string[] {
  const reader = new Reader();
  for (const line of lines) reader.read(line);
  return reader.faults;
}

describe('the hard preconditions of the catalogue', () => {
  it.each([['household'], ['time']] as const)('are kept by every line, in the order of %s', (order) => {
    expect(faultsOf(generatePopulation({ persons: 1_500, seed: 3, order }))).toEqual([]);
  });

  it('are looked at: a line repeated, or one left out, is found', () => {
    const lines = [...generatePopulation({ persons: 30, seed: 3 })];
    expect(faultsOf([...lines, lines[0] as ImportLine])).not.toEqual([]);
    expect(faultsOf(lines.slice(1))).not.toEqual([]);
  });
});
