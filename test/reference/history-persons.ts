/** What happens to one person in a random history: birth, death, disability, school, work, residence, hukou. */
import { addDays, addMonths, addYears, formatDay, type Day } from '@ledger/time';
import {
  after,
  personOf,
  pick,
  track,
  type HistoryBuilder,
  type PersonState,
  type Step,
  type Town,
} from './history-builder.js';

/** Prefecture-level cities and counties; some in the prefecture of a family's hukou. */
const TOWNS: readonly Town[] = [
  { division: '510107', urbanRuralClass: '111' },
  { division: '510112', urbanRuralClass: '112' },
  { division: '511302', urbanRuralClass: '111' },
  { division: '511902', urbanRuralClass: '121' },
  { division: '513401', urbanRuralClass: '111' },
];
const COUNTRYSIDE: Town = { division: '511324', urbanRuralClass: '220' };
const BASES = ['LEASE', 'LABOUR_CONTRACT', 'SOCIAL_INSURANCE', 'SELF_DECLARED'];
const JOB_TYPES = ['FLEXIBLE', 'SELF_EMPLOYED', 'RURAL', 'EMPLOYEE'];
const STAGES = ['PRIMARY', 'JUNIOR', 'SENIOR_VOC', 'COLLEGE'];
const WORKING_AGE = 16;
const SCHOOL_AGE = 6;

export function registerPerson(builder: HistoryBuilder, birth: Day, hukou: Town, sex: string): PersonState {
  const person: PersonState = {
    id: builder.newId(),
    birth,
    died: undefined,
    hukou,
    hukouLast: birth,
    applied: undefined,
    residence: track(birth),
    school: track(birth),
    disability: track(birth),
    tekun: track(birth),
    right: track(birth),
    enrolments: new Map(),
    pensions: new Map(),
    paidYears: new Set(),
    jobs: [],
  };
  builder.persons.push(person);
  builder.record('PersonRegistered', personOf(person), birth, 'PSB', {
    birthDate: formatDay(birth),
    birthDateSource: 'DECLARED',
    sex,
    ethnicity: '01',
    hukouDivision: hukou.division,
    hukouClass: hukou.urbanRuralClass,
  });
  return person;
}

/** A child is born into the households of somebody. */
export function newborn(builder: HistoryBuilder, step: Step): void {
  const parent = builder.living(step.a);
  const born = parent && builder.dayFor(step, addYears(parent.birth, WORKING_AGE));
  if (parent === undefined || born === undefined) return;
  const child = registerPerson(builder, born, parent.hukou, step.b % 2 === 0 ? '1' : '2');
  for (const [kind, department] of [
    ['LIVING', 'MCA'],
    ['POVERTY_REGISTER', 'POV'],
  ] as const) {
    const household = builder.belongsTo(kind, parent);
    if (household === undefined || household.established > born) continue;
    const data = { personId: child.id, relation: '20', reason: 'BIRTH' };
    builder.record('HouseholdMemberJoined', { kind: 'household', id: household.id }, born, department, data);
    household.members.set(child.id, { open: true, last: born });
  }
}

export function death(builder: HistoryBuilder, step: Step): void {
  const person = builder.living(step.a);
  if (person === undefined) return;
  const lasts = [
    person.hukouLast,
    person.residence.last,
    person.school.last,
    person.disability.last,
    person.tekun.last,
    person.right.last,
    ...person.jobs.map((job) => job.on),
    ...[...person.enrolments.values(), ...person.pensions.values()].map((each) => each.last),
    ...builder.households.map((household) => household.members.get(person.id)?.last ?? person.birth),
  ];
  const died = builder.dayFor(step, addDays(Math.max(...lasts) as Day, 1), person);
  if (died === undefined) return;
  builder.record('PersonDied', personOf(person), died, 'PSB', {
    deathDate: formatDay(died),
    kind: 'NATURAL',
  });
  person.died = died;
}

export function disability(builder: HistoryBuilder, step: Step): void {
  const person = builder.living(step.a);
  const on = person && builder.dayFor(step, after(person.disability.last, step), person);
  if (person === undefined || on === undefined) return;
  const certified = person.disability.open;
  person.disability.last = on;
  if (certified !== undefined && step.c % 3 === 0) {
    builder.record('DisabilityCertificateEnded', personOf(person), on, 'DPF', { reason: 'CANCELLED' });
    person.disability.open = undefined;
    return;
  }
  const level = [2, 3, 1, 2, 3, 4][step.c % 6] ?? 2;
  person.disability.open = builder.record('DisabilityCertified', personOf(person), on, 'DPF', {
    categories: ['4'],
    level,
    perCategory: [{ category: '4', level }],
    issuedOn: formatDay(on),
    ...(certified === undefined ? {} : { isChangeOf: certified }),
  });
}

export function school(builder: HistoryBuilder, step: Step): void {
  const person = builder.living(step.a);
  const floor =
    person && (Math.max(after(person.school.last, step), addYears(person.birth, SCHOOL_AGE)) as Day);
  const on = floor === undefined ? undefined : builder.dayFor(step, floor, person);
  if (person === undefined || on === undefined || on < addYears(person.birth, SCHOOL_AGE)) return;
  person.school.last = on;
  if (person.school.open) {
    builder.record('SchoolLeft', personOf(person), on, 'EDU', { reason: 'GRADUATED' });
    person.school.open = undefined;
    return;
  }
  builder.record('SchoolEnrolled', personOf(person), on, 'EDU', {
    stage: pick(STAGES, step.b) ?? 'PRIMARY',
    grade: 1,
    schoolDivision: person.residence.open?.division ?? person.hukou.division,
    boarding: false,
    ...(step.c % 4 === 0 ? { fullTime: false } : {}),
  });
  person.school.open = true;
}

export function job(builder: HistoryBuilder, step: Step): void {
  const person = builder.living(step.a);
  if (person === undefined) return;
  const isLeaving = person.jobs.length > 0 && (step.b % 3 !== 0 || person.jobs.length > 1);
  const leaving = isLeaving ? pick(person.jobs, step.c) : undefined;
  const oldEnough = addYears(person.birth, WORKING_AGE);
  const on = builder.dayFor(step, leaving === undefined ? oldEnough : addDays(leaving.on, 1), person);
  if (on === undefined || on < oldEnough) return;
  if (leaving !== undefined) {
    const names = person.jobs.length > 1 || step.c % 2 === 0 ? { startedEventId: leaving.id } : {};
    builder.record('EmploymentEnded', personOf(person), on, 'HRSS', {
      reason: 'RESIGNED',
      involuntary: false,
      ...names,
    });
    person.jobs = person.jobs.filter((each) => each.id !== leaving.id);
    return;
  }
  const division = step.c % 4 === 0 ? pick(TOWNS, step.b)?.division : person.residence.open?.division;
  const id = builder.record('EmploymentStarted', personOf(person), on, 'HRSS', {
    type: pick(JOB_TYPES, step.c) ?? 'FLEXIBLE',
    industry: '6210',
    division: division ?? person.hukou.division,
    labourContract: step.c % 2 === 0,
  });
  person.jobs.push({ id, on });
}

/** Arrival in a town; from there to another town, to the countryside, or away. */
export function residence(builder: HistoryBuilder, step: Step): void {
  const person = builder.living(step.a);
  const on = person && builder.dayFor(step, after(person.residence.last, step), person);
  if (person === undefined || on === undefined) return;
  const open = person.residence.open;
  const subject = personOf(person);
  const town = pick(TOWNS, step.c) ?? COUNTRYSIDE;
  person.residence.last = on;
  if (open === undefined) {
    const basis = pick(BASES, step.b) ?? 'LEASE';
    const confidence = basis === 'SELF_DECLARED' ? { confidence: 'declared' as const } : {};
    builder.record(
      'UrbanArrivalRecorded',
      subject,
      on,
      'PSB',
      { ...town, basis, withHousehold: false },
      confidence,
    );
    person.residence.open = { ...town, since: on };
    return;
  }
  if (step.b % 2 === 0) {
    builder.record('UrbanResidenceEnded', subject, on, 'PSB', { reason: 'RETURNED' });
    person.residence.open = undefined;
    return;
  }
  const to = step.b % 3 === 0 ? COUNTRYSIDE : town;
  const from = { division: open.division, urbanRuralClass: open.urbanRuralClass };
  builder.record('ResidenceChanged', subject, on, 'PSB', { from, to });
  // Whoever moved to the countryside has no town residence left to change or to end.
  const isSameCity = to.division.slice(0, 4) === open.division.slice(0, 4);
  person.residence.open = to === COUNTRYSIDE ? undefined : { ...to, since: isSameCity ? open.since : on };
}

export function permit(builder: HistoryBuilder, step: Step): void {
  const person = builder.living(step.a);
  const open = person?.residence.open;
  const on = open && builder.dayFor(step, addMonths(open.since, 6), person);
  if (person === undefined || open === undefined || on === undefined || on < addMonths(open.since, 6)) return;
  builder.record('ResidencePermitIssued', personOf(person), on, 'PSB', {
    division: open.division,
    basis: 'STABLE_HOME',
    acceptedOn: formatDay(addDays(on, -10)),
    endorsedUntil: formatDay(addDays(addYears(on, 1), -1)),
  });
}

/** An application, then the transfer for which it was made. */
export function hukou(builder: HistoryBuilder, step: Step): void {
  const person = builder.living(step.a);
  const on = person && builder.dayFor(step, addDays(person.hukouLast, 1), person);
  if (person === undefined || on === undefined) return;
  const subject = personOf(person);
  person.hukouLast = on;
  if (person.applied === undefined) {
    const to = pick(TOWNS, step.c);
    if (to === undefined || to.division === person.hukou.division) return;
    const stated = {
      reason: 'STABLE_JOB',
      accompanying: [],
      conditionsStated: [],
      declarationRuralRightsKept: true,
    };
    builder.record('HukouTransferApplied', subject, on, 'PSB', { to, ...stated });
    person.applied = to;
    return;
  }
  const ruralRightsSnapshot = { contract: 'KEPT', homestead: 'KEPT', collective: 'KEPT' };
  const data = {
    from: person.hukou,
    to: person.applied,
    reason: 'STABLE_JOB',
    accompanying: [],
    ruralRightsSnapshot,
  };
  builder.record('HukouTransferCompleted', subject, on, 'PSB', data);
  person.hukou = person.applied;
  person.applied = undefined;
}
