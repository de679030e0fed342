import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { Position as LogPosition } from '@ledger/vocabulary';
import { RecordOutcome } from '../graphql/enums.js';
import { CalendarDate, Instant, JsonValue, Position } from '../graphql/scalars.js';
import { LifeEventPayload } from './life-event-payload.js';

@InputType({ description: '@oneOf. A person may also be named by national ID.', isOneOf: true })
export class SubjectInput {
  @Field(() => ID, { nullable: true })
  person?: string;

  @Field(() => String, { nullable: true })
  nationalId?: string;

  @Field(() => ID, { nullable: true })
  household?: string;

  @Field(() => ID, { nullable: true })
  decision?: string;

  @Field(() => ID, { nullable: true })
  complaint?: string;

  @Field(() => ID, { nullable: true })
  division?: string;
}

@InputType()
export class SourceInput {
  @Field(() => String)
  department!: string;

  @Field(() => ID, { nullable: true })
  division?: string;

  @Field(() => String, { nullable: true })
  system?: string;

  @Field(() => String, { nullable: true })
  recordNumber?: string;

  @Field(() => String, { nullable: true })
  officer?: string;

  @Field(() => String, { nullable: true })
  channel?: string;
}

@InputType()
export class EvidenceInput {
  @Field(() => String)
  kind!: string;

  @Field(() => String)
  reference!: string;

  @Field(() => String, { nullable: true })
  sha256?: string;
}

@InputType({ description: "One event for one subject's stream." })
export class LifeEventInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String, {
    description: 'YYYY-MM-DD; checked with the event, so that a bad one refuses its event only.',
  })
  effectiveOn!: string;

  @Field(() => String, { nullable: true })
  effectiveUntil?: string;

  @Field(() => SubjectInput)
  subject!: SubjectInput;

  @Field(() => SourceInput)
  source!: SourceInput;

  @Field(() => String, { nullable: true, description: 'verified, declared or imported.' })
  confidence?: string;

  @Field(() => [EvidenceInput], { nullable: true })
  evidence?: EvidenceInput[];

  @Field(() => ID, { nullable: true })
  causationId?: string;

  @Field(() => ID, { nullable: true })
  correlationId?: string;

  @Field(() => LifeEventPayload)
  event!: object;
}

@InputType()
export class CorrectEventInput {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  corrects!: string;

  @Field(() => CalendarDate, { nullable: true })
  effectiveOn?: string | null;

  @Field(() => JsonValue)
  data!: unknown;

  @Field(() => String)
  reason!: string;

  @Field(() => SourceInput)
  source!: SourceInput;
}

@InputType()
export class VoidEventInput {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  voids!: string;

  @Field(() => String)
  reason!: string;

  @Field(() => SourceInput)
  source!: SourceInput;
}

@InputType()
export class ReverseVoidingInput {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  reverses!: string;

  @Field(() => String)
  reason!: string;

  @Field(() => SourceInput)
  source!: SourceInput;
}

@ObjectType()
export class RecordResult {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => RecordOutcome)
  readonly outcome!: RecordOutcome;

  @Field(() => Position, { nullable: true })
  readonly position?: LogPosition;

  @Field(() => Instant, { nullable: true })
  readonly recordedAt?: string;

  @Field(() => String, { nullable: true })
  readonly code?: string;

  @Field(() => String, { nullable: true })
  readonly field?: string;

  @Field(() => String, { nullable: true })
  readonly message?: string;
}
