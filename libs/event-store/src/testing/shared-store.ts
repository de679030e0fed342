import type { EventStore } from '../port.js';
import type { OpenStore } from './contract.js';

/** One store for the tests of a group; each uses streams of its own, none expects the log to be empty. */
export function sharedStore(open: OpenStore): () => EventStore {
  let store: EventStore | undefined;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store?.close());
  return () => {
    if (!store) throw new Error('the store is open while tests run');
    return store;
  };
}
