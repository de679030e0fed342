import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { EntitlementStatus as Status } from '@ledger/rules';
import type { Given } from '../graphql/given.js';
import { explanationOf } from '../explanation/explain-entitlement.js';
import { Explanation } from '../explanation/explanation.type.js';
import { At } from '../graphql/at.js';
import { EntitlementStatus } from '../graphql/enums.js';
import { completeConnectionOf, pageOf } from '../graphql/paging.js';
import { DEFAULT_PAGE } from '../limits.js';
import { Reading } from '../reading/reading.js';
import { entitlementPage } from './entitlement-page.js';
import { Entitlement } from './entitlement.type.js';

export const EntitlementConnection = completeConnectionOf(Entitlement, 'Entitlement');
export type EntitlementConnection = InstanceType<typeof EntitlementConnection>;

@Resolver(() => Entitlement)
export class EntitlementResolver {
  @Query(() => EntitlementConnection, {
    description: 'Who is entitled to what in a division (and below it), for department back ends.',
  })
  async entitlements(
    @Args('division', { type: () => ID }) division: string,
    @Args('codes', { type: () => [ID], nullable: true }) codes: Given<string[]>,
    @Args('status', { type: () => [EntitlementStatus], nullable: true }) status: Given<Status[]>,
    @Args('at', { type: () => At, nullable: true }) at: Given<At>,
    @Args('first', { type: () => Int, nullable: true, defaultValue: DEFAULT_PAGE }) first: Given<number>,
    @Args('after', { type: () => String, nullable: true }) after: Given<string>,
    @Context('reading') reading: Reading,
  ): Promise<EntitlementConnection> {
    return entitlementPage(reading, { division, codes, status }, at, pageOf(first, after));
  }

  @ResolveField(() => Explanation)
  async explanation(
    @Parent() entitlement: Entitlement,
    @Context('reading') reading: Reading,
  ): Promise<Explanation> {
    return explanationOf(reading, entitlement);
  }
}
