/** The end of a pension, the same in every scheme. */
import { firstOfNextMonth, formatDay, type Day } from '@ledger/time';
import type { InsuranceScheme } from '@ledger/vocabulary';
import type { Entry } from './chronicle.js';
import type { Home, Member } from './home.js';

/** Paid for the month of death and ended with the next; now and then nobody tells the payer. */
export function tellPensionEnd(
  home: Home,
  member: Member,
  scheme: InsuranceScheme,
  division: string,
  started: Entry,
): void {
  if (!member.death || !home.random.percent(92)) return;
  home.chronicle.add({
    of: { person: member.id },
    type: 'PensionBenefitEnded',
    on: firstOfNextMonth(member.died),
    by: 'HRSS',
    office: division,
    data: { scheme, reason: 'DEATH', lastMonth: monthText(member.died) },
    after: [started, member.death],
  });
}

export function monthText(on: Day): string {
  return formatDay(on).slice(0, 7);
}
