import type { StreamName } from '@ledger/vocabulary';
import { ORIGIN } from '../port.js';
import type { OpenStore } from './contract.js';
import {
  appended,
  everythingAfter,
  headOf,
  newHousehold,
  newPerson,
  requestOf,
  said,
  sampleEvent,
} from './sample-events.js';
import { sharedStore } from './shared-store.js';

/** "No event about any of these subjects has come after this position." */
export function conditionContract(open: OpenStore): void {
  const store = sharedStore(open);
  const about = (...subjects: [StreamName, ...StreamName[]]) => ({ events: [sampleEvent(subjects)] });

  it.each<[string, number, string]>([
    ['nothing was read of a subject that has an event', 0, 'CONCURRENT_CHANGE'],
    ['an event came after the one that was read', 1, 'CONCURRENT_CHANGE'],
    ['the last event was read', 2, 'appended'],
  ])('%s', async (_name, read, outcome) => {
    const [member, household, decision] = [newPerson(), newHousehold(), newPerson()];
    const [first] = await appended(store(), requestOf(member, about(member, household)));
    const [second] = await appended(store(), requestOf(household, about(household)));
    const after = [ORIGIN, first.position, second.position][read] ?? ORIGIN;
    const request = requestOf(decision, {
      ...about(decision),
      condition: { subjects: [newPerson(), household], after },
    });
    expect(said(await store().append(request))).toBe(outcome);
    expect(await store().readStream(decision)).toHaveLength(outcome === 'appended' ? 1 : 0);
  });

  it('holds for subjects of whom nothing is known, for none, and for other subjects', async () => {
    const [stream, bystander] = [newPerson(), newPerson()];
    const head = await headOf(store());
    await appended(store(), requestOf(bystander, about(bystander)));
    await appended(
      store(),
      requestOf(stream, { condition: { subjects: [stream, newHousehold()], after: head } }),
    );
    await appended(store(), requestOf(newPerson(), { condition: { subjects: [], after: ORIGIN } }));
  });

  it('names the subject, so that the writer knows what to read again', async () => {
    const [member, household] = [newPerson(), newHousehold()];
    await appended(store(), requestOf(member, about(member, household)));
    const result = await store().append(
      requestOf(newPerson(), { condition: { subjects: [newPerson(), household], after: ORIGIN } }),
    );
    expect(result).toMatchObject({
      outcome: 'refused',
      code: 'CONCURRENT_CHANGE',
      detail: expect.stringContaining(household),
    });
  });

  it('thirty decisions about one household rest on the same reading: one is taken', async () => {
    const household = newHousehold();
    const after = await headOf(store());
    const results = await Promise.all(
      Array.from({ length: 30 }, () => {
        const stream = newPerson();
        return store().append(
          requestOf(stream, { ...about(stream, household), condition: { subjects: [household], after } }),
        );
      }),
    );
    expect(results.map(said).sort()).toEqual(
      ['appended', ...Array<string>(29).fill('CONCURRENT_CHANGE')].sort(),
    );
    expect(await store().readSubjects([household])).toHaveLength(1);
    expect(
      (await everythingAfter(store(), after)).filter(({ subjects }) => subjects.includes(household)),
    ).toHaveLength(1);
  });

  it("thirty decisions about thirty households do not stand in each other's way", async () => {
    const after = await headOf(store());
    const results = await Promise.all(
      Array.from({ length: 30 }, () => {
        const [stream, household] = [newPerson(), newHousehold()];
        return store().append(
          requestOf(stream, { ...about(stream, household), condition: { subjects: [household], after } }),
        );
      }),
    );
    expect(new Set(results.map(said))).toEqual(new Set(['appended']));
  });

  it('a decision and the fact it rests on race: never both in the wrong order', async () => {
    for (let round = 0; round < 10; round++) {
      const [member, decision] = [newPerson(), newPerson()];
      const after = await headOf(store());
      const fact = requestOf(member, about(member));
      const resting = requestOf(decision, {
        ...about(decision, member),
        condition: { subjects: [member], after },
      });
      const [first, second] = round % 2 === 0 ? [fact, resting] : [resting, fact];
      await Promise.all([store().append(first), store().append(second)]);
      const streams = (await store().readSubjects([member])).map(({ stream }) => stream);
      expect([[member], [decision, member]]).toContainEqual(streams);
    }
  });
}
