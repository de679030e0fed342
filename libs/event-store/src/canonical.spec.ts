import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalJson, digestOf } from './canonical.js';

describe('canonical JSON (RFC 8785)', () => {
  it.each([
    ['literals (3.2.2)', { literals: [null, true, false] }, '{"literals":[null,true,false]}'],
    ['text (3.2.2.2)', '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/', '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'],
    ['short escapes', '\b\t\n\f\r\u0000\u001f\u007f\u2028', '"\\b\\t\\n\\f\\r\\u0000\\u001f\u007f\u2028"'],
    [
      'keys by UTF-16 code units (3.2.3)',
      { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 },
      '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}',
    ],
    [
      'nested keys',
      { b: [{ d: 1, c: { f: '', e: 0 } }], a: {} },
      '{"a":{},"b":[{"c":{"e":0,"f":""},"d":1}]}',
    ],
    ['minus zero (appendix B)', [-0, 0], '[0,0]'],
    [
      'greatest and least integers (appendix B)',
      [9007199254740991, -9007199254740991],
      '[9007199254740991,-9007199254740991]',
    ],
    ['rare characters as given, composed or not', ['𠮷', 'é', 'e\u0301'], '["𠮷","é","e\u0301"]'],
    ['a key named like the prototype', JSON.parse('{"__proto__":1,"a":2}'), '{"__proto__":1,"a":2}'],
  ])('%s', (_name, value, expected) => {
    expect(canonicalJson(value)).toBe(expected);
  });

  it.each([
    ['a fraction', 0.1],
    ['an unsafe integer', 9007199254740992],
    ['not a number', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['a bigint', 1n],
    ['undefined', undefined],
    ['an undefined member', { until: undefined }],
    ['a hole', [1, , 3]],
    ['a function', () => 1],
    ['a symbol', Symbol('s')],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['a lone high surrogate', 'a\ud842'],
    ['a lone low surrogate', '\udfb7a'],
    ['a lone surrogate in a key', { '\ud842': 1 }],
    ['a cycle', cycle()],
  ])('refuses %s', (_name, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });

  it('agrees with another implementation, and reads back as what was written', () => {
    const model = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.string({ unit: 'binary' }),
        fc.maxSafeInteger(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(fc.string({ unit: 'binary', maxLength: 4 }), tie('value'), { maxKeys: 4 }),
      ),
    })).value;
    fc.assert(
      fc.property(model, (value) => {
        const text = canonicalJson(value);
        expect(text).toBe(canonicalize(value));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it('digests bytes and the UTF-8 of text alike', () => {
    expect(digestOf('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(digestOf('成都')).toBe(digestOf(Buffer.from('成都', 'utf8')));
  });
});

function cycle(): unknown {
  const knot: { self?: unknown } = {};
  knot.self = knot;
  return knot;
}
