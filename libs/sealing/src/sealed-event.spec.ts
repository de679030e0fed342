import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import {
  EVENT_TYPE_NAMES,
  sealedFieldsOf,
  type EventContent,
  type EventTypeName,
  type Json,
  type JsonObject,
  type Position,
  type RecordedEvent,
  type StreamName,
} from '@ledger/vocabulary';
import { KeyRefused } from './key-provider.js';
import { MemorySubjectKeys } from './memory-subject-keys.js';
import {
  ERASED,
  mask,
  MASKED,
  needsSealing,
  openEvent,
  openEvents,
  RESTRICTED,
  sealEvent,
  subjectsToOpen,
} from './sealed-event.js';
import { isSealed, SealBroken } from './sealed-field.js';
import type { ActiveKey } from './subject-keys.js';

const HER: StreamName = 'person-5a0e7a0c-8c0f-4f0e-9d69-1b1c4d4b2a01';
const HIM: StreamName = 'person-5a0e7a0c-8c0f-4f0e-9d69-1b1c4d4b2a02';

const registered = { name: '吉克阿呷', nationalId: '11010519491231002X', birthDate: '1949-12-31', sex: '2' };

function contentOf(type: EventTypeName, data: JsonObject): EventContent {
  return {
    id: randomUUID(),
    type,
    schemaVersion: 1,
    subjects: [HER],
    effectiveOn: '1949-12-31',
    source: { department: 'PSB' },
    confidence: 'verified',
    evidence: [],
    data,
  };
}

function recorded(content: EventContent, stream = HER): RecordedEvent {
  return {
    ...content,
    stream,
    revision: 0,
    position: '00000000000000000001' as Position,
    recordedAt: '2020-01-01T00:00:00.000Z',
    digest: '',
  };
}

async function keyOf(keys: MemorySubjectKeys, subject = HER): Promise<ActiveKey> {
  const key = (await keys.forSealing([subject])).get(subject);
  if (key?.state !== 'active') throw new Error('no active key');
  return key;
}

/** A payload with a value at each of these paths, lists with several items, and something clear beside each of them. */
function payloadWith(paths: readonly string[], values: () => Json): JsonObject {
  const build = (under: readonly string[]): JsonObject => {
    const names = new Set(under.map((path) => /^[^.[]+/.exec(path)?.[0] as string));
    const fields = [...names].map((name): [string, Json] => {
      const rest = under.filter(
        (path) => path === name || (/^[.[]/.test(path.slice(name.length)) && path.startsWith(name)),
      );
      return [name, valueAt(rest.map((path) => path.slice(name.length)))];
    });
    return { ...Object.fromEntries(fields), clear: '510112' };
  };
  const valueAt = (rests: readonly string[]): Json => {
    if (rests.includes('')) return values();
    if (rests[0]?.startsWith('[]')) return [0, 1, 2].map(() => valueAt(rests.map((rest) => rest.slice(2))));
    return build(rests.map((rest) => rest.slice(1)));
  };
  return build(paths);
}

describe('sealing an event', () => {
  it('seals identity and leaves what rules and counts need', async () => {
    const content = contentOf('PersonRegistered', registered);
    const { data } = sealEvent(content, await keyOf(new MemorySubjectKeys()));
    expect(data).toEqual({ ...registered, name: expect.any(String), nationalId: expect.any(String) });
    expect([data['name'], data['nationalId']].every(isSealed)).toBe(true);
    const stored = JSON.stringify(data);
    expect(stored).not.toContain('吉克');
    expect(stored).not.toContain('11010519491231002X');
  });

  it.each(EVENT_TYPE_NAMES.filter((type) => type !== 'EventCorrected' && sealedFieldsOf(type).length > 0))(
    'of type %s leaves no secret in clear, and opens to what was sent',
    async (type) => {
      const keys = new MemorySubjectKeys();
      const key = await keyOf(keys);
      fc.assert(
        fc.property(fc.infiniteStream(fc.string({ unit: 'grapheme', minLength: 1 })), (texts) => {
          const secrets: string[] = [];
          const data = payloadWith(sealedFieldsOf(type), () => {
            secrets.push(`secret ${String(texts.next().value)}`);
            return secrets.at(-1) as string;
          });
          const content = contentOf(type, data);
          const sealed = sealEvent(content, key);
          const stored = JSON.stringify(sealed);
          for (const secret of secrets) expect(stored).not.toContain(JSON.stringify(secret).slice(1, -1));
          expect(stored).toContain('510112');
          expect(openEvent(recorded(sealed), new Map([[HER, key]])).data).toEqual(data);
        }),
        { numRuns: 20 },
      );
    },
  );

  it('says which events have nothing to seal', () => {
    expect(needsSealing(contentOf('PersonRegistered', registered))).toBe(true);
    expect(needsSealing(contentOf('PersonRegistered', { birthDate: '1949-12-31' }))).toBe(false);
    expect(
      needsSealing(contentOf('HukouTransferApplied', { conditionsStated: [{ code: 'GIVE_UP_HOMESTEAD' }] })),
    ).toBe(false);
  });

  it('seals the content of a correction by the type of the event that it corrects', async () => {
    const keys = new MemorySubjectKeys();
    const key = await keyOf(keys);
    const content = contentOf('EventCorrected', {
      corrects: randomUUID(),
      data: { name: '吉克阿各', birthDate: '1949-12-30' },
      reason: 'her name was misread',
    });
    expect(needsSealing(content, 'PersonRegistered')).toBe(true);
    const sealed = sealEvent(content, key, 'PersonRegistered');
    const amended = sealed.data['data'] as JsonObject;
    expect([amended['name'], sealed.data['reason']].every(isSealed)).toBe(true);
    expect(amended['birthDate']).toBe('1949-12-30');
    expect(openEvent(recorded(sealed), await keys.forOpening([HER])).data).toEqual(content.data);
  });

  it('stops where it cannot be told what is secret', async () => {
    const key = await keyOf(new MemorySubjectKeys());
    const correction = contentOf('EventCorrected', {
      corrects: randomUUID(),
      data: { name: '吉克' },
      reason: 'misread',
    });
    expect(() => sealEvent(correction, key)).toThrow(TypeError);
    expect(() => sealEvent(correction, key, 'EventCorrected')).toThrow(TypeError);
    expect(() => sealEvent({ ...correction, type: 'PersonMoved' }, key)).toThrow(TypeError);
  });

  it('seals a secret whole where it has another shape than expected', async () => {
    const keys = new MemorySubjectKeys();
    const content = contentOf('HukouTransferRejected', { reasons: { written: '吉克' }, appealInfo: true });
    const sealed = sealEvent(content, await keyOf(keys));
    expect(isSealed(sealed.data['reasons'])).toBe(true);
    expect(openEvent(recorded(sealed), await keys.forOpening([HER])).data).toEqual(content.data);
  });

  it('seals text that looks sealed once more, and takes none in a field that stays clear', async () => {
    const keys = new MemorySubjectKeys();
    const key = await keyOf(keys);
    const sealed = sealEvent(contentOf('PersonRegistered', registered), key);
    const again = contentOf('PersonRegistered', sealed.data);
    const twice = sealEvent(again, key);
    expect(openEvent(recorded(twice), await keys.forOpening([HER])).data).toEqual(sealed.data);
    const forged = contentOf('PersonRegistered', {
      ...registered,
      hukouDivision: sealed.data['name'] as string,
    });
    expect(() => sealEvent(forged, key)).toThrow(RangeError);
  });
});

describe('opening an event', () => {
  it('refuses a ciphertext that was moved to another field, event or subject', async () => {
    const keys = new MemorySubjectKeys();
    const hers = sealEvent(contentOf('PersonRegistered', registered), await keyOf(keys));
    const keyring = await keys.forSealing([HER, HIM]);
    const { name, nationalId } = hers.data as { name: string; nationalId: string };
    const moved: readonly RecordedEvent[] = [
      recorded({ ...hers, data: { ...hers.data, name: nationalId, nationalId: name } }),
      recorded({ ...hers, id: randomUUID() }),
      recorded({ ...hers, type: 'PersonDied' }),
      recorded(hers, HIM),
    ];
    for (const event of moved) expect(() => openEvent(event, keyring)).toThrow(SealBroken);
  });

  it('does not let the items of a list change places', async () => {
    const keys = new MemorySubjectKeys();
    const sealed = sealEvent(
      contentOf('HukouTransferRejected', { reasons: ['one', 'two'], appealInfo: true }),
      await keyOf(keys),
    );
    const reasons = sealed.data['reasons'] as readonly string[];
    const swapped = recorded({ ...sealed, data: { ...sealed.data, reasons: reasons.toReversed() } });
    expect(() => openEvent(swapped, new Map())).toThrow(KeyRefused);
    const keyring = await keys.forOpening([HER]);
    expect(() => openEvent(swapped, keyring)).toThrow(SealBroken);
  });

  it('shows what is erased or restricted as such, and the rest as it was', async () => {
    const keys = new MemorySubjectKeys();
    const event = recorded(sealEvent(contentOf('PersonRegistered', registered), await keyOf(keys)));
    await keys.retire([HER], 'restricted');
    const [restricted] = await openEvents([event], keys);
    expect(restricted?.data).toEqual({ ...registered, name: RESTRICTED, nationalId: RESTRICTED });
    await keys.retire([HER], 'destroyed');
    const [erased] = await openEvents([event], keys);
    expect(erased).toEqual({ ...event, data: { ...registered, name: ERASED, nationalId: ERASED } });
  });

  it('asks for the keys of those streams only that have something sealed', async () => {
    const keys = new MemorySubjectKeys();
    const sealed = recorded(sealEvent(contentOf('PersonRegistered', registered), await keyOf(keys)));
    const clear = recorded(contentOf('PersonDied', { deathDate: '2020-01-01' }), HIM);
    expect(subjectsToOpen([sealed, clear, sealed])).toEqual([HER]);
    const [opened, untouched] = await openEvents([sealed, clear], keys);
    expect(opened?.data).toEqual(registered);
    expect(untouched).toEqual(clear);
  });

  it('masks without any key', async () => {
    const { data } = sealEvent(
      contentOf('PersonRegistered', registered),
      await keyOf(new MemorySubjectKeys()),
    );
    expect(mask(data)).toEqual({ ...registered, name: MASKED, nationalId: MASKED });
  });
});
