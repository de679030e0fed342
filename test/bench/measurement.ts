/** One line of a bench: a figure, its floor or peer in the same run, and their ratio. */
export interface Measurement {
  readonly name: string;
  readonly figure: number;
  readonly unit: string;
  /** The peer's figure in the same run. */
  readonly floor?: number;
  /** Ours by the peer's: the median of the rounds. */
  readonly ratio?: number;
  /** What design §11 asks at least (or, of a latency, at most), of the ratio or, where there is none, of the figure. */
  readonly least?: number;
  readonly most?: number;
}

export function median(figures: readonly number[]): number {
  return [...figures].sort((a, b) => a - b)[figures.length >> 1] ?? Number.NaN;
}

export function ratioOf(ours: readonly number[], peers: readonly number[]): number {
  return Number(median(ours.map((figure, round) => figure / (peers[round] ?? Number.NaN))).toFixed(2));
}

export function holds({ figure, ratio, least, most }: Measurement): boolean | undefined {
  const measured = ratio ?? figure;
  if (least !== undefined) return measured >= least;
  return most === undefined ? undefined : measured <= most;
}
