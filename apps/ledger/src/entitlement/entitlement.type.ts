import { Field, ID, ObjectType } from '@nestjs/graphql';
import { yuanOf } from '@ledger/case';
import { formatOpenDay, type Day } from '@ledger/time';
import type { EntitlementInterval as StoredOutcome, Moment } from '@ledger/read-models';
import type {
  EntitlementDefinition,
  EntitlementStatus as Status,
  Per as PerWord,
  Verdict as VerdictWord,
} from '@ledger/rules';
import { partsOf, type StreamName } from '@ledger/vocabulary';
import { EntitlementStatus, Per, Verdict } from '../graphql/enums.js';
import { CalendarDate, Money } from '../graphql/scalars.js';
import { Article } from '../policy/article.type.js';
import type { Holder } from './holder.js';
import { paidIntervals, statusOf, stretchAt, unbroken, type Life, type PaidInterval } from './life.js';
import { MissingFact } from './missing-fact.type.js';

const yuan = (fen: number | null): string | null => (fen === null ? null : yuanOf(fen));

@ObjectType()
export class EntitlementInterval {
  constructor(private readonly interval: PaidInterval) {}

  @Field(() => CalendarDate, { nullable: true })
  get from(): string | null {
    return formatOpenDay(this.interval.from);
  }

  @Field(() => CalendarDate, { nullable: true })
  get until(): string | null {
    return formatOpenDay(this.interval.until);
  }

  @Field(() => EntitlementStatus)
  get status(): Status {
    return this.interval.status;
  }

  @Field(() => Money, { nullable: true })
  get amount(): string | null {
    return yuan(this.interval.amount);
  }

  @Field(() => Per, { nullable: true })
  get per(): PerWord | null {
    return this.interval.per;
  }
}

/** One entitlement of one subject at one moment; its explanation and title are resolved when asked for. */
@ObjectType()
export class Entitlement {
  constructor(
    readonly definition: EntitlementDefinition,
    readonly holder: Holder,
    readonly moment: Moment,
    readonly life: Life,
    /** The version active at the moment. */
    private readonly activeRuleSet: string,
  ) {}

  get stream(): StreamName {
    return this.holder.stream;
  }

  /** The same entitlement, as known then, on another day. */
  on(asOf: Day): Entitlement {
    const moment = { ...this.moment, asOf };
    return new Entitlement(this.definition, this.holder, moment, this.life, this.activeRuleSet);
  }

  get outcome(): StoredOutcome | null {
    return stretchAt(this.life, this.moment.asOf).outcome;
  }

  get words() {
    return { title: this.definition.title };
  }

  @Field(() => ID)
  get code(): string {
    return this.definition.code;
  }

  @Field(() => Article)
  get article(): Article {
    return Article.of(this.definition.article);
  }

  @Field(() => ID)
  get subject(): string {
    return partsOf(this.stream).id;
  }

  @Field(() => EntitlementStatus)
  get status(): Status {
    return statusOf(stretchAt(this.life, this.moment.asOf));
  }

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The unbroken interval of this status around the day asked for.',
  })
  get since(): string | null {
    return formatOpenDay(unbroken(this.life, this.moment.asOf).from);
  }

  @Field(() => CalendarDate, { nullable: true })
  get until(): string | null {
    return formatOpenDay(unbroken(this.life, this.moment.asOf).until);
  }

  @Field(() => Verdict, {
    description:
      'Priority over others (优先), where the article gives it; UNKNOWN while the year in town cannot be told.',
  })
  get priority(): VerdictWord {
    return this.outcome?.priority ?? 'no';
  }

  @Field(() => String, { nullable: true, description: 'A to E, the order in a queue.' })
  get priorityClass(): string | null {
    return this.outcome?.priorityClass ?? null;
  }

  @Field(() => Money, { nullable: true })
  get amount(): string | null {
    return yuan(this.outcome?.amount ?? null);
  }

  @Field(() => Per, { nullable: true })
  get per(): PerWord | null {
    return this.outcome?.per ?? null;
  }

  @Field(() => Boolean, {
    nullable: true,
    description: 'False while the amount rests on a figure that nobody has verified.',
  })
  get amountVerified(): boolean | null {
    if (!this.definition.amount || this.outcome?.status !== 'entitled') return null;
    return this.outcome.amountVerified;
  }

  @Field(() => [MissingFact], {
    description: 'Facts that nobody has supplied and parameters without a value (their id in `fact`).',
  })
  get missing(): readonly MissingFact[] {
    return (this.outcome?.missing ?? []).map((name) => MissingFact.of(name, this.definition));
  }

  @Field(() => [EntitlementInterval], {
    description: 'The whole life of this entitlement, past and future, as known.',
  })
  get timeline(): readonly EntitlementInterval[] {
    return paidIntervals(this.life).map((interval) => new EntitlementInterval(interval));
  }

  @Field(() => String)
  get ruleSet(): string {
    return this.outcome?.ruleSet ?? this.activeRuleSet;
  }
}
