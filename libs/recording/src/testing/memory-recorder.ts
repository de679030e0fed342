/** A recorder over stores in memory, with a clock that its test sets. */
import { MemoryEventStore, type EventStore } from '@ledger/event-store';
import { toCommand, type Command } from '@ledger/intake';
import { MasterKeyProvider, MemoryIdentityIndex, MemorySubjectKeys } from '@ledger/sealing';
import { builtInPolicy } from '../built-in-policy.js';
import { Recorder, type RecorderPorts } from '../recorder.js';

export interface MemoryPorts extends RecorderPorts {
  readonly identities: MemoryIdentityIndex;
}

/** 2022-06-01 at noon in Shanghai. */
export const NOON = Date.UTC(2022, 5, 1, 4);
const MASTER_KEY = new Uint8Array(32).fill(7);

export function memoryPorts(store: EventStore = new MemoryEventStore(), clock = () => NOON): MemoryPorts {
  return {
    store,
    keys: new MemorySubjectKeys(),
    identities: new MemoryIdentityIndex(),
    keyProvider: new MasterKeyProvider([MASTER_KEY]),
    clock,
  };
}

/** A recorder whose ledger has its built-in policy. */
export async function memoryRecorder(ports: RecorderPorts = memoryPorts()): Promise<Recorder> {
  const recorder = new Recorder(ports);
  await recorder.recordAll(builtInPolicy().map(({ command }) => command));
  return recorder;
}

/** A line of an import file as a command; its form must be right. */
export function commandOf(line: object): Command {
  const reading = toCommand(line);
  if ('command' in reading) return reading.command;
  throw new Error(reading.refusals.map(({ code, field }) => `${code} ${field ?? ''}`).join(', '));
}
