import type { StreamName } from '@ledger/vocabulary';
import { StreamHistory } from './as-known.js';
import { mayChange } from './changes.js';
import { getStatedFact } from './stated-facts.js';
import { HER, her, logOf, placeOf, sayingIn, type Said } from './testing/index.js';

const HOME: StreamName = 'household-home';
const home = sayingIn(HOME);
const paid = (scheme: 'RES_PENSION' | 'EMP_PENSION', year: number): Said =>
  her('InsuranceContributionPaid', `${String(year)}-05-01`, {
    scheme,
    period: { year },
    personal: '100.00',
    paidOn: `${String(year)}-05-01`,
    accountBalance: '100.00',
  });

/** Whether the last of these events may change an answer by way of a fact. */
function lastMayChange(fact: string, said: readonly Said[], stream: StreamName = HER): boolean {
  const log = logOf(said);
  const history = new StreamHistory(stream, [...log]);
  const at = placeOf(log.length);
  return mayChange(
    getStatedFact(fact),
    said.at(-1)?.type ?? '',
    history.asKnownBeforeLast(at),
    history.asKnown(at),
  );
}

describe('an event', () => {
  const resident = paid('RES_PENSION', 2018);

  it.each`
    fact                              | last                         | may
    ${'contributedYears.RES_PENSION'} | ${paid('RES_PENSION', 2019)} | ${true}
    ${'contributedYears.RES_PENSION'} | ${paid('EMP_PENSION', 2019)} | ${false}
    ${'employeePensionThisYear'}      | ${paid('RES_PENSION', 2019)} | ${false}
    ${'employeePensionThisYear'}      | ${paid('EMP_PENSION', 2019)} | ${true}
  `('changes $fact: $may', ({ fact, last, may }: { fact: string; last: Said; may: boolean }) => {
    expect(lastMayChange(fact, [resident, last])).toBe(may);
  });

  it('that says what was said already changes nothing', () => {
    const arrived = (on: string): Said =>
      her('UrbanArrivalRecorded', on, {
        division: '510104',
        urbanRuralClass: '111',
        basis: 'LEASE',
      } as never);
    expect(lastMayChange('livesInTown', [arrived('2019-03-01'), arrived('2020-03-01')])).toBe(false);
    expect(lastMayChange('livesInTown', [arrived('2020-03-01'), arrived('2019-03-01')])).toBe(true);
  });

  it('may change what rules see of it apart, though the fact over all stays', () => {
    const started = (on: string): Said =>
      her('EmploymentStarted', on, { type: 'EMPLOYEE', division: '510104', labourContract: true } as never);
    expect(lastMayChange('employment', [started('2019-01-01'), started('2020-01-01')])).toBe(true);
  });

  it('may change what a household says of some member', () => {
    const recognised = (on: string): Said =>
      home('StatusRecognised', on, { kind: 'DIBAO', detail: { members: ['her'] } } as never);
    expect(lastMayChange('dibao', [recognised('2019-01-01'), recognised('2020-01-01')], HOME)).toBe(true);
  });
});
