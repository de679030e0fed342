/**
 * Where people come from and where they go: divisions whose GB/T 2260 code has not changed since 2005, so that every
 * event of a life finds its division in force on its day.
 */
import type { CodeOf } from '@ledger/vocabulary';
import type { Random, Weighted } from './random.js';

/** Counties in the hills and mountains of eastern and southern Sichuan that people leave, with their share. */
const ORIGIN_COUNTIES: Weighted<string> = [
  ['511921', 5], // 通江
  ['511922', 4], // 南江
  ['511923', 5], // 平昌
  ['511321', 5], // 南部
  ['511322', 4], // 营山
  ['511323', 3], // 蓬安
  ['511324', 5], // 仪陇
  ['511722', 5], // 宣汉
  ['511723', 3], // 开江
  ['511725', 5], // 渠县
  ['511781', 3], // 万源
  ['513429', 3], // 布拖
  ['513430', 2], // 金阳
  ['513431', 4], // 昭觉
  ['513434', 3], // 越西
  ['513436', 3], // 美姑
  ['513437', 4], // 雷波
];

const CHENGDU: readonly string[] = [
  '510104',
  '510105',
  '510106',
  '510107',
  '510108',
  '510112',
  '510114',
  '510115',
];
const SEATS: Readonly<Record<string, string>> = {
  '5113': '511302',
  '5117': '511702',
  '5119': '511902',
  '5134': '513401',
};
/** Households of one village follow each other in the file. */
const HOUSEHOLDS_A_VILLAGE = 48;

export interface Village {
  readonly number: number;
  /** Six digits. */
  readonly county: string;
  /** Twelve digits. */
  readonly code: string;
  /** Whether most of its people are Yi (GB/T 3304 code 07). */
  readonly yi: boolean;
  /** Code of its rural collective, form of GB 32100. */
  readonly collective: string;
}

export interface Town {
  readonly division: string;
  /** 统计用城乡分类; the first digit 1 means town. */
  readonly urbanRuralClass: CodeOf<'urbanRuralClass'>;
}

export function villageNumberOf(household: number): number {
  return Math.floor(household / HOUSEHOLDS_A_VILLAGE);
}

export function drawVillage(
  number: number,
  random: Random,
  collectiveCode: (stem: string) => string,
): Village {
  const county = random.weighted(ORIGIN_COUNTIES);
  const township = random.between(100, 130);
  const code = `${county}${township}${random.between(200, 219)}`;
  const collective = collectiveCode(`N2${county}MF${String(number % 10_000_000).padStart(7, '0')}`);
  return { number, county, code, yi: county.startsWith('5134'), collective };
}

/** A town for somebody from `county`: Chengdu, the seat of the prefecture, or another prefecture's seat. */
export function drawTown(county: string, random: Random): Town {
  const prefecture = prefectureOf(county);
  const near = SEATS[prefecture] as string;
  const others = Object.values(SEATS).filter((seat) => seat !== near);
  const division = random.weighted([
    ['chengdu', 52],
    ['near', 38],
    ['other', 10],
  ] as const);
  return {
    division:
      division === 'chengdu' ? random.pick(CHENGDU) : division === 'near' ? near : random.pick(others),
    urbanRuralClass: random.weighted([
      ['111', 7],
      ['112', 3],
    ]),
  };
}

/** The first four digits: prefecture or city. */
export function prefectureOf(division: string): string {
  return division.slice(0, 4);
}
