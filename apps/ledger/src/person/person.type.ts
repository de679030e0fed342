import { Field, ID, ObjectType } from '@nestjs/graphql';
import { streamOf, type StreamName } from '@ledger/vocabulary';

@ObjectType()
export class Person {
  constructor(id: string) {
    this.id = id;
  }

  @Field(() => ID)
  readonly id: string;

  get stream(): StreamName {
    return streamOf('person', this.id);
  }
}
