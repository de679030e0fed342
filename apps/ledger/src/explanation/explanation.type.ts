import { Field, ObjectType } from '@nestjs/graphql';
import { isEventAtom, isParameterAtom } from '@ledger/case';
import { formatOpenDay } from '@ledger/time';
import type { Explanation as Reason, Verdict as VerdictWord } from '@ledger/rules';
import type { Position, Title } from '@ledger/vocabulary';
import { Verdict } from '../graphql/enums.js';
import { CalendarDate } from '../graphql/scalars.js';
import { Article } from '../policy/article.type.js';
import { Parameter } from '../policy/parameter.type.js';

@ObjectType({ description: 'A condition, its verdict on the day asked for, and what it rests on.' })
export class Explanation {
  constructor(
    private readonly reason: Reason,
    readonly position: Position,
  ) {}

  get words(): { readonly label: Title } {
    return { label: this.reason.label };
  }

  get eventIds(): readonly string[] {
    return this.reason.restsOn.filter(isEventAtom).map(({ key }) => key);
  }

  @Field(() => Verdict)
  get verdict(): VerdictWord {
    return this.reason.verdict;
  }

  @Field(() => String, { nullable: true })
  get value(): string | null {
    return this.reason.value;
  }

  @Field(() => CalendarDate, { nullable: true })
  get from(): string | null {
    return formatOpenDay(this.reason.from);
  }

  @Field(() => CalendarDate, { nullable: true })
  get until(): string | null {
    return formatOpenDay(this.reason.until);
  }

  @Field(() => Article, { nullable: true })
  get article(): Article | null {
    return this.reason.article === null ? null : Article.of(this.reason.article);
  }

  @Field(() => [Parameter])
  get parameters(): readonly Parameter[] {
    return this.reason.restsOn.filter(isParameterAtom).map(({ row }) => new Parameter(row));
  }

  @Field(() => [Explanation])
  get because(): readonly Explanation[] {
    return this.reason.because.map((part) => new Explanation(part, this.position));
  }
}
