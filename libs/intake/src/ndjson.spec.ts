import fc from 'fast-check';
import { MOST_BYTES_A_LINE, readLines, type Line } from './ndjson.js';

async function* streamOf(...chunks: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

async function linesOf(...chunks: readonly (string | Uint8Array)[]): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for await (const line of readLines(streamOf(...chunks))) lines.push(line);
  return lines;
}

const whole = (line: number, text: string): Line => ({ line, text, ended: true });

describe('the lines of a file', () => {
  it.each<[string, string, readonly Line[]]>([
    ['with LF', 'a\nb\n', [whole(1, 'a'), whole(2, 'b')]],
    ['with CRLF', 'a\r\nb\r\n', [whole(1, 'a'), whole(2, 'b')]],
    ['with empty lines, which are counted', '\n  \n\r\na\n\n', [whole(4, 'a')]],
    ['with a byte order mark', '\uFEFFa\nb\n', [whole(1, 'a'), whole(2, 'b')]],
    ['with nothing but a byte order mark', '\uFEFF', []],
    ['without an end to the last', 'a\nb', [whole(1, 'a'), { line: 2, text: 'b', ended: false }]],
    ['of an empty file', '', []],
    ['with rare characters', '𠮷野家·阿呷\n', [whole(1, '𠮷野家·阿呷')]],
  ])('%s', async (_, text, expected) => {
    expect(await linesOf(text)).toEqual(expected);
  });

  it.each<[string, Uint8Array]>([
    ['GBK', Buffer.from([0xbc, 0xaa, 0xbf, 0xcb])],
    ['a character cut in half', Buffer.from('吉').subarray(0, 2)],
    ['half a surrogate pair', Buffer.from([0xed, 0xa1, 0x82])],
    ['an overlong form', Buffer.from([0xc0, 0xaf])],
  ])('that are not UTF-8 are refused, never replaced: %s', async (_, bytes) => {
    expect(await linesOf('a\n', bytes, '\nb\n')).toEqual([
      whole(1, 'a'),
      { line: 2, fault: 'not-utf-8', ended: true },
      whole(3, 'b'),
    ]);
  });

  it('with a NUL are refused', async () => {
    expect(await linesOf('a\0b\nc\n')).toEqual([{ line: 1, fault: 'nul', ended: true }, whole(2, 'c')]);
  });

  it('are the same however the file arrives', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom('吉', 'a', '\n', '\r\n', ' ', '\0', '𠮷') }),
        fc.array(fc.nat(20)),
        async (text, cuts) => {
          const bytes = Buffer.from(text);
          const chunks: Uint8Array[] = [];
          let from = 0;
          for (const cut of cuts) chunks.push(bytes.subarray(from, (from += cut)));
          chunks.push(bytes.subarray(from));
          expect(await linesOf(...chunks)).toEqual(await linesOf(bytes));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('may have exactly so many bytes and not one more', async () => {
    const longest = 'a'.repeat(MOST_BYTES_A_LINE);
    expect(await linesOf(`${longest}\n`)).toEqual([whole(1, longest)]);
    expect(await linesOf(`${longest}a\nb\n`)).toEqual([
      { line: 1, fault: 'too-large', ended: true },
      whole(2, 'b'),
    ]);
  });

  it('of a hundred megabytes are refused without being held', async () => {
    const MEBIBYTE = 1_048_576;
    let mostHeld = 0;

    async function* hugeLine(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('first\n{"');
      for (let index = 0; index < 100 * 16; index++) {
        yield Buffer.alloc(MEBIBYTE / 16, 0x61);
        if (index % 16 === 0) mostHeld = Math.max(mostHeld, process.memoryUsage().arrayBuffers);
      }
      yield Buffer.from('"}\nlast\n');
    }
    const before = process.memoryUsage().arrayBuffers;
    const lines: Line[] = [];
    for await (const line of readLines(hugeLine())) lines.push(line);
    expect(lines).toEqual([
      whole(1, 'first'),
      { line: 2, fault: 'too-large', ended: true },
      whole(3, 'last'),
    ]);
    expect(mostHeld - before).toBeLessThan(80 * MEBIBYTE);
  });
});
