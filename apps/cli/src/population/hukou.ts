/** Settling in town: applications, some refused or pending, transfers, and the new hukou household there. */
import { addDays, day, END, type Day } from '@ledger/time';
import type { CodeOf } from '@ledger/vocabulary';
import type { Entry } from './chronicle.js';
import { earliest, latest, type Home, type Member, type Spell } from './home.js';
import { LAST_DAY } from './horizon.js';
import { prefectureOf, type Town } from './places.js';
import { establish } from './registers.js';

const FIRST_APPLICATION = day('2014-03-01');
const CHENGDU = '5101';

/** Those who live together apply together; a worker who went alone applies alone. */
export function tellHukouTransfers(home: Home, together: readonly Member[]): void {
  if (together.length > 0) tellTransfer(home, together);
  else for (const member of home.members) tellTransfer(home, [member]);
}

function tellTransfer(home: Home, members: readonly Member[]): void {
  const { random } = home;
  const [first] = members;
  const stop = first && settledStop(first);
  // Chengdu asks for points (art. 14); everywhere else settling is free.
  if (!first || !stop || !random.percent(prefectureOf(stop.town.division) === CHENGDU ? 8 : 30)) return;
  const appliedOn = addDays(latest(stop.on, FIRST_APPLICATION), random.between(400, 1600));
  const movedOn = addDays(appliedOn, random.between(14, 60));
  if (movedOn > LAST_DAY) return;
  const movers = members.filter((member) => {
    const place = settledStop(member);
    return place?.town.division === stop.town.division && place.on < appliedOn && movedOn < member.died;
  });
  if (!movers.includes(first)) return;
  const outcome = random.weighted([
    ['completed', 82],
    ['rejected', 10],
    ['pending', 8],
  ] as const);
  const reason = random.weighted([
    ['SETTLED_HOME', 5],
    ['STABLE_JOB', 4],
    ['RELOCATION', 1],
  ]);
  const completions = movers.map((member) => {
    const accompanying = member === first ? movers.filter((other) => other !== first) : [];
    const applied = tellApplication(
      home,
      member,
      stop.town,
      appliedOn,
      member === first ? reason : 'FAMILY_REUNION',
      accompanying,
    );
    if (outcome === 'rejected') tellRejection(home, member, stop.town, movedOn, applied);
    return outcome === 'completed' ? tellCompletion(home, member, stop.town, movedOn, applied) : undefined;
  });
  if (outcome === 'completed') {
    establish(
      home,
      'HUKOU',
      stop.town.division,
      movedOn,
      movers,
      completions.filter((entry) => entry !== undefined),
    );
  }
}

/** Where somebody lives in town for good. */
function settledStop(member: Member): Spell['stops'][number] | undefined {
  const spell = member.spells.at(-1);
  return spell?.until === END ? spell.stops.at(-1) : undefined;
}

function tellApplication(
  home: Home,
  member: Member,
  to: Town,
  on: Day,
  reason: CodeOf<'hukouMoveReason'>,
  accompanying: readonly Member[],
): Entry {
  return home.chronicle.add({
    of: { person: member.id },
    type: 'HukouTransferApplied',
    on,
    by: 'PSB',
    office: to.division,
    data: {
      to: { ...to },
      reason,
      accompanying: accompanying.map(({ id }) => id),
      conditionsStated: [],
      declarationRuralRightsKept: true,
    },
    after: [
      ...accompanying.map(({ registered }) => registered),
      ...member.spells.flatMap(({ stops }) => stops.map(({ told }) => told)),
    ],
  });
}

function tellRejection(home: Home, member: Member, to: Town, on: Day, applied: Entry): void {
  home.chronicle.add({
    of: { person: member.id },
    type: 'HukouTransferRejected',
    on,
    by: 'PSB',
    office: to.division,
    data: { reasons: ['STABLE_HOME_NOT_PROVED'], appealInfo: true },
    after: [applied],
  });
}

function tellCompletion(home: Home, member: Member, to: Town, on: Day, applied: Entry): Entry {
  const from = member.hukou;
  member.hukou = to;
  member.hukouMovedOn = on;
  member.hukouMove = home.chronicle.add({
    of: { person: member.id },
    type: 'HukouTransferCompleted',
    on,
    by: 'PSB',
    office: to.division,
    data: {
      from: { ...from },
      to: { ...to },
      reason: 'SETTLED_HOME',
      certRef: `QYZ-${to.division}-${home.number}`,
      ruralRightsSnapshot: { contract: 'KEPT', homestead: 'KEPT', collective: 'KEPT' },
    },
    after: [applied],
  });
  return member.hukouMove;
}

/** The earliest day on which somebody of the family settled in town. */
export function firstSettledOn(home: Home): Day {
  return earliest(END, ...home.members.map(({ hukouMovedOn }) => hukouMovedOn));
}
