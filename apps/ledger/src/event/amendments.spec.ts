import type { Standing } from '@ledger/case';
import type { RecordedEvent } from '@ledger/vocabulary';
import { amendmentsOf, standingIn } from './amendments.js';

const correction = (id: string): RecordedEvent => ({ id }) as RecordedEvent;

/** As known after: b and c correct a; d voided e, which f took back; g voids h, which i had corrected. */
const STREAM: Standing = {
  correctedBy: new Map([
    ['a', [correction('b'), correction('c')]],
    ['h', [correction('i')]],
  ]),
  voidedBy: new Map([['h', 'g']]),
  reversedBy: new Map([['d', 'f']]),
};

it.each`
  event  | what                        | standing       | amendedBy
  ${'a'} | ${'a corrected event'}      | ${'corrected'} | ${['b', 'c']}
  ${'e'} | ${'a restored event'}       | ${'in-force'}  | ${[]}
  ${'d'} | ${'a voiding taken back'}   | ${'voided'}    | ${['f']}
  ${'h'} | ${'corrected, then voided'} | ${'voided'}    | ${['i', 'g']}
  ${'z'} | ${'any other event'}        | ${'in-force'}  | ${[]}
`(
  '$what is $standing',
  ({ event, standing, amendedBy }: { event: string; standing: string; amendedBy: string[] }) => {
    expect(standingIn(STREAM, event)).toBe(standing);
    expect(amendmentsOf(STREAM, event)).toEqual(amendedBy);
  },
);
