/** National IDs on the recording path: found by their blind index, claimed for one person, freed when they are put right. */
import { knownEvents, type KnownEvent } from '@ledger/case';
import type { EventStore } from '@ledger/event-store';
import {
  blindIndexOf,
  ERASED,
  openEvents,
  RESTRICTED,
  type IdentityIndex,
  type KeyProvider,
  type SubjectKeys,
} from '@ledger/sealing';
import { partsOf, type DataOf, type RecordedEvent, type StreamName } from '@ledger/vocabulary';
import { pauseBefore } from './in-parallel.js';
import { MOST_CLAIM_TRIES } from './limits.js';

export interface NationalIdPorts {
  readonly store: Pick<EventStore, 'findEvents' | 'readStream'>;
  readonly keys: SubjectKeys;
  readonly identities: IdentityIndex;
  readonly keyProvider: Pick<KeyProvider, 'blindIndexKey'>;
}

/** The number that a person has by his or her events. */
export interface StatedNumber {
  readonly number: string;
  /** The event by which it holds: the registration, or a correction. */
  readonly eventId: string;
  /** Every event that ever stated it. */
  readonly statedBy: readonly string[];
}

export type ClaimVerdict = 'claimed' | 'taken' | 'busy';

export class NationalIds {
  private blindKey: ReturnType<KeyProvider['blindIndexKey']> | undefined;

  constructor(private readonly ports: NationalIdPorts) {}

  /** Persons (ledger ids) by number, as far as somebody has it. */
  async personsOf(numbers: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (numbers.length === 0) return new Map();
    const { key } = await this.blindIndexKey();
    const indexes = numbers.map((number) => [number, blindIndexOf(key, number)] as const);
    const found = await this.ports.identities.find(indexes.map(([, index]) => index));
    return new Map(
      indexes.flatMap(([number, index]) => {
        const person = found.get(index);
        return person === undefined ? [] : [[number, person] as const];
      }),
    );
  }

  /** Holds a number for a person, before the event that states it is appended. */
  async claim(number: string, stream: StreamName, eventId: string, now: number): Promise<ClaimVerdict> {
    const { key, version: keyVersion } = await this.blindIndexKey();
    const blindIndex = blindIndexOf(key, number);
    const asked = { blindIndex, keyVersion, person: partsOf(stream).id, eventId, now };
    for (let tries = 1; ; tries++) {
      const result = await this.ports.identities.claim(asked, (held) => this.isHeldBy(held, number));
      if (result === 'claimed') return result;
      if (result !== 'busy') return 'taken';
      if (tries === MOST_CLAIM_TRIES) return 'busy';
      await pauseBefore(tries);
    }
  }

  /** Frees the number that a person no longer has. */
  async release(stream: StreamName, { statedBy }: StatedNumber): Promise<void> {
    const { id } = partsOf(stream);
    for (const eventId of statedBy) await this.ports.identities.release(id, eventId);
  }

  /**
   * The number that a person has, opened; undefined where there is none, or where it has been erased.
   * @param events of the person’s stream, in order
   */
  async numberIn(events: readonly RecordedEvent[]): Promise<StatedNumber | undefined> {
    const opened = await openEvents(events, this.ports.keys);
    const registered = knownEvents(opened).findLast(isRegistration);
    const number = registered?.data.nationalId;
    if (!registered || number === undefined || number === ERASED || number === RESTRICTED) return undefined;
    const statements = opened.flatMap((event) => (numberStatedBy(event) === undefined ? [] : [event]));
    const inForce = statements.findLast(
      ({ id }) => id === registered.event.id || registered.amendedBy.includes(id),
    );
    const statedBy = statements.filter((event) => numberStatedBy(event) === number).map(({ id }) => id);
    return { number, eventId: inForce?.id ?? registered.event.id, statedBy };
  }

  /** Asked for once: whoever keeps it may be far away. */
  private async blindIndexKey(): ReturnType<KeyProvider['blindIndexKey']> {
    try {
      return await (this.blindKey ??= this.ports.keyProvider.blindIndexKey());
    } catch (error) {
      this.blindKey = undefined;
      throw error;
    }
  }

  /** Whether the person in whose stream an event stands has this number, as known now. */
  private async isHeldBy(eventId: string, number: string): Promise<boolean> {
    const [event] = await this.ports.store.findEvents([eventId]);
    if (!event) return false;
    const stated = await this.numberIn(await this.ports.store.readStream(event.stream));
    return stated?.number === number;
  }
}

/** The number in an opened registration, or in a correction of one. */
export function numberStatedBy({
  type,
  data,
}: Pick<RecordedEvent, 'type'> & { readonly data: object }): string | undefined {
  if (type === 'PersonRegistered') return (data as DataOf<'PersonRegistered'>).nationalId;
  if (type !== 'EventCorrected') return undefined;
  return (data as { readonly data: { readonly nationalId?: string } }).data.nationalId;
}

function isRegistration(known: KnownEvent): known is KnownEvent<'PersonRegistered'> {
  return known.type === 'PersonRegistered';
}
