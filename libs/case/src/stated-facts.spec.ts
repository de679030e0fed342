import fc from 'fast-check';
import { addDays, day, formatDay, piecesOf, UNKNOWN } from '@ledger/time';
import { isWellFormed } from '@ledger/time/testing';
import { definitionOf, type EventTypeName } from '@ledger/vocabulary';
import { FIXTURES } from '@ledger/vocabulary/testing';
import type { StatedFact } from './fact.js';
import { getStatedFact, STATED_FACTS } from './stated-facts.js';
import { corrected, HER, labelsIn, sayingIn, voided, worldOf, type Said } from './testing/index.js';

const FACTS = [...STATED_FACTS.values()];
const named = FACTS.map((fact) => [fact.name, fact] as const);

describe('the stated facts', () => {
  it('are found by their names', () => {
    for (const fact of FACTS) expect(getStatedFact(fact.name)).toBe(fact);
    expect(new Set(FACTS.map(({ name }) => name)).size).toBe(FACTS.length);
    expect(() => getStatedFact('shoeSize')).toThrow('no such fact: shoeSize');
  });

  it('are folded from events of the catalogue that may stand in their streams', () => {
    const strays = FACTS.flatMap(({ name, from, scope }) =>
      from
        .filter((type) => !definitionOf(type).streams.includes(scope === 'person' ? 'person' : 'household'))
        .map((type) => `${name} from ${type}`),
    );
    expect(strays).toEqual([]);
    expect(FACTS.filter(({ from }) => from.length === 0)).toEqual([]);
  });

  it('have titles in both languages', () => {
    const untitled = FACTS.filter(
      ({ title }) => !/\p{Script=Han}/u.test(title.zh) || !/^[A-Z]/.test(title.en),
    );
    expect(untitled.map(({ name }) => name)).toEqual([]);
  });

  it.each(named)('%s says what its silence means while nothing was said', (name, { silent, scope }) => {
    const world = worldOf([]);
    const timeline = world.person('her').fact(name);
    if (name === 'alive' || scope !== 'person') expect([...new Set(timeline.values)]).toEqual([silent]);
    else expect(timeline.values).toEqual([silent]);
    const missing = silent === UNKNOWN ? [`missing ${name}`] : [];
    expect(piecesOf(timeline).flatMap(({ because }) => labelsIn(because))).toEqual(missing);
  });
});

/** Payloads that differ where a fact looks at them. */
const VARIANTS: Readonly<Partial<Record<EventTypeName, readonly object[]>>> = {
  DisabilityCertified: [{ level: 1 }, { level: 3 }, { level: 4, validTo: '2019-05-01' }],
  HouseholdEconomyVerified: [{ validTo: '2019-05-01' }, { assetsWithinLimit: false }],
  HukouTransferCompleted: [{ to: { division: '513437', urbanRuralClass: '220' } }],
  InsuranceContributionPaid: [
    { scheme: 'RES_PENSION', period: { year: 2019 } },
    { scheme: 'EMP_PENSION', period: { fromMonth: '2018-11', toMonth: '2019-02' } },
  ],
  InsuranceEnrolled: [{ scheme: 'EMP_MED' }, { scheme: 'EMP_PENSION' }],
  PensionBenefitStarted: [{ scheme: 'EMP_PENSION' }, { scheme: 'GOV_PENSION' }],
  PensionBenefitEnded: [{ scheme: 'EMP_PENSION' }],
  PovertyExitMarked: [{ policyRetainedUntil: '2019-05-01' }, { policyRetained: false }],
  PovertyReturnMarked: [{ kind: 'MONITOR_EDGE' }],
  PublicRentalAllocated: [{ to: '2019-05-01' }],
  ResidenceChanged: [{ to: { division: '513437', urbanRuralClass: '220' } }],
  ResidencePermitIssued: [{ endorsedUntil: '2019-05-01' }],
  RuralRightRegistered: [{ kind: 'HOMESTEAD' }, { kind: 'COLLECTIVE_MEMBERSHIP' }],
  SchoolEnrolled: [{ fullTime: false }],
  StatusRecognised: [{ kind: 'TEKUN' }, { kind: 'ORPHAN' }, { kind: 'LOW_INCOME' }],
  StatusEnded: [{ kind: 'TEKUN' }],
};
const DATES_OF_OTHERS: readonly EventTypeName[] = ['PersonRegistered', 'PersonDied'];
const days = fc
  .integer({ min: day('2018-01-01'), max: day('2021-12-31') })
  .map((value) => formatDay(addDays(day('1970-01-01'), value)));

interface Written {
  readonly type: EventTypeName;
  readonly on: string;
  readonly variant: number;
  readonly until: boolean;
  readonly amended: 'not' | 'moved' | 'voided';
  readonly to: string;
}

function eventsOf(types: readonly EventTypeName[]): fc.Arbitrary<readonly Written[]> {
  return fc.array(
    fc.record({
      type: fc.constantFrom(...types),
      on: days,
      variant: fc.nat(4),
      until: fc.boolean(),
      amended: fc.constantFrom('not', 'not', 'moved', 'voided'),
      to: days,
    }),
    { maxLength: 7 },
  );
}

/** A log in any order of days, with events that name one another, were moved, never happened. */
function logFrom(stream: Said['stream'], written: readonly Written[]): readonly Said[] {
  const log: Said[] = [];
  written.forEach(({ type, on, variant, until, amended, to }, index) => {
    const earlier = log.find(
      (each) => each.type === 'EmploymentStarted' || each.type === 'DisabilityCertified',
    );
    const data: Record<string, unknown> = { ...FIXTURES[type], ...VARIANTS[type]?.[variant] };
    if (type === 'PersonRegistered') data['birthDate'] = on;
    if (variant === 0) delete data['startedEventId'];
    else if (data['startedEventId'] !== undefined) data['startedEventId'] = earlier?.id;
    if (data['isChangeOf'] !== undefined) data['isChangeOf'] = earlier?.id;
    const event: Said = {
      ...sayingIn(stream)(type, on, data as never, { id: String(index) }),
      ...(until && !DATES_OF_OTHERS.includes(type) && { until: formatDay(addDays(day(on), 40)) }),
    };
    log.push(event);
    const dates = type === 'PersonRegistered' ? { birthDate: to } : {};
    if (amended === 'moved')
      log.push(corrected(event, dates, { effectiveOn: to, id: `${String(index)} moved` }));
    if (amended === 'voided') log.push(voided(event, `${String(index)} voided`));
  });
  return log;
}

const RUNS = 15;

describe('whatever departments said, in whatever order', () => {
  it.each(named)('%s is one value on every day, and rests on what was said in its stream', (name, fact) => {
    const stream: Said['stream'] = fact.scope === 'person' ? HER : 'household-home';
    fc.assert(
      fc.property(
        eventsOf([...fact.from, ...(fact.scope === 'person' ? (['PersonRegistered'] as const) : [])]),
        (written) => {
          const log = logFrom(stream, written);
          const timeline = worldOf(log).caseOf(stream).fact(name);
          const labels = new Set([...log.map(({ id }) => id), `missing ${name}`]);
          const stray = timeline.because.flatMap(labelsIn).filter((label) => !labels.has(label));
          expect([isWellFormed(timeline), timeline.values.includes(undefined as never), stray]).toEqual([
            true,
            false,
            [],
          ]);
        },
      ),
      { numRuns: RUNS },
    );
  });

  const shared = named.filter(([, { scope }]) => scope !== 'person');

  it.each(shared)('%s is so too for a person who comes and goes', (name, fact) => {
    const home = 'household-home' as const;
    const comings = fc.array(fc.record({ on: days, joins: fc.boolean() }), { maxLength: 4 });
    fc.assert(
      fc.property(eventsOf(fact.from), comings, (written, coming) => {
        const log = [
          sayingIn(home)(
            'HouseholdEstablished',
            '2018-01-01',
            { kind: kindOf(fact), division: '510112' },
            { id: 'home' },
          ),
          ...coming.map(({ on, joins }, index) =>
            joins
              ? sayingIn(home)(
                  'HouseholdMemberJoined',
                  on,
                  { personId: 'her' },
                  { id: `comes ${String(index)}` },
                )
              : sayingIn(home)(
                  'HouseholdMemberLeft',
                  on,
                  { personId: 'her' },
                  { id: `goes ${String(index)}` },
                ),
          ),
          ...logFrom(home, written),
        ];
        expect(isWellFormed(worldOf(log).person('her').fact(name))).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });
});

function kindOf({ scope }: StatedFact): 'HUKOU' | 'LIVING' | 'POVERTY_REGISTER' | 'LAND_CONTRACT' {
  if (scope === 'person') throw new Error('a person is no household');
  return scope;
}
