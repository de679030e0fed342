import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Given } from '../graphql/given.js';
import { Language } from '../graphql/language.js';
import { CalendarDate } from '../graphql/scalars.js';
import { Reading } from '../reading/reading.js';
import { Parameter } from './parameter.type.js';
import { EntitlementDefinition, Policy } from './policy.type.js';
import { parametersIn, policyOn } from './policy.js';

@Resolver(() => Policy)
export class PolicyResolver {
  @Query(() => Policy, { description: 'Everything the policy grants: definitions, articles, parameters.' })
  async policy(
    @Args('asOf', { type: () => CalendarDate, nullable: true }) asOf: Given<string>,
    @Context('reading') reading: Reading,
  ): Promise<Policy> {
    return policyOn(reading, asOf);
  }

  @ResolveField(() => [Parameter])
  parameters(
    @Parent() policy: Policy,
    @Args('division', { type: () => ID, nullable: true }) division: Given<string>,
  ): readonly Parameter[] {
    return parametersIn(policy, division);
  }
}

@Resolver(() => EntitlementDefinition)
export class EntitlementDefinitionResolver {
  @ResolveField(() => [String])
  notEncoded(
    @Parent() { definition }: EntitlementDefinition,
    @Args('language', { type: () => Language, nullable: true, defaultValue: Language.ZH })
    language: Given<Language>,
  ): readonly string[] {
    return definition.notEncoded.map(({ quote, reason }) => `「${quote}」${reason[language ?? Language.ZH]}`);
  }
}
