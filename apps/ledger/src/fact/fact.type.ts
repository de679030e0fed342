import { Field, ID, ObjectType } from '@nestjs/graphql';
import { formatOpenDay } from '@ledger/time';
import type { Json, Title } from '@ledger/vocabulary';
import { CalendarDate, JsonValue } from '../graphql/scalars.js';
import type { FactOnDay } from './facts.js';

@ObjectType()
export class Fact {
  constructor(private readonly fact: FactOnDay) {}

  get words(): { readonly title: Title } {
    return { title: this.fact.title };
  }

  @Field(() => String)
  get name(): string {
    return this.fact.name;
  }

  @Field(() => JsonValue, { nullable: true })
  get value(): Json {
    return this.fact.value;
  }

  @Field(() => CalendarDate, { nullable: true })
  get from(): string | null {
    return formatOpenDay(this.fact.from);
  }

  @Field(() => CalendarDate, { nullable: true })
  get until(): string | null {
    return formatOpenDay(this.fact.until);
  }

  @Field(() => [ID])
  get events(): readonly string[] {
    return this.fact.events;
  }
}
