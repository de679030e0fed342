import {
  CODE_LISTS,
  definitionOf,
  EVENT_TYPE_NAMES,
  HOUSEHOLD_KINDS,
  RURAL_RIGHTS,
  STATUS_KINDS,
  type DataOf,
  type EventTypeName,
  type HouseholdKind,
} from '@ledger/vocabulary';
import { mayRecord } from './may-record.js';
import { ownersOf } from './owners.js';

const PERSON = '0190a1b2-0000-7000-8000-000000000001';
const joined: DataOf<'HouseholdMemberJoined'> = { personId: PERSON };
const ended = { voluntary: true, reason: 'VOLUNTARY_RETURN' } as const;

/** Every word that ownership turns on, for each type that has one. */
const KINDS: Readonly<Partial<Record<EventTypeName, readonly object[]>>> = {
  HouseholdEstablished: HOUSEHOLD_KINDS.map((kind) => ({ kind })),
  StatusRecognised: STATUS_KINDS.map((kind) => ({ kind })),
  StatusEnded: STATUS_KINDS.map((kind) => ({ kind })),
  RuralRightRegistered: RURAL_RIGHTS.map((kind) => ({ kind })),
  RuralRightEnded: RURAL_RIGHTS.map((kind) => ({ kind })),
};
const SCHEMES = CODE_LISTS.insuranceScheme.codes.map((scheme) => ({ scheme }));

describe('who may record what', () => {
  it.each([
    ['a hukou household', 'HUKOU', 'PSB'],
    ['a household living together', 'LIVING', 'MCA'],
    ['a poverty-register household', 'POVERTY_REGISTER', 'POV'],
    ['a land-contract household', 'LAND_CONTRACT', 'AGRI'],
  ] as const)('members of %s (%s) are written by %s alone', (_, kind, owner) => {
    expect(mayRecord({ department: owner }, 'HouseholdMemberJoined', joined, kind)).toBe('allowed');
    for (const other of ['PSB', 'MCA', 'POV', 'AGRI'].filter((department) => department !== owner)) {
      expect(mayRecord({ department: other }, 'HouseholdMemberJoined', joined, kind)).toBe('NOT_OWNER');
    }
  });

  it.each([
    ['DIBAO', 'MCA', 'HRSS'],
    ['TEKUN', 'MCA', 'POV'],
    ['EMPLOYMENT_HARDSHIP', 'HRSS', 'MCA'],
    ['SEVERE_MENTAL', 'HEALTH', 'MCA'],
  ] as const)('the status %s is %s’s, not %s’s', (kind, owner, other) => {
    const data = { kind, reason: 'MOVED' } as const;
    expect(mayRecord({ department: owner }, 'StatusEnded', data)).toBe('allowed');
    expect(mayRecord({ department: other }, 'StatusEnded', data)).toBe('NOT_OWNER');
  });

  it.each([
    ['RES_PENSION', 'HRSS', 'HSA'],
    ['RES_MED', 'HSA', 'HRSS'],
  ] as const)('the scheme %s is %s’s, not %s’s', (scheme, owner, other) => {
    const data = { scheme, division: '513437', category: 'RESIDENT' } as const;
    expect(mayRecord({ department: owner }, 'InsuranceEnrolled', data)).toBe('allowed');
    expect(mayRecord({ department: other }, 'InsuranceEnrolled', data)).toBe('NOT_OWNER');
  });

  it('homesteads are LAND’s, contracts and memberships AGRI’s', () => {
    const owners = RURAL_RIGHTS.map((kind) => ownersOf('RuralRightEnded', { ...ended, kind }));
    expect(owners).toEqual([['AGRI'], ['LAND'], ['AGRI']]);
  });

  it('nobody records a refusal but the ledger itself', () => {
    const trace = {
      code: 'LAND_RIGHTS_CONDITION',
      article: 16,
      attemptedType: 'HukouTransferApplied',
      attemptedBy: 'PSB',
    };
    expect(ownersOf('RefusalRecorded', trace as DataOf<'RefusalRecorded'>)).toEqual([]);
  });

  it('a department that does not exist owns nothing', () => {
    expect(mayRecord({ department: 'POST' }, 'HouseholdMemberJoined', joined, 'LIVING')).toBe('NOT_OWNER');
  });

  it('the table only narrows what the catalogue says, and leaves no event without an owner', () => {
    for (const type of EVENT_TYPE_NAMES) {
      for (const data of KINDS[type] ?? SCHEMES) {
        for (const household of [undefined, ...HOUSEHOLD_KINDS] as readonly (HouseholdKind | undefined)[]) {
          const owners = ownersOf(type, data as never, household);
          expect(definitionOf(type).owners).toEqual(expect.arrayContaining([...owners]));
          expect(owners.length > 0).toBe(type !== 'RefusalRecorded');
        }
      }
    }
  });
});
