/** Contracted land and homesteads: certified in the years of the survey, kept after a hukou move, seldom ended. */
import { addDays, addMonths, day, END, formatDay, type Day } from '@ledger/time';
import type { DataOf } from '@ledger/vocabulary';
import type { Entry } from './chronicle.js';
import { firstSettledOn } from './hukou.js';
import { aliveOn, type Home } from './home.js';
import { LAST_DAY } from './horizon.js';
import { yuan } from './money.js';
import { establish, membersOn, type Register } from './registers.js';

/** The survey and certification of contracted land (承包地确权登记颁证). */
const FIRST_CERTIFICATE = day('2013-09-01');
const SURVEY_DAYS = 1_700;
const TERM_ENDS = '2027-12-31';
/** 农村土地承包法 §30: whoever returns the land gives notice half a year before. */
const NOTICE_MONTHS = 6;

export function tellLand(home: Home): void {
  const { random, village, chronicle } = home;
  if (!random.percent(86)) return;
  const on = addDays(FIRST_CERTIFICATE, random.below(SURVEY_DAYS));
  const holders = home.members.filter((member) => aliveOn(member, on));
  const register = establish(home, 'LAND_CONTRACT', village.county, on, holders);
  if (!register) return;
  const contract = chronicle.add({
    of: { household: register.id },
    type: 'RuralRightRegistered',
    on,
    by: 'AGRI',
    office: village.county,
    data: {
      kind: 'CONTRACT_LAND',
      collectiveCode: village.collective,
      areaM2: `${random.between(500, 6_500)}.${String(random.below(100)).padStart(2, '0')}`,
      termTo: TERM_ENDS,
    },
    after: membersOn(register, on).because,
  });
  if (random.percent(25)) tellHomestead(home, register, addDays(on, random.between(30, 900)));
  tellEnd(home, register, on, contract);
}

function tellHomestead(home: Home, register: Register, on: Day): void {
  home.chronicle.add({
    of: { household: register.id },
    type: 'RuralRightRegistered',
    on,
    by: 'LAND',
    office: home.village.county,
    data: {
      kind: 'HOMESTEAD',
      collectiveCode: home.village.collective,
      areaM2: String(home.random.between(90, 240)),
    },
  });
}

function tellEnd(home: Home, register: Register, since: Day, contract: Entry): void {
  const { random } = home;
  const settled = firstSettledOn(home);
  if (settled !== END && random.percent(6)) {
    const takenOn = addDays(settled, random.between(20, 170));
    const moved = home.members.flatMap(({ hukouMove }) => hukouMove ?? []);
    if (takenOn > since)
      tellEnded(home, register, takenOn, { reason: 'UNLAWFUL_TAKEBACK', voluntary: false }, [
        contract,
        ...moved,
      ]);
    return;
  }
  if (!random.percent(3)) return;
  const on = addDays(since, random.between(300, 3_000));
  if (random.percent(60)) {
    const compensation = yuan(random.between(8_000, 60_000) * 100);
    tellEnded(home, register, on, { reason: 'EXPROPRIATION', voluntary: false, compensation }, [contract]);
    return;
  }
  const noticeOn = addDays(addMonths(on, -NOTICE_MONTHS), -random.between(1, 60));
  const data = {
    reason: 'VOLUNTARY_RETURN' as const,
    voluntary: true,
    writtenRequestRef: `JH-${register.division}-${home.number}`,
    compensation: yuan(random.between(2_000, 20_000) * 100),
    noticeOn: formatDay(noticeOn),
  };
  tellEnded(home, register, on, data, [contract]);
}

function tellEnded(
  home: Home,
  register: Register,
  on: Day,
  data: Omit<DataOf<'RuralRightEnded'>, 'kind'>,
  after: readonly Entry[],
): void {
  if (on >= LAST_DAY || membersOn(register, on).members.length === 0) return;
  home.chronicle.add({
    of: { household: register.id },
    type: 'RuralRightEnded',
    on,
    by: 'AGRI',
    office: register.division,
    data: { kind: 'CONTRACT_LAND', ...data },
    after,
  });
}
