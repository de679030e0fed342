/** What holds from each day on, as two plain arrays: all that a hand-written evaluator needs of time. */
export class Steps<T> {
  readonly from: number[] = [];
  readonly values: T[] = [];
  private pendingEnd = Infinity;

  constructor(readonly before: T) {}

  /** From a day on; days must not decrease. */
  then(from: number, value: T): void {
    const last = this.from.length - 1;
    if (this.from[last] === from) this.values[last] = value;
    else {
      this.from.push(from);
      this.values.push(value);
    }
  }

  /** As {@link then}, until a day of its own, or until the next if that comes first. */
  open(from: number, until: number, value: T): void {
    this.close(from);
    if (from < until) this.then(from, value);
    this.pendingEnd = Math.max(from, until);
  }

  /** Ends what is open, if its end has come by a day; at last, by the end of time. */
  close(by = Infinity): void {
    if (this.pendingEnd < by) this.then(this.pendingEnd, this.before);
    this.pendingEnd = Infinity;
  }

  at(day: number): T {
    const { from, values } = this;
    for (let index = from.length - 1; index >= 0; index--) {
      if ((from[index] as number) <= day) return values[index] as T;
    }
    return this.before;
  }
}
