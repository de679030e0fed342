/**
 * What every event store must do, whatever it is made of (design §5). One suite, run unchanged against each adapter:
 *
 *     eventStoreContract('in memory', async () => new MemoryEventStore());
 */
import type { EventStore } from '../port.js';
import { appendingContract } from './appending.contract.js';
import { conditionContract } from './condition.contract.js';
import { followingContract } from './following.contract.js';
import { modelContract } from './model.contract.js';
import { racingContract } from './racing.contract.js';
import { readingContract } from './reading.contract.js';
import { repetitionContract } from './repetition.contract.js';
import { timeContract } from './time.contract.js';

/** Opens a store on an empty log of its own; the suite closes it. */
export type OpenStore = () => Promise<EventStore>;

export function eventStoreContract(name: string, open: OpenStore): void {
  describe(`event store ${name}`, () => {
    describe('appending', () => appendingContract(open));
    describe('repetition', () => repetitionContract(open));
    describe('racing', () => racingContract(open));
    describe('conditions', () => conditionContract(open));
    describe('reading', () => readingContract(open));
    describe('following', () => followingContract(open));
    describe('time', () => timeContract(open));
    describe('model', () => modelContract(open));
  });
}
