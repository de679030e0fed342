/** The two clocks of a question, as the contract writes them. */
import { Field, InputType } from '@nestjs/graphql';
import { day } from '@ledger/time';
import type { AskedMoment } from '@ledger/read-models';
import type { Position as LogPosition } from '@ledger/vocabulary';
import type { Given, Plain } from './given.js';
import { QuestionRefused } from './refusals.js';
import { CalendarDate, Instant, Position } from './scalars.js';

@InputType({
  description:
    'Which world, and as whom it was known. Both default to now. At most one of asKnownAt and position.',
})
export class At {
  @Field(() => CalendarDate, { nullable: true })
  asOf?: string | null;

  @Field(() => Instant, { nullable: true })
  asKnownAt?: string | null;

  @Field(() => Position, { nullable: true })
  position?: string | null;
}

export function askedMoment(at: Given<At>): AskedMoment {
  const { asOf, asKnownAt, position }: Plain<At> = at ?? {};
  if (asKnownAt != null && position != null)
    throw new QuestionRefused('INVALID_FIELD', { field: 'at.position' });
  return {
    ...(asOf == null ? {} : { asOf: day(asOf) }),
    ...(asKnownAt == null ? {} : { asKnownAt: Date.parse(asKnownAt) }),
    ...(position == null ? {} : { position: position as LogPosition }),
  };
}
