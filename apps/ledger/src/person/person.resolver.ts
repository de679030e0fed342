import { Inject } from '@nestjs/common';
import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { EntitlementStatus as Status } from '@ledger/rules';
import type { HouseholdKind as Kind } from '@ledger/vocabulary';
import type { Given, Plain } from '../graphql/given.js';
import { Difference } from '../difference/difference.type.js';
import { differenceOf } from '../difference/difference.js';
import { Entitlement } from '../entitlement/entitlement.type.js';
import { entitlementCalled, entitlementsAt } from '../entitlement/entitlements.js';
import { historyPage, RecordedEventConnection } from '../event/connection.js';
import { factsOn } from '../fact/facts.js';
import { Fact } from '../fact/fact.type.js';
import { Finding } from '../finding/finding.type.js';
import { findingsOn } from '../finding/findings.js';
import { At } from '../graphql/at.js';
import { EntitlementStatus, HouseholdKind } from '../graphql/enums.js';
import { pageOf } from '../graphql/paging.js';
import { CalendarDate } from '../graphql/scalars.js';
import { householdsOn } from '../household/belonging.js';
import { Household } from '../household/household.type.js';
import { DEFAULT_PAGE } from '../limits.js';
import { PORTS, type Ports } from '../ports.js';
import { Reading } from '../reading/reading.js';
import { findPerson } from './find-person.js';
import { holdersEver, holdersFor } from './holders.js';
import { birthDateIn, maskedIdentity } from './identity.js';
import { Person } from './person.type.js';

@Resolver(() => Person)
export class PersonResolver {
  constructor(@Inject(PORTS) private readonly ports: Ports) {}

  @Query(() => Person, {
    nullable: true,
    description: 'By ledger id or by national ID number (never logged).',
  })
  async person(
    @Args('id', { type: () => ID, nullable: true }) id?: Given<string>,
    @Args('nationalId', { type: () => String, nullable: true }) nationalId?: Given<string>,
  ): Promise<Person | null> {
    return findPerson(this.ports, { id, nationalId });
  }

  @ResolveField(() => String, {
    nullable: true,
    description: "Masked unless the caller's role and purpose allow it.",
  })
  async name(@Parent() { stream }: Person, @Context('reading') reading: Reading): Promise<string | null> {
    return maskedIdentity(await reading.streamNow(stream), 'name');
  }

  @ResolveField(() => String, { nullable: true })
  async nationalId(
    @Parent() { stream }: Person,
    @Context('reading') reading: Reading,
  ): Promise<string | null> {
    return maskedIdentity(await reading.streamNow(stream), 'nationalId');
  }

  @ResolveField(() => CalendarDate, { nullable: true })
  async birthDate(
    @Parent() { stream }: Person,
    @Context('reading') reading: Reading,
  ): Promise<string | null> {
    return birthDateIn(await reading.streamNow(stream));
  }

  @ResolveField(() => Household, { nullable: true })
  async household(
    @Parent() { stream }: Person,
    @Args('kind', { type: () => HouseholdKind, defaultValue: HouseholdKind.LIVING }) kind: Kind,
    @Args('at', { type: () => At, nullable: true }) at: Given<At>,
    @Context('reading') reading: Reading,
  ): Promise<Household | null> {
    const { asOf, position } = await reading.momentOf(at);
    const memberships = await reading.memberships(position).load(stream);
    const found = householdsOn(memberships, asOf).find((household) => household.kind === kind);
    return found ? new Household(found.stream, found.kind) : null;
  }

  @ResolveField(() => [Fact])
  async facts(
    @Parent() { stream }: Person,
    @Args('at', { type: () => At, nullable: true }) at: Given<At>,
    @Context('reading') reading: Reading,
  ): Promise<readonly Fact[]> {
    const { asOf, position } = await reading.momentOf(at);
    const known = await reading.cases(position).load(stream);
    return factsOn(known, asOf).map((fact) => new Fact(fact));
  }

  @ResolveField(() => [Entitlement])
  async entitlements(
    @Parent() { stream }: Person,
    @Args('at', { type: () => At, nullable: true }) at: Given<At>,
    @Args('codes', { type: () => [ID], nullable: true }) codes: Given<string[]>,
    @Args('status', { type: () => [EntitlementStatus], nullable: true }) status: Given<Status[]>,
    @Context('reading') reading: Reading,
  ): Promise<readonly Entitlement[]> {
    const moment = await reading.momentOf(at);
    return entitlementsAt(reading, await holdersFor(reading, stream, moment), moment, { codes, status });
  }

  @ResolveField(() => Entitlement, { nullable: true })
  async entitlement(
    @Parent() { stream }: Person,
    @Args('code', { type: () => ID }) code: string,
    @Args('at', { type: () => At, nullable: true }) at: Given<At>,
    @Context('reading') reading: Reading,
  ): Promise<Entitlement | null> {
    const moment = await reading.momentOf(at);
    return entitlementCalled(reading, code, await holdersFor(reading, stream, moment), moment);
  }

  @ResolveField(() => RecordedEventConnection, {
    description: 'Every event about this person, oldest first, as known at the given moment.',
  })
  async history(
    @Parent() { stream }: Person,
    @Args('at', { type: () => At, nullable: true }) at: Given<At>,
    @Args('first', { type: () => Int, nullable: true, defaultValue: DEFAULT_PAGE }) first: Given<number>,
    @Args('after', { type: () => String, nullable: true }) after: Given<string>,
    @Context('reading') reading: Reading,
  ): Promise<RecordedEventConnection> {
    return historyPage(reading, at, pageOf(first, after), ({ position }) =>
      reading.about(position).load(stream),
    );
  }

  @ResolveField(() => Difference, {
    description:
      'What differs between two moments (for example the same day, as known then and as known now).',
  })
  async difference(
    @Parent() { stream }: Person,
    @Args('from', { type: () => At }) from: At,
    @Args('to', { type: () => At }) to: At,
    @Context('reading') reading: Reading,
  ): Promise<Plain<Difference>> {
    return differenceOf(reading, stream, { from, to }, (moment) => holdersEver(reading, stream, moment));
  }

  @ResolveField(() => [Finding])
  async findings(
    @Parent() { stream }: Person,
    @Args('at', { type: () => At, nullable: true }) at: Given<At>,
    @Context('reading') reading: Reading,
  ): Promise<readonly Finding[]> {
    return findingsOn(reading, stream, await reading.momentOf(at));
  }
}
