import type { Line } from '@ledger/deciders/testing';
import { findAmendedEvent } from './amended-event.js';
import { commandOf, lines, memoryPorts, memoryRecorder, register } from './testing/index.js';

describe('where an amendment belongs', () => {
  const [registration, first, second] = lines('amended', (t) => {
    const correction = (on: string, label: string): Line =>
      t.event(
        'EventCorrected',
        'person:p',
        on,
        { corrects: t.id('birth of p'), data: { birthDate: on }, reason: 'misread' },
        { by: 'PSB', as: label },
      );
    return [register(t, 'p'), correction('1959-11-06', 'first'), correction('1958-11-06', 'second')];
  });
  const stream = `person-${registration.person}`;

  it('the stream of what it amends, and its day as known', async () => {
    const ports = memoryPorts();
    const recorder = await memoryRecorder(ports);
    await recorder.record(commandOf(registration));
    expect(await findAmendedEvent(ports.store, registration.id, first.id)).toEqual({
      stream,
      effectiveOn: '1960-04-15',
    });
    await recorder.record(commandOf(first));
    expect(await findAmendedEvent(ports.store, registration.id, second.id)).toEqual({
      stream,
      effectiveOn: '1959-11-06',
    });
  });

  it('the same when it is sent again', async () => {
    const ports = memoryPorts();
    const recorder = await memoryRecorder(ports);
    await recorder.recordAll([registration, first, second].map(commandOf));
    expect(await findAmendedEvent(ports.store, registration.id, first.id)).toEqual({
      stream,
      effectiveOn: '1960-04-15',
    });
    expect(await findAmendedEvent(ports.store, registration.id, second.id)).toEqual({
      stream,
      effectiveOn: '1959-11-06',
    });
  });

  it('nowhere, where there is no such event', async () => {
    expect(await findAmendedEvent(memoryPorts().store, registration.id, first.id)).toBeUndefined();
  });
});
