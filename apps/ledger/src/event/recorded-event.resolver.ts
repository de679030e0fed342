import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Standing } from '../graphql/enums.js';
import { Reading } from '../reading/reading.js';
import { amendmentsOf, standingIn } from './amendments.js';
import { RecordedEvent } from './recorded-event.type.js';

@Resolver(() => RecordedEvent)
export class RecordedEventResolver {
  @Query(() => RecordedEvent, {
    nullable: true,
    description: 'One recorded event, with what later corrected or voided it.',
  })
  async event(
    @Args('id', { type: () => ID }) id: string,
    @Context('reading') reading: Reading,
  ): Promise<RecordedEvent | null> {
    const [event, head] = await Promise.all([reading.events.load(id), reading.store.head()]);
    return event ? new RecordedEvent(event, head.position) : null;
  }

  @ResolveField(() => Standing, {
    description: 'In force, corrected or voided, as known at the moment asked for.',
  })
  async standing(
    @Parent() { event, knownUpTo }: RecordedEvent,
    @Context('reading') reading: Reading,
  ): Promise<Standing> {
    const { standing } = await reading.streams(knownUpTo).load(event.stream);
    return standingIn(standing, event.id);
  }

  @ResolveField(() => [ID])
  async amendedBy(
    @Parent() { event, knownUpTo }: RecordedEvent,
    @Context('reading') reading: Reading,
  ): Promise<readonly string[]> {
    const { standing } = await reading.streams(knownUpTo).load(event.stream);
    return amendmentsOf(standing, event.id);
  }
}
