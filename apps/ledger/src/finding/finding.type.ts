import { Field, ID, ObjectType } from '@nestjs/graphql';
import { NATION } from '@ledger/case';
import type { FindingKind as Kind } from '@ledger/findings';
import type { FindingInterval } from '@ledger/read-models';
import { formatDay } from '@ledger/time';
import { partsOf, type Title } from '@ledger/vocabulary';
import { FindingKind } from '../graphql/enums.js';
import { CalendarDate, Money } from '../graphql/scalars.js';
import { summaryOf } from './summary.js';

@ObjectType()
export class Finding {
  constructor(private readonly interval: FindingInterval) {}

  get words(): { readonly summary: Title } {
    return { summary: summaryOf(this.interval) };
  }

  @Field(() => ID)
  get id(): string {
    return this.interval.id;
  }

  @Field(() => FindingKind)
  get kind(): Kind {
    return this.interval.kind;
  }

  @Field(() => String, { nullable: true, description: "The conflict's or breach's code." })
  get code(): string | null {
    return this.interval.code;
  }

  @Field(() => ID)
  get subject(): string {
    return partsOf(this.interval.subject).id;
  }

  /** Of the whole nation while nobody has said where the subject belongs. */
  @Field(() => ID)
  get division(): string {
    return this.interval.division ?? NATION;
  }

  @Field(() => ID, { nullable: true })
  get entitlement(): string | null {
    return this.interval.entitlement;
  }

  @Field(() => CalendarDate)
  get since(): string {
    return formatDay(this.interval.from);
  }

  /** To be made good or recovered: of decisions and payments, which this slice does not record yet. */
  @Field(() => Money, { nullable: true })
  readonly amount: string | null = null;

  @Field(() => [ID])
  get events(): readonly string[] {
    return this.interval.events;
  }
}
