import fc from 'fast-check';
import { readJson } from './json-text.js';

describe('JSON', () => {
  it('is read as JSON.parse reads it', () => {
    fc.assert(
      fc.property(fc.json(), fc.boolean(), (text, spaced) => {
        const written = spaced ? JSON.stringify(JSON.parse(text), undefined, '\t') : text;
        expect(readJson(written)).toEqual({ value: JSON.parse(written) });
      }),
    );
  });

  it.each([
    '{"a":1,"a":2}',
    '{"a":1,"a":1}',
    '{"b":{"a":1,"c":"}","a":2}}',
    '[{"a":1},{"a":1,"a":2}]',
    '{"a" : 1, "a"\t: 2}',
    '{"a\\"":1,"a\\"":2}',
    '{"\\u0061":1,"a":2}',
  ])('with a key twice in one object is refused: %s', (text) => {
    expect(readJson(text)).toEqual({ fault: 'duplicate-key' });
  });

  it.each([
    '{"a":{"a":1}}',
    '[{"a":1},{"a":1}]',
    '{"a":"a","b":"a"}',
    '{"a":["a","a"]}',
    '{"a\\\\":1,"a":2}',
  ])('with a key in two objects, or a value like a key, is not: %s', (text) => {
    expect(readJson(text)).toEqual({ value: JSON.parse(text) });
  });

  it.each(['', '{', '{"a":1', "{'a':1}", '{"a":1,}', '{"a":01}', '{"a":1}{"b":2}', 'undefined'])(
    'that is none is refused: %s',
    (text) => {
      expect(readJson(text)).toEqual({ fault: 'not-json' });
    },
  );
});
