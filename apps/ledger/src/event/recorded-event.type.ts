import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { mask } from '@ledger/sealing';
import type {
  JsonObject,
  Position as LogPosition,
  RecordedEvent as LogEvent,
  Source as LogSource,
} from '@ledger/vocabulary';
import { CalendarDate, Instant, JsonValue, Position } from '../graphql/scalars.js';

@ObjectType()
class Source implements LogSource {
  @Field(() => String)
  readonly department!: string;

  @Field(() => ID, { nullable: true })
  readonly division?: string;

  @Field(() => String, { nullable: true })
  readonly system?: string;

  @Field(() => String, { nullable: true })
  readonly recordNumber?: string;

  @Field(() => String, { nullable: true })
  readonly officer?: string;

  @Field(() => String, { nullable: true })
  readonly channel?: string;
}

/** An event of the log as it was recorded, what is sealed in it masked; how it stands depends on the moment asked for. */
@ObjectType()
export class RecordedEvent {
  constructor(
    readonly event: LogEvent,
    /** Up to where amendments are taken notice of. */
    readonly knownUpTo: LogPosition,
  ) {}

  @Field(() => ID)
  get id(): string {
    return this.event.id;
  }

  @Field(() => String)
  get type(): string {
    return this.event.type;
  }

  @Field(() => String)
  get stream(): string {
    return this.event.stream;
  }

  @Field(() => Int)
  get revision(): number {
    return this.event.revision;
  }

  @Field(() => Position)
  get position(): string {
    return this.event.position;
  }

  @Field(() => Instant)
  get recordedAt(): string {
    return this.event.recordedAt;
  }

  @Field(() => CalendarDate)
  get effectiveOn(): string {
    return this.event.effectiveOn;
  }

  @Field(() => CalendarDate, { nullable: true })
  get effectiveUntil(): string | undefined {
    return this.event.effectiveUntil;
  }

  @Field(() => Source)
  get source(): LogSource {
    return this.event.source;
  }

  @Field(() => JsonValue)
  get data(): JsonObject {
    return mask(this.event.data);
  }
}
