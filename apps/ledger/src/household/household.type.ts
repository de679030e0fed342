import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { MembershipInterval } from '@ledger/read-models';
import { formatDay, formatOpenDay } from '@ledger/time';
import { partsOf, type HouseholdKind as Kind, type StreamName } from '@ledger/vocabulary';
import { HouseholdKind } from '../graphql/enums.js';
import { CalendarDate } from '../graphql/scalars.js';
import { Person } from '../person/person.type.js';

@ObjectType()
export class Household {
  constructor(
    readonly stream: StreamName,
    kind: Kind,
  ) {
    this.kind = kind;
  }

  @Field(() => ID)
  get id(): string {
    return partsOf(this.stream).id;
  }

  @Field(() => HouseholdKind)
  readonly kind: Kind;
}

@ObjectType()
export class Membership {
  constructor(private readonly interval: MembershipInterval) {}

  @Field(() => Person)
  get person(): Person {
    return new Person(partsOf(this.interval.person).id);
  }

  @Field(() => String)
  get relation(): string {
    return this.interval.relation;
  }

  @Field(() => CalendarDate)
  get from(): string {
    return formatDay(this.interval.from);
  }

  @Field(() => CalendarDate, { nullable: true })
  get until(): string | null {
    return formatOpenDay(this.interval.until);
  }
}
