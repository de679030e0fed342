/**
 * Events applied by the projector, against writing the rows it came to in the same transactions without judging
 * anything. Both go over the log in slices, in turns; what they have written is the same in the end, and is compared.
 */
import { makeSchema, Projector, READING } from '@ledger/read-models';
import { withFilledLedger, type FilledLedger } from './filled-ledger.js';
import { median, medianRatio, type Measurement } from './measurement.js';
import { eventsOf } from './population.js';
import { batchBetween, insistOnSameRows, RowWriter, type RowBatch } from './row-writer.js';

const PERSONS = 4_000;
const BATCHES_A_SLICE = 5;
/** Compiles, prepares and fills caches; not measured. */
const WARM_UP_SLICES = 2;
const BY_HAND = 'by_hand';

export async function benchProjection(serverUrl: string): Promise<readonly Measurement[]> {
  const measurements: Measurement[] = [];
  for (const order of ['household', 'time'] as const) {
    const { projector, byHand } = await withFilledLedger(
      serverUrl,
      eventsOf({ persons: PERSONS, seed: 1, order }),
      paces,
    );
    measurements.push({
      name: `events applied, file in the order of ${order === 'household' ? 'households' : 'time'}`,
      figure: Math.round(median(projector)),
      unit: 'events/s',
      peer: { name: 'writing the same rows', figure: Math.round(median(byHand)) },
      ratio: medianRatio(projector, byHand),
      target: { of: 'ratio', is: 'at least', value: 0.3 },
    });
  }
  return measurements;
}

interface Paces {
  readonly projector: number[];
  readonly byHand: number[];
}

/** Events a second of both, slice by slice. */
async function paces({ pool, store }: FilledLedger): Promise<Paces> {
  await makeSchema(pool, BY_HAND);
  const subject = new Projector(pool, store);
  const writer = new RowWriter(pool, BY_HAND);
  const found: Paces = { projector: [], byHand: [] };
  await subject.start();
  for (let slice = 0; ; slice++) {
    const boundaries = [subject.reached];
    let events = 0;
    const projecting = await secondsOf(async () => {
      for (let batch = 0; batch < BATCHES_A_SLICE; batch++) {
        const applied = await subject.applyNext();
        if (applied === 0) break;
        events += applied;
        boundaries.push(subject.reached);
      }
    });
    if (events === 0) break;
    const batches: RowBatch[] = [];
    for (const [index, upTo] of boundaries.entries()) {
      const after = boundaries[index - 1];
      if (after !== undefined)
        batches.push(await batchBetween(pool, READING, String(BigInt(after)), String(BigInt(upTo))));
    }
    const writing = await secondsOf(async () => {
      for (const batch of batches) await writer.write(batch);
    });
    if (slice < WARM_UP_SLICES) continue;
    found.projector.push(events / projecting);
    found.byHand.push(events / writing);
  }
  await insistOnSameRows(pool, READING, BY_HAND);
  return found;
}

export async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1_000;
}
