/** 共同生活家庭: economy and housing as last verified; who is head. */
import { day, map, UNKNOWN, constant, type Day, type Timeline, type Unknown } from '@ledger/time';
import type { DataOf } from '@ledger/vocabulary';
import type { KnownStream } from './as-known.js';
import { statedFact, type FactValue } from './fact.js';
import { stateOver, type Stretch } from './intervals.js';
import { isOf } from './membership.js';
import { cm2Of, fenOf } from './quantities.js';

/** An economy check stands until the next one or its own end (`parameters.md`, `dibao.review-months`). */
function economy(stream: KnownStream): Timeline<DataOf<'HouseholdEconomyVerified'> | null> {
  return stream.once('economy', () =>
    stateOver<DataOf<'HouseholdEconomyVerified'> | null>(
      null,
      stream
        .ofType('HouseholdEconomyVerified')
        .map((known): Stretch<DataOf<'HouseholdEconomyVerified'> | null> => {
          const until: Day | undefined =
            known.data.validTo === undefined ? known.until : day(known.data.validTo);
          return { from: known.from, until, because: known.because, value: known.data };
        }),
    ),
  );
}

function housing(stream: KnownStream): Timeline<DataOf<'HousingConditionVerified'> | null> {
  return stream.once('housing', () =>
    stateOver<DataOf<'HousingConditionVerified'> | null>(
      null,
      stream
        .ofType('HousingConditionVerified')
        .map(({ from, until, because, data }) => ({ from, until, because, value: data })),
    ),
  );
}

export const householdIncomePerHead = statedFact({
  name: 'householdIncomePerHead',
  title: { zh: '家庭人均月收入', en: 'Household income per head and month' },
  scope: 'LIVING',
  unit: 'money',
  silent: UNKNOWN,
  department: 'MCA',
  from: ['HouseholdEconomyVerified'],
  fold: (stream) => map(economy(stream), (check) => (check ? fenOf(check.perCapitaMonthlyIncome) : UNKNOWN)),
});

export const assetsWithinLimit = statedFact({
  name: 'assetsWithinLimit',
  title: { zh: '家庭财产符合规定', en: 'Assets within the limit' },
  scope: 'LIVING',
  unit: 'flag',
  silent: UNKNOWN,
  department: 'MCA',
  from: ['HouseholdEconomyVerified'],
  fold: (stream) => map(economy(stream), (check) => check?.assetsWithinLimit ?? UNKNOWN),
});

export const ownsHome = statedFact({
  name: 'ownsHome',
  title: { zh: '自有住房', en: 'Owns a home' },
  scope: 'LIVING',
  unit: 'flag',
  silent: UNKNOWN,
  department: 'HOUS',
  from: ['HousingConditionVerified'],
  fold: (stream) => map(housing(stream), (check) => check?.ownHome ?? UNKNOWN),
});

export const housingAreaPerHead = statedFact({
  name: 'housingAreaPerHead',
  title: { zh: '人均住房面积', en: 'Housing area per head' },
  scope: 'LIVING',
  unit: 'area',
  silent: UNKNOWN,
  department: 'HOUS',
  from: ['HousingConditionVerified'],
  fold: (stream) => map(housing(stream), (check) => (check ? cm2Of(check.perCapitaAreaM2) : UNKNOWN)),
});

/** How the dwelling is held; OWN and RENT are a stable home (居住证暂行条例 art. 2). */
export const housingTenure = statedFact({
  name: 'housingTenure',
  title: { zh: '住房占有形式', en: 'Tenure of the dwelling' },
  scope: 'LIVING',
  unit: 'code',
  silent: 'none',
  department: 'HOUS',
  from: ['HousingConditionVerified'],
  fold: (stream) => map(housing(stream), (check) => check?.tenure ?? 'none'),
});

export const publicRental = statedFact({
  name: 'publicRental',
  title: { zh: '承租公租房', en: 'Holds a public rental' },
  scope: 'LIVING',
  unit: 'flag',
  silent: false,
  department: 'HOUS',
  from: ['PublicRentalAllocated', 'PublicRentalVacated'],
  fold: (stream) =>
    stateOver(
      false,
      stream.ofTypes('PublicRentalAllocated', 'PublicRentalVacated').map((known): Stretch<boolean> => {
        const { from, because } = known;
        if (!isOf(known, 'PublicRentalAllocated')) return { from, because, value: false };
        return {
          from,
          until: known.data.to === undefined ? known.until : day(known.data.to),
          because,
          value: true,
        };
      }),
    ),
});

/** The head of a household living together, as established: dibao looks at the head's hukou. */
export const headOfHousehold = statedFact({
  name: 'headOfHousehold',
  title: { zh: '户主', en: 'Head of household' },
  scope: 'LIVING',
  unit: 'code',
  silent: UNKNOWN,
  department: 'MCA',
  from: ['HouseholdEstablished'],
  fold: (stream) => {
    const established = stream.ofType('HouseholdEstablished').at(-1);
    return constant<FactValue | Unknown>(
      established?.data.headPersonId ?? UNKNOWN,
      established?.because ?? null,
    );
  },
});
