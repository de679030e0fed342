/** 建档立卡: the poverty register's households and their state. */
import { addDays, day, type Day } from '@ledger/time';
import { isOf } from './membership.js';
import { stateOver, type Stretch } from './intervals.js';
import { statedFact } from './fact.js';
import type { KnownStream } from './as-known.js';

type RegistryState = 'none' | 'not-exited' | 'exited' | 'returned';

const REGISTRY_EVENTS = ['PovertyHouseholdRegistered', 'PovertyExitMarked', 'PovertyReturnMarked'] as const;

/** A mark needs a registration that it marks; beside that each says what it says, whatever came before it. */
function registryStates(stream: KnownStream): readonly Stretch<RegistryState>[] {
  const states: Stretch<RegistryState>[] = [];
  let state: RegistryState = 'none';
  for (const known of stream.ofTypes(...REGISTRY_EVENTS)) {
    const { from, because } = known;
    let next: RegistryState = state;
    if (isOf(known, 'PovertyHouseholdRegistered')) next = 'not-exited';
    else if (isOf(known, 'PovertyExitMarked')) next = state === 'none' ? 'none' : 'exited';
    else if (isOf(known, 'PovertyReturnMarked')) {
      if (known.data.kind === 'RETURNED' && state !== 'none') next = 'returned';
    }
    if (next !== state) states.push({ from, value: next, because });
    state = next;
  }
  return states;
}

export const povertyRegistry = statedFact({
  name: 'povertyRegistry',
  title: { zh: '建档立卡状态', en: 'Poverty register' },
  scope: 'POVERTY_REGISTER',
  unit: 'code',
  silent: 'none',
  department: 'POV',
  from: [...REGISTRY_EVENTS],
  fold: (stream) => stateOver<RegistryState>('none', registryStates(stream)),
});

/** 脱贫不脱政策: the exit mark keeps the policy, until the last day it names. */
export const povertyPolicyRetained = statedFact({
  name: 'povertyPolicyRetained',
  title: { zh: '脱贫不脱政策', en: 'Policy retained after exit' },
  scope: 'POVERTY_REGISTER',
  unit: 'flag',
  silent: false,
  department: 'POV',
  from: [...REGISTRY_EVENTS],
  fold: (stream) => {
    const states = registryStates(stream);
    const retained = states.map((state): Stretch<boolean> => {
      const exit =
        state.value === 'exited'
          ? stream.ofType('PovertyExitMarked').findLast((known) => known.from === state.from)
          : undefined;
      return {
        from: state.from,
        until: lastDayEnd(exit?.data.policyRetainedUntil),
        value: exit?.data.policyRetained === true,
        because: state.because,
      };
    });
    return stateOver(false, retained);
  },
});

/** The first day after a last day as printed on a document. */
function lastDayEnd(lastDay: string | undefined): Day | undefined {
  return lastDay === undefined ? undefined : addDays(day(lastDay), 1);
}
