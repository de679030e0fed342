/** `ledger import <files>`: sends import files to the running service and reports what it refuses. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { CannotDo, findService, reach } from '../service/running-service.js';

interface Counts {
  readonly lines: number;
  readonly recorded: number;
  readonly alreadyRecorded: number;
  readonly refused: number;
}

interface RefusedLine {
  readonly line: number;
  readonly id: string | null;
  readonly code: string;
  readonly field: string | null;
  readonly message: string;
}

type Answer = { readonly refused: RefusedLine } | { readonly progress: Counts } | { readonly done: Counts };

export interface ImportOptions {
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const ALL_IN = 0;
const SOME_REFUSED = 2;

/** @returns the exit status: 0 all in, 2 some refused; throws where a file could not be processed (1) */
export async function importFiles(
  files: readonly string[],
  { dryRun = false, json = false }: ImportOptions,
): Promise<number> {
  let status = ALL_IN;
  for (const file of files) {
    if (!existsSync(file) || !statSync(file).isFile()) throw new CannotDo(`${file}: there is no such file`);
    const refused: RefusedLine[] = [];
    let counts: Counts | undefined;
    for await (const answer of send(file, dryRun)) {
      if ('refused' in answer) {
        refused.push(answer.refused);
        if (!json) process.stdout.write(`${sentence(file, answer.refused)}\n`);
      } else if ('done' in answer) counts = answer.done;
      else if (process.stderr.isTTY && !json)
        process.stderr.write(`\r${file}: ${String(answer.progress.lines)} lines`);
    }
    if (!counts)
      throw new CannotDo(`${file}: the service went away; send the file again, nothing is recorded twice`);
    process.stdout.write(
      json
        ? `${JSON.stringify({ file, dryRun, ...counts, refusals: refused })}\n`
        : summary(file, counts, dryRun),
    );
    if (counts.refused > 0) status = SOME_REFUSED;
  }
  return status;
}

async function* send(file: string, dryRun: boolean): AsyncGenerator<Answer, void, undefined> {
  const url = new URL('/import', findService().url);
  if (dryRun) url.searchParams.set('dryRun', 'true');
  const response = await reach(url.href, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: Readable.toWeb(createReadStream(file)) as ReadableStream,
    duplex: 'half',
  });
  if (!response.ok || !response.body)
    throw new CannotDo(`${file}: the service answered ${String(response.status)}`);
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) yield JSON.parse(line) as Answer;
    }
  } catch (cause) {
    throw new CannotDo(`${file}: the service went away; send the file again, nothing is recorded twice`, {
      cause,
    });
  }
}

function sentence(file: string, { line, code, field, message }: RefusedLine): string {
  return `${file}:${String(line)}: ${code}${field === null ? '' : ` ${field}`}: ${message}`;
}

function summary(
  file: string,
  { lines, recorded, alreadyRecorded, refused }: Counts,
  dryRun: boolean,
): string {
  if (dryRun)
    return `${file}: ${String(lines)} lines read, ${String(refused)} refused; nothing was recorded\n`;
  return `${file}: ${String(lines)} lines, ${String(recorded)} recorded, ${String(alreadyRecorded)} already in, ${String(refused)} refused\n`;
}
