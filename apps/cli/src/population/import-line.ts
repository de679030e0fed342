/** The line of an import file (design §10): one event as a department sends it, before the ledger has seen it. */
import type { Confidence, Evidence, JsonObject, Source } from '@ledger/vocabulary';

interface Content {
  /** UUID: the idempotency key. */
  readonly id: string;
  readonly type: string;
  /** `YYYY-MM-DD` */
  readonly effectiveOn: string;
  readonly source: Source;
  readonly confidence?: Confidence;
  readonly evidence?: readonly Evidence[];
  readonly data: JsonObject;
}

/** Exactly one subject, by its ledger id: the stream in which the event will stand. */
export type ImportLine = Content & ({ readonly person: string } | { readonly household: string });

/** The lines as NDJSON: one a line, each ended by a line feed. */
export function ndjson(line: ImportLine): string {
  return `${JSON.stringify(line)}\n`;
}
