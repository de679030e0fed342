import { eventStoreContract } from '../testing/contract.js';
import { appended, newPerson, requestOf } from '../testing/sample-events.js';
import { MemoryEventStore } from './memory-event-store.js';

eventStoreContract('in memory', () => Promise.resolve(new MemoryEventStore()));

describe('event store in memory', () => {
  it('hands out events that nobody can change', async () => {
    const store = new MemoryEventStore();
    const stream = newPerson();
    await appended(store, requestOf(stream));
    const [event] = await store.readStream(stream);
    expect(() => Object.assign(event?.data ?? {}, { division: 'changed' })).toThrow(TypeError);
    expect(() => Object.assign(event?.source ?? {}, { department: 'changed' })).toThrow(TypeError);
  });

  it('is over once it is closed', async () => {
    const store = new MemoryEventStore();
    await store.close();
    await expect(store.append(requestOf(newPerson()))).rejects.toThrow('closed');
    await expect(store.head()).rejects.toThrow('closed');
  });
});
