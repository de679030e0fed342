/** The people of a household as they enter the ledger: registration, death, the hukou household. */
import { addDays, BEGINNING, dayOf, END, formatDay, type Day } from '@ledger/time';
import type { Chronicle } from './chronicle.js';
import { drawDeath, type Kin } from './family.js';
import { aliveOn, isAge, latest, type Home, type Member } from './home.js';
import { drawName, drawSurname } from './names.js';
import { prefectureOf, type Village } from './places.js';
import type { Random } from './random.js';
import type { NationalIdOffice } from './registered-numbers.js';
import { establish, joinNewborns } from './registers.js';

const VILLAGE_CLASS = '220';
const HAN = '01';
const YI = '07';
/** The hukou books in use were issued from here on. */
const FIRST_BOOK = dayOf(2006, 1, 1);
const BOOK_DAYS = 2_000;
const ADULT_AGE = 18;

export function introduce(
  kin: readonly Kin[],
  village: Village,
  random: Random,
  chronicle: Chronicle,
  office: NationalIdOffice,
): readonly Member[] {
  const yi = village.yi && random.percent(88);
  const surname = drawSurname(yi, random);
  const youngest = latest(...kin.map(({ born }) => born));
  return kin.map((one) => {
    const marriedIn = one.role === 'spouse' || one.role === 'mother';
    const name = drawName(marriedIn ? drawSurname(yi, random) : surname, one.sex, yi, random);
    const nationalId = random.percent(95)
      ? office.issue(prefectureOf(village.county), one.born, one.sex)
      : undefined;
    // Nobody dies before the youngest of the family is born.
    const died = drawDeath(one, latest(one.born, youngest), random);
    const id = random.uuid();
    const registered = chronicle.add({
      of: { person: id },
      type: 'PersonRegistered',
      on: one.born,
      by: 'PSB',
      office: village.county,
      data: {
        name,
        ...(nationalId && { nationalId }),
        birthDate: formatDay(one.born),
        birthDateSource: nationalId ? 'ID' : random.percent(30) ? 'BIRTH_CERT' : 'DECLARED',
        sex: one.sex,
        ethnicity: yi ? YI : HAN,
        hukouDivision: village.county,
        hukouClass: VILLAGE_CLASS,
        originVillageCode: village.code,
      },
      // Grown-ups come with the load of the village; a birth is registered within a month or, in the hills, within a year.
      lag: random.percent(85) ? random.below(31) : random.below(365),
    });
    const death = died === END ? undefined : tellDeath(chronicle, id, village, died, random);
    return memberOf(one, id, died, nationalId !== undefined, registered, death, village);
  });
}

function tellDeath(
  chronicle: Chronicle,
  id: string,
  village: Village,
  died: Day,
  random: Random,
): Member['registered'] {
  return chronicle.add({
    of: { person: id },
    type: 'PersonDied',
    on: died,
    by: 'PSB',
    office: village.county,
    data: { deathDate: formatDay(died), kind: random.percent(97) ? 'NATURAL' : 'WORK' },
    lag: random.percent(10) ? random.between(60, 300) : random.below(30),
  });
}

function memberOf(
  kin: Kin,
  id: string,
  died: Day,
  hasNationalId: boolean,
  registered: Member['registered'],
  death: Member['death'],
  village: Village,
): Member {
  return {
    ...kin,
    id,
    died,
    hasNationalId,
    registered,
    death,
    spells: [],
    jobs: [],
    leftSchoolOn: BEGINNING,
    employeeYears: new Set(),
    drawsEmployeePension: false,
    hukou: { division: village.county, urbanRuralClass: VILLAGE_CLASS },
    hukouMovedOn: END,
  };
}

/** The hukou book of the family, opened for an adult; children born later are entered at birth. */
export function tellHukouHousehold(home: Home): void {
  const { random, village, members } = home;
  const [head] = members;
  if (!head) return;
  let on = addDays(FIRST_BOOK, random.below(BOOK_DAYS));
  while (!isAge(ADULT_AGE, head, on)) on = addDays(on, 365);
  const founders = members.filter((member) => aliveOn(member, on));
  const register = establish(home, 'HUKOU', village.county, on, founders);
  if (register) joinNewborns(home, register);
}
