/**
 * Collects what is told of one family and puts it in the order in which the ledger learns of it: every line becomes
 * known some days after it was true, never before the lines that it rests on.
 */
import { addDays, formatDay, type Day } from '@ledger/time';
import type { Confidence, DataOf, Department, Evidence, EventTypeName } from '@ledger/vocabulary';
import type { ImportLine } from './import-line.js';
import type { Random } from './random.js';

export type Of = { readonly person: string } | { readonly household: string };

export interface Fact<Type extends EventTypeName> {
  readonly of: Of;
  readonly type: Type;
  readonly on: Day;
  readonly by: Teller;
  /** Division of the office that says so. */
  readonly office: string;
  readonly data: DataOf<Type>;
  readonly confidence?: Confidence;
  readonly evidence?: readonly Evidence[];
  /** Days from its being true to the ledger's hearing of it; drawn from {@link USUAL_LAG} where absent. */
  readonly lag?: number;
  /** Lines without which this one would be refused. */
  readonly after?: readonly Entry[];
}

export interface Entry {
  readonly line: ImportLine;
  readonly known: Day;
}

const USUAL_LAG = 12;
/** The systems from which the departments' records come. */
const SYSTEMS = {
  PSB: 'population-register',
  POV: 'poverty-register',
  MCA: 'social-assistance',
  HRSS: 'social-insurance',
  EDU: 'school-roll',
  DPF: 'disability-certificates',
  HOUS: 'housing-security',
  AGRI: 'land-contracts',
  LAND: 'real-estate-register',
} as const satisfies Partial<Record<Department, string>>;

/** The departments that tell something of these lives. */
export type Teller = keyof typeof SYSTEMS;

export class Chronicle {
  readonly #entries: Entry[] = [];
  /** When the first line of each stream becomes known: nothing else of the stream may come before it. */
  readonly #opened = new Map<string, Day>();

  /** `loadedOn`: before this day the ledger has heard of nobody in the village. */
  constructor(
    private readonly household: number,
    private readonly loadedOn: Day,
    private readonly random: Random,
  ) {}

  add<Type extends EventTypeName>(fact: Fact<Type>): Entry {
    const stream = 'person' in fact.of ? fact.of.person : fact.of.household;
    let known: number = Math.max(
      this.loadedOn,
      fact.on + (fact.lag ?? this.random.below(USUAL_LAG)),
      this.#opened.get(stream) ?? 0,
    );
    for (const earlier of fact.after ?? []) known = Math.max(known, earlier.known);
    if (!this.#opened.has(stream)) this.#opened.set(stream, known as Day);
    const entry: Entry = { known: known as Day, line: this.#lineOf(fact) };
    this.#entries.push(entry);
    return entry;
  }

  /** The day after everything that has been told so far. */
  dayAfter(): Day {
    return addDays(
      this.#entries.reduce((latest, { known }) => (known > latest ? known : latest), this.loadedOn),
      1,
    );
  }

  /** In the order of knowing; what becomes known on one day stays in the order of telling. */
  inOrder(): readonly Entry[] {
    return this.#entries.sort((a, b) => a.known - b.known);
  }

  #lineOf<Type extends EventTypeName>(fact: Fact<Type>): ImportLine {
    const number = String(this.household).padStart(7, '0');
    const sequence = String(this.#entries.length).padStart(3, '0');
    return {
      id: this.random.uuid(),
      type: fact.type,
      ...fact.of,
      effectiveOn: formatDay(fact.on),
      source: {
        department: fact.by,
        division: fact.office,
        system: SYSTEMS[fact.by],
        recordNumber: `${fact.by}-${fact.office}-${number}-${sequence}`,
      },
      ...(fact.confidence && { confidence: fact.confidence }),
      ...(fact.evidence && { evidence: fact.evidence }),
      data: fact.data,
    };
  }
}
