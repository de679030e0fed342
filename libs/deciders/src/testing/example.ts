/**
 * An example of a precondition: what is recorded first, then one event, and whether it is refused and with which code.
 * Events are written as lines of an import file, so that every door can be tried with them.
 */
import { v5 } from 'uuid';
import { ownersOf } from '@ledger/access';
import type {
  Confidence,
  DataOf,
  EventTypeName,
  Evidence,
  HouseholdKind,
  RefusalCode,
  Source,
  StreamKind,
} from '@ledger/vocabulary';

export type Line = {
  readonly id: string;
  readonly type: EventTypeName;
  readonly effectiveOn: string;
  readonly effectiveUntil?: string;
  readonly source: Source;
  readonly confidence?: Confidence;
  readonly evidence?: readonly Evidence[];
  readonly causationId?: string;
  readonly data: object;
} & Readonly<Partial<Record<StreamKind, string>>>;

export interface Example {
  readonly title: string;
  readonly given: readonly Line[];
  readonly line: Line;
  /** Without it, the event is recorded. */
  readonly refused?: { readonly code: RefusalCode; readonly field?: string };
}

const NAMESPACE = '5f0e7f52-0d0c-4c8c-8f5e-6f3f4c1c2d6b';

interface More {
  /** source.department; by default an owner of the fact. */
  readonly by?: string;
  readonly office?: string;
  readonly until?: string;
  readonly confidence?: Confidence;
  readonly evidence?: readonly Evidence[];
  readonly causationId?: string;
}

/** Tells one example; its ids are its own, so that examples can be recorded side by side. */
export class Teller {
  private readonly lines: Line[] = [];
  private readonly kinds = new Map<string, HouseholdKind>();

  constructor(private readonly title: string) {}

  /** The ledger id of whoever, or whatever, bears a label in this example. */
  id(label: string): string {
    return v5(`${this.title}/${label}`, NAMESPACE);
  }

  /** An event, not yet recorded. `about` is `person:<label>`, `household:<label>` or `division:<code>`. */
  event<Type extends EventTypeName>(
    type: Type,
    about: `${StreamKind}:${string}`,
    effectiveOn: string,
    data: DataOf<Type>,
    more: More & { readonly as?: string } = {},
  ): Line {
    const [kind, label] = about.split(':') as [StreamKind, string];
    const { by, office, until, confidence, evidence, causationId, as = `event ${this.lines.length}` } = more;
    const department = by ?? ownersOf(type, data, this.kinds.get(label))[0] ?? 'PSB';
    return {
      id: this.id(as),
      type,
      [kind]: kind === 'division' ? label : this.id(label),
      effectiveOn,
      ...(until !== undefined && { effectiveUntil: until }),
      source: { department, ...(office !== undefined && { division: office }) },
      ...(confidence !== undefined && { confidence }),
      ...(evidence !== undefined && { evidence }),
      ...(causationId !== undefined && { causationId }),
      data,
    };
  }

  /** Records it before the event that the example is about. */
  given<Type extends EventTypeName>(...told: Parameters<typeof this.event<Type>>): this {
    this.lines.push(this.event(...told));
    return this;
  }

  born(label: string, on: string, more: Partial<DataOf<'PersonRegistered'>> = {}): this {
    const data = { birthDate: on, sex: '1', hukouDivision: '513437', hukouClass: '220', ...more } as const;
    return this.given('PersonRegistered', `person:${label}`, on, data, { as: `birth of ${label}` });
  }

  died(label: string, on: string): this {
    return this.given('PersonDied', `person:${label}`, on, { deathDate: on }, { as: `death of ${label}` });
  }

  household(label: string, kind: HouseholdKind, on: string, members: readonly string[]): this {
    this.kinds.set(label, kind);
    this.given('HouseholdEstablished', `household:${label}`, on, { kind, division: '513437' });
    for (const member of members) {
      this.given('HouseholdMemberJoined', `household:${label}`, on, {
        personId: this.id(member),
        relation: '97',
      });
    }
    return this;
  }

  /** A stay in a town of that division from that day on. */
  arrived(label: string, on: string, division = '510112'): this {
    const data = { division, urbanRuralClass: '111', basis: 'LEASE' } as const;
    return this.given('UrbanArrivalRecorded', `person:${label}`, on, data);
  }

  is(line: Line): Example {
    return { title: this.title, given: this.lines, line };
  }

  refused(line: Line, code: RefusalCode, field?: string): Example {
    return { ...this.is(line), refused: field === undefined ? { code } : { code, field } };
  }
}

export function example(title: string, tell: (teller: Teller) => Example): Example {
  return tell(new Teller(title));
}
