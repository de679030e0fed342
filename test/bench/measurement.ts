/** What a bench says: a figure, what it is measured against in the same run, and what design §11 asks of it. */

export interface Measurement {
  readonly name: string;
  readonly figure: number;
  readonly unit: string;
  /** The floor under it, or who does the same by hand. */
  readonly peer?: { readonly name: string; readonly figure: number };
  /** The figure by the peer's: the median over the rounds. */
  readonly ratio?: number;
  readonly target?: Target;
}

export interface Target {
  readonly of: 'figure' | 'ratio';
  readonly is: 'at least' | 'at most';
  readonly value: number;
}

/** Of a measurement without a target: nothing was asked. */
export function isShort({ figure, ratio, target }: Measurement): boolean {
  if (!target) return false;
  const found = target.of === 'figure' ? figure : (ratio ?? Number.NaN);
  return !(target.is === 'at least' ? found >= target.value : found <= target.value);
}

/** `ok     appends, 32 callers: 21,000 events/s, 4.6 × a transaction each (4,600); asked: ratio at least 4`. */
export function lineOf(measurement: Measurement): string {
  const { name, figure, unit, peer, ratio, target } = measurement;
  const verdict = target ? (isShort(measurement) ? 'short' : 'ok') : '';
  const against =
    peer && ratio !== undefined ? `, ${ratio.toFixed(2)} × ${peer.name} (${written(peer.figure)})` : '';
  const asked = target ? `; asked: ${target.of} ${target.is} ${written(target.value)}` : '';
  return `${verdict.padEnd(6)} ${name}: ${written(figure)} ${unit}${against}${asked}`;
}

function written(figure: number): string {
  return figure.toLocaleString('en', { maximumSignificantDigits: figure >= 1_000 ? 5 : 3 });
}

export function median(figures: readonly number[]): number {
  return [...figures].sort((a, b) => a - b)[figures.length >> 1] ?? Number.NaN;
}

/** Round by round, so that what else the machine did meanwhile falls on both. */
export function medianRatio(ours: readonly number[], peers: readonly number[]): number {
  return median(ours.map((figure, round) => figure / (peers[round] ?? Number.NaN)));
}

/** Runs everybody once to warm up, then in turns; what each returns, by round. */
export async function inTurns<Name extends string>(
  rounds: number,
  contenders: Readonly<Record<Name, () => number | Promise<number>>>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(contenders) as Name[];
  for (const name of names) await contenders[name]();
  const figures = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < rounds; round++) {
    for (const name of names) figures[name].push(await contenders[name]());
  }
  return figures;
}
