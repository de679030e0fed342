import { createSecretKey, randomBytes } from 'node:crypto';
import { blindIndexOf } from './blind-index.js';
import { commandFingerprint } from './fingerprint.js';

const key = createSecretKey(Buffer.alloc(32, 7));

describe('the fingerprint of a command', () => {
  it('is the same whatever the order of its fields', () => {
    expect(
      commandFingerprint(key, { type: 'PersonDied', data: { deathDate: '2020-01-01', kind: 'NATURAL' } }),
    ).toBe(
      commandFingerprint(key, { data: { kind: 'NATURAL', deathDate: '2020-01-01' }, type: 'PersonDied' }),
    );
  });

  it.each([
    ['another value', { name: '吉克' }, { name: '吉克 ' }],
    ['a number for a text', { year: 2016 }, { year: '2016' }],
    ['another order of a list', { causes: ['a', 'b'] }, { causes: ['b', 'a'] }],
    ['an absent field', { until: null }, {}],
  ])('differs by %s', (_, one, other) => {
    expect(commandFingerprint(key, one)).not.toBe(commandFingerprint(key, other));
  });

  it('cannot be computed without the key', () => {
    const other = createSecretKey(randomBytes(32));
    expect(commandFingerprint(key, { name: '吉克' })).not.toBe(commandFingerprint(other, { name: '吉克' }));
  });

  it('stays as it is for ever: commands are compared with those of years ago', () => {
    expect(commandFingerprint(key, { type: 'PersonDied', year: 2020 })).toBe(
      '1ce080856ea2af175459929f3a22de2f062054abd4b90c7762c886d84a3e12f3',
    );
  });
});

describe('the blind index of a national ID', () => {
  it('is 32 hex digits and stays as it is for ever', () => {
    expect(blindIndexOf(key, '11010519491231002X')).toBe('e58b85b5acb2b9465eb37b53d2f595cc');
  });

  it('differs by number and by key', () => {
    const index = blindIndexOf(key, '11010519491231002X');
    expect(blindIndexOf(key, '440524188001010014')).not.toBe(index);
    expect(blindIndexOf(createSecretKey(randomBytes(32)), '11010519491231002X')).not.toBe(index);
  });
});
