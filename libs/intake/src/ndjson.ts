/**
 * Lines of an NDJSON file as they stream in. Memory is flat: a line is held only until its end or until it is too large,
 * whatever the file's size. A bad line is told of by its number and stops no other.
 */

/** An event fits in 64 KiB (the log's limit), so a line sixteen times that is no event, however it was spaced. */
export const MOST_BYTES_A_LINE = 1_048_576;

export type LineFault =
  /** More than {@link MOST_BYTES_A_LINE}. */
  | 'too-large'
  /** Bytes that are not UTF-8, such as a GBK export; they are never replaced by a look-alike. */
  | 'not-utf-8'
  /** A NUL among the text: a binary file, or UTF-16. */
  | 'nul';

export type Line =
  | {
      /** From 1, empty lines counted. */
      readonly line: number;
      readonly text: string;
      /** Whether the line had its end; the last line of a file that was cut short has not. */
      readonly ended: boolean;
    }
  | { readonly line: number; readonly fault: LineFault; readonly ended: boolean };

const LINE_FEED = 0x0a;
const BYTE_ORDER_MARK = '\uFEFF';
const BLANK = /^[ \t\r]*$/;

/** The lines of a file that hold anything, in order. Lines end in LF or CRLF; a byte order mark at the start is skipped. */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line, void, undefined> {
  const current = new LineBuffer();
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
      current.add(chunk.subarray(from, end));
      const line = current.take(true);
      if (line) yield line;
      from = end + 1;
    }
    current.add(chunk.subarray(from));
  }
  const last = current.take(false);
  if (last) yield last;
}

/** The bytes of the line that is being read. */
class LineBuffer {
  private readonly decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  private pieces: Uint8Array[] = [];
  private bytes = 0;
  private line = 1;

  add(piece: Uint8Array): void {
    if (piece.length === 0) return;
    this.bytes += piece.length;
    if (this.bytes > MOST_BYTES_A_LINE) this.pieces = [];
    else this.pieces.push(piece);
  }

  /** The line so far, and on to the next one; nothing where it is blank. */
  take(ended: boolean): Line | undefined {
    const [line, bytes, pieces] = [this.line, this.bytes, this.pieces];
    this.line += 1;
    this.bytes = 0;
    this.pieces = [];
    if (bytes > MOST_BYTES_A_LINE) return { line, fault: 'too-large', ended };
    const decoded = this.decode(pieces);
    if (decoded === undefined) return { line, fault: 'not-utf-8', ended };
    const text = line === 1 && decoded.startsWith(BYTE_ORDER_MARK) ? decoded.slice(1) : decoded;
    if (text.includes('\0')) return { line, fault: 'nul', ended };
    if (BLANK.test(text)) return undefined;
    return { line, text: text.endsWith('\r') ? text.slice(0, -1) : text, ended };
  }

  private decode(pieces: readonly Uint8Array[]): string | undefined {
    const [only] = pieces;
    try {
      return this.decoder.decode(pieces.length === 1 ? only : Buffer.concat(pieces));
    } catch {
      return undefined;
    }
  }
}
