/** Second thoughts in a random history: corrections, voidings, reversals. */
import { addDays, firstOfMonth, formatDay, parseDay, type Day } from '@ledger/time';
import type { Payload } from './events.js';
import { EARLIEST, pick, type HistoryBuilder, type Step, type Written } from './history-builder.js';
import { monthText } from './history-insurance.js';

/** A day, a month, a year early or late, and what a leap year makes of them. */
const SHIFTS = [-1, 1, -31, 31, -28, 28, -365, 365, -366];
/** Without these the rest of a history would be about nobody. */
const NEVER_VOIDED = [
  'PersonRegistered',
  'HouseholdEstablished',
  'EventCorrected',
  'EventVoided',
  'VoidingReversed',
];
const NOT_CORRECTED = [
  'ResidencePermitIssued',
  'HukouTransferApplied',
  'EventCorrected',
  'EventVoided',
  'VoidingReversed',
];
const REASON = { reason: 'found on review' };

export function correct(builder: HistoryBuilder, step: Step): void {
  const target = pick(
    builder.written.filter(
      (event) =>
        event.voidedBy === undefined && event.on <= builder.now && !NOT_CORRECTED.includes(event.type),
    ),
    step.a,
  );
  if (target === undefined) return;
  const changed = step.b % 2 === 0 ? undefined : contentChanged(builder, target, step);
  const on = changed === undefined ? shifted(builder, target, step) : target.on;
  const data = changed ?? datesOf(target, on);
  if (changed === undefined && on === target.on) return;
  const moved = on === target.on ? {} : { effectiveOn: formatDay(on) };
  builder.record('EventCorrected', target.subject, on, target.department, {
    corrects: target.id,
    data,
    ...moved,
    ...REASON,
  });
  target.on = on;
  target.data = { ...target.data, ...data };
  const person = builder.persons.find((each) => each.id === target.subject.id);
  if (person !== undefined && target.type === 'PersonRegistered') person.birth = on;
  if (person !== undefined && target.type === 'PersonDied') person.died = on;
}

/** Another day for an event: not in the future, not before a birth or after a death. */
function shifted(builder: HistoryBuilder, target: Written, step: Step): Day {
  const wished = addDays(target.on, pick(SHIFTS, step.c) ?? 1);
  if (target.type === 'ParameterSet') {
    return wished <= builder.now && isBeforeItsEnd(target, wished) ? wished : target.on;
  }
  const day = target.type.startsWith('PensionBenefit') ? firstOfMonth(wished) : wished;
  const person = builder.persons.find((each) => each.id === target.subject.id);
  if (target.type === 'PersonRegistered') return day <= builder.now ? day : target.on;
  const floor = person !== undefined && person.birth > EARLIEST ? person.birth : EARLIEST;
  const isBeforeDeath = person?.died === undefined || target.type === 'PersonDied' || day <= person.died;
  return day >= floor && day <= builder.now && isBeforeDeath ? day : target.on;
}

function isBeforeItsEnd(target: Written, from: Day): boolean {
  const end = parseDay(String(target.data['validTo']));
  return end === undefined || from < end;
}

/** The fields of a payload that double the day of the event. */
function datesOf(target: Written, on: Day): Payload {
  const doubles = ['birthDate', 'deathDate', 'validFrom', 'from', 'paidOn', 'issuedOn'];
  const changed: Record<string, unknown> = {};
  for (const field of doubles) if (typeof target.data[field] === 'string') changed[field] = formatDay(on);
  if (target.data['firstMonth'] !== undefined) changed['firstMonth'] = monthText(on);
  return changed;
}

/** Other content for an event of which the histories know some; undefined for the others. */
function contentChanged(builder: HistoryBuilder, target: Written, step: Step): Payload | undefined {
  const flip = (field: string) => ({ [field]: target.data[field] !== true });
  switch (target.type) {
    case 'PersonRegistered':
      return step.c % 3 === 0
        ? { hukouClass: '111' }
        : { hukouDivision: pick(['511921', '513437', '511725'], step.c) };
    case 'HouseholdEstablished':
      return { headPersonId: pick(builder.persons, step.c)?.id };
    case 'UrbanArrivalRecorded':
      return step.c % 2 === 0 ? { division: '510112' } : { basis: 'LEASE' };
    case 'ResidenceChanged':
      return { to: { division: '510107', urbanRuralClass: '111' } };
    case 'HukouTransferCompleted':
      return { to: { division: '511302', urbanRuralClass: '111' } };
    case 'DisabilityCertified':
      return { level: 1 + (step.c % 4) };
    case 'HouseholdEconomyVerified':
      return step.c % 3 === 0
        ? flip('assetsWithinLimit')
        : { perCapitaMonthlyIncome: pick(['349.99', '350.00', '100.00'], step.c) };
    case 'HousingConditionVerified':
      return step.c % 3 === 0 ? flip('ownHome') : { perCapitaAreaM2: pick(['15.99', '16', '12'], step.c) };
    case 'EmploymentStarted':
    case 'InsuranceEnrolled':
      return { division: pick(['510107', '510112', '511302'], step.c) };
    case 'InsuranceContributionPaid':
      return target.data['scheme'] === 'RES_PENSION'
        ? { accountBalance: pick(['139.00', '69.49', '0.00'], step.c) }
        : undefined;
    case 'PovertyExitMarked':
      return flip('policyRetained');
    case 'StatusRecognised':
      return target.data['kind'] === 'DIBAO' ? { detail: { area: 'RURAL' } } : undefined;
    case 'SchoolEnrolled':
      return { fullTime: target.data['fullTime'] === false };
    case 'ParameterSet':
      return valueChanged(target, step);
    default:
      return undefined;
  }
}

function valueChanged(target: Written, step: Step): Payload | undefined {
  const unit = String(target.data['unit']);
  if (unit.startsWith('yuan')) return { value: pick(['88.00', '360.00', '500.00'], step.c) };
  return target.data['parameterId'] === 'tenure.threshold-years' ? { value: '2' } : undefined;
}

export function voidEvent(builder: HistoryBuilder, step: Step): void {
  const target = pick(
    builder.written.filter((event) => event.voidedBy === undefined && !NEVER_VOIDED.includes(event.type)),
    step.a,
  );
  if (target === undefined) return;
  target.voidedBy = builder.record('EventVoided', target.subject, builder.now, target.department, {
    voids: target.id,
    ...REASON,
    ground: 'NEVER_HAPPENED',
  });
  const person = builder.persons.find((each) => each.id === target.subject.id);
  if (person !== undefined && target.type === 'PersonDied') person.died = undefined;
}

/** A correction may be voided too: its amendment falls away. */
export function voidCorrection(builder: HistoryBuilder, step: Step): void {
  const corrections = builder.written.filter(
    (event) => event.type === 'EventCorrected' && event.voidedBy === undefined,
  );
  const target = pick(corrections, step.a);
  if (target === undefined) return voidEvent(builder, step);
  const data = { voids: target.id, ...REASON };
  target.voidedBy = builder.record('EventVoided', target.subject, builder.now, target.department, data);
}

export function reverse(builder: HistoryBuilder, step: Step): void {
  const target = pick(
    builder.written.filter((event) => event.voidedBy !== undefined),
    step.a,
  );
  if (target?.voidedBy === undefined) return correct(builder, step);
  const data = { reverses: target.voidedBy, ...REASON };
  builder.record('VoidingReversed', target.subject, builder.now, target.department, data);
  target.voidedBy = undefined;
  const person = builder.persons.find((each) => each.id === target.subject.id);
  if (person !== undefined && target.type === 'PersonDied') person.died = target.on;
}
