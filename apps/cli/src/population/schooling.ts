/** School careers, year by year, in the place where the child lives on 1 September. */
import { addYears, civilOf, dayOf, END, BEGINNING, type Day } from '@ledger/time';
import type { DataOf, SchoolStage } from '@ledger/vocabulary';
import type { Entry } from './chronicle.js';
import { earliest, isAge, stopOn, type Home, type Member } from './home.js';
import { LAST_DAY } from './horizon.js';

type LeavingReason = DataOf<'SchoolLeft'>['reason'];

interface SchoolYear {
  readonly stage: SchoolStage;
  readonly grade: number;
  /** 1 September. */
  readonly from: Day;
  /** 10 July. */
  readonly until: Day;
}

interface Enrolment {
  readonly year: SchoolYear;
  readonly division: string;
  readonly enrolled: Entry;
}

const ENTRY_AGE = 6;
/** Careers that ended before the school roll went electronic are not told. */
const FIRST_ROLL_YEAR = 2012;

export function tellSchooling(home: Home, member: Member): void {
  member.leftSchoolOn = BEGINNING;
  let open: Enrolment | undefined;
  for (const year of drawCareer(home, member)) {
    if (year.from >= earliest(member.died, LAST_DAY)) break;
    member.leftSchoolOn = year.until < LAST_DAY ? year.until : END;
    if (civilOf(year.until).year <= FIRST_ROLL_YEAR) continue;
    const division = schoolDivision(home, member, year);
    if (open?.year.stage === year.stage && open.division === division) continue;
    if (open) {
      const reason = open.year.stage === year.stage ? 'TRANSFERRED' : 'GRADUATED';
      tellLeaving(home, member, open, julyOf(year.from), reason);
    }
    open = { year, division, enrolled: tellEnrolment(home, member, year, division) };
  }
  if (!open) return;
  if (member.died <= LAST_DAY && member.died <= member.leftSchoolOn)
    tellLeaving(home, member, open, member.died, 'DEATH');
  else if (member.leftSchoolOn < LAST_DAY)
    tellLeaving(home, member, open, member.leftSchoolOn, lastReason(home, open));
}

function lastReason(home: Home, { year }: Enrolment): LeavingReason {
  return year.stage === 'JUNIOR' && home.random.percent(4) ? 'DROPPED_OUT' : 'GRADUATED';
}

/** The school years from the first primary year on; the law's entry age is six by 31 August. */
function drawCareer(home: Home, member: Member): readonly SchoolYear[] {
  const { random } = home;
  const sixth = civilOf(addYears(member.born, ENTRY_AGE));
  let year = sixth.year + (sixth.month > 8 ? 1 : 0) + (random.percent(15) ? 1 : 0);
  const years: SchoolYear[] = [];
  const attend = (stage: SchoolStage, count: number): void => {
    for (let grade = 1; grade <= count; grade++, year++) {
      years.push({ stage, grade, from: dayOf(year, 9, 1), until: dayOf(year + 1, 7, 10) });
    }
  };
  attend('PRIMARY', 6);
  attend('JUNIOR', 3);
  const senior = random.weighted([
    ['SENIOR_GENERAL', 48],
    ['SENIOR_VOC', 27],
    ['none', 25],
  ] as const);
  if (senior !== 'none') attend(senior, 3);
  if (senior === 'SENIOR_GENERAL' && random.percent(45)) attend('COLLEGE', random.between(3, 4));
  return years;
}

function schoolDivision(home: Home, member: Member, { stage, from }: SchoolYear): string {
  if (stage === 'COLLEGE') return '510104';
  return stopOn(member, from)?.town.division ?? home.village.county;
}

function tellEnrolment(
  home: Home,
  member: Member,
  { stage, grade, from }: SchoolYear,
  division: string,
): Entry {
  const inTown = division !== home.village.county;
  const boarding = stage !== 'PRIMARY' && !inTown;
  return home.chronicle.add({
    of: { person: member.id },
    type: 'SchoolEnrolled',
    on: from,
    by: 'EDU',
    office: division,
    data: {
      stage,
      grade,
      schoolCode: `36${division}${home.random.between(10, 99)}`,
      schoolDivision: division,
      schoolUrbanRural: inTown ? '111' : stage === 'PRIMARY' ? '220' : '121',
      schoolOwnership: inTown && home.random.percent(12) ? 'GOV_PURCHASED_SEAT' : 'PUBLIC',
      boarding,
      enrolmentBasis: inTown ? (isAge(16, member, from) ? 'OTHER' : 'RESIDENCE_PERMIT') : 'HUKOU',
    },
    after: member.lastSchoolLine ? [member.lastSchoolLine] : [],
  });
}

function tellLeaving(
  home: Home,
  member: Member,
  { enrolled, division }: Enrolment,
  on: Day,
  reason: LeavingReason,
): void {
  member.lastSchoolLine = home.chronicle.add({
    of: { person: member.id },
    type: 'SchoolLeft',
    on,
    by: 'EDU',
    office: division,
    data: { reason },
    after: reason === 'DEATH' && member.death ? [enrolled, member.death] : [enrolled],
  });
}

/** The end of the school year that precedes a 1 September. */
function julyOf(september: Day): Day {
  return dayOf(civilOf(september).year, 7, 10);
}
