/**
 * Figures of the law as known at a position: every ParameterSet event known by then, a later one superseding for the
 * interval it names, and for a place the narrowest division that has a value (design §6).
 */
import {
  BEGINNING,
  combine,
  constant,
  day,
  END,
  join,
  paint,
  piecesOf,
  TimelineBuilder,
  UNKNOWN,
  zip,
  type Day,
  type Ground,
  type Timeline,
  type Unknown,
} from '@ledger/time';
import { partsOf, type DataOf, type DivisionTable, type RecordedEvent } from '@ledger/vocabulary';
import { groupedByStream, knownEvents } from './as-known.js';
import { eventAtom, missingAtom, type ParameterAtom } from './atoms.js';
import { cm2Of, fenOf } from './quantities.js';

/** Fen for money, square centimetres for areas, a whole number, a flag, or a word of a closed set. */
export type ParameterValue = number | boolean | string;

export interface ParameterRow {
  readonly event: string;
  /** Corrections of that event in force. */
  readonly amendedBy: readonly string[];
  readonly id: string;
  readonly division: string;
  /** As published: decimal text, a word or a flag. */
  readonly text: string;
  readonly unit: string;
  readonly value: ParameterValue;
  readonly from: Day;
  /** exclusive */
  readonly until: Day;
  readonly publishedOn: string | undefined;
  readonly source: string | undefined;
  readonly verified: boolean;
}

/** The whole nation, 全国. */
export const NATION = '000000';
const WHOLE_NUMBER = /^-?\d+$/;

/** The value of a published figure by its unit: `yuan/…` in fen, `m2…` in square centimetres. */
export function parameterValue(text: string, unit: string): ParameterValue {
  if (unit.startsWith('yuan')) return fenOf(text);
  if (unit.startsWith('m2')) return cm2Of(text);
  if (text === 'true' || text === 'false') return text === 'true';
  return WHOLE_NUMBER.test(text) ? Number(text) : text;
}

type Figures = Timeline<ParameterRow | null>;
const NO_FIGURES: Figures = constant<ParameterRow | null>(null);

export class ParameterIndex {
  /** id → division → row in force on each day */
  private readonly rows = new Map<string, Map<string, Figures>>();
  /** id → division → what holds there, its wider divisions considered */
  private readonly resolved = new Map<string, Map<string, Timeline<ParameterValue | Unknown>>>();

  /** @param events ParameterSet events and amendments of them, in the order of the log, up to the position asked for. */
  constructor(
    events: readonly RecordedEvent[],
    private readonly divisions: DivisionTable,
  ) {
    for (const [stream, recorded] of groupedByStream(events)) {
      for (const known of knownEvents(recorded)) {
        if (known.type !== 'ParameterSet') continue;
        const { parameterId, value, unit, validFrom, validTo, sourceDocNo, publishedOn, verified } =
          known.data as DataOf<'ParameterSet'>;
        this.set({
          event: known.event.id,
          amendedBy: known.amendedBy,
          id: parameterId,
          division: partsOf(stream).id,
          text: value,
          unit,
          value: parameterValue(value, unit),
          from: day(validFrom),
          until: validTo === undefined ? END : day(validTo),
          publishedOn,
          source: sourceDocNo,
          verified: verified === true,
        });
      }
    }
  }

  private set(row: ParameterRow): void {
    let divisions = this.rows.get(row.id);
    if (!divisions) this.rows.set(row.id, (divisions = new Map<string, Figures>()));
    divisions.set(
      row.division,
      paint(divisions.get(row.division) ?? NO_FIGURES, row.from, row.until, row, null),
    );
  }

  /** Every row in force on some day, for the policy pages. */
  all(): readonly ParameterRow[] {
    const rows = new Set<ParameterRow>();
    for (const divisions of this.rows.values()) {
      for (const figures of divisions.values()) {
        for (const row of figures.values) if (row) rows.add(row);
      }
    }
    return [...rows];
  }

  /** The figure that holds in a place that may change over time. */
  valueIn(id: string, place: Timeline<string | Unknown>): Timeline<ParameterValue | Unknown> {
    const [only] = place.values;
    if (place.values.length === 1 && typeof only === 'string' && place.because[0] === null)
      return this.valueAt(id, only);
    const builder = new TimelineBuilder<ParameterValue | Unknown>();
    for (const piece of piecesOf(place)) {
      if (piece.value === UNKNOWN) builder.then(piece.from, UNKNOWN, piece.because);
      else {
        for (const figure of piecesOf(this.valueAt(id, piece.value))) {
          if (figure.until <= piece.from || figure.from >= piece.until) continue;
          const from = figure.from > piece.from ? figure.from : piece.from;
          builder.then(from, figure.value, join(figure.because, piece.because));
        }
      }
    }
    return builder.build();
  }

  private valueAt(id: string, division: string): Timeline<ParameterValue | Unknown> {
    let divisions = this.resolved.get(id);
    if (!divisions)
      this.resolved.set(id, (divisions = new Map<string, Timeline<ParameterValue | Unknown>>()));
    let timeline = divisions.get(division);
    if (!timeline) divisions.set(division, (timeline = this.resolve(id, division)));
    return timeline;
  }

  /** Lays the narrower division's figures over the wider one's; where none has a value, the figure is missing. */
  private resolve(id: string, division: string): Timeline<ParameterValue | Unknown> {
    const divisions = this.rows.get(id);
    const narrowestFirst = [...this.divisions.ancestors(division)];
    const rows = narrowestFirst.reduceRight<Figures>(
      (wider, code) => combine(divisions?.get(code) ?? NO_FIGURES, wider, (narrow, wide) => narrow ?? wide),
      NO_FIGURES,
    );
    return zip<ParameterRow | null, null, ParameterValue | Unknown>(
      rows,
      NOTHING,
      (row, _, __, ___, emit) => {
        if (row) emit(row.value, groundOf(row));
        else emit(UNKNOWN, missingAtom(id));
      },
    );
  }
}

const NOTHING: Timeline<null> = { from: [BEGINNING], values: [null], because: [null] };

/** The figure, and what corrected it. */
function groundOf(row: ParameterRow): Ground {
  const atom: ParameterAtom = { kind: 'parameter', key: row.event, row };
  return row.amendedBy.reduce<Ground>((ground, id) => join(ground, eventAtom(id)), atom);
}
