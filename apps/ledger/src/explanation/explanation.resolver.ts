import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { RecordedEvent } from '../event/recorded-event.type.js';
import { Reading } from '../reading/reading.js';
import { Explanation } from './explanation.type.js';

@Resolver(() => Explanation)
export class ExplanationResolver {
  @ResolveField(() => [RecordedEvent])
  async events(
    @Parent() { eventIds, position }: Explanation,
    @Context('reading') reading: Reading,
  ): Promise<readonly RecordedEvent[]> {
    const found = await Promise.all(eventIds.map((id) => reading.events.load(id)));
    return found.filter((event) => event !== undefined).map((event) => new RecordedEvent(event, position));
  }
}
