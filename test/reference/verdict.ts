/** Three-valued logic by hand: a condition is met, is not met, or cannot be told and names what is missing. */
export type Truth3 = boolean | 'unknown';

export interface Verdict {
  readonly truth: Truth3;
  /** Facts and parameters that nobody has supplied; empty unless the truth is unknown. */
  readonly missing: readonly string[];
}

export const YES: Verdict = { truth: true, missing: [] };
export const NO: Verdict = { truth: false, missing: [] };

export function known(truth: boolean): Verdict {
  return truth ? YES : NO;
}

export function unknown(...missing: readonly string[]): Verdict {
  return { truth: 'unknown', missing: [...new Set(missing)] };
}

/** One known "no" settles it; otherwise one unknown leaves it open. */
export function all(...verdicts: readonly Verdict[]): Verdict {
  if (verdicts.some((verdict) => verdict.truth === false)) return NO;
  const open = verdicts.filter((verdict) => verdict.truth === 'unknown');
  return open.length === 0 ? YES : unknown(...open.flatMap((verdict) => verdict.missing));
}

/** One known "yes" settles it; otherwise one unknown leaves it open. */
export function any(...verdicts: readonly Verdict[]): Verdict {
  if (verdicts.some((verdict) => verdict.truth === true)) return YES;
  const open = verdicts.filter((verdict) => verdict.truth === 'unknown');
  return open.length === 0 ? NO : unknown(...open.flatMap((verdict) => verdict.missing));
}
