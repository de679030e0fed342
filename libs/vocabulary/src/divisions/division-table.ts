/** 行政区划代码 over time (GB/T 2260): which codes exist on a day, and what lies in what. */
import type { Day } from '@ledger/time';
import { divisionContent, NATION, readDivisions, type DivisionRecord } from './division-records.js';

/**
 * Codes are six digits, or twelve for a village, which is as good as its county. A code that went is read, from that
 * day on, as the code of the same area that came; where no single one came, it keeps its place.
 */
export interface DivisionTable {
  /** Whether the code is good on a day. */
  exists(code: string, on: Day): boolean;
  /** The county (or wider division) itself, its prefecture, its province, `000000`; empty for a code never known. */
  ancestors(code: string, on?: Day): readonly string[];
  /** Whether a division is another or lies in it. */
  isWithin(code: string, ancestor: string, on?: Day): boolean;
  /** The division and every code below it that is or was good, for questions about "and below". */
  codesWithin(ancestor: string, on?: Day): readonly string[];
  nameOf(code: string, on?: Day): string | undefined;
  /** 设区的市 or its like: a municipality for its districts, a directly administered county for itself. */
  prefectureOf(code: string, on?: Day): string | undefined;
  /** All that the table says, as one stable text, for the rule set's content hash. */
  readonly content: string;
}

/** 直辖市: Beijing, Tianjin, Shanghai, Chongqing. */
const MUNICIPALITIES: ReadonlySet<string> = new Set(['110000', '120000', '310000', '500000']);
const COUNTY_DIGITS = 6;

class DatedDivisions implements DivisionTable {
  private readonly records = readDivisions();
  readonly content = divisionContent();

  exists(code: string, on: Day): boolean {
    const lives = this.records.get(countyCode(code))?.lives;
    return lives?.some(({ from, until }) => from <= on && on < until) ?? false;
  }

  ancestors(code: string, on?: Day): readonly string[] {
    return this.recordOn(code, on)?.chain ?? [];
  }

  isWithin(code: string, ancestor: string, on?: Day): boolean {
    const wider = this.recordOn(ancestor, on)?.chain[0];
    return wider !== undefined && this.ancestors(code, on).includes(wider);
  }

  codesWithin(ancestor: string, on?: Day): readonly string[] {
    return [...this.records.keys()].filter((code) => this.isWithin(code, ancestor, on));
  }

  nameOf(code: string, on?: Day): string | undefined {
    const record = this.records.get(countyCode(code));
    if (!record || on === undefined) return record?.name;
    return record.formerNames.find(({ until }) => on < until)?.name ?? record.name;
  }

  prefectureOf(code: string, on?: Day): string | undefined {
    const chain = this.ancestors(code, on);
    const [own, above] = chain;
    if (own === undefined || own === NATION) return undefined;
    if (own.endsWith('0000')) return MUNICIPALITIES.has(own) ? own : undefined;
    if (above === undefined || own.endsWith('00')) return own;
    return above.endsWith('0000') && !MUNICIPALITIES.has(above) ? own : above;
  }

  private recordOn(code: string, on: Day | undefined): DivisionRecord | undefined {
    const record = this.records.get(countyCode(code));
    const successor = record?.successor;
    return successor && on !== undefined && on >= successor.from ? this.records.get(successor.code) : record;
  }
}

function countyCode(code: string): string {
  return code.length > COUNTY_DIGITS ? code.slice(0, COUNTY_DIGITS) : code;
}

let table: DivisionTable | undefined;

/** The table of this build: read once, shared by all. */
export function divisionTable(): DivisionTable {
  return (table ??= new DatedDivisions());
}
