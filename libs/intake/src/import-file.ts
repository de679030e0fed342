/** An import file: NDJSON, one event a line (design §10). */
import { toCommand, type Command, type IntakeOptions } from './command.js';
import { readJson } from './json-text.js';
import { LINE_MESSAGES } from './messages.js';
import { readLines, type Line } from './ndjson.js';
import { refused, type Refusal } from './refusal.js';

export type ImportLine =
  | { readonly line: number; readonly command: Command }
  | { readonly line: number; readonly refusals: readonly Refusal[] };

/** Each line that holds anything, read; one that is refused stops no other. */
export async function* readImportFile(
  chunks: AsyncIterable<Uint8Array>,
  options: IntakeOptions = {},
): AsyncGenerator<ImportLine, void, undefined> {
  for await (const line of readLines(chunks)) yield readImportLine(line, options);
}

function readImportLine(read: Line, options: IntakeOptions): ImportLine {
  const { line } = read;
  if ('fault' in read) {
    if (read.fault === 'too-large') return { line, ...refused('TOO_LARGE', LINE_MESSAGES['too-large']) };
    return { line, ...malformed(read.fault, read.ended) };
  }
  const json = readJson(read.text);
  return { line, ...('fault' in json ? malformed(json.fault, read.ended) : toCommand(json.value, options)) };
}

/** A last line without an end that cannot be read is one that was cut off, also in the middle of a character. */
function malformed(fault: Exclude<keyof typeof LINE_MESSAGES, 'too-large' | 'cut-short'>, ended: boolean) {
  return refused('MALFORMED', LINE_MESSAGES[ended || fault === 'duplicate-key' ? fault : 'cut-short']);
}
