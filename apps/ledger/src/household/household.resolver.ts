import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { EntitlementStatus as Status } from '@ledger/rules';
import { streamOf } from '@ledger/vocabulary';
import type { Given, Plain } from '../graphql/given.js';
import { Difference } from '../difference/difference.type.js';
import { differenceOf } from '../difference/difference.js';
import { Entitlement } from '../entitlement/entitlement.type.js';
import { entitlementsAt } from '../entitlement/entitlements.js';
import { historyPage, RecordedEventConnection } from '../event/connection.js';
import { Finding } from '../finding/finding.type.js';
import { findingsOn } from '../finding/findings.js';
import { At } from '../graphql/at.js';
import { EntitlementStatus } from '../graphql/enums.js';
import { pageOf } from '../graphql/paging.js';
import { DEFAULT_PAGE } from '../limits.js';
import { Reading } from '../reading/reading.js';
import { asHouseholdKind, onDay } from './belonging.js';
import { householdHistory } from './household-history.js';
import { Household, Membership } from './household.type.js';

@Resolver(() => Household)
export class HouseholdResolver {
  @Query(() => Household, { nullable: true })
  async household(
    @Args('id', { type: () => ID }) id: string,
    @Context('reading') reading: Reading,
  ): Promise<Household | null> {
    const stream = streamOf('household', id.toLowerCase());
    const { known } = await reading.streamNow(stream);
    const established = known.ofType('HouseholdEstablished').at(-1);
    return established ? new Household(stream, asHouseholdKind(established.data.kind)) : null;
  }

  @ResolveField(() => [Membership])
  async members(
    @Parent() { stream }: Household,
    @Args('at', { type: () => At, nullable: true }) at: Given<At>,
    @Context('reading') reading: Reading,
  ): Promise<readonly Membership[]> {
    const { asOf, position } = await reading.momentOf(at);
    const memberships = await reading.memberships(position).load(stream);
    return onDay(memberships, asOf).map((membership) => new Membership(membership));
  }

  @ResolveField(() => [Entitlement])
  async entitlements(
    @Parent() { stream, kind }: Household,
    @Args('at', { type: () => At, nullable: true }) at: Given<At>,
    @Args('codes', { type: () => [ID], nullable: true }) codes: Given<string[]>,
    @Args('status', { type: () => [EntitlementStatus], nullable: true }) status: Given<Status[]>,
    @Context('reading') reading: Reading,
  ): Promise<readonly Entitlement[]> {
    const moment = await reading.momentOf(at);
    return entitlementsAt(reading, [{ stream, kind }], moment, { codes, status });
  }

  @ResolveField(() => RecordedEventConnection, {
    description:
      "The household's and its members' events merged in the ledger's order, each member's only while a member unless all is asked for.",
  })
  async history(
    @Parent() { stream }: Household,
    @Args('at', { type: () => At, nullable: true }) at: Given<At>,
    @Args('all', { type: () => Boolean, nullable: true, defaultValue: false }) all: Given<boolean>,
    @Args('first', { type: () => Int, nullable: true, defaultValue: DEFAULT_PAGE }) first: Given<number>,
    @Args('after', { type: () => String, nullable: true }) after: Given<string>,
    @Context('reading') reading: Reading,
  ): Promise<RecordedEventConnection> {
    return historyPage(reading, at, pageOf(first, after), (moment) =>
      householdHistory(reading, stream, moment, all ?? false),
    );
  }

  @ResolveField(() => Difference)
  async difference(
    @Parent() { stream, kind }: Household,
    @Args('from', { type: () => At }) from: At,
    @Args('to', { type: () => At }) to: At,
    @Context('reading') reading: Reading,
  ): Promise<Plain<Difference>> {
    return differenceOf(reading, stream, { from, to }, async () => [{ stream, kind }]);
  }

  @ResolveField(() => [Finding])
  async findings(
    @Parent() { stream }: Household,
    @Args('at', { type: () => At, nullable: true }) at: Given<At>,
    @Context('reading') reading: Reading,
  ): Promise<readonly Finding[]> {
    return findingsOn(reading, stream, await reading.momentOf(at));
  }
}
