/** Writes a population to a file, a few hundred lines at a time. */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { ndjson } from './import-line.js';
import { generatePopulation, type PopulationOptions } from './population.js';

export interface Summary {
  readonly persons: number;
  readonly lines: number;
  readonly bytes: number;
  /** Of the file, lower-case hex: the same options give the same digest. */
  readonly sha256: string;
  /** Lines of each event type, by falling number. */
  readonly types: Readonly<Record<string, number>>;
}

/** Large enough to make the writes few, small enough to be nothing beside Node itself. */
const CHUNK_CHARACTERS = 262_144;

/** Throws where the file cannot be written. An existing file is replaced. */
export async function writePopulation(
  options: PopulationOptions & { readonly out: string },
): Promise<Summary> {
  const hash = createHash('sha256');
  const types = new Map<string, number>();
  const file = await open(options.out, 'w');
  let [lines, bytes, chunk] = [0, 0, ''];
  const flush = async (): Promise<void> => {
    const buffer = Buffer.from(chunk);
    hash.update(buffer);
    bytes += buffer.length;
    chunk = '';
    await file.writeFile(buffer);
  };
  try {
    for (const line of generatePopulation(options)) {
      lines++;
      types.set(line.type, (types.get(line.type) ?? 0) + 1);
      chunk += ndjson(line);
      if (chunk.length >= CHUNK_CHARACTERS) await flush();
    }
    await flush();
  } finally {
    await file.close();
  }
  const sorted = [...types].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return {
    persons: options.persons,
    lines,
    bytes,
    sha256: hash.digest('hex'),
    types: Object.fromEntries(sorted),
  };
}
