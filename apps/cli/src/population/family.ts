/** Who lives together in a village: roles, sexes, births and deaths that could be a census's. */
import { addDays, addYears, civilOf, dayOf, END, type Day } from '@ledger/time';
import { LAST_DEATH } from './horizon.js';
import type { Random } from './random.js';

export type Role = 'head' | 'spouse' | 'father' | 'mother' | 'child' | 'grandchild';
export const MAN = '1';
export const WOMAN = '2';
export type Sex = typeof MAN | typeof WOMAN;

export interface Kin {
  readonly role: Role;
  readonly sex: Sex;
  readonly born: Day;
}

/** The policy speaks of families of seven at most; larger ones are rare enough to be left out. */
export const LARGEST_FAMILY = 7;
const EARLIEST_BIRTH = dayOf(1930, 1, 1);
const LATEST_BIRTH = dayOf(2019, 12, 31);
const LATEST_CHILDBEARING_AGE = 43;

type Shape = 'alone' | 'old couple' | 'couple' | 'three generations' | 'one parent' | 'grandparents';

/** Between 1 and `most` people, an adult head first. */
export function drawFamily(most: number, random: Random): readonly Kin[] {
  const shape = random.weighted<Shape>([
    ['alone', 9],
    ['old couple', 11],
    ['couple', 40],
    ['three generations', 26],
    ['one parent', 7],
    ['grandparents', 7],
  ]);
  return kinOf(shape, random).slice(0, most);
}

function kinOf(shape: Shape, random: Random): readonly Kin[] {
  switch (shape) {
    case 'alone':
      return [
        {
          role: 'head',
          sex: random.percent(60) ? MAN : WOMAN,
          born: bornIn(1932, random.percent(80) ? 1956 : 1985, random),
        },
      ];
    case 'old couple': {
      const head = { role: 'head', sex: MAN, born: bornIn(1933, 1958, random) } as const;
      return [head, spouseOf(head, random)];
    }
    case 'couple': {
      const head = { role: 'head', sex: MAN, born: bornIn(1956, 1991, random) } as const;
      const spouse = spouseOf(head, random);
      return [
        head,
        spouse,
        ...childrenOf(
          spouse,
          random.weighted([
            [0, 10],
            [1, 40],
            [2, 38],
            [3, 12],
          ]),
          random,
        ),
      ];
    }
    case 'three generations': {
      const head = { role: 'head', sex: MAN, born: bornIn(1961, 1990, random) } as const;
      const spouse = spouseOf(head, random);
      const children = childrenOf(
        spouse,
        random.weighted([
          [1, 45],
          [2, 42],
          [3, 13],
        ]),
        random,
      );
      return [head, spouse, ...parentsOf(head, random), ...children];
    }
    case 'one parent': {
      const head = {
        role: 'head',
        sex: random.percent(55) ? WOMAN : MAN,
        born: bornIn(1962, 1988, random),
      } as const;
      return [head, ...childrenOf(head, random.between(1, 3), random)];
    }
    case 'grandparents': {
      const head = { role: 'head', sex: MAN, born: bornIn(1940, 1958, random) } as const;
      const grandchildren = bornAfterEachOther(
        bornIn(2000, 2013, random),
        random.between(1, 2),
        LATEST_BIRTH,
        random,
      );
      const kin = grandchildren.map((born) => ({ role: 'grandchild', sex: drawSex(random), born }) as const);
      return random.percent(70) ? [head, spouseOf(head, random), ...kin] : [head, ...kin];
    }
  }
}

function spouseOf(head: Kin, random: Random): Kin {
  return {
    role: 'spouse',
    sex: WOMAN,
    born: atLeast(EARLIEST_BIRTH, addDays(head.born, random.between(-700, 1800))),
  };
}

function parentsOf(head: Kin, random: Random): readonly Kin[] {
  const mother: Kin = {
    role: 'mother',
    sex: WOMAN,
    born: yearsBefore(head.born, random.between(20, 30), random),
  };
  const father: Kin = {
    role: 'father',
    sex: MAN,
    born: atLeast(EARLIEST_BIRTH, addDays(mother.born, -random.between(0, 1500))),
  };
  return random.weighted([
    [[father, mother], 50],
    [[mother], 32],
    [[father], 18],
  ]);
}

function childrenOf(parent: Kin, count: number, random: Random): readonly Kin[] {
  const first = addDays(addYears(parent.born, random.between(20, 29)), random.below(365));
  const latest = Math.min(LATEST_BIRTH, addYears(parent.born, LATEST_CHILDBEARING_AGE)) as Day;
  return bornAfterEachOther(first, count, latest, random).map((born) => ({
    role: 'child',
    sex: drawSex(random),
    born,
  }));
}

function bornAfterEachOther(first: Day, count: number, latest: Day, random: Random): readonly Day[] {
  const births: Day[] = [];
  for (
    let born = first;
    births.length < count && born <= latest;
    born = addDays(born, random.between(500, 2200))
  )
    births.push(born);
  return births;
}

function drawSex(random: Random): Sex {
  return random.percent(53) ? MAN : WOMAN;
}

function bornIn(firstYear: number, lastYear: number, random: Random): Day {
  return addDays(dayOf(firstYear, 1, 1), random.below(dayOf(lastYear + 1, 1, 1) - dayOf(firstYear, 1, 1)));
}

function yearsBefore(date: Day, years: number, random: Random): Day {
  return atLeast(EARLIEST_BIRTH, addDays(addYears(date, -years), -random.below(365)));
}

function atLeast(least: Day, date: Day): Day {
  return date < least ? least : date;
}

/** Deaths a year among a million, up to and including an age; of the order of the 2010 census, both sexes together. */
const MORTALITY: readonly (readonly [age: number, deaths: number])[] = [
  [0, 6_000],
  [14, 350],
  [39, 1_100],
  [49, 2_600],
  [59, 6_000],
  [64, 12_000],
  [69, 20_000],
  [74, 34_000],
  [79, 58_000],
  [84, 95_000],
  [89, 150_000],
  [Infinity, 230_000],
];
const FIRST_YEAR_OF_DEATHS = 2014;

/** The day of death after `after`, or {@link END} for somebody who lives beyond the horizon. */
export function drawDeath(kin: Kin, after: Day, random: Random): Day {
  const born = civilOf(kin.born).year;
  const lastYear = civilOf(LAST_DEATH).year;
  for (let year = Math.max(born, FIRST_YEAR_OF_DEATHS); year <= lastYear; year++) {
    const [, deaths] = MORTALITY.find(([age]) => year - born <= age) as (typeof MORTALITY)[number];
    if (!random.perMillion(Math.floor((deaths * (kin.sex === MAN ? 118 : 84)) / 100))) continue;
    const died = addDays(dayOf(year, 1, 1), random.below(365));
    if (died > after && died > kin.born && died <= LAST_DEATH) return died;
  }
  return END;
}
