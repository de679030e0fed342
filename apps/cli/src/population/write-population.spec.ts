import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ndjson } from './import-line.js';
import { generatePopulation } from './population.js';
import { writePopulation } from './write-population.js';

describe('writing a population', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'population-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('puts every line into the file, ended by a line feed, and says what it wrote', async () => {
    const out = join(folder, 'people.ndjson');
    const summary = await writePopulation({ persons: 200, seed: 4, out });
    const written = await readFile(out);
    const lines = [...generatePopulation({ persons: 200, seed: 4 })];
    expect(written.toString()).toBe(lines.map(ndjson).join(''));
    expect(summary).toMatchObject({ persons: 200, lines: lines.length, bytes: written.length });
    expect(summary.sha256).toBe(createHash('sha256').update(written).digest('hex'));
    expect(summary.types['PersonRegistered']).toBe(200);
  });

  it('replaces a longer file', async () => {
    const out = join(folder, 'people.ndjson');
    await writePopulation({ persons: 60, seed: 4, out });
    const { bytes } = await writePopulation({ persons: 3, seed: 4, out });
    expect(await readFile(out)).toHaveLength(bytes);
  });

  it('throws where the file cannot be written', async () => {
    await expect(
      writePopulation({ persons: 3, seed: 4, out: join(folder, 'no', 'such', 'folder') }),
    ).rejects.toThrow('ENOENT');
  });
});
