/** Every resolver of the service. */
import { Type } from '@nestjs/common';
import { EntitlementResolver } from './entitlement/entitlement.resolver.js';
import { Entitlement } from './entitlement/entitlement.type.js';
import { MissingFact } from './entitlement/missing-fact.type.js';
import { RecordedEventResolver } from './event/recorded-event.resolver.js';
import { ExplanationResolver } from './explanation/explanation.resolver.js';
import { Explanation } from './explanation/explanation.type.js';
import { Fact } from './fact/fact.type.js';
import { FindingResolver } from './finding/finding.resolver.js';
import { Finding } from './finding/finding.type.js';
import { said } from './graphql/language.js';
import { HouseholdResolver } from './household/household.resolver.js';
import { PersonResolver } from './person/person.resolver.js';
import { Article } from './policy/article.type.js';
import { EntitlementDefinitionResolver, PolicyResolver } from './policy/policy.resolver.js';
import { EntitlementDefinition } from './policy/policy.type.js';
import { RecordingResolver } from './recording/recording.resolver.js';
import { LedgerStatusResolver } from './status/ledger-status.js';

export const RESOLVERS: readonly Type[] = [
  PersonResolver,
  HouseholdResolver,
  EntitlementResolver,
  ExplanationResolver,
  RecordedEventResolver,
  FindingResolver,
  PolicyResolver,
  EntitlementDefinitionResolver,
  LedgerStatusResolver,
  RecordingResolver,
  said(Article, 'title'),
  said(Entitlement, 'title'),
  said(EntitlementDefinition, 'title'),
  said(MissingFact, 'title'),
  said(Fact, 'title'),
  said(Finding, 'summary'),
  said(Explanation, 'label'),
];
