import { NATION } from '@ledger/case';
import { MemoryEventStore } from '@ledger/event-store';
import { constant, day, valueAt } from '@ledger/time';
import { PolicyFigures } from './policy-figures.js';
import { commandOf, lines, memoryPorts, memoryRecorder } from './testing/index.js';

const ID = 'example.figure';
const figure = (as: string, value: string): object =>
  lines('figure', (t) => [
    t.event(
      'ParameterSet',
      `division:${NATION}`,
      '2020-01-01',
      { parameterId: ID, value, unit: 'year', validFrom: '2020-01-01' },
      { by: 'HRSS', as },
    ),
  ])[0];

describe('the figures of the law', () => {
  it('are those of the head of the log', async () => {
    const store = new MemoryEventStore();
    const recorder = await memoryRecorder(memoryPorts(store));
    const figures = new PolicyFigures(store);
    const current = async () =>
      valueAt((await figures.current()).valueIn(ID, constant(NATION)), day('2020-06-01'));
    const before = await current();
    await recorder.record(commandOf(figure('first', '1')));
    const then = await current();
    await recorder.record(commandOf(figure('second', '2')));
    expect([typeof before, then, await current()]).toEqual(['symbol', 1, 2]);
  });

  it('are read once for many who ask at once', async () => {
    const store = new MemoryEventStore();
    await memoryRecorder(memoryPorts(store));
    const figures = new PolicyFigures(store);
    const [one, other] = await Promise.all([figures.current(), figures.current()]);
    expect(one).toBe(other);
  });

  it('are asked for again after the store has failed', async () => {
    const store = new MemoryEventStore();
    let failing = true;
    const figures = new PolicyFigures({
      readAll: (options) => (failing ? Promise.reject(new Error('away')) : store.readAll(options)),
    });
    await expect(figures.current()).rejects.toThrow('away');
    failing = false;
    await expect(figures.current()).resolves.toBeDefined();
  });
});
