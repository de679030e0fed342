/** What the GraphQL service stands on; put together in service.ts, handed to Nest as providers. */
import type { EventStore } from '@ledger/event-store';
import type { ReadModels } from '@ledger/read-models';
import type { Recorder } from '@ledger/recording';
import type { IdentityIndex, KeyProvider } from '@ledger/sealing';

export interface Ports {
  readonly readModels: ReadModels;
  readonly store: EventStore;
  readonly recorder: Pick<Recorder, 'recordAll'>;
  readonly identities: Pick<IdentityIndex, 'find'>;
  readonly keys: Pick<KeyProvider, 'blindIndexKey'>;
}

/** Nest's name for {@link Ports}. */
export const PORTS = Symbol('ports');
