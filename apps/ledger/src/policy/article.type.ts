import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ARTICLES, getArticle, POLICY, type Article as Text } from '@ledger/policy';
import type { Title } from '@ledger/vocabulary';

@ObjectType()
export class Article {
  constructor(private readonly content: Text) {}

  static of(number: number): Article {
    return new Article(getArticle(number));
  }

  static all(): readonly Article[] {
    return ARTICLES.map((content) => new Article(content));
  }

  get words(): { readonly title: Title } {
    return { title: this.content.title };
  }

  @Field(() => ID)
  get policy(): string {
    return POLICY.id;
  }

  @Field(() => Int)
  get number(): number {
    return this.content.number;
  }

  @Field(() => String)
  get text(): string {
    return this.content.text;
  }

  @Field(() => String)
  get responsible(): string {
    return this.content.responsible;
  }
}
