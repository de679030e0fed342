/** The division table's texts, read into one record per code. */
import { addYears, BEGINNING, day, END, type Day } from '@ledger/time';
import { CODES_THAT_CAME, CODES_THAT_WENT, FORMER_NAMES } from './division-changes.data.js';
import { DIVISIONS_2025 } from './divisions.data.js';
import { SICHUAN_CHANGES } from './sichuan-changes.js';

/** The whole country. */
export const NATION = '000000';

export interface DivisionRecord {
  readonly name: string;
  /** When the code was good, in order; half-open. */
  readonly lives: { from: Day; until: Day }[];
  /** Names it bore before, in order, each with the first day without it. */
  readonly formerNames: { readonly name: string; readonly until: Day }[];
  /** The code of the same area from the day on which this one went. */
  successor?: { readonly code: string; readonly from: Day };
  /** Itself, then what it lies in, narrowest first, to the nation. */
  readonly chain: readonly string[];
}

type Records = Map<string, DivisionRecord>;

const CODE_LENGTH = 6;

export function readDivisions(): ReadonlyMap<string, DivisionRecord> {
  const records: Records = new Map([[NATION, { ...fresh('中国', []), chain: [NATION] }]]);
  readCurrent(records);
  readWent(records);
  for (const [from, code] of datedEntries(CODES_THAT_CAME)) opened(records, code, from);
  for (const [until, entry] of datedEntries(FORMER_NAMES)) named(records, entry, until);
  readSichuan(records);
  return records;
}

/** Everything that the table says, as one text: what a rule set's content hash rests on. */
export function divisionContent(): string {
  return [
    DIVISIONS_2025,
    CODES_THAT_CAME,
    CODES_THAT_WENT,
    FORMER_NAMES,
    JSON.stringify(SICHUAN_CHANGES),
  ].join('\n');
}

function readCurrent(records: Records): void {
  for (const line of linesOf(DIVISIONS_2025)) {
    const [head = '', ...counties] = line.split(' ');
    const { code, name } = entryOf(head);
    const province = `${code.slice(0, 2)}0000`;
    const above = code === province ? [NATION] : [province, NATION];
    records.set(code, fresh(name, [code, ...above]));
    for (const county of counties) {
      const digits = /^\d+/.exec(county)?.[0] ?? '';
      const countyCode = code.slice(0, CODE_LENGTH - digits.length) + digits;
      records.set(countyCode, fresh(county.slice(digits.length), [countyCode, code, ...above]));
    }
  }
}

/** Prefectures before their counties, so that a county that went finds the prefecture that went with it. */
function readWent(records: Records): void {
  const entries = datedEntries(CODES_THAT_WENT).sort(
    ([, a], [, b]) => Number(isCounty(a)) - Number(isCounty(b)),
  );
  for (const [until, entry] of entries) went(records, entry, until);
}

function readSichuan(records: Records): void {
  for (const change of SICHUAN_CHANGES) {
    const exact = change.on.length > 4;
    const from = day(exact ? change.on : `${change.on}-01-01`);
    const until = exact ? from : addYears(from, 1);
    for (const code of change.came ?? []) opened(records, code, from);
    if (change.renamed) named(records, change.renamed, until);
    if (!change.went) continue;
    const gone = went(records, change.went, until);
    const [code, ...others] = change.came ?? [];
    if (code && others.length === 0) gone.successor = { code, from: until };
  }
}

function went(records: Records, entry: string, until: Day): DivisionRecord {
  const { code, name } = entryOf(entry);
  let record = records.get(code);
  if (!record) {
    record = fresh(name, [code, ...chainAbove(records, code)]);
    record.lives.length = 0;
    records.set(code, record);
  } else {
    record.formerNames.push({ name, until });
  }
  record.lives.unshift({ from: BEGINNING, until });
  return record;
}

/** A code that came: the open life that it has so far begins on that day; one that had ended is its own life. */
function opened(records: Records, code: string, from: Day): void {
  const record = records.get(code);
  if (!record) throw new Error(`division ${code} came and is not in the table`);
  const life = record.lives.find(({ until }) => until > from);
  if (!life) throw new Error(`division ${code} came after it went`);
  life.from = from;
}

function named(records: Records, entry: string, until: Day): void {
  const { code, name } = entryOf(entry);
  const record = records.get(code);
  if (!record) throw new Error(`division ${code} was renamed and is not in the table`);
  record.formerNames.push({ name, until });
  record.formerNames.sort((a, b) => a.until - b.until);
}

function chainAbove(records: Records, code: string): readonly string[] {
  const prefecture = records.get(`${code.slice(0, 4)}00`);
  return isCounty(code) && prefecture ? prefecture.chain : [`${code.slice(0, 2)}0000`, NATION];
}

function isCounty(code: string): boolean {
  return code.slice(4, CODE_LENGTH) !== '00';
}

function fresh(name: string, chain: readonly string[]): DivisionRecord {
  return { name, chain, lives: [{ from: BEGINNING, until: END }], formerNames: [] };
}

function entryOf(text: string): { readonly code: string; readonly name: string } {
  return { code: text.slice(0, CODE_LENGTH), name: text.slice(CODE_LENGTH) };
}

function datedEntries(text: string): (readonly [Day, string])[] {
  return linesOf(text).flatMap((line) => {
    const [date = '', ...entries] = line.split(' ');
    return entries.map((entry) => [day(date), entry] as const);
  });
}

function linesOf(text: string): readonly string[] {
  return text.trim().split('\n');
}
