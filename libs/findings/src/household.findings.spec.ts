import { householdIn, householdOf, sayingIn, voided } from '@ledger/case/testing';
import { day, END } from '@ledger/time';
import { findingsOf } from './findings-of.js';

const land = householdOf('LAND_CONTRACT', '2010-01-01');
const ended = (kind: 'CONTRACT_LAND' | 'HOMESTEAD', reason: 'UNLAWFUL_TAKEBACK' | 'EXPROPRIATION') =>
  sayingIn('household-home')(
    'RuralRightEnded',
    '2020-05-01',
    { kind, reason, voluntary: false },
    { id: 'ended' },
  );

describe('UNLAWFUL_TAKEBACK', () => {
  it('is a breach of the safeguard from the day on which the land was taken', () => {
    expect(findingsOf(householdIn([...land, ended('CONTRACT_LAND', 'UNLAWFUL_TAKEBACK')]))).toEqual([
      {
        kind: 'breach',
        code: 'UNLAWFUL_TAKEBACK',
        entitlement: 'land.contract-right-kept',
        from: day('2020-05-01'),
        until: END,
        events: ['ended'],
      },
    ]);
  });

  it.each([
    { name: 'land that was expropriated', given: [ended('CONTRACT_LAND', 'EXPROPRIATION')] },
    { name: 'a homestead', given: [ended('HOMESTEAD', 'UNLAWFUL_TAKEBACK')] },
    {
      name: 'a taking that never happened',
      given: [
        ended('CONTRACT_LAND', 'UNLAWFUL_TAKEBACK'),
        voided(ended('CONTRACT_LAND', 'UNLAWFUL_TAKEBACK')),
      ],
    },
    { name: 'land that is held', given: [] },
  ])('is not raised by $name', ({ given }) => {
    expect(findingsOf(householdIn([...land, ...given]))).toEqual([]);
  });
});
