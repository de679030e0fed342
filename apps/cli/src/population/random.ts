/**
 * Chance that is the same everywhere: sfc32 (Chris Doty-Humphrey, PractRand) seeded from a text. Only 32-bit integer
 * arithmetic is used, so every Node version and machine draws the same numbers.
 */
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
/** The first draws after seeding still show the seed; sfc32's author discards twelve or more. */
const WARM_UP = 15;
const RANGE = 2 ** 32;

/** A weighted choice: the value, and its share in relation to the others' shares. */
export type Weighted<T> = readonly (readonly [value: T, weight: number])[];

export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter: number;

  /** Streams of different names are independent: a household's life does not depend on how many were drawn before it. */
  constructor(name: string) {
    [this.#a, this.#b, this.#c, this.#counter] = seedOf(name);
    for (let draw = 0; draw < WARM_UP; draw++) this.#next();
  }

  /** A whole number in 0 … limit − 1. */
  below(limit: number): number {
    return Math.floor((this.#next() / RANGE) * limit);
  }

  /** A whole number in least … most, both included. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  /** True in `percent` of a hundred draws. */
  percent(percent: number): boolean {
    return this.perMillion(percent * 10_000);
  }

  perMillion(share: number): boolean {
    return this.below(1_000_000) < share;
  }

  pick<const T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)] as T;
  }

  weighted<const T>(choices: Weighted<T>): T {
    let total = 0;
    for (const [, weight] of choices) total += weight;
    let draw = this.below(total);
    for (const [value, weight] of choices) {
      if (draw < weight) return value;
      draw -= weight;
    }
    throw new RangeError('a weighted choice needs at least one weight above 0');
  }

  /** A UUID in the layout of RFC 9562 version 4. */
  uuid(): string {
    const version = (this.#next() & 0xffff0fff) | 0x4000;
    const variant = (this.#next() & 0x3fffffff) | 0x80000000;
    const words = [this.#next(), version, variant, this.#next()].map(hexOf) as [
      string,
      string,
      string,
      string,
    ];
    return `${words[0]}-${words[1].slice(0, 4)}-${words[1].slice(4)}-${words[2].slice(0, 4)}-${words[2].slice(4)}${words[3]}`;
  }

  #next(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }
}

function hexOf(word: number): string {
  return `${HEX[(word >>> 24) & 255]}${HEX[(word >>> 16) & 255]}${HEX[(word >>> 8) & 255]}${HEX[word & 255]}`;
}

/** Four words from a text by four FNV-1a hashes with different offsets, each mixed by murmur3's finaliser. */
function seedOf(name: string): [number, number, number, number] {
  return [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x7f4a7c15].map((offset) => {
    let hash = offset;
    for (let index = 0; index < name.length; index++)
      hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return (hash ^ (hash >>> 16)) | 0;
  }) as [number, number, number, number];
}
