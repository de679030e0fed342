import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { EntitlementDefinition as Definition } from '@ledger/rules';
import type { ParameterRow } from '@ledger/case';
import type { RuleSet } from '@ledger/policy';
import type { Day } from '@ledger/time';
import { Article } from './article.type.js';

@ObjectType()
export class EntitlementDefinition {
  constructor(readonly definition: Definition) {}

  get words() {
    return { title: this.definition.title };
  }

  @Field(() => ID)
  get code(): string {
    return this.definition.code;
  }

  @Field(() => Article)
  get article(): Article {
    return Article.of(this.definition.article);
  }

  @Field(() => String)
  get department(): string {
    return this.definition.department;
  }

  @Field(() => String)
  get beneficiary(): string {
    return this.definition.beneficiary.kind;
  }
}

@ObjectType()
export class Policy {
  constructor(
    private readonly rules: RuleSet,
    readonly figures: readonly ParameterRow[],
    readonly asOf: Day,
  ) {}

  @Field(() => [Article])
  get articles(): readonly Article[] {
    return Article.all();
  }

  @Field(() => [EntitlementDefinition])
  get entitlements(): readonly EntitlementDefinition[] {
    return [...this.rules.entitlements.values()].map((definition) => new EntitlementDefinition(definition));
  }

  @Field(() => String)
  get ruleSet(): string {
    return this.rules.version;
  }
}
