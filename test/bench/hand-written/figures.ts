/** Figures of the law, by id and place, over time. */
import { day } from '@ledger/time';
import { cm2Of, DIVISIONS, fenOf } from '@ledger/case';
import type { RecordedEvent } from '@ledger/vocabulary';
import { Steps } from './steps.js';

export type FigureValue = number | string;

interface Row {
  readonly value: FigureValue;
  readonly from: number;
  readonly until: number;
}

/** In a place that nobody has named there is no figure. */
const NO_FIGURE = new Steps<FigureValue | undefined>(undefined);

export class Figures {
  /** id → division → rows, later ones superseding earlier ones */
  private readonly rows = new Map<string, Map<string, Row[]>>();
  private readonly found = new Map<string, Map<string, Steps<FigureValue | undefined>>>();

  constructor(law: readonly RecordedEvent[]) {
    for (const { type, stream, data } of law) {
      if (type !== 'ParameterSet') continue;
      const { parameterId, value, unit, validFrom, validTo } = data as Readonly<Record<string, string>>;
      const divisions = this.rows.get(parameterId ?? '') ?? new Map<string, Row[]>();
      this.rows.set(parameterId ?? '', divisions);
      const division = stream.slice('division-'.length);
      const rows = divisions.get(division) ?? [];
      divisions.set(division, rows);
      rows.push({
        value: valueOf(value ?? '', unit ?? ''),
        from: day(validFrom ?? ''),
        until: validTo === undefined ? Infinity : day(validTo),
      });
    }
  }

  in(id: string, division: string | null | undefined): Steps<FigureValue | undefined> {
    if (division == null) return NO_FIGURE;
    let places = this.found.get(id);
    if (!places) this.found.set(id, (places = new Map<string, Steps<FigureValue | undefined>>()));
    let steps = places.get(division);
    if (!steps) places.set(division, (steps = this.lookUp(id, division)));
    return steps;
  }

  at(id: string, division: string | null | undefined, on: number): FigureValue | undefined {
    return this.in(id, division).at(on);
  }

  private lookUp(id: string, division: string): Steps<FigureValue | undefined> {
    const chain = DIVISIONS.ancestors(division).map((code) => this.rows.get(id)?.get(code) ?? []);
    const days = new Set(chain.flat().flatMap(({ from, until }) => [from, until]));
    const steps = new Steps<FigureValue | undefined>(undefined);
    for (const on of [...days].filter(Number.isFinite).sort((a, b) => a - b)) {
      let value: FigureValue | undefined;
      for (const rows of chain) value ??= rows.findLast(({ from, until }) => from <= on && on < until)?.value;
      steps.then(on, value);
    }
    return steps;
  }
}

function valueOf(text: string, unit: string): FigureValue {
  if (unit.startsWith('yuan')) return fenOf(text);
  if (unit.startsWith('m2')) return cm2Of(text);
  return /^\d+$/.test(text) ? Number(text) : text;
}
