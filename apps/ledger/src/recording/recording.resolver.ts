import { Inject } from '@nestjs/common';
import { Args, Context, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Plain } from '../graphql/given.js';
import { PORTS, type Ports } from '../ports.js';
import { amend } from './amend.js';
import { recordEvents } from './record-events.js';
import {
  CorrectEventInput,
  LifeEventInput,
  RecordResult,
  ReverseVoidingInput,
  VoidEventInput,
} from './recording.types.js';
import { withValuesBack } from './values-set-aside.js';

@Resolver()
export class RecordingResolver {
  constructor(@Inject(PORTS) private readonly ports: Ports) {}

  @Mutation(() => [RecordResult], {
    description:
      'Records life events one by one in the order given; each answers recorded, already recorded, or refused with a code; a refused one stops no other.',
  })
  async recordLifeEvents(
    @Args('events', { type: () => [LifeEventInput] }) events: LifeEventInput[],
    @Info() info: GraphQLResolveInfo,
    @Context() context: object,
  ): Promise<readonly Plain<RecordResult>[]> {
    return recordEvents(this.ports.recorder, withValuesBack(events, info, context));
  }

  @Mutation(() => RecordResult)
  async correctEvent(
    @Args('input', { type: () => CorrectEventInput })
    { id, corrects, source, effectiveOn, data, reason }: CorrectEventInput,
  ): Promise<Plain<RecordResult>> {
    const moved = effectiveOn == null ? {} : { effectiveOn };
    return amend(this.ports, {
      ...{ id, type: 'EventCorrected', names: 'corrects', target: corrects, source, ...moved },
      data: { data, reason, ...moved },
    });
  }

  @Mutation(() => RecordResult)
  async voidEvent(
    @Args('input', { type: () => VoidEventInput }) { id, voids, source, reason }: VoidEventInput,
  ): Promise<Plain<RecordResult>> {
    return amend(this.ports, {
      id,
      type: 'EventVoided',
      names: 'voids',
      target: voids,
      source,
      data: { reason },
    });
  }

  @Mutation(() => RecordResult)
  async reverseVoiding(
    @Args('input', { type: () => ReverseVoidingInput }) { id, reverses, source, reason }: ReverseVoidingInput,
  ): Promise<Plain<RecordResult>> {
    return amend(this.ports, {
      ...{ id, type: 'VoidingReversed', names: 'reverses', target: reverses, source },
      data: { reason },
    });
  }
}
