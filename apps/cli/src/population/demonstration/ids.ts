/**
 * The ids of the demonstration households that a reader may want to name. They are literals and stay what they are: the
 * ledger answers a repeated load with the original results, and the README quotes them.
 */
export const DEMONSTRATION = {
  /** 阿依's mother. */
  mother: '00000000-0000-4000-8000-0000000000a1',
  ayi: '00000000-0000-4000-8000-0000000000a2',
  motherRegister: '00000000-0000-4000-8000-0000000000a3',
  /** Her registration, and the event that corrects its birth date. */
  motherRegistered: '00000000-0000-4000-8000-000000000101',
  motherCorrected: '00000000-0000-4000-8000-000000000120',

  worker: '00000000-0000-4000-8000-0000000000b1',
  workerWife: '00000000-0000-4000-8000-0000000000b2',
  workerSon: '00000000-0000-4000-8000-0000000000b3',
  workerRegister: '00000000-0000-4000-8000-0000000000b4',
  workerHome: '00000000-0000-4000-8000-0000000000b5',
  workerArrived: '00000000-0000-4000-8000-000000000209',

  disabled: '00000000-0000-4000-8000-0000000000c1',
  disabledHusband: '00000000-0000-4000-8000-0000000000c2',
  disabledHome: '00000000-0000-4000-8000-0000000000c3',
  levelThree: '00000000-0000-4000-8000-000000000303',
  /** The certificate of level 2, learned late. */
  levelTwo: '00000000-0000-4000-8000-000000000309',

  landHolder: '00000000-0000-4000-8000-0000000000d1',
  landHolderDaughter: '00000000-0000-4000-8000-0000000000d2',
  landHousehold: '00000000-0000-4000-8000-0000000000d3',
} as const;
