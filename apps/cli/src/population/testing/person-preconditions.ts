import { readNationalId } from '@ledger/vocabulary';
import { FOR_EVER, later, type Line, type PersonTold, type Require, type Told } from './told.js';

const AFTER_DEATH = /Ended$|Left$|^Event|^VoidingReversed|^PersonDied/;

export function readPersonLine(line: Line, id: string, told: Told, require: Require): void {
  if (line.type === 'PersonRegistered') {
    register(line, id, told, require);
    return;
  }
  const person = told.persons.get(id);
  require(person !== undefined, 'nobody is registered');
  if (!person) return;
  require(line.type === 'EventCorrected' || line.effectiveOn >= person.born, 'before birth');
  require(line.effectiveOn <= person.died || AFTER_DEATH.test(line.type), 'after death');
  if (readResidence(line, person, told, require)) return;
  if (readWork(line, person, require)) return;
  if (readInsurance(line, person, require)) return;
  readStatus(line, id, person, told, require);
}

function register(line: Line & { type: 'PersonRegistered' }, id: string, told: Told, require: Require): void {
  const { birthDate, sex, nationalId, hukouDivision } = line.data;
  require(!told.persons.has(id), 'registered twice');
  require(line.effectiveOn === birthDate, 'not effective on the birth date');
  if (nationalId !== undefined) {
    const reading = readNationalId(nationalId);
    require(reading.ok && reading.birthDate === birthDate && reading.sex === sex, 'wrong national ID');
    require(!told.nationalIds.has(nationalId), 'national ID used twice');
    told.nationalIds.add(nationalId);
  }
  told.persons.set(id, {
    born: birthDate,
    died: FOR_EVER,
    memberships: new Map(),
    urban: [],
    pupilSince: undefined,
    jobs: new Set(),
    enrolled: new Map(),
    paid: new Set(),
    pension: undefined,
    certified: false,
    tekun: false,
    hukou: hukouDivision,
    applied: false,
  });
}

function readResidence(line: Line, person: PersonTold, told: Told, require: Require): boolean {
  const { type, effectiveOn: on } = line;
  if (type === 'UrbanArrivalRecorded') {
    require(line.data.urbanRuralClass.startsWith('1'), 'not a town');
    person.urban.push({ on, city: cityOf(line.data.division) });
  } else if (type === 'ResidenceChanged') {
    require(person.urban.length > 0 && line.data.to.urbanRuralClass.startsWith('1'), 'no residence in town');
    person.urban.push({ on, city: cityOf(line.data.to.division) });
  } else if (type === 'UrbanResidenceEnded') {
    require(person.urban.length > 0 && person.urban.every((stop) => stop.on < on), 'no residence in town');
    person.urban = [];
  } else if (type === 'ResidencePermitIssued') {
    const city = cityOf(line.data.division);
    let since = FOR_EVER;
    for (const stop of person.urban)
      if (stop.city !== city) since = FOR_EVER;
      else if (since === FOR_EVER) since = stop.on;
    require(since !== FOR_EVER && on >= later(since, 6), 'less than half a year in the city');
    require(line.data.acceptedOn <= on && on < line.data.endorsedUntil, 'dates of the permit');
  } else if (type === 'HukouTransferApplied') {
    require(line.data.to.division !== person.hukou, 'the hukou is there already');
    require((line.data.conditionsStated ?? []).length === 0, 'conditions');
    const { accompanying = [] } = line.data;
    require(accompanying.every((other) => told.persons.has(other)), 'accompanied by strangers');
    person.applied = true;
  } else if (type === 'HukouTransferRejected') {
    require(person.applied && line.data.appealInfo, 'no application');
    person.applied = false;
  } else if (type === 'HukouTransferCompleted') {
    require(person.applied && line.data.from?.division === person.hukou, 'no application, or from elsewhere');
    person.hukou = line.data.to.division;
    person.applied = false;
  } else return false;
  return true;
}

function cityOf(division: string): string {
  return division.slice(0, 4);
}

function readWork(line: Line, person: PersonTold, require: Require): boolean {
  const { type, effectiveOn: on } = line;
  if (type === 'EmploymentStarted') {
    require(on >= later(person.born, 16 * 12), 'under sixteen');
    person.jobs.add(line.id);
  } else if (type === 'EmploymentEnded') {
    require(person.jobs.delete(line.data.startedEventId ?? ''), 'no such job');
  } else if (type === 'SchoolEnrolled') {
    require(person.pupilSince === undefined, 'enrolled elsewhere');
    person.pupilSince = on;
  } else if (type === 'SchoolLeft') {
    require(person.pupilSince !== undefined && person.pupilSince < on, 'not enrolled');
    person.pupilSince = undefined;
  } else return false;
  return true;
}

function readInsurance(line: Line, person: PersonTold, require: Require): boolean {
  const { type, effectiveOn: on } = line;
  if (type === 'InsuranceEnrolled') {
    const { scheme } = line.data;
    require(!person.enrolled.has(scheme) && person.pension === undefined, 'enrolled or drawing already');
    const mayJoin = on >= later(person.born, 16 * 12) && person.pupilSince === undefined;
    require(scheme !== 'RES_PENSION' || mayJoin, 'under sixteen, or a student');
    person.enrolled.set(scheme, on);
  } else if (type === 'InsuranceContributionPaid') {
    const { scheme, period, paidOn } = line.data;
    const from = period.year === undefined ? `${period.fromMonth}-01` : `${period.year}-01-01`;
    require((person.enrolled.get(scheme) ?? FOR_EVER) <= from, 'not enrolled for the period');
    require(paidOn === on && from <= on, 'paid on another day, or in advance');
    require(!person.paid.has(scheme + from), 'paid twice');
    person.paid.add(scheme + from);
  } else if (type === 'InsuranceParticipationEnded') {
    require(person.enrolled.delete(line.data.scheme) && line.data.reason !== 'REFUND', 'not enrolled');
  } else if (type === 'PensionBenefitStarted') {
    const { scheme, firstMonth } = line.data;
    require(person.pension === undefined &&
      on === `${firstMonth}-01`, 'a second pension, or not from a first');
    require(scheme !== 'RES_PENSION' || on > later(person.born, 60 * 12), 'before sixty');
    person.pension = scheme;
  } else if (type === 'PensionBenefitEnded') {
    require(person.pension === line.data.scheme, 'no pension');
    person.pension = undefined;
  } else return false;
  return true;
}

function readStatus(line: Line, id: string, person: PersonTold, told: Told, require: Require): void {
  const { type, effectiveOn: on } = line;
  if (type === 'PersonDied') {
    require(person.died === FOR_EVER && line.data.deathDate === on, 'died twice, or on another day');
    person.died = on;
  } else if (type === 'DisabilityCertified') {
    require(line.data.isChangeOf === undefined ||
      told.lines.has(line.data.isChangeOf), 'change of an unknown one');
    person.certified = true;
  } else if (type === 'DisabilityCertificateEnded') {
    require(person.certified, 'no certificate');
    person.certified = false;
  } else if (type === 'StatusRecognised') {
    const counted = [...told.households.values()].some(({ dibao }) => dibao.includes(id));
    require(line.data.kind === 'TEKUN' && !person.tekun && !counted, 'tekun besides dibao');
    require(on >= later(person.born, 60 * 12), 'tekun before sixty');
    person.tekun = true;
  } else if (type === 'StatusEnded') {
    require(line.data.kind === 'TEKUN' && person.tekun, 'no tekun');
    person.tekun = false;
  } else readAmendment(line, id, told, require);
}

function readAmendment(line: Line, id: string, told: Told, require: Require): void {
  const { type, source } = line;
  const targetId =
    type === 'EventCorrected'
      ? line.data.corrects
      : type === 'EventVoided'
        ? line.data.voids
        : type === 'VoidingReversed'
          ? line.data.reverses
          : '';
  const target = told.lines.get(targetId);
  require(target?.person === id, 'a type that the checker does not know, or a target in another stream');
  if (!target) return;
  require(target.source.department === source.department, 'not the owner');
  require(type !== 'VoidingReversed' || target.type === 'EventVoided', 'not a voiding');
  require(!told.amended.has(targetId), 'amended twice');
  told.amended.add(targetId);
  if (type !== 'EventCorrected') return;
  require(Object.keys(line.data.data).every((key) => key in target.data), 'fields that the event has not');
  require(line.data.effectiveOn === line.effectiveOn, 'effective on two days');
  require(line.data.data['birthDate'] === line.effectiveOn, 'not effective on the new birth date');
}
