import { Context, Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { LedgerStatus as Status } from '@ledger/read-models';
import { Position } from '../graphql/scalars.js';
import { Reading } from '../reading/reading.js';

@ObjectType()
export class LedgerStatus implements Status {
  @Field(() => Position)
  readonly head!: Status['head'];

  @Field(() => Position, { description: 'Every answer is complete up to here.' })
  readonly completeTo!: Status['completeTo'];

  @Field(() => String)
  readonly ruleSet!: string;
}

@Resolver(() => LedgerStatus)
export class LedgerStatusResolver {
  @Query(() => LedgerStatus, {
    description: 'Head of the log and the position the read models have reached.',
  })
  async ledger(@Context('reading') reading: Reading): Promise<LedgerStatus> {
    return reading.readModels.status();
  }
}
