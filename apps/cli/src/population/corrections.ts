/** What was recorded wrongly and is put right at the end: birth dates, arrivals registered twice, a job voided by mistake. */
import { addDays, addYears, day, END, formatDay, type Day } from '@ledger/time';
import type { DataOf } from '@ledger/vocabulary';
import type { Entry, Teller } from './chronicle.js';
import { isAge, type Home, type Member } from './home.js';
import { LAST_DAY } from './horizon.js';

/** Nothing in these lives asks for an age between 16 and 60 to the month, so a birth date may move by this much. */
const FARTHEST_SHIFT = 400;
const SETTLED_AGE = 25;
const OLD_AGE = 60;

export function tellCorrections(home: Home): void {
  const today = home.chronicle.dayAfter();
  for (const member of home.members) {
    correctBirthDate(home, member, today);
    if (member.duplicateArrival) {
      amend(home, member, 'EventVoided', member.duplicateArrival, today, {
        voids: member.duplicateArrival.line.id,
        reason: '同一居住登记重复录入',
        ground: 'DUPLICATE',
      });
    }
    voidAndReverse(home, member, today);
  }
}

/** Only where no ID number contradicts the new date, and no right that the family already draws hangs on the old one. */
function correctBirthDate(home: Home, member: Member, known: Day): void {
  const { random } = home;
  if (member.hasNationalId || !random.percent(22)) return;
  const grown = isAge(SETTLED_AGE, member, addDays(LAST_DAY, -16 * 365));
  const young = addYears(member.born, OLD_AGE) > addDays(LAST_DAY, FARTHEST_SHIFT);
  const later = grown && young && random.percent(50);
  const birthDate = formatDay(addDays(member.born, (later ? 1 : -1) * random.between(1, FARTHEST_SHIFT)));
  amend(home, member, 'EventCorrected', member.registered, known, {
    corrects: member.registered.line.id,
    data: { birthDate },
    effectiveOn: birthDate,
    reason: '出生医学证明与登记不符',
  });
}

/** An open job that was struck out by mistake comes back. */
function voidAndReverse(home: Home, member: Member, known: Day): void {
  const job = member.jobs.find(({ until }) => until === END);
  if (!job || !home.random.perMillion(8_000)) return;
  const voided = amend(home, member, 'EventVoided', job.started, known, {
    voids: job.started.line.id,
    reason: '单位称无此职工',
    ground: 'NEVER_HAPPENED',
  });
  amend(
    home,
    member,
    'VoidingReversed',
    job.started,
    known,
    { reverses: voided.line.id, reason: '经核实劳动关系存在' },
    [voided],
  );
}

/** An amendment stands in the stream of what it amends and takes effect on its day, or on the corrected one. */
function amend<Type extends 'EventCorrected' | 'EventVoided' | 'VoidingReversed'>(
  home: Home,
  member: Member,
  type: Type,
  of: Entry,
  known: Day,
  data: DataOf<Type>,
  after: readonly Entry[] = [],
): Entry {
  const { effectiveOn, source } = of.line;
  const on = day('effectiveOn' in data ? data.effectiveOn : effectiveOn);
  return home.chronicle.add({
    of: { person: member.id },
    type,
    on,
    by: source.department as Teller,
    office: source.division as string,
    data,
    lag: known - on,
    after: [of, ...after],
  });
}
