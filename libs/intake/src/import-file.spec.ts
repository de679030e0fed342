import { readImportFile, type ImportLine } from './import-file.js';
import { MOST_BYTES_A_LINE } from './ndjson.js';
import { BAD_INPUT, GOOD_LINES } from './testing/index.js';

const good = Object.values(GOOD_LINES).map((line) => JSON.stringify(line));

async function* fileOf(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield Buffer.from(content);
}

async function read(content: string | Uint8Array): Promise<readonly ImportLine[]> {
  const lines: ImportLine[] = [];
  for await (const line of readImportFile(fileOf(content))) lines.push(line);
  return lines;
}

const outcomeOf = (line: ImportLine) =>
  'command' in line ? [line.line, line.command.type] : [line.line, ...line.refusals.map(({ code }) => code)];

describe('an import file', () => {
  it('gives a command a line', async () => {
    const lines = await read(good.join('\n'));
    expect(lines.map(outcomeOf)).toEqual(
      Object.values(GOOD_LINES).map(({ type }, index) => [index + 1, type]),
    );
  });

  it('takes everything else that is in it, whatever is bad', async () => {
    const bad = BAD_INPUT.map(({ line }) => (typeof line === 'string' ? line : JSON.stringify(line)));
    const content = bad.flatMap((line) => [line, good[0] as string]).join('\n');
    const lines = await read(content);
    expect(lines).toHaveLength(2 * bad.length);
    BAD_INPUT.forEach(({ code, field }, index) => {
      const [refused, taken] = [lines[2 * index], lines[2 * index + 1]];
      const found = refused && 'refusals' in refused ? refused.refusals : [];
      expect({ line: refused?.line, found }).toEqual({
        line: 2 * index + 1,
        found: expect.arrayContaining([
          expect.objectContaining(field === undefined ? { code } : { code, field }),
        ]),
      });
      expect(taken).toHaveProperty('command');
    });
  });

  it('that is cut anywhere says so, and has taken the lines before', async () => {
    const [first, second] = [`${good[0] as string}\n`, good[1] as string];
    for (let cut = 1; cut < Buffer.byteLength(second); cut++) {
      const cutShort = Buffer.from(first + second).subarray(0, Buffer.byteLength(first) + cut);
      expect((await read(cutShort)).map(outcomeOf)).toEqual([
        [1, 'PersonRegistered'],
        [2, 'MALFORMED'],
      ]);
    }
    const [, last] = await read(`${first}${second.slice(0, 50)}`);
    expect(JSON.stringify(last)).toContain('cut short');
  });

  it('that is cut in the middle of a character says so', async () => {
    const bytes = Buffer.from(good[0] as string);
    const [line] = await read(bytes.subarray(0, bytes.indexOf('吉') + 1));
    expect(JSON.stringify(line)).toContain('cut short');
  });

  it('that is damaged in the middle of a line does not say that it is cut short', async () => {
    const [line] = await read(`${(good[0] as string).slice(0, -1)}\n${good[1] as string}\n`);
    expect(line).toMatchObject({ refusals: [{ code: 'MALFORMED' }] });
    expect(JSON.stringify(line)).not.toContain('cut short');
  });

  it('with a line that is too large goes on after it', async () => {
    const lines = await read(
      `${good[0] as string}\n${' '.repeat(MOST_BYTES_A_LINE)}{}\n${good[1] as string}`,
    );
    expect(lines.map(outcomeOf)).toEqual([
      [1, 'PersonRegistered'],
      [2, 'TOO_LARGE'],
      [3, 'UrbanArrivalRecorded'],
    ]);
  });
});
