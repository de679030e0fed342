import fc from 'fast-check';
import { formatDay } from '@ledger/time';
import type { RecordedEvent } from '@ledger/vocabulary';
import { knownEvents, standingOf, StreamHistory } from './as-known.js';
import {
  corrected,
  HER,
  her,
  labelsIn,
  logOf,
  placeOf,
  reversed,
  voided,
  type Said,
} from './testing/index.js';

const arrival = her(
  'UrbanArrivalRecorded',
  '2019-03-01',
  { division: '510112', urbanRuralClass: '111', basis: 'LEASE' },
  { id: 'arrival' },
);
const moved = her(
  'ResidenceChanged',
  '2019-06-01',
  { to: { division: '510107', urbanRuralClass: '111' } },
  { id: 'move' },
);
const basisCorrected = corrected(arrival, { basis: 'SCHOOL' }, { id: 'basis' });
const placeCorrected = corrected(arrival, { division: '511302', basis: 'LABOUR_CONTRACT' }, { id: 'place' });
const dayCorrected = corrected(arrival, {}, { id: 'day', effectiveOn: '2019-02-01' });
const arrivalVoided = voided(arrival, 'voiding');
const voidingReversed = reversed(arrivalVoided, 'reversal');

const known = (...said: readonly Said[]) =>
  knownEvents(logOf(said)).map(({ event, data, from, because, amendedBy }) => ({
    id: event.id,
    says: data,
    from: formatDay(from),
    because: labelsIn(because),
    amendedBy,
  }));
const LEASE = { division: '510112', urbanRuralClass: '111', basis: 'LEASE' };

describe('what an event says', () => {
  it('is what was recorded, until it is amended', () => {
    expect(known(arrival)).toEqual([
      { id: 'arrival', says: LEASE, from: '2019-03-01', because: ['arrival'], amendedBy: [] },
    ]);
  });

  it.each<{ name: string; log: readonly Said[]; says: object; from?: string; amendedBy: readonly string[] }>([
    {
      name: 'the fields that a correction names, and otherwise the old ones',
      log: [arrival, basisCorrected],
      says: { ...LEASE, basis: 'SCHOOL' },
      amendedBy: ['basis'],
    },
    {
      name: 'of two corrections of a field what the later says',
      log: [arrival, basisCorrected, placeCorrected],
      says: { ...LEASE, division: '511302', basis: 'LABOUR_CONTRACT' },
      amendedBy: ['basis', 'place'],
    },
    {
      name: 'so in the order of the log, whichever was meant first',
      log: [arrival, placeCorrected, basisCorrected],
      says: { ...LEASE, division: '511302', basis: 'SCHOOL' },
      amendedBy: ['place', 'basis'],
    },
    {
      name: 'from another day, where a correction moves it',
      log: [arrival, dayCorrected],
      says: LEASE,
      from: '2019-02-01',
      amendedBy: ['day'],
    },
    {
      name: 'from the day of the first correction that names one, where a later one names none',
      log: [arrival, dayCorrected, basisCorrected],
      says: { ...LEASE, basis: 'SCHOOL' },
      from: '2019-02-01',
      amendedBy: ['day', 'basis'],
    },
    {
      name: 'the old content again, once its correction is voided',
      log: [arrival, basisCorrected, voided(basisCorrected)],
      says: LEASE,
      amendedBy: [],
    },
    {
      name: 'the other correction’s content, once one is voided',
      log: [arrival, basisCorrected, placeCorrected, voided(placeCorrected)],
      says: { ...LEASE, basis: 'SCHOOL' },
      amendedBy: ['basis'],
    },
    {
      name: 'the correction’s content, once its voiding is reversed',
      log: [arrival, basisCorrected, voided(basisCorrected, 'v'), reversed(voided(basisCorrected, 'v'))],
      says: { ...LEASE, basis: 'SCHOOL' },
      amendedBy: ['basis'],
    },
    {
      name: 'what it said, once its voiding is reversed',
      log: [arrival, basisCorrected, arrivalVoided, voidingReversed],
      says: { ...LEASE, basis: 'SCHOOL' },
      amendedBy: ['basis'],
    },
  ])('is $name', ({ log, says, from = '2019-03-01', amendedBy }) => {
    expect(known(...log)).toEqual([
      { id: 'arrival', says, from, because: ['arrival', ...amendedBy].sort(), amendedBy },
    ]);
  });

  it('is replaced by the group, where a correction names one', () => {
    const placed = corrected(moved, { to: { division: '511302', urbanRuralClass: '121' } });
    expect(known(moved, placed)[0]?.says).toEqual({ to: { division: '511302', urbanRuralClass: '121' } });
    const [changed] = known(moved, corrected(moved, { from: { division: '510112' } }));
    expect(changed?.says).toEqual({
      from: { division: '510112' },
      to: { division: '510107', urbanRuralClass: '111' },
    });
  });
});

describe('an event that never happened', () => {
  const again = voided(arrival, 'voided again');
  it.each<{ name: string; log: readonly Said[]; stands: readonly string[] }>([
    { name: 'is gone, with its corrections', log: [arrival, basisCorrected, arrivalVoided], stands: [] },
    { name: 'leaves the others', log: [arrival, moved, arrivalVoided], stands: ['move'] },
    {
      name: 'is back, once that is reversed',
      log: [arrival, arrivalVoided, voidingReversed],
      stands: ['arrival'],
    },
    { name: 'is gone, voided again', log: [arrival, arrivalVoided, voidingReversed, again], stands: [] },
    {
      name: 'is back, reversed again',
      log: [arrival, arrivalVoided, voidingReversed, again, reversed(again)],
      stands: ['arrival'],
    },
  ])('$name', ({ log, stands }) => {
    expect(known(...log).map(({ id }) => id)).toEqual(stands);
  });

  it('says by what it is voided, corrected, reversed', () => {
    const standing = standingOf(logOf([arrival, basisCorrected, arrivalVoided]));
    expect([...standing.voidedBy]).toEqual([['arrival', 'voiding']]);
    expect(standing.correctedBy.get('arrival')?.map(({ id }) => id)).toEqual(['basis']);
    const after = standingOf(logOf([arrival, basisCorrected, arrivalVoided, voidingReversed]));
    expect([...after.voidedBy]).toEqual([]);
    expect([...after.reversedBy]).toEqual([['voiding', 'reversal']]);
  });
});

describe('any log of amendments', () => {
  /** What the deciders let in: facts are corrected and voided, corrections voided, voidings reversed. */
  const acts = fc.array(
    fc.record({ act: fc.constantFrom('correct', 'void', 'reverse'), target: fc.nat(20) }),
    {
      maxLength: 12,
    },
  );

  function logFrom(planned: readonly { readonly act: string; readonly target: number }[]): readonly Said[] {
    const log: Said[] = [arrival, moved];
    planned.forEach(({ act, target }, index) => {
      const among = log.filter(({ type }) =>
        act === 'reverse'
          ? type === 'EventVoided'
          : type !== 'EventVoided' &&
            type !== 'VoidingReversed' &&
            (act === 'void' || type !== 'EventCorrected'),
      );
      const chosen = among[target % Math.max(1, among.length)];
      const id = `${act} ${String(index)}`;
      if (chosen === undefined) return;
      if (act === 'correct') log.push(corrected(chosen, { basis: id }, { id }));
      else log.push(act === 'void' ? voided(chosen, id) : reversed(chosen, id));
    });
    return log;
  }

  /** An event stands unless a voiding of it stands; a voiding unless a reversal of it does. */
  function stands(event: RecordedEvent, log: readonly RecordedEvent[]): boolean {
    return !log.some(
      (later) =>
        (later.data['voids'] === event.id || later.data['reverses'] === event.id) && stands(later, log),
    );
  }

  it('leaves what stands, with the corrections that stand, at every position', () => {
    fc.assert(
      fc.property(acts, fc.nat(), (planned, cut) => {
        const log = logOf(logFrom(planned)).slice(0, 2 + (cut % 12));
        const expected = log
          .filter((event) => (event.id === 'arrival' || event.id === 'move') && stands(event, log))
          .map((event) => {
            const corrections = log.filter((each) => each.data['corrects'] === event.id && stands(each, log));
            return {
              id: event.id,
              basis: corrections.at(-1)?.id ?? event.data['basis'],
              amendedBy: corrections.map(({ id }) => id),
            };
          });
        const found = knownEvents(log).map(({ event, data, amendedBy }) => ({
          id: event.id,
          basis: (data as { basis?: unknown }).basis,
          amendedBy,
        }));
        expect(found).toEqual(expected);
      }),
    );
  });
});

describe('a stream’s history', () => {
  const log = logOf([arrival, moved, dayCorrected, arrivalVoided]);
  const history = new StreamHistory(HER, [...log]);
  const idsAt = (place: number): readonly string[] =>
    history.asKnown(placeOf(place)).events.map(({ event, from }) => `${event.id} ${formatDay(from)}`);

  it('answers as known at any position, in any order of asking', () => {
    expect(idsAt(4)).toEqual(['move 2019-06-01']);
    expect(idsAt(2)).toEqual(['arrival 2019-03-01', 'move 2019-06-01']);
    expect(idsAt(0)).toEqual([]);
    expect(idsAt(3)).toEqual(['arrival 2019-02-01', 'move 2019-06-01']);
    expect(idsAt(1)).toEqual(['arrival 2019-03-01']);
    expect(idsAt(99)).toEqual(['move 2019-06-01']);
  });

  it('folds once while nothing comes, and anew once something does', () => {
    const growing = new StreamHistory(HER, [...log.slice(0, 1)]);
    const before = growing.asKnown(placeOf(1));
    expect(growing.asKnown(placeOf(1))).toBe(before);
    for (const event of log.slice(1, 2)) growing.append(event);
    expect(growing.asKnown(placeOf(2)).events).toHaveLength(2);
    expect(growing.events).toHaveLength(2);
  });

  it('gives events of a type by day, those of one day by their first place in the log', () => {
    const early = her('UrbanResidenceEnded', '2019-06-01', {}, { id: 'end' });
    const stream = new StreamHistory(HER, [
      ...logOf([moved, early, arrival, corrected(arrival, {}, { effectiveOn: '2019-06-01' })]),
    ]).asKnown(placeOf(4));
    expect(
      stream
        .ofTypes('UrbanArrivalRecorded', 'ResidenceChanged', 'UrbanResidenceEnded')
        .map(({ event }) => event.id),
    ).toEqual(['move', 'end', 'arrival']);
    expect(stream.ofType('ResidenceChanged').map(({ event }) => event.id)).toEqual(['move']);
    expect(stream.ofType('PersonDied')).toEqual([]);
  });
});
