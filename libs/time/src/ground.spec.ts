import fc from 'fast-check';
import { atomsOf, join, NO_GROUND, type Atom, type Ground } from './ground.js';
import { grounds, namesIn } from './testing/index.js';

const event = (key: string): Atom => ({ kind: 'event', key });

describe('a ground', () => {
  it('names each atom once, in the order in which they were joined', () => {
    const ground = join(join(event('b'), event('a')), join(event('c'), event('b')));
    expect(atomsOf(ground)).toEqual([event('b'), event('a'), event('c')]);
  });

  it('tells atoms of one key apart by their kind', () => {
    const ground = join(event('x'), { kind: 'missing', key: 'x' });
    expect(atomsOf(ground)).toHaveLength(2);
  });

  it('of nothing adds nothing', () => {
    expect(atomsOf(NO_GROUND)).toEqual([]);
    expect(join(NO_GROUND, NO_GROUND)).toBe(NO_GROUND);
    fc.assert(
      fc.property(grounds, (ground) => {
        expect(join(ground, NO_GROUND)).toBe(ground);
        expect(join(NO_GROUND, ground)).toBe(ground);
        expect(join(ground, ground)).toBe(ground);
      }),
    );
  });

  it('is a set: how and in which order it was joined does not matter', () => {
    fc.assert(
      fc.property(grounds, grounds, grounds, (a, b, c) => {
        expect(namesIn(join(join(a, b), c))).toEqual(namesIn(join(a, join(b, c))));
        expect(namesIn(join(a, b))).toEqual(namesIn(join(b, a)));
        expect(new Set(namesIn(join(a, b)))).toEqual(new Set([...namesIn(a), ...namesIn(b)]));
      }),
    );
  });

  it('shared many times over is unfolded once: a chain of a thousand doublings has two atoms', () => {
    let ground: Ground = join(event('a'), event('b'));
    for (let doubling = 0; doubling < 1_000; doubling++) ground = join(join(ground, event('a')), ground);
    expect(namesIn(ground)).toEqual(['event:a', 'event:b']);
  });
});
