/** Disability certificates, dibao of households at home, and tekun of old people who live alone. */
import { addDays, addYears, day, dayOf, formatDay, type Day } from '@ledger/time';
import type { Entry } from './chronicle.js';
import type { CodeOf, DataOf, StatusKind } from '@ledger/vocabulary';
import { aliveOn, earliest, isAge, latest, type Home, type Member } from './home.js';
import { LAST_DAY } from './horizon.js';
import { yuan } from './money.js';
import { membersOn, type Register } from './registers.js';

const FIRST_CERTIFICATE = day('2011-01-01');
const YEARS_OF_CERTIFICATES = 14;
const TEKUN_AGE = 60;
const FIRST_STATUS = day('2014-06-01');

export function tellDisability(home: Home, member: Member): void {
  const { random } = home;
  if (!random.percent(isAge(TEKUN_AGE, member, dayOf(2016, 1, 1)) ? 11 : 5)) return;
  const first = latest(FIRST_CERTIFICATE, addYears(member.born, 3));
  const on = addDays(first, random.below(YEARS_OF_CERTIFICATES * 365));
  const category = random.weighted([
    ['1', 14],
    ['2', 18],
    ['3', 4],
    ['4', 44],
    ['5', 9],
    ['6', 8],
    ['7', 3],
  ]);
  const level = random.weighted([
    [1, 15],
    [2, 32],
    [3, 30],
    [4, 23],
  ]);
  let last = certify(home, member, on, category, level);
  if (!last) return;
  let since = on;
  if (random.percent(18)) {
    const changedOn = addDays(on, random.between(400, 1_800));
    const changed = certify(home, member, changedOn, category, Math.max(1, level - 1), last);
    if (changed) [last, since] = [changed, changedOn];
  }
  const endsOn = addDays(since, random.between(1_000, 3_650));
  if (!random.percent(10) || endsOn >= earliest(member.died, LAST_DAY)) return;
  home.chronicle.add({
    of: { person: member.id },
    type: 'DisabilityCertificateEnded',
    on: endsOn,
    by: 'DPF',
    office: home.village.county,
    data: { reason: random.pick(['EXPIRED', 'EXPIRED', 'CANCELLED', 'RECOVERED']) },
    after: [last],
  });
}

function certify(
  home: Home,
  member: Member,
  on: Day,
  category: CodeOf<'disabilityCategory'>,
  level: number,
  before?: Entry,
): Entry | undefined {
  if (on >= earliest(member.died, LAST_DAY)) return undefined;
  return home.chronicle.add({
    of: { person: member.id },
    type: 'DisabilityCertified',
    on,
    by: 'DPF',
    office: home.village.county,
    data: {
      categories: [category],
      level,
      perCategory: [{ category, level }],
      issuedOn: formatDay(on),
      ...(before && { isChangeOf: before.line.id }),
    },
    // Certificates often reach the other departments with the next yearly list.
    lag: home.random.percent(25) ? home.random.between(90, 420) : home.random.below(40),
    after: before ? [before] : [],
  });
}

/** Dibao for a household in the county that has just been checked; `check` is the line of that check. */
export function tellDibao(
  home: Home,
  living: Register,
  checkedOn: Day,
  incomeFen: number,
  check: Entry,
): void {
  const { random } = home;
  const on = addDays(checkedOn, random.between(5, 30));
  const { members, because } = membersOn(living, on);
  if (members.length === 0 || on >= LAST_DAY) return;
  const recognised = home.chronicle.add({
    of: { household: living.id },
    type: 'StatusRecognised',
    on,
    by: 'MCA',
    office: living.division,
    data: {
      kind: 'DIBAO',
      division: living.division,
      from: formatDay(on),
      detail: {
        area: 'RURAL',
        standard: yuan(standardFen(on)),
        perCapitaIncome: yuan(incomeFen),
        members: members.map(({ id }) => id),
      },
    },
    after: [...because, check],
  });
  const endsOn = addDays(on, random.between(400, 2_500));
  if (!random.percent(35) || endsOn >= LAST_DAY || membersOn(living, endsOn).members.length === 0) return;
  endStatus(home, { household: living.id }, 'DIBAO', endsOn, 'NO_LONGER_MEETS', living.division, [
    recognised,
  ]);
}

/** The rural floor of the province, rounded, in fen a month. */
export function standardFen(on: Day): number {
  return on < day('2018-01-01') ? 25_000 : on < day('2021-12-01') ? 35_000 : 48_000;
}

/** Old people alone, none of whose households receives dibao: nobody is counted twice. */
export function tellTekun(home: Home, member: Member): boolean {
  const { random } = home;
  const on = addDays(latest(FIRST_STATUS, addYears(member.born, TEKUN_AGE)), random.below(1_500));
  if (home.members.length > 1 || !random.percent(22) || !aliveOn(member, on) || on >= LAST_DAY) return false;
  const county = home.village.county;
  const recognised = home.chronicle.add({
    of: { person: member.id },
    type: 'StatusRecognised',
    on,
    by: 'MCA',
    office: county,
    data: {
      kind: 'TEKUN',
      division: county,
      from: formatDay(on),
      detail: {
        area: 'RURAL',
        careLevel: random.pick(['FULL', 'FULL', 'PARTIAL', 'NONE']),
        mode: random.pick(['CENTRAL', 'DISPERSED']),
      },
    },
  });
  if (member.death)
    endStatus(home, { person: member.id }, 'TEKUN', member.died, 'DEATH', county, [recognised, member.death]);
  return true;
}

function endStatus(
  home: Home,
  of: { person: string } | { household: string },
  kind: StatusKind,
  on: Day,
  reason: DataOf<'StatusEnded'>['reason'],
  office: string,
  after: readonly Entry[],
): void {
  home.chronicle.add({ of, type: 'StatusEnded', on, by: 'MCA', office, data: { kind, reason }, after });
}
