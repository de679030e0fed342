import { Args, Context, ID, Int, Query, Resolver } from '@nestjs/graphql';
import type { FindingKind as Kind } from '@ledger/findings';
import type { Given } from '../graphql/given.js';
import { At } from '../graphql/at.js';
import { FindingKind } from '../graphql/enums.js';
import { completeConnectionOf, pageOf } from '../graphql/paging.js';
import { DEFAULT_PAGE } from '../limits.js';
import { Reading } from '../reading/reading.js';
import { findingPage } from './findings.js';
import { Finding } from './finding.type.js';

export const FindingConnection = completeConnectionOf(Finding, 'Finding');
export type FindingConnection = InstanceType<typeof FindingConnection>;

@Resolver(() => Finding)
export class FindingResolver {
  @Query(() => FindingConnection, { description: 'Standing questions with an unwelcome answer.' })
  async findings(
    @Args('division', { type: () => ID }) division: string,
    @Args('kinds', { type: () => [FindingKind], nullable: true }) kinds: Given<Kind[]>,
    @Args('at', { type: () => At, nullable: true }) at: Given<At>,
    @Args('first', { type: () => Int, nullable: true, defaultValue: DEFAULT_PAGE }) first: Given<number>,
    @Args('after', { type: () => String, nullable: true }) after: Given<string>,
    @Context('reading') reading: Reading,
  ): Promise<FindingConnection> {
    return findingPage(reading, { division, kinds }, at, pageOf(first, after));
  }
}
