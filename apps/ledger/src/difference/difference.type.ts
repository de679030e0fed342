import { Field, ID, ObjectType } from '@nestjs/graphql';
import { formatOpenDay, type Day } from '@ledger/time';
import { partsOf, type Json, type StreamName } from '@ledger/vocabulary';
import { Entitlement } from '../entitlement/entitlement.type.js';
import { RecordedEvent } from '../event/recorded-event.type.js';
import { CalendarDate, JsonValue } from '../graphql/scalars.js';

@ObjectType()
export class FactChange {
  @Field(() => String)
  readonly name!: string;

  @Field(() => JsonValue, { nullable: true })
  readonly before!: Json;

  @Field(() => JsonValue, { nullable: true })
  readonly after!: Json;
}

@ObjectType()
export class EntitlementChange {
  constructor(
    code: string,
    private readonly stream: StreamName,
    private readonly period: { readonly from: Day; readonly until: Day },
    before: Entitlement | null,
    after: Entitlement | null,
  ) {
    this.code = code;
    this.before = before;
    this.after = after;
  }

  @Field(() => ID)
  readonly code: string;

  @Field(() => ID)
  get subject(): string {
    return partsOf(this.stream).id;
  }

  @Field(() => CalendarDate, { nullable: true })
  get from(): string | null {
    return formatOpenDay(this.period.from);
  }

  @Field(() => CalendarDate, { nullable: true })
  get until(): string | null {
    return formatOpenDay(this.period.until);
  }

  @Field(() => Entitlement, { nullable: true })
  readonly before: Entitlement | null;

  @Field(() => Entitlement, { nullable: true })
  readonly after: Entitlement | null;
}

@ObjectType()
export class Difference {
  @Field(() => [RecordedEvent])
  readonly events!: readonly RecordedEvent[];

  @Field(() => [FactChange])
  readonly facts!: readonly FactChange[];

  @Field(() => [EntitlementChange])
  readonly entitlements!: readonly EntitlementChange[];
}
