import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { ParameterRow } from '@ledger/case';
import { formatDay, formatOpenDay } from '@ledger/time';
import { CalendarDate } from '../graphql/scalars.js';

@ObjectType()
export class Parameter {
  constructor(private readonly row: ParameterRow) {}

  @Field(() => ID)
  get id(): string {
    return this.row.id;
  }

  @Field(() => ID)
  get division(): string {
    return this.row.division;
  }

  @Field(() => String)
  get value(): string {
    return this.row.text;
  }

  @Field(() => String)
  get unit(): string {
    return this.row.unit;
  }

  @Field(() => CalendarDate)
  get from(): string {
    return formatDay(this.row.from);
  }

  @Field(() => CalendarDate, { nullable: true })
  get until(): string | null {
    return formatOpenDay(this.row.until);
  }

  @Field(() => String)
  get source(): string {
    return this.row.source ?? '';
  }

  @Field(() => Boolean)
  get verified(): boolean {
    return this.row.verified;
  }
}
