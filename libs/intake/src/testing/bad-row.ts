import type { RefusalCode } from '@ledger/vocabulary';

export interface BadInput {
  readonly name: string;
  /** Text: a line of a file that is no JSON object of an event. The others any door can send. */
  readonly line: string | Readonly<Record<string, unknown>>;
  readonly code: RefusalCode;
  readonly field?: string;
}

/** An event that is refused with this code, for this field. */
export function row(name: string, line: BadInput['line'], code: RefusalCode, field: string): BadInput {
  return { name, line, code, field };
}
